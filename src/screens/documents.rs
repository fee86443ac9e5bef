//! Documents: newsletters, strategies, letters, reports, law and guidance, each opened in the
//! browser when it is pressed and not before.

use iced::widget::column;

use crate::directory::service;
use crate::guide::documents::{self, Document};
use crate::look::{Icon, Look, Tint, gap};
use crate::platform::opening::Link;
use crate::screens::shared::searched::{self, Names, Searched};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, row_button, words as text};
use crate::words;

/// The council's newsletter in the directory.
const NEWSLETTER: &str = "somerset-send-news";

/// The screen.
#[derive(Debug)]
pub struct Documents {
    list: Searched,
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
    /// “Copy this list as text”.
    CopyAll,
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
        }
    }

    /// Opens the list as it was left.
    pub fn enter(&mut self, _context: &Context) {}

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
            Message::CopyAll => {
                let found = self.found();
                let lines: Vec<String> = found.iter().map(|one| one.as_text()).collect();
                let said = words::count(found.len(), "document", "documents");
                Action::Copy {
                    words: lines.join("\n"),
                    said: format!("Copied {said} with addresses"),
                }
            }
            Message::Service(id) => Action::Open(Place::Service(id)),
            Message::Plan => Action::Open(Place::ImprovementPlan(None)),
            Message::Term(press) => terms::update(context, press),
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
            kinds.map(|kind| (kind.id.as_str(), kind.title.as_str())),
            |kind| documents::search(self.list.typed(), kind).len(),
            Message::List,
        );
        let shown: Vec<_> = found.into_iter().take(self.list.shown()).collect();
        let rows: Vec<_> = shown.iter().map(|one| row(one, look, terms)).collect();
        let kind = self.list.kind();
        let kind = documents::kinds().iter().find(|one| kind == Some(&one.id));
        let says = kind.map_or(&[][..], |kind| &kind.none);
        let foot = self.list.foot(look, total, says, Message::List);
        let copy = (total > 0).then(|| {
            let label = "Copy this list as text";
            let copy = button::quiet(look, "documents/copy", label, Message::CopyAll);
            Element::from(copy.icon(Icon::Copy))
        });
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
            widgets::page_header(look, "Documents", back, None),
            about,
            head,
            list,
            foot,
            copy,
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

/// The titles are names that others gave; what is short in them is explained at the end.
fn row<'a>(one: &'static Document, look: &Look, terms: &Terms<Message>) -> Element<'a, Message> {
    terms.note(&one.title);
    terms.note(&one.publisher);
    let kind = documents::kinds().iter().find(|kind| kind.id == one.kind);
    let kind = kind.map_or("", |kind| kind.title.as_str());
    let note = one
        .note
        .as_deref()
        .map(|note| -> Element<'a, Message> { terms.quiet(note) });
    let said = column![
        text::strong(look, one.title.as_str()),
        text::label(look, format!("{kind}. {}. {}.", one.publisher, one.dated())),
        note,
    ];
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
