//! The page: its words counted, its answers changed in place, what it keeps, and no finding at any
//! width.

use std::path::Path;

use accesskit::Role;
use iced::Size;
use withy::access::Snapshot;
use withy::app::Message;
use withy::guide::pathway;
use withy::look::ThemeName;
use withy::platform::folders::Folders;
use withy::screens::{Place, settings, worried};
use withy::settings::{Settings, TextSize};

use crate::person::{By, Person};

/// The words that are read on the page itself, without the rail and the status line.
pub fn words_of_page(seen: &Snapshot) -> usize {
    let main = |at: &usize| seen.entries[*at].role() == Role::Main;
    let page = (0..seen.entries.len()).find(main).unwrap();
    let within = (0..seen.entries.len()).filter(|&at| seen.is_within(at, page));
    within
        .map(|at| {
            let shown = &seen.entries[at].content;
            let said = match seen.entries[at].role() {
                Role::Label | Role::Link | Role::Note if shown.is_empty() => seen.name(at),
                _ => shown.clone(),
            };
            said.split_whitespace().count()
        })
        .sum()
}

fn opens(person: &mut Person, message: worried::Message) {
    person.settle(Message::Worried(message));
}

fn at_the_steps(person: &mut Person, age: &'static pathway::Age, worry: &'static pathway::Worry) {
    person.settle(Message::Go(Place::Worried(None)));
    opens(person, worried::Message::StartAgain);
    opens(person, worried::Message::Age(age));
    opens(person, worried::Message::Worry(worry));
}

/// Wide, middle and narrow.
pub const ROOMS: [(Size, TextSize); 3] = [
    (Size::new(1_280.0, 800.0), TextSize::Normal),
    (Size::new(900.0, 600.0), TextSize::Normal),
    (Size::new(1_280.0, 800.0), TextSize::Double),
];

#[test]
fn every_page_is_short_and_has_no_findings() {
    for ((size, text_size), family) in ROOMS
        .into_iter()
        .flat_map(|room| [(room, false), (room, true)])
    {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Person::sits_down_with(folder.path(), size, By::Mouse, text_size);
        if family {
            person.settle(Message::Settings(settings::Message::SampleFamily(true)));
        }
        let check = |person: &mut Person, what: &str| {
            let seen = person.look();
            assert_eq!(seen.screen_findings(), vec![], "{what}");
            let words = words_of_page(&seen);
            assert!((20..250).contains(&words), "{what} has {words} words");
        };
        person.settle(Message::Go(Place::Worried(None)));
        check(&mut person, "ages");
        for age in pathway::ages() {
            for worry in pathway::worries() {
                at_the_steps(&mut person, age, worry);
                check(&mut person, &format!("{}, {}", worry.title, age.title));
            }
            for (at, first) in pathway::worries().iter().enumerate() {
                for more in &pathway::worries()[at + 1..] {
                    at_the_steps(&mut person, age, first);
                    opens(&mut person, worried::Message::AskWorry);
                    opens(&mut person, worried::Message::Worry(more));
                    let both = format!("{} and {}", first.title, more.title);
                    check(&mut person, &format!("{both}, {}", age.title));
                }
            }
        }
        for page in pathway::pages() {
            opens(&mut person, worried::Message::Read(page));
            check(&mut person, &page.title);
        }
        opens(&mut person, worried::Message::Sources);
        check(&mut person, "sources");
    }
}

#[test]
fn the_answers_are_shown_and_each_can_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down_with(
        folder.path(),
        Size::new(1_280.0, 800.0),
        By::Keyboard,
        TextSize::Double,
    );
    person.go("Worried?");
    person.press("5 to 16");
    person.press("Behaviour");
    person.sees("Behaviour, 5 to 16");
    person.sees("Call 999 if life is in danger.");
    person.press("Yes");
    person.sees("The route to an assessment can differ there.");
    person.press("Under 5");
    person.sees("Behaviour, under 5");
    person.does_not_see("East Mendip");
    person.press("Not yet");
    person.sees("Pre-school autism assessment");
    person.press("Add a worry");
    person.press("Talking and understanding");
    person.sees("What to do first, under 5");
    person.sees("Open the service: Children and Young People’s Therapy Service");
    person.sees("Open the service: Health visitors");
    person.press("Behaviour");
    person.sees("Talking and understanding, under 5");
    person.does_not_see("Call 999 if life is in danger.");
    person.press("Start again");
    person.sees("How old is your child?");
}

