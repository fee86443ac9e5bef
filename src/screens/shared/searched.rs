//! A list that is searched, narrowed to one kind and shown a part at a time.

use iced::widget::column;

use crate::look::{Icon, Look, gap};
use crate::screens::Action;
use crate::screens::shared::terms::Terms;
use crate::widgets::pager::STEP;
use crate::widgets::{self, Element, button, field, words as text};

/// What was typed and chosen, and how much is shown.
#[derive(Debug)]
pub struct Searched {
    names: Names,
    typed: String,
    kind: Option<&'static str>,
    shown: usize,
}

/// What ids begin with, and what the list is called.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// What ids begin with, such as `documents`.
    pub prefix: &'static str,
    /// The label of the search.
    pub search: &'static str,
    /// What it lists, for many: `documents`.
    pub noun: &'static str,
}

/// What a person can do with the list.
#[derive(Debug, Clone)]
pub enum Message {
    /// Words were typed into the search.
    Typed(String),
    /// A kind was pressed; `None` is everything.
    Kind(Option<&'static str>),
    /// “Show everything”.
    Clear,
    /// “Show 20 more”.
    More,
}

impl Searched {
    /// With nothing typed and nothing chosen.
    pub fn new(names: Names) -> Self {
        Self {
            names,
            typed: String::new(),
            kind: None,
            shown: STEP,
        }
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The id of the kind that is chosen.
    pub fn kind(&self) -> Option<&'static str> {
        self.kind
    }

    /// How many are shown.
    pub fn shown(&self) -> usize {
        self.shown
    }

    /// What a press or a typed letter does. `next` gives the id of a control of the thing at a
    /// place, where the focus goes when more is shown.
    pub fn update<M>(
        &mut self,
        message: Message,
        next: impl FnOnce(usize) -> Option<String>,
    ) -> Action<M> {
        match message {
            Message::Typed(typed) => self.typed = typed,
            Message::Kind(kind) => self.kind = kind,
            Message::Clear => {
                self.typed.clear();
                self.kind = None;
                self.shown = STEP;
                return Action::Focus(format!("{}/search", self.names.prefix).into());
            }
            Message::More => {
                let first = next(self.shown);
                self.shown += STEP;
                return first.map_or(Action::None, |id| Action::Focus(id.into()));
            }
        }
        self.shown = STEP;
        Action::None
    }

    /// The search and the kinds; each kind with how many it would leave.
    pub fn head<'a, M: Clone + 'a>(
        &'a self,
        look: &Look,
        terms: &Terms<M>,
        kinds: impl Iterator<Item = (&'static str, &'static str)>,
        count: impl Fn(Option<&str>) -> usize,
        wrap: impl Fn(Message) -> M + Copy + 'a,
    ) -> Element<'a, M> {
        let prefix = self.names.prefix;
        let search = field::text(
            look,
            format!("{prefix}/search"),
            self.names.search,
            &self.typed,
            move |typed| wrap(Message::Typed(typed)),
        )
        .icon(Icon::Find);
        let all = std::iter::once((None, "Everything"));
        let kinds = all.chain(kinds.map(|(id, title)| (Some(id), title)));
        let chips = kinds.map(|(id, title)| {
            terms.note(title);
            widgets::chip(
                look,
                format!("{prefix}/kind/{}", id.unwrap_or("all")),
                title,
                Some(count(id)),
                self.kind == id,
                wrap(Message::Kind(id)),
            )
        });
        column![search, widgets::wrap_row(chips.collect(), gap::S)]
            .spacing(gap::M)
            .into()
    }

    /// What stands under the list: how to see more, or what to do when nothing fits. `says` is there
    /// to say instead where nothing could be found at all.
    pub fn foot<'a, M: Clone + 'a>(
        &self,
        look: &Look,
        terms: &Terms<M>,
        total: usize,
        says: &'static [String],
        wrap: impl Fn(Message) -> M,
    ) -> Option<Element<'a, M>> {
        let Names { prefix, noun, .. } = self.names;
        if total > 0 {
            let id = format!("{prefix}/more");
            let shown = total.min(self.shown);
            return widgets::pager(look, id, shown, total, noun, wrap(Message::More));
        }
        let none = "Nothing here has all of that. Try fewer words.";
        let says = if says.is_empty() || !self.typed.trim().is_empty() {
            vec![text::reading(look, none)]
        } else {
            let says = says.iter();
            says.map(|says| terms.reading(says.as_str())).collect()
        };
        let id = format!("{prefix}/clear");
        let clear = button::plain(look, id, "Show everything", wrap(Message::Clear));
        Some(
            column![column(says).spacing(gap::S), Element::from(clear)]
                .spacing(gap::M)
                .into(),
        )
    }
}
