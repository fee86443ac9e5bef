//! How the form is drawn.

use iced::widget::column;

use super::super::{Message as Screen, tags};
use super::{Form, Message};
use crate::look::{Icon, Look, Role, Width, gap};
use crate::record::Child;
use crate::record::note::Kind;
use crate::screens::Context;
use crate::screens::shared::children;
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

/// How many lines of a note are in sight.
const LINES: f32 = 6.0;

impl Form {
    pub(in super::super) fn view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        family: &'a [Child],
        known_tags: &'a [String],
    ) -> Element<'a, Screen> {
        let title = if self.is_new { "New note" } else { "Note" };
        let problem = self
            .problem
            .as_deref()
            .map(|problem| notice::problem(look, "This note is not saved", problem));
        let text = field::long_text(look, "notes/text", "What happened?", &self.text, |edit| {
            Screen::Form(Message::Text(edit))
        })
        .height(LINES * Role::BODY.line_height(look.roomy))
        .error(self.text_problem);
        let people = field::text(
            look,
            "notes/people",
            "Who with?",
            &self.note.people,
            |people| Screen::Form(Message::People(people)),
        )
        .on_submit(Screen::Save);
        let kinds = Kind::ALL
            .iter()
            .map(|kind| (*kind, kind.words().to_owned()))
            .collect();
        let kind = widgets::choice(
            look,
            "notes/kind",
            "What kind of note?",
            kinds,
            Some(self.note.kind),
            |kind| Screen::Form(Message::Kind(kind)),
        )
        .in_a_row();
        let about = children::chips(
            look,
            "notes/about",
            "About",
            family,
            &self.note.children,
            |child| Screen::Form(Message::Child(child)),
        );
        let first = column![
            Element::from(text),
            Element::from(people),
            Element::from(kind)
        ]
        .spacing(gap::L);
        let second = column![]
            .push(about)
            .push(self.tags_part(look, known_tags))
            .push(self.when_part(context, look))
            .spacing(gap::L);
        let back = Some(("All notes", Screen::AllNotes));
        let page = column![widgets::page_header(look, title, back, None)]
            .push(self.restored_line(look))
            .push(problem)
            .push(self.service_line(context, look))
            .push(widgets::with_side(look, first, second))
            .push(self.actions(context, look))
            .push((!self.is_new).then(|| self.files.view(context, look, Screen::Files)));
        widgets::page(look, page.spacing(gap::L))
    }

    fn restored_line<'a>(&'a self, look: &Look) -> Option<Element<'a, Screen>> {
        let said = "You began this before. It is not saved yet.";
        if let Some(other) = &self.instead_of {
            let then = format!("Save or delete it first. Then you can begin {other}.");
            return Some(notice::information(look, said, then).into());
        }
        self.restored
            .then(|| widgets::with_icon(look, Icon::Edit, said))
    }

    fn service_line<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
    ) -> Option<Element<'a, Screen>> {
        let name = &context.directory.service(self.note.service?)?.name;
        let forget = button::quiet(
            look,
            "notes/no-service",
            "Not about this service",
            Screen::Form(Message::NoService),
        )
        .icon(Icon::Close)
        .small();
        Some(widgets::wrap_row(
            vec![
                widgets::body(look, "About"),
                widgets::link(look, "notes/service", name.as_str(), Screen::OpenService),
                forget.into(),
            ],
            gap::S,
        ))
    }

    fn tags_part<'a>(&'a self, look: &Look, known: &'a [String]) -> Element<'a, Screen> {
        let typed = field::text(look, "notes/tags", "Tags", &self.tags, |typed| {
            Screen::Form(Message::Tags(typed))
        })
        .help("A word or two to find it by, with commas between.")
        .on_submit(Screen::Save);
        let chosen = tags::read(&self.tags);
        let chips: Vec<Element<'a, Screen>> = known
            .iter()
            .map(|tag| {
                widgets::chip(
                    look,
                    format!("notes/known-tag/{tag}"),
                    tag.as_str(),
                    None,
                    tags::has(&chosen, tag),
                    Screen::Form(Message::Tag(tag.clone())),
                )
            })
            .collect();
        let chips = (!chips.is_empty()).then(|| widgets::wrap_row(chips, gap::S));
        column![Element::from(typed)]
            .push(chips)
            .spacing(gap::S)
            .into()
    }

    fn when_part<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Screen> {
        let today = context.today();
        if self.when_open {
            let date = field::date(
                look,
                "notes/date",
                "Date",
                &self.when.date,
                today,
                |typed| Screen::Form(Message::Date(typed)),
            )
            .error(self.when.date_problem.as_ref().map(ToString::to_string));
            let time = field::time(look, "notes/time", "Time", &self.when.time, |typed| {
                Screen::Form(Message::Time(typed))
            })
            .error(self.when.time_problem.as_ref().map(ToString::to_string));
            let fields = vec![date.into(), time.into()];
            // On a wide page they stand in the narrow column at the side.
            return if look.width == Width::Middle {
                widgets::fields_in_a_row(look, fields)
            } else {
                column(fields).spacing(gap::L).into()
            };
        }
        let when = format!(
            "When: {}, {}",
            words::near_day(self.note.at.date(), today),
            words::time(self.note.at.time())
        );
        let change = button::quiet(
            look,
            "notes/change-when",
            "Change",
            Screen::Form(Message::ChangeWhen),
        )
        .name("Change when it happened");
        widgets::wrap_row(
            vec![widgets::with_icon(look, Icon::Clock, when), change.into()],
            gap::S,
        )
    }

    fn actions<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Screen> {
        let save = button::main(look, "notes/save", "Save note", Screen::Save).icon(Icon::Check);
        // With no record there is no bin to put the words in, and nothing is kept anyway.
        let may_delete = !self.is_new || (self.has_words && context.record.is_some());
        let delete = may_delete.then(|| {
            button::danger(look, "notes/delete", "Delete", Screen::Delete)
                .icon(Icon::Delete)
                .into()
        });
        let kept = self
            .draft
            .line(context.today())
            .map(|line| widgets::quiet(look, line));
        let row = [Some(save.into()), delete, kept]
            .into_iter()
            .flatten()
            .collect();
        widgets::stack_or_row(look, row, gap::M)
    }
}
