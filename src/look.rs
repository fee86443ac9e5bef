//! How Withy looks: the only place that names a number of pixels, a colour or a font.
//!
//! A [`Look`] is handed to every view. It says which palette, font, spacing and width class
//! to draw with; screens never ask for anything else.

pub mod icon;
pub mod palette;
pub mod picture;
pub mod typography;

pub use icon::Icon;
pub use palette::{Palette, ThemeName, Tint};
pub use typography::{Family, Role};

/// Space between things, in logical pixels at 100 % text size.
pub mod gap {
    /// 4: between an icon and its word in a chip.
    pub const XS: f32 = 4.0;
    /// 8: between lines that belong together.
    pub const S: f32 = 8.0;
    /// 12: inside controls.
    pub const M: f32 = 12.0;
    /// 16: between controls, inside cards.
    pub const L: f32 = 16.0;
    /// 24: between groups.
    pub const XL: f32 = 24.0;
    /// 32: the margin of a page.
    pub const XXL: f32 = 32.0;
    /// 48: around an empty state.
    pub const HUGE: f32 = 48.0;
}

/// Fixed measures, in logical pixels at 100 % text size.
pub mod measure {
    /// Corner radius of controls.
    pub const RADIUS: f32 = 6.0;
    /// Corner radius of cards.
    pub const CARD_RADIUS: f32 = 10.0;
    /// Height of a main action: the 44 px target of WCAG 2.5.5.
    pub const TARGET: f32 = 44.0;
    /// Height of a smaller target, above the 24 px of WCAG 2.5.8.
    pub const SMALL_TARGET: f32 = 36.0;
    /// Height of a place in the rail: all sixteen stand in a window 800 pixels high.
    pub const RAIL_ITEM: f32 = 42.0;
    /// Width of the left rail.
    pub const RAIL: f32 = 232.0;
    /// The longest comfortable line of body text, about 66 characters.
    pub const READING: f32 = 620.0;
    /// The widest a page of cards and forms grows.
    pub const PAGE: f32 = 1_020.0;
    /// Width of the list beside an open service.
    pub const LIST_COLUMN: f32 = 480.0;
    /// The side of a picture of an Easy Read page.
    pub const PICTURE: f32 = 128.0;
    /// The same where the page is narrow.
    pub const PICTURE_NARROW: f32 = 96.0;
    /// The same in the list of pages.
    pub const PICTURE_SMALL: f32 = 80.0;
    /// Room that a focus ring needs outside its control: 2 px gap and 3 px ring and 2 px halo.
    pub const RING: f32 = 7.0;
}

/// How much room a page has, after the text size has been taken into account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// Under 720 logical pixels: no rail, a menu button, one column.
    Narrow,
    /// Rail and one column.
    Middle,
    /// Rail, content and a detail column.
    Wide,
}

impl Width {
    /// The class of a window `width` logical pixels wide.
    pub fn of(width: f32) -> Self {
        match width {
            w if w < 720.0 => Self::Narrow,
            w if w < 1_120.0 => Self::Middle,
            _ => Self::Wide,
        }
    }
}

/// Everything a view needs to draw: palette, font, spacing and room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Colours.
    pub palette: &'static Palette,
    /// Font family.
    pub family: Family,
    /// Roomy spacing: lines at 1.5, paragraphs further apart.
    pub roomy: bool,
    /// Room on the page.
    pub width: Width,
    /// No letters under 14 point, as on a page of Easy Read.
    pub large: bool,
}

impl Look {
    /// The font for a weight in the chosen family.
    pub fn font(&self, weight: iced::font::Weight) -> iced::Font {
        iced::Font {
            weight,
            ..iced::Font::with_name(self.family.name())
        }
    }

    /// The same with no letters under 14 point.
    pub fn larger(self) -> Self {
        Self {
            large: true,
            ..self
        }
    }

    /// The role as it is drawn: its letters, and how high its lines are.
    pub fn drawn(&self, role: Role) -> Role {
        let role = if self.large {
            role.at_least_easy()
        } else {
            role
        };
        Role {
            line: role.line_height(self.roomy),
            ..role
        }
    }

    /// Space between paragraphs and rows of text, in pixels.
    pub fn paragraph(&self) -> f32 {
        if self.roomy { gap::XL } else { gap::M }
    }

    /// The margin of a page, in pixels: smaller where room is short.
    pub fn margin(&self) -> f32 {
        match self.width {
            Width::Narrow => gap::L,
            Width::Middle | Width::Wide => gap::XXL,
        }
    }

    /// Whether the page has one column and no rail.
    pub fn is_narrow(&self) -> bool {
        self.width == Width::Narrow
    }
}