#[test]
fn a_question_is_kept_once_and_a_note_and_a_page_are_one_press_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down_with(
        folder.path(),
        Size::new(1_280.0, 800.0),
        By::Keyboard,
        TextSize::Normal,
    );
    person.go("Worried?");
    person.press("Under 5");
    person.press("Talking and understanding");
    person.press("Ask this: I am worried about how my child talks.");
    person.keeps();
    assert_eq!(person.questions().len(), 1);
    person.sees("In your questions");
    person.press("They said no");
    person.sees("If you are stuck");
    person.press("Ask this: Please can you send me your answer in writing");
    assert_eq!(person.questions().len(), 2);
    person.press("Save this step");
    let record = person.app.context().record.as_ref().unwrap();
    assert_eq!(record.steps().unwrap().len(), 1);
    person.press("Back to your steps");
    person.press("Copy as text");
    let copied = person.copied().unwrap();
    assert!(copied.starts_with("Talking and understanding, under 5\n\n1. Write down"));
    person.press("Save these steps");
    person.shortcut("z");
    let record = person.app.context().record.as_ref().unwrap();
    assert_eq!(record.steps().unwrap().len(), 1, "undone in one");
    person.sees("Save these steps");
    person.press("Write a note: Write down what you see");
    assert!(person.is_on("notes/text"));
}

#[test]
fn sources_are_opened_on_request_only() {
    let folder = tempfile::tempdir().unwrap();
    let size = Size::new(1_280.0, 800.0);
    let mut person = Person::sits_down(folder.path(), size, By::Keyboard);
    person.go("Worried?");
    person.press("16 to 25");
    person.press("A health condition");
    person.press("Sources");
    person.sees(
        "Torbay Family Hub: what colleges are expected to provide (page dated 21 August 2023)",
    );
    assert!(person.opener.written_down().is_empty());
    person.press("Torbay Family Hub");
    assert_eq!(person.opener.written_down().len(), 1);
}

#[test]
fn the_steps_are_drawn() {
    let size = Size::new(1_280.0, 800.0);
    let themes = [
        ThemeName::Cream,
        ThemeName::Dark,
        ThemeName::HighContrastDark,
    ];
    for (theme, text_size) in themes
        .map(|theme| (theme, TextSize::Normal))
        .into_iter()
        .chain([(ThemeName::Cream, TextSize::Double)])
    {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            text_size,
            theme: Some(theme),
            ..Settings::default()
        };
        settings
            .write(&Folders::at(folder.path()).settings())
            .unwrap();
        let mut person = Person::sits_down(folder.path(), size, By::Mouse);
        let draw = |person: &mut Person, name: &str| {
            let theme = theme.words().to_lowercase().replace(' ', "-");
            let file = format!("target/gallery/{name}-{theme}-{}.png", text_size.per_cent());
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            person.picture(&path);
            assert!(path.metadata().unwrap().len() > 1_000);
        };
        at_the_steps(&mut person, &pathway::ages()[0], &pathway::worries()[0]);
        draw(&mut person, "worried-speech");
        at_the_steps(&mut person, &pathway::ages()[1], &pathway::worries()[1]);
        opens(&mut person, worried::Message::Answer("east-mendip", "no"));
        draw(&mut person, "worried-behaviour");
        opens(&mut person, worried::Message::AskWorry);
        draw(&mut person, "worried-more");
        opens(
            &mut person,
            worried::Message::Read(pathway::page("stuck").unwrap()),
        );
        draw(&mut person, "worried-stuck");
    }
}
