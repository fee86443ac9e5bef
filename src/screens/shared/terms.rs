//! Words explained where they stand: on each page the first use of a term can be pressed, and its
//! meaning opens under the paragraph.

use std::borrow::Cow;
use std::cell::RefCell;

use iced::widget::column;

use crate::access;
use crate::guide::words::{Found, Support, Term, found_in};
use crate::look::{Icon, Look, gap};
use crate::screens::{Action, Context, Place};
use crate::widgets::explained::{self, Explained, Voice};
use crate::widgets::{self, Element, quiet_link, words as text};

/// The id of the meaning that is shown.
const MEANING: &str = "term-meaning";

/// What a person can do with a term.
#[derive(Debug, Clone, Copy)]
pub enum Press {
    /// Show what it means, or no longer.
    Meaning(&'static Term),
    /// “Open in Words explained”.
    Read(&'static Term),
}

/// What a press does. One meaning is open at a time; the focus stays on the word.
pub fn update<M: Send + 'static>(context: &mut Context, press: Press) -> Action<M> {
    match press {
        Press::Meaning(term) => {
            let open = context.meaning.is_some_and(|one| one.id == term.id);
            context.meaning = (!open).then_some(term);
            if open {
                return Action::None;
            }
            Action::Run(access::reveal(MEANING))
        }
        Press::Read(term) => Action::Open(Place::WordsExplained(Some(term.id.clone()))),
    }
}

/// The id of a term where it can be pressed.
pub fn id(term: &Term) -> String {
    format!("term/{}", term.id)
}

/// How a page has used one term so far.
struct Used {
    term: &'static Term,
    /// It can be pressed, or the page is about it.
    explained: bool,
    /// It was written as a short form.
    short: bool,
    /// It was written out.
    in_full: bool,
}

/// The terms of one page while it is drawn, from its top to its end. Texts must be asked for in
/// the order in which they stand on the page.
pub struct Terms<M> {
    look: Look,
    open: Option<&'static Term>,
    on_press: fn(Press) -> M,
    used: RefCell<Vec<Used>>,
}

impl<M: Clone> Terms<M> {
    /// Of a page that has said nothing yet.
    pub fn new(look: &Look, context: &Context, on_press: fn(Press) -> M) -> Self {
        Self {
            look: *look,
            open: context.meaning,
            on_press,
            used: RefCell::default(),
        }
    }

    /// The page says what this term means by itself.
    pub fn explained(&self, term: &'static Term) {
        self.uses(term, |used| {
            used.explained = true;
            used.in_full = true;
        });
    }

    fn uses<T>(&self, term: &'static Term, change: impl FnOnce(&mut Used) -> T) -> T {
        let mut all = self.used.borrow_mut();
        let known = all.iter().position(|one| one.term.id == term.id);
        let at = known.unwrap_or_else(|| {
            all.push(Used {
                term,
                explained: false,
                short: false,
                in_full: false,
            });
            all.len() - 1
        });
        change(&mut all[at])
    }

    /// Words of the page that are no paragraph: a title, a row, the name of a button.
    pub fn note(&self, text: &str) {
        for found in found_in(text) {
            self.uses(found.term, |used| {
                used.short |= !found.in_full;
                used.in_full |= found.in_full;
            });
        }
    }

    /// The uses of a text that are the first on the page.
    fn first_uses(&self, text: &str) -> Vec<Found> {
        let mut found = found_in(text);
        found.retain(|found| {
            self.uses(found.term, |used| {
                used.short |= !found.in_full;
                used.in_full |= found.in_full;
                !std::mem::replace(&mut used.explained, true)
            })
        });
        found
    }

    /// A sentence of Easy Read, with its hard word bold where nothing in it is pressed.
    pub fn easy<'a>(&self, words: &'a str, bold: Option<&'a str>) -> Element<'a, M>
    where
        M: 'a,
    {
        let found = self.first_uses(words);
        if found.is_empty() {
            return widgets::easy_with_bold(&self.look, words, bold);
        }
        self.with_words(Voice::Easy, words.into(), found)
    }

    /// Text of a page that is read from top to bottom.
    pub fn reading<'a>(&self, words: impl Into<Cow<'a, str>>) -> Element<'a, M>
    where
        M: 'a,
    {
        self.say(Voice::Reading, words.into())
    }

