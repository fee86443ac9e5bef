//! A new question: one field, and a few choices for those who want them.

use iced::Fill;
use iced::widget::{column, container};

use super::{Action, Message, Questions, State, Tab, kept};
use crate::directory::service;
use crate::look::{Icon, Look, gap};
use crate::record::{self, Question, appointment, child};
use crate::screens::shared::drafts::FormDraft;
use crate::screens::{Context, children};
use crate::widgets::{self, Element, button, field};

const DRAFT: &str = "question/new";

/// The new question as it is typed.
#[derive(Debug)]
pub(super) struct Adding {
    pub(super) text: String,
    error: Option<&'static str>,
    details: bool,
    children: Vec<child::Id>,
    appointment: Option<appointment::Id>,
    service: Option<service::Id>,
    draft: FormDraft,
}

impl Default for Adding {
    fn default() -> Self {
        Self {
            text: String::new(),
            error: None,
            details: false,
            children: Vec::new(),
            appointment: None,
            service: None,
            draft: FormDraft::new(DRAFT),
        }
    }
}

impl Adding {
    /// Starts a question for a service or an appointment, keeping words typed before.
    pub(super) fn start(
        &mut self,
        service: Option<service::Id>,
        appointment: Option<appointment::Id>,
    ) {
        self.service = service;
        self.appointment = appointment;
        self.details = appointment.is_some();
        self.error = None;
    }

    /// Takes up the words of a draft, if one was kept.
    pub(super) fn restore(&mut self, context: &Context) {
        if let Ok(Some(words)) = self.draft.read(context) {
            self.text = words;
        }
    }

    /// Whether words were typed that no draft holds yet.
    pub(super) fn is_writing(&self) -> bool {
        self.draft.is_behind()
    }

    pub(super) fn keep_draft(&mut self, context: &mut Context) -> Result<bool, record::Error> {
        let text = &self.text;
        let words = || (!text.trim().is_empty()).then_some(text);
        self.draft.keep(context, words)
    }
}

impl Questions {
    pub(super) fn update_adding(
        &mut self,
        context: &mut Context,
        message: Message,
    ) -> Action<Message> {
        match message {
            Message::NewTyped(typed) => {
                self.adding.text = typed;
                self.adding.draft.touch();
                self.adding.error = None;
            }
            Message::NewDetails => self.adding.details = !self.adding.details,
            Message::NewAbout(id) => children::toggle(&mut self.adding.children, id),
            Message::NewTakeTo(appointment) => self.adding.appointment = appointment,
            Message::Add => return self.add(context),
            _ => {}
        }
        Action::None
    }

    fn add(&mut self, context: &mut Context) -> Action<Message> {
        let text = self.adding.text.trim().to_owned();
        if text.is_empty() {
            self.adding.error = Some("Write your question first, then add it.");
            return Action::Focus("questions/new".into());
        }
        let mut question = Question::new(&context.now());
        question.text = text;
        question.children.clone_from(&self.adding.children);
        // A list that shows one child only would hide a question about nobody.
        if question.children.is_empty() {
            question.children.extend(self.child);
        }
        question.appointment = self.adding.appointment;
        question.service = self.adding.service;
        let result = context.change("Question added", |change| change.put_question(&question));
        if !self.after(context, result) {
            return Action::None;
        }
        self.adding.text.clear();
        self.adding.draft.touch();
        self.adding.children.clear();
        self.group = None;
        self.tab = Tab::Kept(State::Waiting);
        self.keep_quietly(context);
        Action::Several(vec![
            Action::Saved("Question added".to_owned()),
            Action::Focus("questions/new".into()),
        ])
    }
}

/// The field and its button, first on the page.
pub(super) fn view<'a>(
    screen: &'a Questions,
    context: &'a Context,
    look: &Look,
) -> Element<'a, Message> {
    let adding = &screen.adding;
    let service = adding.service.and_then(|id| context.directory.service(id));
    let field = field::text(
        look,
        "questions/new",
        "New question",
        &adding.text,
        Message::NewTyped,
    )
    .placeholder("Like “What happens after the hearing test?”")
    .error(adding.error)
    .on_submit(Message::Add);
    let field = container(field).width(Fill);
    let add = button::main(look, "questions/add", "Add question", Message::Add).icon(Icon::Add);
    let has_details = !screen.kept.children.is_empty() || !screen.kept.coming.is_empty();
    let details = has_details.then(|| {
        let label = if adding.details {
            "Fewer details"
        } else {
            "More details"
        };
        button::quiet(look, "questions/new/details", label, Message::NewDetails)
            .icon(if adding.details { Icon::Up } else { Icon::Down })
    });
    let kept = adding.draft.line(context.today());
    let kept = kept.map(|line| widgets::quiet(look, line));
    column![
        service.map(|service| widgets::quiet(look, format!("For {}", service.name))),
        field,
        (has_details && adding.details).then(|| choices(screen, context, look)),
        widgets::wrap_row(
            [Some(Element::from(add)), details.map(Element::from), kept]
                .into_iter()
                .flatten()
                .collect(),
            gap::M
        ),
    ]
    .spacing(gap::M)
    .into()
}

fn choices<'a>(screen: &'a Questions, context: &'a Context, look: &Look) -> Element<'a, Message> {
    let adding = &screen.adding;
    let about = children::chips(
        look,
        "questions/new/about",
        "Who is it about?",
        &screen.kept.children,
        &adding.children,
        Message::NewAbout,
    );
    let now = context.now();
    let take = (!screen.kept.coming.is_empty()).then(|| {
        widgets::choice(
            look,
            "questions/new/take",
            "Take it to",
            screen.kept.places_to_take(adding.appointment, &now),
            Some(adding.appointment),
            Message::NewTakeTo,
        )
    });
    column![about, take.map(Element::from)]
        .spacing(gap::M)
        .into()
}

/// The group that a question belongs to, as the screen calls it.
pub(super) fn group_of(question: &Question) -> Option<&'static str> {
    question.group.as_deref().and_then(kept::group_title)
}
