//! A book of the guide on a screen: its pages as a list, and the page that is open.

use iced::widget::column;

use crate::guide::book::Book;
use crate::guide::easy_read::Whole;
use crate::guide::page::{Act, Page};
use crate::look::{Icon, Look, Tint, gap};
use crate::platform::opening::Link;
use crate::screens::shared::keeping::{self, Kept, Leaf};
use crate::screens::shared::terms::{self, Press, Terms};
use crate::screens::shared::{easy_read, guidance};
use crate::screens::{Action, Context, Place};
use crate::widgets::{self, Element, button, notice, row_button};

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
    /// Something to keep from the page that is open.
    Keep(keeping::Message),
    /// Open a page that it rests on.
    Visit(&'static str),
    /// Open another place.
    Go(Place),
    /// A term was pressed.
    Term(Press),
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
        // Pressing anything else closes what a word means.
        if !matches!(message, Message::Term(_)) {
            context.meaning = None;
        }
        match message {
            Message::Read(page) => self.turn_to(Some(page)),
            Message::Close => self.turn_to(None),
            Message::Keep(keeping::Message::Act(Act::Read(id), _)) => {
                let page = self.book.pages.iter().find(|page| page.id == *id);
                self.turn_to(page)
            }
            Message::Keep(message) => {
                let (book, title, open) = (self.book, self.title, self.open);
                let leaf = |context: &Context| leaf(book, title, open, context);
                self.kept.update(context, message, leaf)
            }
            Message::Visit(url) => Action::Visit(Link::Website(url.to_owned())),
            Message::Go(place) => Action::Open(place),
            Message::Term(press) => terms::update(context, press),
        }
    }

    fn turn_to(&mut self, page: Option<&'static Page>) -> Action<Message> {
        self.open = page;
        self.kept.turn_the_page();
        Action::Focus("page-title".into())
    }

    /// The open page, or the list of pages with `first` as the main thing to press.
    pub fn view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        first: (String, Icon, Place),
    ) -> Element<'a, Message> {
        let terms = Terms::new(look, context, Message::Term);
        match self.open {
            Some(page) => self.page(page, context, look, &terms),
            None => self.contents(look, first, &terms),
        }
    }

    fn contents<'a>(
        &'a self,
        look: &Look,
        (label, icon, place): (String, Icon, Place),
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        terms.note(self.title);
        let intro = terms.reading(self.book.intro.as_str());
        let rows = self.book.pages.iter().map(|page| {
            terms.note(&page.title);
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
            intro,
            Element::from(first),
            widgets::list(look, self.title, rows.collect()),
            terms.rest(),
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
        terms: &Terms<Message>,
    ) -> Element<'a, Message> {
        terms.note(self.title);
        terms.note(&page.title);
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
            terms.reading(page.intro.as_str()),
            service,
            guidance::parts(
                look,
                self.prefix,
                page,
                &self.kept,
                context,
                terms,
                Message::Keep
            ),
            guidance::take_along(
                look,
                &format!("{}/{}", self.prefix, page.id),
                &self.kept,
                &step_words(page, context),
                context,
                Message::Keep,
            ),
            terms.rest(),
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

/// What the step says that keeps a page: to contact the service it is about, or to read it again.
fn step_words(page: &Page, context: &Context) -> String {
    let slug = page.service.as_deref();
    match slug.and_then(|slug| context.directory.by_slug(slug)) {
        Some(service) => format!("Contact {}", service.name),
        None => format!("Read again: {}", page.title),
    }
}

/// The open page as it can be taken along.
fn leaf(book: &'static Book, title: &str, open: Option<&'static Page>, context: &Context) -> Leaf {
    let Some(page) = open else {
        return Leaf::default();
    };
    let slug = page.service.as_deref();
    let service = slug.and_then(|slug| context.directory.by_slug(slug));
    let find = |id: &str| book.sources.get(id);
    Leaf {
        title: page.title.clone(),
        step: step_words(page, context),
        tag: title.to_owned(),
        service: service.map(|service| service.id),
        text: guidance::as_text(page, book.checked_on, find, context),
    }
}
