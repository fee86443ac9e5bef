//! The five themes, as tokens with a meaning each.

use iced::{Color, color};
use serde::{Deserialize, Serialize};

/// The five themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeName {
    /// Warm paper; the default.
    #[default]
    Cream,
    /// Plain white.
    White,
    /// Dark green-grey.
    Dark,
    /// Black on white, strong lines.
    HighContrastLight,
    /// White on black, strong lines.
    HighContrastDark,
}

impl ThemeName {
    /// All five, in the order Settings shows them.
    pub const ALL: [Self; 5] = [
        Self::Cream,
        Self::White,
        Self::Dark,
        Self::HighContrastLight,
        Self::HighContrastDark,
    ];

    /// What the screen calls it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Cream => "Cream",
            Self::White => "White",
            Self::Dark => "Dark",
            Self::HighContrastLight => "High contrast light",
            Self::HighContrastDark => "High contrast dark",
        }
    }

    /// The colours of this theme.
    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Cream => &CREAM,
            Self::White => &WHITE,
            Self::Dark => &DARK,
            Self::HighContrastLight => &HIGH_CONTRAST_LIGHT,
            Self::HighContrastDark => &HIGH_CONTRAST_DARK,
        }
    }

    /// The theme as iced wants it: used for the window ground and for stock parts.
    pub fn iced(self) -> iced::Theme {
        let palette = self.palette();
        iced::Theme::custom(
            self.words().to_owned(),
            iced::theme::Palette {
                background: palette.ground,
                text: palette.text,
                primary: palette.main,
                success: palette.main,
                warning: palette.due,
                danger: palette.stop,
            },
        )
    }
}

/// What the quiet ground behind an icon stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tint {
    /// Schools, colleges, early years.
    Education,
    /// The NHS and health charities.
    Health,
    /// Social care.
    SocialCare,
    /// Groups, clubs and other families.
    Community,
    /// Money and benefits.
    Money,
    /// Information, advice and rights.
    Information,
    /// No sector.
    Plain,
}

/// The ground behind a child’s initial, in the order of the colours a family can choose from:
/// blue, teal, green, gold, orange, red, pink, purple. Each is dark enough for white letters
/// (WCAG 2.2: at least 4.5).
pub const CHILDREN: [Color; 8] = [
    color!(0x1D4F8C),
    color!(0x11606B),
    color!(0x2C6434),
    color!(0x7A5A00),
    color!(0x9A4A00),
    color!(0xA02323),
    color!(0x9C2A68),
    color!(0x5F3B94),
];

/// The colours of one theme.
#[derive(Debug, PartialEq)]
pub struct Palette {
    /// Whether the ground is dark.
    pub is_dark: bool,
    /// The page.
    pub ground: Color,
    /// Cards and fields.
    pub raised: Color,
    /// The left rail.
    pub rail: Color,
    /// Text.
    pub text: Color,
    /// Text that matters less.
    pub quiet: Color,
    /// Hairlines that only divide.
    pub line: Color,
    /// The edge of a field or control, at least 3:1 against what is around it.
    pub edge: Color,
    /// The one main action; the open place in the rail.
    pub main: Color,
    /// Text on `main`.
    pub on_main: Color,
    /// Text of plain buttons and of things that open another page.
    pub accent: Color,
    /// Ground of a chosen row or chip.
    pub chosen: Color,
    /// Text on `chosen`.
    pub on_chosen: Color,
    /// Something is due: always with a word and an icon.
    pub due: Color,
    /// Ground behind `due`.
    pub due_ground: Color,
    /// Deleting, and what failed.
    pub stop: Color,
    /// Ground behind a problem.
    pub stop_ground: Color,
    /// Ground behind information.
    pub information_ground: Color,
    /// Focus ring.
    pub ring: Color,
    /// Halo around the ring, so that it shows on any ground.
    pub halo: Color,
    tints: [Color; 6],
}

impl Palette {
    /// The quiet ground behind an icon.
    pub fn tint(&self, tint: Tint) -> Color {
        match tint {
            Tint::Education => self.tints[0],
            Tint::Health => self.tints[1],
            Tint::SocialCare => self.tints[2],
            Tint::Community => self.tints[3],
            Tint::Money => self.tints[4],
            Tint::Information => self.tints[5],
            Tint::Plain => self.information_ground,
        }
    }

