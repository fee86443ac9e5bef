//! Sizes, line heights, weights and the two font families.

use iced::font::Weight;
use serde::{Deserialize, Serialize};

const ATKINSON_REGULAR: &[u8] =
    include_bytes!("../../assets/fonts/atkinson-hyperlegible-next/Regular.ttf");
const ATKINSON_SEMIBOLD: &[u8] =
    include_bytes!("../../assets/fonts/atkinson-hyperlegible-next/SemiBold.ttf");
const ATKINSON_BOLD: &[u8] =
    include_bytes!("../../assets/fonts/atkinson-hyperlegible-next/Bold.ttf");
const LEXEND_REGULAR: &[u8] = include_bytes!("../../assets/fonts/lexend/Regular.ttf");
const LEXEND_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/lexend/SemiBold.ttf");
const LEXEND_BOLD: &[u8] = include_bytes!("../../assets/fonts/lexend/Bold.ttf");
const ICONS: &[u8] = include_bytes!("../../assets/icons/lucide-subset.ttf");
const PICTURES: &[u8] = include_bytes!("../../assets/pictures/mulberry-subset.ttf");

/// Every font file the window draws with.
pub const FILES: [&[u8]; 8] = [
    ATKINSON_REGULAR,
    ATKINSON_SEMIBOLD,
    ATKINSON_BOLD,
    LEXEND_REGULAR,
    LEXEND_SEMIBOLD,
    LEXEND_BOLD,
    ICONS,
    PICTURES,
];

/// The two typefaces a person can choose between (both SIL Open Font License 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Atkinson Hyperlegible Next, drawn for readers with low vision.
    #[default]
    AtkinsonHyperlegibleNext,
    /// Lexend, with wider letters.
    Lexend,
}

impl Family {
    /// Both, in the order Settings shows them.
    pub const ALL: [Self; 2] = [Self::AtkinsonHyperlegibleNext, Self::Lexend];

    /// The family name inside the font files.
    pub fn name(self) -> &'static str {
        match self {
            Self::AtkinsonHyperlegibleNext => "Atkinson Hyperlegible Next",
            Self::Lexend => "Lexend",
        }
    }
}

/// A role that text plays, with its size and line height in logical pixels at 100 %.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Role {
    /// Letter size.
    pub size: f32,
    /// Line height.
    pub line: f32,
    /// Stroke weight.
    pub weight: Weight,
}

impl Role {
    /// The one title of a page.
    pub const PAGE_TITLE: Self = Self::new(30.0, 38.0, Weight::Bold);
    /// The title of the thing that is open beside a list.
    pub const DETAIL_TITLE: Self = Self::new(26.0, 34.0, Weight::Bold);
    /// A section of a page.
    pub const SECTION: Self = Self::new(22.0, 30.0, Weight::Semibold);
    /// The title of a card or row.
    pub const CARD_TITLE: Self = Self::new(19.0, 27.0, Weight::Semibold);
    /// Body text.
    pub const BODY: Self = Self::new(17.0, 26.0, Weight::Normal);
    /// Body text that must stand out.
    pub const STRONG: Self = Self::new(17.0, 26.0, Weight::Semibold);
    /// Body text of a page that is read from top to bottom.
    pub const READING: Self = Self::new(18.0, 28.0, Weight::Normal);
    /// Easy Read: more than the 14 point (18.7 pixels) that its readers ask for at least.
    pub const EASY: Self = Self::new(22.0, 32.0, Weight::Normal);
    /// The hard word in it.
    pub const EASY_BOLD: Self = Self::new(22.0, 32.0, Weight::Bold);
    /// Labels and help under fields.
    pub const LABEL: Self = Self::new(15.0, 22.0, Weight::Normal);
    /// A label that must stand out.
    pub const STRONG_LABEL: Self = Self::new(15.0, 22.0, Weight::Semibold);
    /// A phone number, to be read across a room.
    pub const PHONE: Self = Self::new(24.0, 32.0, Weight::Semibold);

    const fn new(size: f32, line: f32, weight: Weight) -> Self {
        Self { size, line, weight }
    }

    /// The same with letters of 14 point (18.7 pixels) or more.
    pub(super) fn at_least_easy(self) -> Self {
        const LEAST: f32 = 19.0;
        const LINE: f32 = 28.0;
        Self {
            size: self.size.max(LEAST),
            line: self.line.max(LINE),
            ..self
        }
    }

    /// The line height in pixels, at least 1.5 times the letters when roomy
    /// (WCAG 2.2 success criterion 1.4.12).
    pub fn line_height(self, roomy: bool) -> f32 {
        if roomy {
            self.line.max(self.size * 1.6)
        } else {
            self.line
        }
    }
}
