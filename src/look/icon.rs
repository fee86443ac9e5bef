//! Icons: a subset of Lucide (ISC licence), always beside a word and never read aloud.

/// The name of the icon font.
pub const FONT: iced::Font = iced::Font::with_name("lucide");

/// One icon; the number is its place in the icon font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Icon {
    /// Lucide `sun`.
    Today = 0xE178,
    /// Lucide `search`.
    Find = 0xE151,
    /// Lucide `compass`.
    Worried = 0xE09B,
    /// Lucide `notebook-pen`.
    Notes = 0xE596,
    /// Lucide `calendar-days`.
    Appointments = 0xE2B9,
    /// Lucide `message-circle-question-mark`.
    Questions = 0xE568,
    /// Lucide `users`.
    Family = 0xE1A4,
    /// Lucide `settings`.
    Settings = 0xE154,
    /// Lucide `phone`.
    Phone = 0xE133,
    /// Lucide `heart-pulse`.
    Health = 0xE36E,
    /// Lucide `graduation-cap`.
    Education = 0xE234,
    /// Lucide `hand-heart`.
    SocialCare = 0xE5B9,
    /// Lucide `users-round`.
    Community = 0xE46E,
    /// Lucide `pound-sterling`.
    Money = 0xE13F,
    /// Lucide `info`.
    Information = 0xE0F9,
    /// Lucide `copy`.
    Copy = 0xE09E,
    /// Lucide `mail`.
    Mail = 0xE10F,
    /// Lucide `external-link`.
    Website = 0xE0B9,
    /// Lucide `bookmark`.
    Save = 0xE060,
    /// Lucide `bookmark-check`.
    Saved = 0xE51F,
    /// Lucide `calendar-plus`.
    AddAppointment = 0xE2BC,
    /// Lucide `arrow-left`.
    Back = 0xE048,
    /// Lucide `arrow-right`.
    Forward = 0xE049,
    /// Lucide `check`.
    Check = 0xE06C,
    /// Lucide `circle-check`.
    CheckedOn = 0xE226,
    /// Lucide `circle-alert`.
    Alert = 0xE077,
    /// Lucide `triangle-alert`.
    Warning = 0xE193,
    /// Lucide `clock`.
    Clock = 0xE087,
    /// Lucide `clock-alert`.
    Due = 0xE62A,
    /// Lucide `user-check`.
    Person = 0xE1A0,
    /// Lucide `x`.
    Close = 0xE1B2,
    /// Lucide `plus`.
    Add = 0xE13D,
    /// Lucide `trash-2`.
    Delete = 0xE18E,
    /// Lucide `undo-2`.
    Undo = 0xE2A1,
    /// Lucide `redo-2`.
    Redo = 0xE2A0,
    /// Lucide `sliders-horizontal`.
    Filters = 0xE29A,
    /// Lucide `chevron-up`.
    Up = 0xE070,
    /// Lucide `chevron-down`.
    Down = 0xE06D,
    /// Lucide `chevron-left`.
    Left = 0xE06E,
    /// Lucide `chevron-right`.
    Right = 0xE06F,
    /// Lucide `pencil`.
    Edit = 0xE1F9,
    /// Lucide `map-pin`.
    Place = 0xE111,
    /// Lucide `life-buoy`.
    Help = 0xE101,
    /// Lucide `sprout`.
    Withy = 0xE1EB,
    /// Lucide `list-checks`.
    Steps = 0xE1D0,
    /// Lucide `keyboard`.
    Keys = 0xE284,
    /// Lucide `folder`.
    Folder = 0xE0D7,
    /// Lucide `eye`.
    Look = 0xE0BA,
    /// Lucide `school`.
    School = 0xE3E3,
    /// Lucide `hospital`.
    Hospital = 0xE5D8,
    /// Lucide `house`.
    Home = 0xE0F5,
    /// Lucide `file-text`.
    Letter = 0xE0CC,
    /// Lucide `tag`.
    Tag = 0xE17F,
    /// Lucide `menu`.
    Menu = 0xE115,
    /// Lucide `list`.
    List = 0xE106,
    /// Lucide `archive-restore`.
    Restore = 0xE2CD,
    /// Lucide `message-circle`.
    Talk = 0xE116,
    /// Lucide `hourglass`.
    Waiting = 0xE296,
    /// Lucide `book-open`.
    Words = 0xE05F,
    /// Lucide `scale`.
    Rights = 0xE212,
    /// Lucide `signpost`.
    Plan = 0xE540,
    /// Lucide `lock`.
    Lock = 0xE10B,
}

impl Icon {
    /// The character that draws this icon in [`FONT`].
    pub fn glyph(self) -> char {
        char::from_u32(self as u32).unwrap_or(' ')
    }
}