    /// Every text and ground that meet on a screen, with the least contrast allowed
    /// (WCAG 2.2: 7 for body text, 4.5 for large text, 3 for the edges of controls).
    pub fn pairs(&self) -> Vec<(&'static str, Color, Color, f32)> {
        let mut pairs = vec![
            ("text on ground", self.text, self.ground, 7.0),
            ("text on raised", self.text, self.raised, 7.0),
            ("text on rail", self.text, self.rail, 7.0),
            ("quiet on ground", self.quiet, self.ground, 7.0),
            ("quiet on raised", self.quiet, self.raised, 7.0),
            ("text on main", self.on_main, self.main, 7.0),
            ("text on chosen", self.on_chosen, self.chosen, 7.0),
            ("main on ground", self.main, self.ground, 7.0),
            ("main on raised", self.main, self.raised, 7.0),
            ("main on rail", self.main, self.rail, 4.5),
            ("accent on ground", self.accent, self.ground, 7.0),
            ("accent on raised", self.accent, self.raised, 7.0),
            (
                "text on information",
                self.text,
                self.information_ground,
                7.0,
            ),
            ("text on due ground", self.text, self.due_ground, 7.0),
            ("text on stop ground", self.text, self.stop_ground, 7.0),
            ("quiet on chosen", self.quiet, self.chosen, 7.0),
            ("main on chosen", self.main, self.chosen, 7.0),
            ("due on its ground", self.due, self.due_ground, 7.0),
            ("due on raised", self.due, self.raised, 7.0),
            ("due on ground", self.due, self.ground, 7.0),
            ("due on chosen", self.due, self.chosen, 7.0),
            ("stop on ground", self.stop, self.ground, 7.0),
            ("stop on raised", self.stop, self.raised, 7.0),
            ("stop on its ground", self.stop, self.stop_ground, 7.0),
            ("edge on ground", self.edge, self.ground, 3.0),
            ("edge on raised", self.edge, self.raised, 3.0),
            ("ring on halo", self.ring, self.halo, 3.0),
        ];
        let notices = [self.information_ground, self.due_ground, self.stop_ground];
        for ground in notices {
            pairs.push(("accent on a notice", self.accent, ground, 7.0));
            pairs.push(("quiet on a notice", self.quiet, ground, 7.0));
        }
        // An icon, or the initial of a name as large as a title.
        pairs.extend(
            self.tints
                .iter()
                .map(|tint| ("main on a tint", self.main, *tint, 4.5)),
        );
        pairs
    }
}

/// The ground of a picture, in every theme.
pub const PICTURE_GROUND: Color = Color::WHITE;

/// The initial on a pale ground, where white would not show.
pub const DARK_INITIAL: Color = color!(0x141B1A);

/// `part` (0 to 1) of `over` laid on `under`.
pub fn mix(under: Color, over: Color, part: f32) -> Color {
    let blend = |a: f32, b: f32| a + (b - a) * part;
    Color::from_rgb(
        blend(under.r, over.r),
        blend(under.g, over.g),
        blend(under.b, over.b),
    )
}

static CREAM: Palette = Palette {
    is_dark: false,
    ground: color!(0xFBF6EA),
    raised: color!(0xFFFDF7),
    rail: color!(0xF0E8D6),
    text: color!(0x22302D),
    quiet: color!(0x414F49),
    line: color!(0xCFC6B2),
    edge: color!(0x7C7562),
    main: color!(0x1A5743),
    on_main: color!(0xFFFFFF),
    accent: color!(0x1D4F7C),
    chosen: color!(0xE1EDE5),
    on_chosen: color!(0x22302D),
    due: color!(0x743F00),
    due_ground: color!(0xFFF0D6),
    stop: color!(0x981B1B),
    stop_ground: color!(0xFBE9E4),
    information_ground: color!(0xE8EFEA),
    ring: color!(0x0B0C0C),
    halo: color!(0xFFD43B),
    tints: [
        color!(0xE4ECF5),
        color!(0xD3EADC),
        color!(0xF3E8F1),
        color!(0xFBEBD9),
        color!(0xF1EFD2),
        color!(0xE6EEEE),
    ],
};

