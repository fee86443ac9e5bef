//! How the page looks.

use iced::widget::{column, container};

use super::{FOLDER, KeepSafe, Message, OLD, Step};
use crate::look::{Icon, Look, gap, measure};
use crate::screens::Context;
use crate::screens::shared::new_passphrase::NewPassphrase;
use crate::widgets::{self, Element, button, field};
use crate::words;

/// How many backups are shown; the older ones are in the folder.
const SHOWN: usize = 5;

impl KeepSafe {
    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let (title, back, body) = match &self.step {
            Step::Overview => (
                "Passphrase and backups",
                "Back",
                self.overview(context, look),
            ),
            Step::Passphrase {
                old,
                old_problem,
                new,
            } => (
                "Change your passphrase",
                "Passphrase and backups",
                self.passphrase(look, old, old_problem.as_deref(), new),
            ),
            Step::Sheet(sheet) => (
                sheet.title(),
                "Passphrase and backups",
                column![
                    widgets::reading(look, "The old sheet stops working once you have this one."),
                    sheet.view(look, Message::Sheet, None),
                ]
                .spacing(gap::XL)
                .into(),
            ),
            Step::NewKey(new) => (
                new.title(),
                "Passphrase and backups",
                new.view(look, self.busy).map(Message::OfNewKey),
            ),
            Step::OldCopies => (
                "Copies from before",
                "Passphrase and backups",
                self.old_copies(look),
            ),
        };
        let header = widgets::page_header(look, title, Some((back, Message::Back)), None);
        let problem = self.problem.as_ref();
        let problem = problem.map(|problem| widgets::problem_line(look, problem.as_str()));
        let content = column![header, problem, body].spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }

    fn passphrase<'a>(
        &'a self,
        look: &Look,
        old: &'a str,
        problem: Option<&'a str>,
        new: &'a NewPassphrase,
    ) -> Element<'a, Message> {
        let old = field::text(look, OLD, "Your current passphrase", old, Message::Old)
            .secret(true)
            .error(problem);
        column![
            Element::from(old),
            new.view(look, Message::New, None),
            self.busy
                .then(|| widgets::status_words(look, "Changing it. This takes about a second.")),
            widgets::quiet(
                look,
                "Backups from before still open with the old passphrase."
            ),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn overview<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        if context.vault.is_none() {
            let nothing = "This is for your own record. You keep none yet, or it is not open.";
            let nothing = widgets::reading(look, nothing);
            let import = (!context.sample).then(|| self.only_import(look));
            return column![nothing, import].spacing(gap::XXL).into();
        }
        column![
            self.unlocking(look),
            self.sign_in(context, look),
            self.after_a_leak(look),
            self.copies(context, look),
            self.kept(look),
            self.open_formats(look),
            self.left(look),
        ]
        .spacing(gap::XXL)
        .into()
    }

    fn unlocking<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let buttons = vec![
            button::plain(
                look,
                "safe/passphrase",
                "Change the passphrase",
                Message::ChangePassphrase,
            )
            .icon(Icon::Edit)
            .into(),
            button::plain(
                look,
                "safe/sheet",
                "Make a new recovery sheet",
                Message::NewSheet,
            )
            .icon(Icon::Letter)
            .into(),
        ];
        column![
            widgets::section(look, "What unlocks it"),
            widgets::reading(
                look,
                "Your passphrase, and the 12 words of your recovery sheet. Nobody else has either.",
            ),
            widgets::wrap_row(buttons, gap::M),
        ]
        .spacing(gap::M)
        .into()
    }

    fn copies<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        let sticks = context.folders.sticks().into_iter().map(|stick| {
            let name = stick.file_name().unwrap_or(stick.as_os_str());
            let name = format!("Copy to {}", name.to_string_lossy());
            let id = format!("safe/stick/{}", stick.display());
            button::main(look, id, name, Message::CopyTo(stick))
                .icon(Icon::Save)
                .into()
        });
        let sticks: Vec<Element<'a, Message>> = sticks.collect();
        let folder = field::text(
            look,
            FOLDER,
            "Folder for a copy",
            &self.folder,
            Message::Folder,
        )
        .help("Put in a USB stick, or choose or type a folder outside this computer.")
        .error(self.folder_problem.as_deref())
        .on_submit(Message::CopyToFolder);
        column![
            widgets::section(look, "A copy outside this computer"),
            widgets::reading(
                look,
                "Computers break and get lost. A copy is one locked file. Your passphrase of today opens it.",
            ),
            (!sticks.is_empty()).then(|| widgets::wrap_row(sticks, gap::M)),
            Element::from(folder),
            widgets::wrap_row(
                vec![
                    button::plain(
                        look,
                        "safe/choose",
                        "Choose a folder…",
                        Message::ChooseFolder
                    ).icon(Icon::Folder)
                    .into(),
                    button::plain(look, "safe/copy", "Make a copy there", Message::CopyToFolder)
                        .icon(Icon::Save)
                        .into(),
                ],
                gap::M,
            ),
            self.busy
                .then(|| widgets::status_words(look, "Making a copy and checking it.")),
        ]
        .spacing(gap::M)
        .into()
    }

    fn kept<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let newest_first = self.backups.iter().rev().take(SHOWN);
        let rows: Vec<Element<'a, Message>> = newest_first
            .map(|backup| {
                let made = format!(
                    "{}, {}",
                    words::date(backup.made.date()),
                    words::time(backup.made.time())
                );
                let look_at = button::quiet(
                    look,
                    format!("safe/look/{}", backup.number),
                    "Look at it",
                    Message::Look(backup.path.clone()),
                )
                .name(format!("Look at it: the backup of {made}"));
                widgets::wrap_row(vec![widgets::body(look, made), look_at.into()], gap::L)
            })
            .collect();
        let none = rows
            .is_empty()
            .then(|| widgets::body(look, "There is none yet."));
        let list = (!rows.is_empty()).then(|| widgets::list(look, "Backups", rows));
        column![
            widgets::section(look, "Backups on this computer"),
            widgets::reading(
                look,
                "Withy makes one on each day that you unlock it, and checks that it opens.",
            ),
            none,
            list,
            widgets::wrap_row(
                vec![
                    button::plain(look, "safe/back-up", "Make a backup now", Message::BackUp)
                        .icon(Icon::Save)
                        .into(),
                    button::quiet(
                        look,
                        "safe/elsewhere",
                        "Use a backup from elsewhere",
                        Message::LookElsewhere,
                    )
                    .icon(Icon::Restore)
                    .into(),
                ],
                gap::M,
            ),
        ]
        .spacing(gap::M)
        .into()
    }
}
