//! The other cards of Today: steps, waiting, notes, questions and saved services.

use iced::widget::{column, container, row, space};
use iced::{Bottom, Center, Fill, Padding};
use jiff::civil::Date;

use super::kept::Kept;
use super::{Message, Today, next};
use crate::look::{Icon, Look, Tint, gap};
use crate::record::{Note, SavedService, Step};
use crate::screens::{Context, FindStart, NotesStart, Place, QuestionsStart};
use crate::widgets::{self, Element, button, field};
use crate::words;

/// How many saved services are shown.
const SERVICES: usize = 5;

/// What to do next, each with a tick box and the phone number it needs.
pub(super) fn steps<'a>(
    screen: &'a Today,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let steps = &screen.kept.steps;
    let today = context.today();
    let rows: Vec<Element<'a, Message>> = steps
        .iter()
        .take(screen.shown_steps)
        .map(|one| step(one, &screen.kept, context, today, look))
        .collect();
    let list: Element<'a, Message> = if rows.is_empty() {
        widgets::body(look, "Nothing to do is written down.")
    } else {
        widgets::list_spaced(look, "Next steps", rows, gap::L)
    };
    let more = widgets::pager(
        look,
        "today/steps/more",
        steps.len().min(screen.shown_steps),
        steps.len(),
        "steps",
        Message::MoreSteps,
    );
    let add = field::text(
        look,
        "today/step",
        "Add a step",
        &screen.step,
        Message::StepTyped,
    )
    .placeholder("Like “Ring the school”")
    .error(screen.step_problem)
    .on_submit(Message::AddStep);
    let press = button::plain(look, "today/step/add", "Add", Message::AddStep)
        .name("Add the step")
        .icon(Icon::Add);
    let add: Element<'a, Message> = if look.is_narrow() {
        column![add, press].spacing(gap::M).into()
    } else {
        row![container(add).width(Fill), press]
            .spacing(gap::M)
            .align_y(Bottom)
            .into()
    };
    let kept = screen.step_draft.line(today);
    widgets::card(
        look,
        column![
            widgets::section(look, "Next steps"),
            list,
            more,
            widgets::divider(look),
            add,
            kept.map(|line| widgets::quiet(look, line)),
        ]
        .spacing(gap::M),
    )
}

fn step<'a>(
    step: &'a Step,
    kept: &Kept,
    context: &'a Context,
    today: Date,
    look: &Look,
) -> Element<'a, Message> {
    let id = step.id;
    let done = step.done_on.is_some();
    let tick = widgets::tick_box(look, format!("step/{id}"), &step.text, done, move |done| {
        Message::StepDone(id, done)
    });
    let names = kept.names(&step.children);
    let whom = (!names.is_empty()).then(|| format!("for {names}"));
    let due = step.due.filter(|_| !done);
    let late = due.filter(|day| *day <= today).map(|day| {
        if day == today {
            widgets::due(look, "Due today")
        } else {
            let written = next::day_in_a_sentence(day, today);
            widgets::due(look, format!("Was due {written}"))
        }
    });
    let by = due
        .filter(|day| *day > today)
        .map(|day| format!("by {}", next::day_in_a_sentence(day, today)));
    let facts: Vec<String> = [whom, by].into_iter().flatten().collect();
    let facts = (!facts.is_empty()).then(|| widgets::quiet(look, sentence(&facts.join(", "))));
    let service = step
        .service
        .filter(|_| !done)
        .and_then(|service| context.directory.service(service));
    let phone = service
        .and_then(|service| service.phones.first())
        .map(|phone| {
            widgets::phone_number(
                look,
                &format!("step/{id}/phone"),
                phone.number.as_str(),
                None,
                Message::Copy(phone.number.clone()),
                Message::Call(phone.number.clone()),
            )
        });
    let open = service.map(|service| {
        widgets::quiet_link(
            look,
            format!("step/{id}/service"),
            service.name.as_str(),
            Message::Open(Place::Service(service.id)),
        )
    });
    // In line with the words beside the tick box.
    let more = container(column![facts, late, open, phone].spacing(gap::XS))
        .padding(Padding::ZERO.left(gap::XL + gap::L));
    column![tick, more].into()
}

/// With a capital first letter.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Services with a waiting list.
pub(super) fn waiting<'a>(
    kept: &'a Kept,
    today: Date,
    look: &Look,
) -> Option<Element<'a, Message>> {
    if kept.waiting.is_empty() {
        return None;
    }
    let rows = kept.waiting.iter().map(|saved| {
        let names = kept.names(&saved.children);
        let since = format!("Saved {}", words::away(saved.saved_on, today));
        service_row(saved, names, Some(since), Icon::Waiting, look)
    });
    Some(card(look, "Waiting", None, "Waiting lists", rows.collect()))
}