static WHITE: Palette = Palette {
    is_dark: false,
    ground: color!(0xFFFFFF),
    raised: color!(0xFFFFFF),
    rail: color!(0xF3F4F3),
    text: color!(0x1B2624),
    quiet: color!(0x44514D),
    line: color!(0xCBD1CE),
    edge: color!(0x747D79),
    main: color!(0x1A5743),
    on_main: color!(0xFFFFFF),
    accent: color!(0x1D4F7C),
    chosen: color!(0xE3F0E8),
    on_chosen: color!(0x1B2624),
    due: color!(0x774000),
    due_ground: color!(0xFFF3DE),
    stop: color!(0x9B1C1C),
    stop_ground: color!(0xFDECEA),
    information_ground: color!(0xECF2EF),
    ring: color!(0x0B0C0C),
    halo: color!(0xFFD43B),
    tints: [
        color!(0xE6EEF7),
        color!(0xD5ECDF),
        color!(0xF5EAF3),
        color!(0xFCEEDD),
        color!(0xF3F1D6),
        color!(0xE9F0F0),
    ],
};

static DARK: Palette = Palette {
    is_dark: true,
    ground: color!(0x17201F),
    raised: color!(0x202B2A),
    rail: color!(0x121918),
    text: color!(0xF1EEE4),
    quiet: color!(0xC3CCC6),
    line: color!(0x3B4946),
    edge: color!(0x85938E),
    main: color!(0x8FD3B6),
    on_main: color!(0x0E1A16),
    accent: color!(0x9CC9F0),
    chosen: color!(0x223830),
    on_chosen: color!(0xF1EEE4),
    due: color!(0xFFD08A),
    due_ground: color!(0x3A2A10),
    stop: color!(0xFFB0A8),
    stop_ground: color!(0x3B1F1D),
    information_ground: color!(0x24322F),
    ring: color!(0xFFD43B),
    halo: color!(0x0B0C0C),
    tints: [
        color!(0x22303D),
        color!(0x20362D),
        color!(0x362838),
        color!(0x3A2E1E),
        color!(0x34331B),
        color!(0x253434),
    ],
};

static HIGH_CONTRAST_LIGHT: Palette = Palette {
    is_dark: false,
    ground: color!(0xFFFFFF),
    raised: color!(0xFFFFFF),
    rail: color!(0xFFFFFF),
    text: color!(0x000000),
    quiet: color!(0x000000),
    line: color!(0x000000),
    edge: color!(0x000000),
    main: color!(0x00356B),
    on_main: color!(0xFFFFFF),
    accent: color!(0x00356B),
    chosen: color!(0xFFEE9E),
    on_chosen: color!(0x000000),
    due: color!(0x6B2F00),
    due_ground: color!(0xFFFFFF),
    stop: color!(0x8A0000),
    stop_ground: color!(0xFFFFFF),
    information_ground: color!(0xFFFFFF),
    ring: color!(0x000000),
    halo: color!(0xFFD43B),
    tints: [color!(0xFFFFFF); 6],
};

static HIGH_CONTRAST_DARK: Palette = Palette {
    is_dark: true,
    ground: color!(0x000000),
    raised: color!(0x000000),
    rail: color!(0x000000),
    text: color!(0xFFFFFF),
    quiet: color!(0xFFFFFF),
    line: color!(0xFFFFFF),
    edge: color!(0xFFFFFF),
    main: color!(0xFFE45C),
    on_main: color!(0x000000),
    accent: color!(0x9FD4FF),
    chosen: color!(0x003A70),
    on_chosen: color!(0xFFFFFF),
    due: color!(0xFFC46B),
    due_ground: color!(0x000000),
    stop: color!(0xFFB0A8),
    stop_ground: color!(0x000000),
    information_ground: color!(0x000000),
    ring: color!(0xFFD43B),
    halo: color!(0x000000),
    tints: [color!(0x000000); 6],
};
