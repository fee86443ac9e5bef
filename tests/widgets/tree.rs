//! The tree a screen reader gets: what each control says, and what the linter refuses.

use iced::keyboard::key::Named;
use iced::widget::column;
use jiff::civil::date;
use withy::access::key_of;
use withy::look::{Icon, Tint};
use withy::widgets::field::{self, Writing};
use withy::widgets::{self, Element, button, notice};

use crate::reader::Reader;
use crate::window::{LOOK, Window, press};

fn said(view: Element<'_, ()>) -> String {
    let snapshot = Window::new().show(view);
    assert_eq!(snapshot.findings, vec![], "{}", snapshot.outline());
    let outline = snapshot.outline();
    let (_, inside) = outline.split_once('\n').unwrap();
    inside.replace("\n  ", "\n").trim().to_owned()
}

#[test]
fn headings_and_text() {
    let look = LOOK();
    assert_eq!(
        said(widgets::title(&look, "Notes")),
        "Heading \"Notes\" level=1 landing"
    );
    assert_eq!(
        said(widgets::section(&look, "Due")),
        "Heading \"Due\" level=2"
    );
    assert_eq!(
        said(widgets::subsection(&look, "Maya")),
        "Heading \"Maya\" level=3"
    );
    assert_eq!(
        said(widgets::due(&look, "Due today")),
        "Label \"Due today\""
    );
    assert_eq!(
        said(widgets::icon(&look, Icon::Due, 20.0)),
        "",
        "an icon says nothing"
    );
}

#[test]
fn buttons() {
    let look = LOOK();
    assert_eq!(
        said(button::main(&look, "a", "Save", ()).icon(Icon::Save).into()),
        "Button \"Save\" focusable"
    );
    assert_eq!(
        said(
            button::plain(&look, "a", "Copy", ())
                .name("Copy 01749 836 691")
                .into()
        ),
        "Button \"Copy 01749 836 691\" focusable"
    );
    assert_eq!(
        said(
            button::danger(&look, "a", "Delete", ())
                .describe("You can undo this.")
                .into()
        ),
        "Button \"Delete\" description=\"You can undo this.\" focusable"
    );
    assert_eq!(
        said(
            button::quiet(&look, "a", "Show kept notes", ())
                .pressed(true)
                .into()
        ),
        "Button \"Show kept notes\" toggled=True focusable"
    );
    assert_eq!(
        said(button::quiet(&look, "a", "Undo", ()).disabled(true).into()),
        "Button \"Undo\" disabled"
    );
    assert_eq!(
        said(
            button::plain(&look, "a", "More filters", ())
                .expanded(false)
                .into()
        ),
        "Button \"More filters\" expanded=false focusable"
    );
    let snapshot = Window::new().show(Element::from(
        button::main(&look, "a", "New note", ()).key("Ctrl+N"),
    ));
    let at = snapshot.find(key_of(&"a".into())).unwrap();
    assert_eq!(
        snapshot.entries[at].node.keyboard_shortcut(),
        Some("Ctrl+N")
    );
    assert_eq!(
        said(widgets::link(&look, "a", "Source", ())),
        "Link \"Source\" focusable"
    );
}

#[test]
fn buttons_are_big_enough() {
    let look = LOOK();
    for (button, least) in [
        (button::main(&look, "a", "Save", ()), 44.0),
        (button::plain(&look, "a", "Save", ()), 44.0),
        (button::danger(&look, "a", "Save", ()), 44.0),
        (button::quiet(&look, "a", "Save", ()), 36.0),
    ] {
        let snapshot = Window::new().show(Element::from(button));
        let height = snapshot.entries[1].bounds.height;
        assert!(height >= least, "{height} is less than {least}");
    }
}

#[test]
fn choices() {
    let look = LOOK();
    assert_eq!(
        said(widgets::tick_box(&look, "a", "Only near me", true, |_| ())),
        "CheckBox \"Only near me\" toggled=True focusable"
    );
    assert_eq!(
        said(widgets::chip(&look, "a", "Health", Some(6), false, ())),
        "Button \"Health, 6\" toggled=False focusable"
    );
    let options = || vec![(1, "Sleep".to_owned()), (2, "Food".to_owned())];
    assert_eq!(
        said(
            widgets::choice(
                &look,
                "worry",
                "What is it about?",
                options(),
                Some(2),
                |_| ()
            )
            .help("Choose one.")
            .into()
        ),
        "RadioGroup \"What is it about?\" description=\"Choose one.\"\n  \
         Label \"What is it about?\"\n  \
         Label \"Choose one.\"\n  \
         RadioButton \"Sleep\" toggled=False focusable\n  \
         RadioButton \"Food\" toggled=True focusable"
    );
    assert_eq!(
        said(widgets::tabs(
            &look,
            "t",
            "How to show",
            options(),
            1,
            |_| ()
        )),
        "TabList \"How to show\"\n  \
         Tab \"Sleep\" selected=true focusable\n  \
         Tab \"Food\" selected=false focusable"
    );
}

#[test]
fn rows_and_cards_read_as_sentences() {
    let look = LOOK();
    let row = widgets::row_button(
        &look,
        "due/1",
        "Final plan for Sam",
        Some("The council had 20 weeks."),
        Some("1 day late"),
        Some((Icon::Due, Tint::Plain)),
        (),
    );
    assert_eq!(
        said(widgets::list(&look, "What is due", vec![row])),
        "List \"What is due\"\n  \
         ListItem \"\"\n    \
         Button \"Final plan for Sam, The council had 20 weeks, 1 day late\" focusable"
    );
    let content = column![
        widgets::strong(&look, "Afasic"),
        widgets::quiet(&look, "Free")
    ];
    let card = widgets::card_button(&look, "service/1", "Afasic", content, true, ());
    let snapshot = Window::new().show(card);
    assert_eq!(snapshot.findings, vec![]);
    let (nodes, _) = snapshot.to_nodes(1.0);
    let node = &nodes[1].1;
    assert_eq!(node.label(), Some("Afasic"));
    assert_eq!(
        node.description(),
        Some("Free"),
        "what else it shows is said too, and its name not twice"
    );
}

