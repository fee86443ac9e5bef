//! Settings: how Withy looks, where the record is kept, the sample family, and what Withy is.

use iced::FillPortion;
use iced::widget::{column, row};

use crate::look::{Family, Icon, Look, ThemeName, Width, gap};
use crate::platform::opening::Link;
use crate::platform::voice::Speed;
use crate::screens::shared::synced;
use crate::screens::{Action, Context, Keeping, Place};
use crate::settings::TextSize;
use crate::widgets::{self, Element, button};

mod about;

/// Nothing of its own: what is shown is what is chosen.
#[derive(Debug, Default)]
pub struct SettingsScreen;

/// The theme as a person chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark as the computer is.
    LikeTheComputer,
    /// Always this one.
    Always(ThemeName),
}

/// What a person can choose.
#[derive(Debug, Clone)]
pub enum Message {
    /// How large everything is drawn.
    TextSize(TextSize),
    /// The theme.
    Theme(Theme),
    /// The typeface.
    Family(Family),
    /// More room between lines.
    Roomy(bool),
    /// A letter alone is a shortcut, or not.
    SingleLetters(bool),
    /// Open the sample family, or leave it.
    SampleFamily(bool),
    /// Copy the path of the folder.
    CopyFolder,
    /// Open the folder.
    OpenFolder,
    /// Pages can be read aloud, or not.
    ReadAloud(bool),
    /// How fast pages are read.
    ReadingSpeed(Speed),
    /// What was tried with screen readers, keys and large text.
    Accessibility,
    /// Open the bin.
    Bin,
    /// Lock the record now.
    Lock,
    /// After how many minutes it locks itself.
    LockAfter(u32),
    /// Passphrase and backups.
    KeepSafe,
    /// Look at a backup, where there is no record yet.
    Restore,
    /// What is protected and what is not.
    Privacy,
    /// What left this computer.
    Left,
    /// The records of several families.
    Records,
}

/// The minutes that can be chosen.
const MINUTES: [u32; 5] = [5, 10, 20, 30, 60];

impl SettingsScreen {
    /// The page.
    pub fn new() -> Self {
        Self
    }

    /// There is nothing to read.
    pub fn enter(&mut self, _context: &Context) {}

    /// There is nothing to read again.
    pub fn refresh(&mut self, _context: &Context) {}

    /// Does what was chosen, at once.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        let settings = &mut context.settings;
        match message {
            Message::TextSize(size) => settings.text_size = size,
            Message::Theme(Theme::LikeTheComputer) => settings.follow_computer = true,
            Message::Theme(Theme::Always(theme)) => {
                settings.theme = Some(theme);
                settings.follow_computer = false;
            }
            Message::Family(family) => settings.family = family,
            Message::Roomy(roomy) => settings.roomy = roomy,
            Message::SingleLetters(on) => settings.single_letters = on,
            Message::ReadAloud(on) => settings.read_aloud = on,
            Message::ReadingSpeed(speed) => settings.reading_speed = speed,
            Message::SampleFamily(open) => return Action::SampleFamily(open),
            Message::CopyFolder => {
                return Action::CopyOnly {
                    words: context.folders.data().display().to_string(),
                    said: "Copied the folder’s path".to_owned(),
                };
            }
            Message::OpenFolder => {
                let path = context.folders.data().display().to_string();
                return Action::Visit(Link::Folder(path));
            }
            Message::Accessibility => return Action::Open(Place::Accessibility),
            Message::Bin => return Action::Open(Place::Bin),
            Message::Lock => return Action::Keeping(Keeping::Lock),
            Message::LockAfter(minutes) => settings.lock_after = Some(minutes),
            Message::KeepSafe => return Action::Open(Place::KeepSafe),
            Message::Restore => return Action::Open(Place::Restore(None)),
            Message::Privacy => return Action::Open(Place::Privacy),
            Message::Left => return Action::Open(Place::LeftThisComputer),
            Message::Records => return Action::Open(Place::Records),
        }
        Action::SettingsChanged
    }

    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let looks = looks(context, look);
        let rest = column![
            sample(context, look),
            data(context, look),
            about::view(context, look),
        ]
        .spacing(gap::XXL);
        let body: Element<'a, Message> = if look.width == Width::Wide {
            row![looks.width(FillPortion(1)), rest.width(FillPortion(1))]
                .spacing(gap::HUGE)
                .into()
        } else {
            column![looks, rest].spacing(gap::XXL).into()
        };
        let header = widgets::page_header(look, "Settings", None, None);
        widgets::page(look, column![header, body].spacing(gap::XL))
    }
}

