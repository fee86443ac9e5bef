//! Documents: newsletters, strategies, letters, reports, law and guidance, each opened in the
//! browser when it is pressed and not before.

use iced::widget::column;

use crate::directory::service;
use crate::guide::documents::{self, Document};
use crate::look::{Icon, Look, Tint, gap};
use crate::platform::opening::Link;
use crate::screens::shared::guidance;
use crate::screens::shared::keeping::{self, Kept, Leaf};
use crate::screens::shared::searched::{self, Names, Searched};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, notice, row_button, words as text};
use crate::words;

/// The council's newsletter in the directory.
const NEWSLETTER: &str = "somerset-send-news";
const TITLE: &str = "Documents";
/// The step that keeps the page.
const STEP: &str = "Read again: Documents";

/// The screen.
#[derive(Debug)]
pub struct Documents {
    list: Searched,
    kept: Kept,
}

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the search, the kinds or the pager.
    List(searched::Message),
    /// “Open in the browser”.
    Visit(&'static Document),
    /// “Copy address”.
    Copy(&'static Document),
    /// Something to keep from the list.
    Keep(keeping::Message),
    /// The service that sends newsletters.
    Service(service::Id),
    /// The improvement plan.
    Plan,
    /// A term was pressed.
    Term(Press),
}

impl Default for Documents {
    fn default() -> Self {
        Self::new()
    }
}

impl Documents {
    /// With every document.
    pub fn new() -> Self {
        Self {
            list: Searched::new(Names {
                prefix: "documents",
                search: "Search the documents",
                noun: "documents",
            }),
            kept: Kept::default(),
        }
    }

    /// Opens the list as it was left.
    pub fn enter(&mut self, context: &Context) {
        self.kept.turn_the_page();
        self.refresh(context);
    }

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.kept.refresh(context);
    }

    fn found(&self) -> Vec<&'static Document> {
        documents::search(self.list.typed(), self.list.kind())
    }

    /// What a press or a typed letter does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::List(message) => {
                let found = self.found();
                let next = |at| found.get(at).map(|one: &&Document| open_id(one));
                self.list.update(message, next)
            }
            Message::Visit(one) => Action::Visit(Link::Website(one.url.clone())),
            Message::Copy(one) => Action::CopyOnly {
                words: one.url.clone(),
                said: "Copied the address".to_owned(),
            },
            Message::Keep(message) => {
                let leaf = self.leaf();
                self.kept.update(context, message, |_| leaf)
            }
            Message::Service(id) => Action::Open(Place::Service(id)),
            Message::Plan => Action::Open(Place::ImprovementPlan(None)),
            Message::Term(press) => terms::update(context, press),
        }
    }

    /// What is listed now, as it can be taken along.
    fn leaf(&self) -> Leaf {
        let read_on = words::date(documents::checked_on());
        let found = self.found();
        let lines = found.iter().map(|one| one.as_text());
        let end = format!("Copied from Withy. Pages read on {read_on}.");
        Leaf {
            title: TITLE.to_owned(),
            step: STEP.to_owned(),
            tag: "documents".to_owned(),
            service: None,
            text: lines.chain([end]).collect::<Vec<_>>().join("\n"),
        }
    }

    /// Draws the list.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let terms = &Terms::new(look, context, Message::Term);
        let about = terms.reading(documents::about());
        let found = self.found();
        let total = found.len();
        let kinds = documents::kinds().iter();
        let head = self.list.head(
            look,
            terms,
            kinds.map(|kind| (kind.id.as_str(), kind.title.as_str())),
            |kind| documents::search(self.list.typed(), kind).len(),
            Message::List,
        );
        let shown: Vec<_> = found.into_iter().take(self.list.shown()).collect();
        let rows: Vec<_> = shown.iter().map(|one| row(one, look, terms)).collect();
        let kind = self.list.kind();
        let kind = documents::kinds().iter().find(|one| kind == Some(&one.id));
        let says = kind.map_or(&[][..], |kind| &kind.none);
        let foot = self.list.foot(look, terms, total, says, Message::List);
        let problem = self.kept.problem.as_deref();
        let problem = problem
            .map(|problem| Element::from(notice::problem(look, "Something went wrong", problem)));
        let newsletter = context.directory.by_slug(NEWSLETTER).map(|service| {
            row_button(
                look,
                format!("documents/service/{}", service.id),
                service.name.as_str(),
                Some(service.organization.as_str()),
                None,
                Some((Icon::Mail, Tint::Information)),
                Message::Service(service.id),
            )
        });
        let missing = documents::not_found().iter();
        let missing = missing.map(|what| terms.body(what.as_str()));
        let read_on = words::date(documents::checked_on());
        let back = Some(("Improvement plan", Message::Plan));
        let list = (!rows.is_empty()).then(|| widgets::list(look, "Documents", rows));
        let content = column![
            widgets::page_header(look, TITLE, back, None),
            about,
            head,
            list,
            foot,
            column![
                text::section(look, "Take it with you"),
                guidance::take_along(look, "documents", &self.kept, STEP, context, Message::Keep),
                problem,
            ]
            .spacing(gap::M),
            column![text::section(look, "Who sends newsletters"), newsletter].spacing(gap::S),
            column![
                text::section(look, "What we could not find"),
                widgets::list_spaced(look, "What we could not find", missing.collect(), gap::XS),
            ]
            .spacing(gap::S),
            terms.quiet(documents::left_out()),
            terms.rest(),
            text::quiet(look, format!("We read the pages on {read_on}.")),
        ];
        widgets::page(look, content.spacing(gap::L))
    }
}

fn open_id(one: &Document) -> String {
    format!("documents/{}/open", one.id)
}

fn row<'a>(one: &'static Document, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    let title = terms.strong(one.title.as_str());
    let kind = documents::kinds().iter().find(|kind| kind.id == one.kind);
    let kind = kind.map_or("", |kind| kind.title.as_str());
    let facts = terms.label(format!("{kind}. {}. {}.", one.publisher, one.dated()));
    let note = one
        .note
        .as_deref()
        .map(|note| -> Element<'a, Message> { terms.quiet(note) });
    let said = column![title, facts, note,];
    let open = button::plain(
        look,
        open_id(one),
        "Open in the browser",
        Message::Visit(one),
    )
    .icon(Icon::Website)
    .name(format!("Open in the browser: {}", one.title));
    let copy = button::quiet(
        look,
        format!("documents/{}/copy", one.id),
        "Copy address",
        Message::Copy(one),
    )
    .icon(Icon::Copy)
    .name(format!("Copy address: {}", one.title));
    let press = widgets::wrap_row(vec![open.into(), copy.into()], gap::S);
    widgets::beside(said, press, 320.0, gap::L)
}