#[test]
fn facts_and_notices() {
    let look = LOOK();
    let fields = vec![("Age", widgets::body(&look, "0 to 19"))];
    assert_eq!(
        said(widgets::key_values(&look, fields)),
        "DescriptionList \"\"\n  Term \"Age\"\n  Definition \"\"\n    Label \"0 to 19\""
    );
    assert_eq!(
        said(notice::problem(&look, "We could not save", "Try again.").into()),
        "Alert \"We could not save. Try again.\"\n  Label \"We could not save\"\n  Label \"Try again.\""
    );
    let steps = vec![
        (true, widgets::body(&look, "Talk")),
        (false, widgets::body(&look, "Ring")),
    ];
    assert_eq!(
        said(widgets::steps(&look, "First", steps)),
        "List \"First\"\n  \
         ListItem \"\"\n    Label \"Step 1, done\"\n    Label \"Talk\"\n  \
         ListItem \"\"\n    Label \"Step 2\"\n    Label \"Ring\""
    );
    assert_eq!(
        said(widgets::phone_number(
            &look,
            "p",
            "01749 836 691",
            None,
            (),
            ()
        )),
        "Label \"01749 836 691\"\n\
         Button \"Call 01749 836 691\" focusable\n\
         Button \"Copy 01749 836 691\" focusable"
    );
    assert_eq!(
        said(widgets::status(&look, "", None)),
        "Status \"\"",
        "there when empty"
    );
    assert_eq!(
        said(widgets::avatar(&look, "M", iced::Color::BLACK, "Maya")),
        "Image \"Maya\""
    );
}

#[test]
fn the_pager_says_how_many_and_goes_away_at_the_end() {
    let look = LOOK();
    assert_eq!(
        said(widgets::pager(&look, "more", 20, 74, "services", ()).unwrap()),
        "Button \"Show 20 more services\" focusable\nLabel \"Showing 20 of 74 services\""
    );
    let last = said(widgets::pager(&look, "more", 60, 74, "services", ()).unwrap());
    assert!(last.contains("Show 14 more"), "{last}");
    assert!(widgets::pager(&look, "more", 74, 74, "services", ()).is_none());
    assert!(widgets::pager(&look, "more", 80, 74, "services", ()).is_none());
}

#[test]
fn fields_say_their_label_once_and_their_error_first() {
    let look = LOOK();
    assert_eq!(
        said(
            field::text(&look, "who", "Who", "Mrs Hill", |_| ())
                .help("One person.")
                .error(Some("Enter a name."))
                .required()
                .into()
        ),
        "Label \"One person.\"\n\
         TextInput \"Who\" value=\"Mrs Hill\" description=\"Enter a name. One person.\" \
         invalid required focusable\n\
         Label \"Enter a name.\""
    );
    let secret = said(
        field::text(&look, "p", "Passphrase", "hunter2", |_| ())
            .secret(true)
            .into(),
    );
    assert_eq!(
        secret, "PasswordInput \"Passphrase\" focusable",
        "and never what it is"
    );
    let snapshot = Window::new().show(Element::from(
        field::text(&look, "p", "Passphrase", "hunter2", |_| ()).secret(true),
    ));
    let everything = format!("{:?}", snapshot.to_nodes(1.0));
    assert!(!everything.contains("hunter2"));
    let today = date(2026, 5, 11);
    let date = said(field::date(&look, "d", "Date", "12/5/26", today, |_| ()).into());
    assert!(date.ends_with("Label \"Tuesday 12 May 2026\""), "{date}");
    let time = said(field::time(&look, "t", "Time", "14.30", |_| ()).into());
    assert!(time.ends_with("Label \"2:30pm\""), "{time}");
}

#[test]
fn accesskit_takes_every_update() {
    let look = LOOK();
    let mut window = Window::new();
    let mut reader = Reader::default();
    let long = "word ".repeat(300);
    let writing = Writing::new(&format!("{long}\nsecond line\n\n👩‍👩‍👧 last"));
    let empty = Writing::default();
    for step in 0..60_usize {
        let (small, first) = (step % 4, step % 3 == 0);
        let rows = (0..small)
            .map(|row| button::plain(&look, format!("row/{row}"), format!("Row {row}"), ()).into())
            .collect();
        let view: Element<'_, ()> = column![
            widgets::title(&look, if first { "One" } else { "Two" }),
            first.then(|| Element::from(
                field::text(&look, "f", "Field", &long, |_| ()).error(Some("Too long."))
            )),
            widgets::list(&look, "Rows", rows),
            field::long_text(
                &look,
                "w",
                "Writing",
                if first { &writing } else { &empty },
                |_| ()
            ),
            widgets::month_grid(
                &look,
                "m",
                date(2026, 5, 1),
                date(2026, 5, 2),
                date(2026, 5, 1 + small as i8),
                |_| vec![],
                |_| ()
            ),
        ]
        .into();
        let key = [Named::Tab, Named::ArrowDown, Named::End, Named::F6][step % 4];
        let _ = window.send(view, &[press(key)]);
        let _ = reader.hear(&window.bridge.snapshot());
    }
    let tree = reader.tree.unwrap();
    assert!(tree.state().focus().is_some());
}