/// Saved services, with how far the family has come.
pub(super) fn saved<'a>(kept: &'a Kept, look: &Look) -> Option<Element<'a, Message>> {
    if kept.saved.is_empty() {
        return None;
    }
    let rows = kept.saved.iter().take(SERVICES).map(|saved| {
        let status = saved.status.words();
        let names = kept.names(&saved.children);
        let detail = if names.is_empty() {
            status.to_owned()
        } else {
            format!("{status}. {names}")
        };
        service_row(saved, detail, None, Icon::Saved, look)
    });
    let find = button::quiet(
        look,
        "today/saved/find",
        "Find help",
        FindStart::Search.into(),
    )
    .icon(Icon::Find)
    .at_edge()
    .into();
    Some(card(
        look,
        "Saved services",
        Some(find),
        "Saved services",
        rows.collect(),
    ))
}

fn service_row<'a>(
    saved: &'a SavedService,
    detail: String,
    trailing: Option<String>,
    icon: Icon,
    look: &Look,
) -> Element<'a, Message> {
    widgets::row_button(
        look,
        format!("saved/{}", saved.id),
        saved.name.clone(),
        (!detail.is_empty()).then_some(detail),
        trailing,
        Some((icon, Tint::Plain)),
        Message::Open(Place::Service(saved.service)),
    )
}

/// The paths through Worried? that were kept.
pub(super) fn paths<'a>(kept: &'a Kept, look: &Look) -> Option<Element<'a, Message>> {
    if kept.paths.is_empty() {
        return None;
    }
    let rows = kept.paths.iter().map(|path| {
        let day = words::date(path.kept_on);
        let names = kept.names(&path.children);
        let detail = if names.is_empty() {
            format!("Your path of {day}")
        } else {
            format!("Your path of {day}, for {names}")
        };
        widgets::row_button(
            look,
            format!("path/{}", path.id),
            path.title.clone(),
            Some(detail),
            None,
            Some((Icon::Worried, Tint::Plain)),
            Message::Open(Place::Path(path.id)),
        )
    });
    Some(card(
        look,
        "What to do first",
        None,
        "Paths you kept",
        rows.collect(),
    ))
}

/// The latest notes.
pub(super) fn notes<'a>(kept: &'a Kept, today: Date, look: &Look) -> Element<'a, Message> {
    let write = button::plain(
        look,
        "today/notes/write",
        "Write",
        Message::Open(Place::Notes(NotesStart::New {
            child: None,
            service: None,
        })),
    )
    .name("Write a note")
    .icon(Icon::Add)
    .into();
    let rows: Vec<Element<'a, Message>> = kept
        .notes
        .iter()
        .map(|note| {
            widgets::row_button(
                look,
                format!("note/{}", note.id),
                note.title(),
                Some(note_detail(note, kept, today)),
                None,
                None,
                Message::note(note.id),
            )
        })
        .collect();
    card(look, "Latest notes", Some(write), "Latest notes", rows)
}

/// `Yesterday, 4:10pm. School. Sam`
fn note_detail(note: &Note, kept: &Kept, today: Date) -> String {
    let when = format!(
        "{}, {}",
        words::near_day(note.at.date(), today),
        words::time(note.at.time())
    );
    let names = kept.names(&note.children);
    [when.as_str(), note.kind_in_words().unwrap_or(""), &names]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(". ")
}

/// How many questions wait to be asked.
pub(super) fn questions<'a>(kept: &'a Kept, look: &Look) -> Option<Element<'a, Message>> {
    if kept.questions == 0 {
        return None;
    }
    let title = if kept.questions == 1 {
        "1 question waits to be asked".to_owned()
    } else {
        format!(
            "{} questions wait to be asked",
            words::thousands(kept.questions)
        )
    };
    let row = widgets::row_button(
        look,
        "today/questions",
        title,
        None,
        None,
        Some((Icon::Questions, Tint::Plain)),
        Message::Open(Place::Questions(QuestionsStart::List)),
    );
    Some(card(look, "Questions", None, "Questions", vec![row]))
}

fn card<'a>(
    look: &Look,
    title: &'static str,
    action: Option<Element<'a, Message>>,
    name: &'static str,
    rows: Vec<Element<'a, Message>>,
) -> Element<'a, Message> {
    let heading = row![widgets::section(look, title), space::horizontal(), action].align_y(Center);
    let list: Element<'a, Message> = if rows.is_empty() {
        widgets::body(look, "Nothing is written down yet.")
    } else {
        widgets::list(look, name, rows)
    };
    widgets::card(look, column![heading, list].spacing(gap::M))
}