    /// Body text.
    pub fn body<'a>(&self, words: impl Into<Cow<'a, str>>) -> Element<'a, M>
    where
        M: 'a,
    {
        self.say(Voice::Body, words.into())
    }

    /// Body text that stands out.
    pub fn strong<'a>(&self, words: impl Into<Cow<'a, str>>) -> Element<'a, M>
    where
        M: 'a,
    {
        self.say(Voice::Strong, words.into())
    }

    /// Small text.
    pub fn label<'a>(&self, words: impl Into<Cow<'a, str>>) -> Element<'a, M>
    where
        M: 'a,
    {
        self.say(Voice::Label, words.into())
    }

    /// Small text that matters less.
    pub fn quiet<'a>(&self, words: impl Into<Cow<'a, str>>) -> Element<'a, M>
    where
        M: 'a,
    {
        self.say(Voice::Quiet, words.into())
    }

    /// A small quiet fact with its icon.
    pub fn with_icon<'a>(&self, mark: Icon, words: impl Into<Cow<'a, str>>) -> Element<'a, M>
    where
        M: 'a,
    {
        explained::after_icon(&self.look, mark, self.quiet(words))
    }

    fn say<'a>(&self, voice: Voice, text: Cow<'a, str>) -> Element<'a, M>
    where
        M: 'a,
    {
        let look = &self.look;
        let found = self.first_uses(&text);
        if found.is_empty() {
            return match voice {
                Voice::Easy => widgets::easy(look, text),
                Voice::Reading => text::reading(look, text),
                Voice::Body => text::body(look, text),
                Voice::Strong => text::strong(look, text),
                Voice::Label => text::label(look, text),
                Voice::Quiet => text::quiet(look, text),
            };
        }
        self.with_words(voice, text, found)
    }

    fn with_words<'a>(&self, voice: Voice, text: Cow<'a, str>, found: Vec<Found>) -> Element<'a, M>
    where
        M: 'a,
    {
        let look = &self.look;
        let is_open = |term: &Term| self.open.is_some_and(|open| open.id == term.id);
        let shown = found.iter().find(|found| is_open(found.term));
        let meaning = shown.map(|found| self.meaning(found.term));
        let words = found.into_iter().map(|found| Explained {
            at: found.at,
            id: id(found.term).into(),
            open: is_open(found.term),
            on_press: (self.on_press)(Press::Meaning(found.term)),
        });
        explained::explained(look, voice, text, words.collect(), meaning)
    }

    fn meaning<'a>(&self, term: &'static Term) -> Element<'a, M>
    where
        M: 'a,
    {
        let look = &self.look;
        let mut means = term.meaning.clone();
        if term.support == Support::NotChecked {
            means = format!("{means} {}", term.support.words());
        }
        if term.old_name {
            means = format!("{means} It is an old name.");
        }
        let open = (self.on_press)(Press::Read(term));
        let more = term.leads_to().into_iter().map(|other| {
            let id = format!("term/{}/to/{}", term.id, other.id);
            let read = (self.on_press)(Press::Read(other));
            quiet_link(look, id, other.name_in_full(), read)
        });
        let read = format!("term/{}/read", term.id);
        let links = std::iter::once(quiet_link(look, read, "Open in Words explained", open));
        explained::meaning(
            look,
            MEANING,
            term.name_in_full(),
            means,
            links.chain(more).collect(),
        )
    }

    /// The end of a page: the terms that stand only in titles and rows, to be pressed here, and
    /// what short forms stand for where the page did not say.
    pub fn rest<'a>(&self) -> Option<Element<'a, M>>
    where
        M: 'a,
    {
        let left: Vec<&'static Term> = {
            let used = self.used.borrow();
            let left = used.iter().filter(|one| {
                let never_said = one.short && !one.in_full && one.term.stands_for.is_some();
                !one.explained || never_said
            });
            left.map(|one| one.term).collect()
        };
        let rows: Vec<_> = left
            .into_iter()
            .map(|term| self.body(term.name_in_full()))
            .collect();
        (!rows.is_empty()).then(|| {
            column![
                text::section(&self.look, "Words on this page"),
                widgets::list_spaced(&self.look, "Words on this page", rows, gap::XS),
            ]
            .spacing(gap::S)
            .into()
        })
    }
}
