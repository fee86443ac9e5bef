//! The family’s own part of a promise’s page.

use iced::widget::{Id, column};

use super::super::{ImprovementPlan, Message};
use super::form::{Edited, Form, add_id};
use super::id_of;
use crate::guide::plan::Promise;
use crate::look::{Icon, Look, Role, Tint, gap};
use crate::record::experience::{self as kept, Experience};
use crate::screens::Context;
use crate::screens::shared::children;
use crate::widgets::{self, Element, button, field, notice, row_button, words as text};
use crate::words;

/// How many lines of what is written are in sight.
const LINES: f32 = 5.0;

/// Who gathers what families live through, where the directory has them.
const WHO_LISTENS: &str = "somerset-parent-carer-forum";

/// The button that changes something kept.
pub(super) fn change_id(id: kept::Id) -> Id {
    id_of("change", id)
}

impl ImprovementPlan {
    pub(in super::super) fn own_experience<'a>(
        &'a self,
        promise: &'static Promise,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let problem = self.own_problem.as_deref().map(|problem| {
            let title = "Your words could not be read or changed";
            Element::from(notice::problem(look, title, problem))
        });
        let rows: Vec<_> = self
            .of(promise)
            .map(|one| self.one(one, context, look))
            .collect();
        let list =
            (!rows.is_empty()).then(|| widgets::list(look, "Your family’s experience", rows));
        let mut forms = self.forms.iter();
        let begun = forms.find(|form| form.is_new() && form.promise() == promise.id);
        let add = match begun {
            Some(form) if form.is_open => self.form_view(form, context, look),
            other => add(promise, other.is_some(), look),
        };
        column![
            text::section(look, "Your family’s experience"),
            text::reading(
                look,
                "Write what happened to you, with the day. It stands beside the promise.",
            ),
            text::with_icon(
                look,
                Icon::Home,
                "Nothing is sent. Your words stay on this computer until you send them yourself.",
            ),
            problem,
            list,
            add,
            sharing(promise, context, look),
        ]
        .spacing(gap::M)
        .into()
    }

    /// Something kept, or its form while it is being changed.
    fn one<'a>(
        &'a self,
        one: &'a Experience,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let form = self.forms.iter().find(|form| form.id() == one.id);
        if let Some(form) = form.filter(|form| form.is_open) {
            return self.form_view(form, context, look);
        }
        let day = words::date(one.happened_on);
        let names = children::names(&self.family, &one.children);
        let head = if names.is_empty() {
            day.clone()
        } else {
            format!("{day}, {names}")
        };
        let paragraphs = one.text.lines().filter(|line| !line.trim().is_empty());
        let paragraphs = paragraphs.map(|line| text::reading(look, line));
        let unsaved = form.is_some_and(Form::has_words);
        let unsaved = unsaved.then(|| {
            text::with_icon(
                look,
                Icon::Edit,
                "You began to change this. It is not saved yet.",
            )
        });
        let label = if unsaved.is_some() { "Go on" } else { "Change" };
        let change = button::quiet(look, change_id(one.id), label, Message::Change(one.id))
            .icon(Icon::Edit)
            .name(format!("{label}: {day}"));
        let delete = button::quiet(
            look,
            id_of("delete", one.id),
            "Delete",
            Message::Delete(one.id),
        )
        .icon(Icon::Delete)
        .name(format!("Delete: {day}"));
        let said = column![
            text::strong(look, head),
            column(paragraphs).spacing(gap::XS),
            unsaved,
        ]
        .spacing(gap::XS);
        let press = widgets::wrap_row(vec![change.into(), delete.into()], gap::S);
        widgets::beside(said, press, 320.0, gap::L)
    }

    fn form_view<'a>(
        &'a self,
        form: &'a Form,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let id = form.id();
        let on = move |edited| Message::Form(id, edited);
        let restored = form.restored.then(|| {
            let said = "You began this before. It is not saved yet.";
            text::with_icon(look, Icon::Edit, said)
        });
        let problem = form
            .problem
            .as_deref()
            .map(|problem| Element::from(notice::problem(look, "This is not saved", problem)));
        let happened = field::long_text(
            look,
            id_of("text", id),
            "What happened?",
            &form.text,
            move |edit| on(Edited::Text(edit)),
        )
        .height(LINES * Role::BODY.line_height(look.roomy))
        .error(form.text_problem);
        let date = field::date(
            look,
            id_of("date", id),
            "When did it happen?",
            &form.date,
            context.today(),
            move |typed| on(Edited::Date(typed)),
        )
        .error(form.date_problem.as_deref());
        let about = children::chips(
            look,
            &format!("plan/own/{id}/about"),
            "Who is it about? You can leave this out.",
            &self.family,
            form.children(),
            move |child| on(Edited::Child(child)),
        );
        let save = button::main(
            look,
            id_of("save", id),
            "Save beside the promise",
            Message::Save(id),
        )
        .icon(Icon::Check);
        let close = button::plain(look, id_of("close", id), "Close", Message::Close(id))
            .describe("Words that are not saved wait here.");
        // With no record there is no bin to put the words in, and nothing is kept anyway.
        let may_delete = form.is_new() && form.has_words() && context.record.is_some();
        let delete = may_delete.then(|| {
            button::danger(look, id_of("delete", id), "Delete", Message::Delete(id))
                .icon(Icon::Delete)
                .into()
        });
        let kept = form.draft_line(context.today());
        let kept = kept.map(|line| text::quiet(look, line));
        let row = [Some(save.into()), Some(close.into()), delete, kept];
        widgets::card(
            look,
            column![
                restored,
                problem,
                Element::from(happened),
                Element::from(date),
                about,
                widgets::stack_or_row(look, row.into_iter().flatten().collect(), gap::M),
            ]
            .spacing(gap::L),
        )
    }
}

fn add<'a>(promise: &'static Promise, begun: bool, look: &Look) -> Element<'a, Message> {
    let label = if begun {
        "Go on writing"
    } else {
        "Add what happened"
    };
    let begun = begun.then(|| {
        let said = "You began to write something here. It is not saved yet.";
        text::with_icon(look, Icon::Edit, said)
    });
    let add =
        button::main(look, add_id(&promise.id), label, Message::Add(promise)).icon(Icon::Edit);
    column![begun, Element::from(add)].spacing(gap::S).into()
}

/// How the words leave Withy: only as text that the family sends.
fn sharing<'a>(
    promise: &'static Promise,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let id = format!("plan/{}/copy", promise.id);
    let one = button::plain(look, id, "Copy as text", Message::Copy(promise))
        .icon(Icon::Copy)
        .name("Copy as text: this promise with your words");
    let all = button::plain(look, "plan/copy", "Copy all as text", Message::CopyAll)
        .icon(Icon::Copy)
        .name("Copy all as text: every promise with your words");
    let forum = context.directory.by_slug(WHO_LISTENS).map(|service| {
        row_button(
            look,
            format!("plan/service/{}", service.id),
            service.name.as_str(),
            (service.organization != service.name).then_some(service.organization.as_str()),
            None,
            Some((Icon::Community, Tint::Community)),
            Message::Service(service.id),
        )
    });
    column![
        text::subsection(look, "Tell somebody"),
        text::reading(
            look,
            "The text has the promise, what inspectors found, and your words with their days. \
             Paste it for the Parent Carer Forum, Healthwatch or inspectors. \
             Withy adds no names.",
        ),
        widgets::wrap_row(vec![one.into(), all.into()], gap::M),
        forum,
    ]
    .spacing(gap::M)
    .into()
}
