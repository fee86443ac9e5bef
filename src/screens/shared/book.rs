//! A book of the guide on a screen: its pages as a list, and the page that is open.

use iced::widget::column;

use crate::guide::book::Book;
use crate::guide::easy_read::Whole;
use crate::guide::page::{Act, Page};
use crate::look::{Icon, Look, Tint, gap};
use crate::platform::opening::Link;
use crate::screens::shared::easy_read;
use crate::screens::shared::guidance::{self, Kept};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, notice, row_button, words as text};

/// A book as it is read. Where it was open stays open while the window lives.
#[derive(Debug)]
pub struct Reader {
    book: &'static Book,
    /// What ids begin with.
    prefix: &'static str,
    title: &'static str,
    /// What the Easy Read form of a page, or of the list of pages, is known by.
    whole: fn(Option<&Page>) -> Option<Whole>,
    open: Option<&'static Page>,
    kept: Kept,
}

/// What a person can do with a book.
#[derive(Debug, Clone)]
pub enum Message {
    /// Open a page.
    Read(&'static Page),
    /// Back to the list of pages.
    Close,
    /// The button beside a piece of guidance, with its words.
    Act(&'static Act, &'static str),
    /// Open a page that it rests on.
    Visit(&'static str),
    /// Open another place.
    Go(Place),
}

impl Reader {
    /// A book with nothing open.
    pub fn new(
        book: &'static Book,
        prefix: &'static str,
        title: &'static str,
        whole: fn(Option<&Page>) -> Option<Whole>,
    ) -> Self {
        Self {
            book,
            prefix,
            title,
            whole,
            open: None,
            kept: Kept::default(),
        }
    }

    /// Opens the page with this id.
    pub fn open(&mut self, id: &str) {
        self.open = self.book.pages.iter().find(|page| page.id == id);
    }

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.kept.refresh(context);
    }

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Read(page) => self.turn_to(Some(page)),
            Message::Close => self.turn_to(None),
            Message::Act(Act::Read(id), _) => {
                let page = self.book.pages.iter().find(|page| page.id == *id);
                self.turn_to(page)
            }
            Message::Act(act, words) => self.kept.act(context, act, words),
            Message::Visit(url) => Action::Visit(Link::Website(url.to_owned())),
            Message::Go(place) => Action::Open(place),
        }
    }

    fn turn_to(&mut self, page: Option<&'static Page>) -> Action<Message> {
        self.open = page;
        Action::Focus("page-title".into())
    }

    /// The open page, or the list of pages: `intro` above it, `first` the main thing to press.
    pub fn view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        intro: &'static str,
        first: (String, Icon, Place),
    ) -> Element<'a, Message> {
        match self.open {
            Some(page) => self.page(page, context, look),
            None => self.contents(look, intro, first),
        }
    }

    fn contents<'a>(
        &'a self,
        look: &Look,
        intro: &'static str,
        (label, icon, place): (String, Icon, Place),
    ) -> Element<'a, Message> {
        let rows = self.book.pages.iter().map(|page| {
            row_button(
                look,
                format!("{}/page/{}", self.prefix, page.id),
                page.title.as_str(),
                None,
                None,
                Some((Icon::Words, Tint::Plain)),
                Message::Read(page),
            )
        });
        let id = format!("{}/first", self.prefix);
        let first = button::main(look, id, label, Message::Go(place)).icon(icon);
        let content = column![
            widgets::page_header(look, self.title, None, self.easy_read(None, look)),
            text::reading(look, intro),
            Element::from(first),
            widgets::list(look, self.title, rows.collect()),
        ];
        widgets::page(look, content.spacing(gap::L))
    }

    fn easy_read<'a>(&self, page: Option<&Page>, look: &Look) -> Option<Element<'a, Message>> {
        let whole = (self.whole)(page)?;
        easy_read::button(look, &whole, Message::Go)
    }

    fn page<'a>(
        &'a self,
        page: &'static Page,
        context: &'a Context,
        look: &Look,
    ) -> Element<'a, Message> {
        let problem =
            self.kept.problem.as_deref().map(|problem| {
                Element::from(notice::problem(look, "Something went wrong", problem))
            });
        let slug = page.service.as_deref();
        let service = slug.and_then(|slug| context.directory.by_slug(slug));
        let service = service.map(|service| {
            let id = format!("{}/service/{}", self.prefix, page.id);
            let place = Place::Service(service.id);
            Element::from(
                button::main(look, id, "Open the service", Message::Go(place))
                    .icon(Icon::Forward)
                    .name(format!("Open the service: {}", service.name)),
            )
        });
        let find = |id: &str| self.book.sources.get(id);
        let content = column![
            widgets::page_header(
                look,
                page.title.as_str(),
                Some((self.title, Message::Close)),
                self.easy_read(Some(page), look)
            ),
            problem,
            text::reading(look, page.intro.as_str()),
            service,
            guidance::parts(look, self.prefix, page, &self.kept, context, Message::Act),
            guidance::behind(
                look,
                page,
                self.book.checked_on,
                find,
                self.prefix,
                Message::Visit
            ),
        ];
        widgets::page(look, content.spacing(gap::L))
    }
}