fn looks<'a>(context: &'a Context, look: &Look) -> iced::widget::Column<'a, Message> {
    let settings = &context.settings;
    let sizes = TextSize::ALL
        .into_iter()
        .map(|size| (size, format!("{} %", size.per_cent())))
        .collect();
    let themes = ThemeName::ALL
        .into_iter()
        .map(|theme| (Theme::Always(theme), theme.words().to_owned()))
        .chain([(
            Theme::LikeTheComputer,
            "Light or dark, like this computer".to_owned(),
        )])
        .collect();
    let theme = if settings.follow_computer {
        Theme::LikeTheComputer
    } else {
        Theme::Always(settings.theme.unwrap_or_default())
    };
    let families = Family::ALL
        .into_iter()
        .map(|family| (family, family.name().to_owned()))
        .collect();
    column![
        widgets::section(look, "How it looks"),
        Element::from(
            widgets::choice(
                look,
                "settings/size",
                "Text size",
                sizes,
                Some(settings.text_size),
                Message::TextSize,
            )
            .in_a_row()
        ),
        Element::from(widgets::choice(
            look,
            "settings/theme",
            "Colours",
            themes,
            Some(theme),
            Message::Theme,
        )),
        Element::from(widgets::choice(
            look,
            "settings/typeface",
            "Letters",
            families,
            Some(settings.family),
            Message::Family,
        )),
        widgets::tick_box(
            look,
            "settings/roomy",
            "More room between lines",
            settings.roomy,
            Message::Roomy,
        ),
        widgets::tick_box(
            look,
            "settings/read-aloud",
            "Read aloud: guide and service pages get a bar that reads them to you",
            settings.read_aloud,
            Message::ReadAloud,
        ),
        settings
            .read_aloud
            .then(|| speeds(look, settings.reading_speed)),
        widgets::tick_box(
            look,
            "settings/single-letters",
            "Shortcuts without Ctrl: N alone writes a note. Help lists the keys",
            settings.single_letters,
            Message::SingleLetters,
        ),
        widgets::quiet(look, "Every change shows at once and is kept."),
        Element::from(button::plain(
            look,
            "settings/accessibility",
            "Accessibility",
            Message::Accessibility
        )),
    ]
    .spacing(gap::XL)
}

fn speeds<'a>(look: &Look, speed: Speed) -> Element<'a, Message> {
    let speeds = Speed::ALL.map(|speed| (speed, speed.words().to_owned()));
    widgets::choice(
        look,
        "settings/reading-speed",
        "Speed of reading",
        speeds.to_vec(),
        Some(speed),
        Message::ReadingSpeed,
    )
    .in_a_row()
    .into()
}

fn sample<'a>(context: &'a Context, look: &Look) -> Element<'a, Message> {
    let (sentence, label) = if context.sample {
        (
            "You are looking at an invented family. It goes in one press. Your own record is \
             untouched.",
            "Leave the sample family",
        )
    } else {
        (
            "An invented family to try things with. It is kept apart from yours, and it is gone \
             in one press.",
            "Look around with a sample family",
        )
    };
    column![
        widgets::section(look, "Sample family"),
        widgets::body(look, sentence),
        button::plain(
            look,
            "settings/sample",
            label,
            Message::SampleFamily(!context.sample)
        )
        .icon(Icon::Family),
    ]
    .spacing(gap::M)
    .into()
}

fn data<'a>(context: &'a Context, look: &Look) -> Element<'a, Message> {
    let folder = context.folders.data().display().to_string();
    let sentence = if context.synced.is_some() {
        "What you keep is in this folder."
    } else if context.record.is_some() && !context.sample {
        "Your record is on this computer, in this folder. Nothing leaves it unless you send it."
    } else {
        "What you keep will be on this computer, in this folder. Nothing leaves it unless you \
         send it."
    };
    let deleted = context.record.is_some().then(|| {
        column![
            widgets::body(look, "What you delete stays in the bin for 30 days."),
            button::plain(look, "settings/bin", "Open the bin", Message::Bin).icon(Icon::Delete),
        ]
        .spacing(gap::M)
    });
    column![
        widgets::section(look, "Where it is kept"),
        widgets::body(look, sentence),
        widgets::strong(look, folder),
        widgets::wrap_row(
            vec![
                button::plain(
                    look,
                    "settings/folder/open",
                    "Open the folder",
                    Message::OpenFolder
                )
                .icon(Icon::Folder)
                .into(),
                button::plain(
                    look,
                    "settings/folder/copy",
                    "Copy the path",
                    Message::CopyFolder
                )
                .icon(Icon::Copy)
                .into(),
            ],
            gap::M
        ),
        synced::notice(context, look),
        locking(context, look),
        deleted,
        private(context, look),
    ]
    .spacing(gap::M)
    .into()
}

/// What is protected, and what left this computer.
fn private<'a>(context: &'a Context, look: &Look) -> Element<'a, Message> {
    let privacy = button::plain(look, "settings/privacy", "Privacy", Message::Privacy).into();
    let left = context.record.is_some().then(|| {
        let name = "What left this computer";
        button::plain(look, "settings/left", name, Message::Left)
            .icon(Icon::List)
            .into()
    });
    widgets::wrap_row([privacy].into_iter().chain(left).collect(), gap::M)
}

/// How it is locked, or how it will be.
fn locking<'a>(context: &'a Context, look: &Look) -> Element<'a, Message> {
    if context.vault.is_none() && !context.locked {
        return column![
            widgets::body(
                look,
                "It will be locked with a passphrase, so that only you can read it."
            ),
            (!context.sample).then(|| {
                button::plain(
                    look,
                    "settings/restore",
                    "I have a backup",
                    Message::Restore,
                )
                .icon(Icon::Restore)
            }),
        ]
        .spacing(gap::M)
        .into();
    }
    let minutes = MINUTES
        .into_iter()
        .map(|minutes| (minutes, minutes.to_string()))
        .collect();
    let after = widgets::choice(
        look,
        "settings/lock-after",
        "Lock after so many minutes with nobody here",
        minutes,
        Some(context.settings.lock_minutes()),
        Message::LockAfter,
    );
    column![
        widgets::body(look, "It is locked with your passphrase."),
        widgets::wrap_row(
            vec![
                button::plain(
                    look,
                    "settings/safe",
                    "Passphrase and backups",
                    Message::KeepSafe
                )
                .icon(Icon::Restore)
                .into(),
                button::plain(look, "settings/lock", "Lock now", Message::Lock)
                    .disabled(context.locked)
                    .into(),
                button::plain(look, "settings/records", "Records", Message::Records)
                    .icon(Icon::Family)
                    .into(),
            ],
            gap::M
        ),
        Element::from(after.in_a_row()),
    ]
    .spacing(gap::M)
    .into()
}
