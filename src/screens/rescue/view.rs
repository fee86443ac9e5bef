//! How the page looks.

use iced::widget::column;

use super::cases::{self, Case, Way};
use super::{Message, Rescue};
use crate::look::{Icon, Look, gap};
use crate::platform::one_window;
use crate::record::left::Amount;
use crate::record::rescue::Rescued;
use crate::screens::shared::amounts;
use crate::screens::{Context, Reading};
use crate::widgets::{self, Element, button, notice};
use crate::words;

impl Rescue {
    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let case = cases::case(context);
        let problem = self
            .problem
            .as_deref()
            .map(|problem| notice::problem(look, "That did not work", problem));
        let found = self.rescued.as_ref().map(|rescued| found(look, rescued));
        let to_do = found.is_none().then(|| self.to_do(look, &case));
        let content = column![
            widgets::page_header(look, case.title, None, None),
            notice::problem(look, "What happened", case.happened),
        ]
        .push(problem)
        .push(found)
        .push(
            column![
                widgets::section(look, "What is safe"),
                widgets::reading(look, case.safe),
                widgets::reading(look, place(context)),
            ]
            .spacing(gap::S),
        )
        .push(to_do)
        .push(self.busy.then(|| {
            widgets::status_words(look, "Reading what can be read. This can take a minute.")
        }))
        .push(elsewhere(look));
        widgets::page(look, content.spacing(gap::L))
    }

    fn to_do<'a>(&'a self, look: &Look, case: &Case) -> Element<'a, Message> {
        let offers_backup = case.ways.contains(&Way::Backup);
        let newest = self.newest_backup.as_ref().filter(|_| offers_backup);
        let newest = newest.map(|made| {
            let day = words::date(made.date());
            let time = words::time(made.time());
            widgets::reading(look, format!("The newest backup is from {day}, {time}."))
        });
        let to_do = case
            .to_do
            .iter()
            .map(|words| widgets::reading(look, *words));
        let buttons = case.ways.iter().enumerate();
        let buttons =
            buttons.map(|(at, way)| press(look, *way, at == 0).disabled(self.busy).into());
        column![
            widgets::section(look, "What you can do"),
            widgets::list_spaced(look, "What you can do", to_do.collect(), gap::S),
            newest,
            widgets::wrap_row(buttons.collect(), gap::M),
        ]
        .spacing(gap::M)
        .into()
    }
}

fn press<'a>(look: &Look, way: Way, first: bool) -> button::Button<'a, Message> {
    let (id, words, message, icon) = match way {
        Way::Read => (
            "rescue/read",
            "Read what can be read",
            Message::Read,
            Icon::Look,
        ),
        Way::Backup => (
            "rescue/backup",
            "Use a backup",
            Message::Backup,
            Icon::Restore,
        ),
        Way::Again => ("rescue/again", "Try again", Message::Again, Icon::Redo),
    };
    let button = if first {
        button::main(look, id, words, message)
    } else {
        button::plain(look, id, words, message)
    };
    button.icon(icon)
}

/// What was read out of a damaged record.
fn found<'a>(look: &Look, rescued: &'a Rescued) -> Element<'a, Message> {
    let lost = match rescued.lost {
        0 => "There may be more that the damage hides.".to_owned(),
        lost => {
            let lost = words::count(lost as usize, "thing", "things");
            format!("At least {lost} more could not be read.")
        }
    };
    let (kept, use_it) = match &rescued.kept {
        Ok(path) => (
            format!(
                "It is kept as a backup in {}. Your passphrase opens it.",
                path.display()
            ),
            Some(
                button::plain(look, "rescue/use", "Use it as your record", Message::UseIt)
                    .icon(Icon::Restore)
                    .into(),
            ),
        ),
        Err(problem) => (
            format!("It could not be kept beside your record. {problem}"),
            None,
        ),
    };
    let counts = match amounts::listed(&Amount::from(&rescued.counts)) {
        nothing if nothing.is_empty() => "Nothing".to_owned(),
        counts => counts,
    };
    let look_through =
        button::main(look, "rescue/look", "Look through it", Message::LookThrough).icon(Icon::Look);
    let backup = button::plain(look, "rescue/backup", "Use a backup", Message::Backup);
    let buttons = [look_through.into()]
        .into_iter()
        .chain(use_it)
        .chain([backup.icon(Icon::Restore).into()]);
    column![
        widgets::section(look, "What could be read"),
        widgets::strong(look, counts),
        widgets::reading(look, lost),
        widgets::reading(look, kept),
        widgets::reading(
            look,
            "You can look through it and take it out as files. A backup may hold more: compare both.",
        ),
        widgets::wrap_row(buttons.collect(), gap::M),
    ]
    .spacing(gap::M)
    .into()
}

fn place(context: &Context) -> String {
    let kept = match context.closed {
        Some(one_window::Error::Folder(_)) => "Withy was told to keep things in",
        _ => "It is kept in",
    };
    format!("{kept} {}.", context.folders.data().display())
}

/// What works without a record.
fn elsewhere<'a>(look: &Look) -> Element<'a, Message> {
    let find = button::plain(look, "rescue/find", "Find a service", Message::FindHelp);
    let open = button::plain(
        look,
        "rescue/folder",
        "Open the folder",
        Message::OpenFolder,
    );
    let copy = button::plain(look, "rescue/copy", "Copy where it is", Message::CopyFolder);
    column![
        widgets::section(look, "Until then"),
        widgets::reading(
            look,
            "You can still find services and read the safety numbers. Nothing new can be kept in this window.",
        ),
        widgets::wrap_row(
            vec![
                find.icon(Icon::Find).into(),
                open.icon(Icon::Folder).into(),
                copy.icon(Icon::Copy).into(),
            ],
            gap::M,
        ),
    ]
    .spacing(gap::M)
    .into()
}

/// The strip over every page of a record that can only be read.
pub fn banner<'a>(look: Look, reading: &Reading) -> Element<'a, Message> {
    let (words, button) = match reading {
        Reading::Folder => (
            "You can read your record here, and not change it.",
            button::plain(&look, "reading/why", "What to do", Message::ReadOnlyFolder),
        ),
        Reading::Rescued(_) => (
            "This is what could be read. It cannot be changed.",
            button::plain(&look, "reading/leave", "Leave", Message::Leave)
                .name("Leave what could be read"),
        ),
    };
    let banner = widgets::banner(look, words, button.into());
    widgets::region(widgets::Landmark::Banner, "Only to read", banner)
}
