//! Text with words in it that are explained in place: a press on one opens its meaning under the
//! paragraph, and another press closes it.

use std::borrow::Cow;
use std::ops::Range;

use accesskit::{Live, Role as Kind};
use iced::advanced::widget::Id;
use iced::widget::{column, container, row};
use iced::{Color, Fill};

use super::{Element, icon, layout, style};
use crate::access::passage::{Ink, Word};
use crate::access::{Accessible, Passage};
use crate::look::{Icon, Look, Role, gap, measure};

/// The kinds of text in which a word can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The large words of a page of Easy Read.
    Easy,
    /// Text of a page that is read from top to bottom.
    Reading,
    /// Body text.
    Body,
    /// Body text that stands out.
    Strong,
    /// Small text.
    Label,
    /// Small text that matters less.
    Quiet,
}

/// A word of a text that can be pressed for its meaning.
#[derive(Debug, Clone)]
pub struct Explained<M> {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// Its id, alone in the window.
    pub id: Id,
    /// Its meaning is open.
    pub open: bool,
    /// What a press says.
    pub on_press: M,
}

/// What a screen reader says after the word.
pub const SHOWS: &str = "Show what this means";

/// A paragraph with these words in it, in their order. `meaning` stands under the paragraph.
pub fn explained<'a, M: Clone + 'a>(
    look: &Look,
    voice: Voice,
    text: impl Into<Cow<'a, str>>,
    words: Vec<Explained<M>>,
    meaning: Option<Element<'a, M>>,
) -> Element<'a, M> {
    let (role, colour) = match voice {
        Voice::Easy => (Role::EASY, look.palette.text),
        Voice::Reading => (Role::READING, look.palette.text),
        Voice::Body => (Role::BODY, look.palette.text),
        Voice::Strong => (Role::STRONG, look.palette.text),
        Voice::Label => (Role::LABEL, look.palette.text),
        Voice::Quiet => (Role::LABEL, look.palette.quiet),
    };
    let widest = match voice {
        Voice::Reading => measure::READING,
        Voice::Easy | Voice::Body | Voice::Strong | Voice::Label | Voice::Quiet => f32::INFINITY,
    };
    let words = words.into_iter().map(|word| Word {
        at: word.at,
        id: word.id,
        description: SHOWS,
        expanded: word.open,
        on_press: word.on_press,
    });
    let passage = Passage::new(text, words.collect(), ink(look, role, colour));
    column![container(Element::from(passage)).max_width(widest), meaning]
        .spacing(gap::S)
        .into()
}

/// The same after an icon: a small quiet fact.
pub fn after_icon<'a, M: 'a>(
    look: &Look,
    mark: Icon,
    words: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let mark = icon::on_line(look, mark, Role::LABEL, look.palette.quiet);
    row![mark, words.into()].spacing(gap::XS + 2.0).into()
}

/// What a word means: its name in full, the meaning, and what leads to more. A screen reader says
/// it when it opens.
pub fn meaning<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    name: String,
    means: String,
    more: Vec<Element<'a, M>>,
) -> Element<'a, M> {
    let palette = look.palette;
    let said = format!("{}. {means}", name.trim_end_matches('.'));
    let label = format!("What this means: {name}");
    let words = column![
        style::text(look, Role::STRONG, palette.text, name),
        style::text(look, Role::BODY, palette.text, means),
    ];
    let words = Accessible::new(Kind::Label, words).leaf().with(|node| {
        node.set_value(said);
        node.set_live(Live::Polite);
    });
    let content = column![
        Element::from(words),
        layout::wrap_lines(more, gap::L, gap::XS)
    ];
    let (ground, edge) = (palette.information_ground, palette.accent);
    let card = container(content.spacing(gap::S))
        .width(Fill)
        .max_width(measure::READING)
        .padding([gap::M, gap::L])
        .style(move |_| style::boxed(ground, edge, 1.0, measure::RADIUS));
    Accessible::new(Kind::Group, card)
        .id(id)
        .label(label)
        .into()
}

fn ink(look: &Look, role: Role, text: Color) -> Ink {
    let role = look.drawn(role);
    Ink {
        size: role.size,
        line: role.line,
        font: look.font(role.weight),
        text,
        word: look.palette.accent,
        over: look.palette.information_ground,
        ring: style::ring(look, 3.0),
    }
}
