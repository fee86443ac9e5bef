//! How the page looks.

use iced::widget::{column, container};

use super::{Export, FOLDER, Message, Step};
use crate::look::{Icon, Look, gap, measure};
use crate::record::export::Made;
use crate::screens::Context;
use crate::screens::shared::counted::counted;
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

impl Export {
    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let (title, body) = match &self.step {
            Step::Choose => ("Export your record", self.choose(context, look)),
            Step::Passphrase(new) => (
                "A passphrase for the export",
                column![
                    widgets::reading(
                        look,
                        "This one is only for the export. It may be another than the one of your record.",
                    ),
                    new.view(look, Message::New, None),
                ]
                .spacing(gap::XL)
                .into(),
            ),
            Step::Where(passphrase) => (
                "Where the export goes",
                self.place(context, look, passphrase.is_some()),
            ),
            Step::Made(made) => ("Your export is there", Self::made(look, made)),
        };
        let header = widgets::page_header(look, title, Some(("Back", Message::Back)), None);
        let problem = self.problem.as_ref().map(|problem| {
            Element::from(notice::problem(
                look,
                "There is no export",
                problem.as_str(),
            ))
        });
        let content = column![header, problem, body].spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }

    fn choose<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        if context.record.is_none() {
            return widgets::reading(look, "You keep nothing yet, so there is nothing to export.");
        }
        column![
            widgets::reading(
                look,
                "An export is everything you keep, in one file that other programs can open. \
                 It holds a page to read, tables for a spreadsheet, and your letters and files.",
            ),
            widgets::reading(
                look,
                "For other software it holds every detail. The bin and what you were typing are in it too.",
            ),
            column![
                widgets::section(look, "Locked"),
                widgets::reading(
                    look,
                    "Only its passphrase opens it, in Withy or in any program for the open format “age”. \
                     Choose this for a stick, an email or a cloud.",
                ),
                button::main(look, "export/lock", "Lock it with a passphrase", Message::Lock),
            ]
            .spacing(gap::M),
            column![
                widgets::section(look, "Plain"),
                widgets::reading(
                    look,
                    "Anyone who has the file can read all of it. It stays readable wherever it is copied to.",
                ),
                button::plain(look, "export/plain", "Leave it plain", Message::Plain),
            ]
            .spacing(gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn place<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        locked: bool,
    ) -> Element<'a, Message> {
        let said = if locked {
            "The file will be locked. Keep its passphrase somewhere else than the file."
        } else {
            "The file will be plain: anyone who has it can read everything in it."
        };
        let sticks = context.folders.sticks().into_iter().map(|stick| {
            let name = stick.file_name().unwrap_or(stick.as_os_str());
            let name = format!("Export to {}", name.to_string_lossy());
            let id = format!("export/stick/{}", stick.display());
            button::main(look, id, name, Message::ToStick(stick))
                .icon(Icon::Save)
                .into()
        });
        let sticks: Vec<Element<'a, Message>> = sticks.collect();
        let folder = field::text(
            look,
            FOLDER,
            "Folder for the export",
            &self.folder,
            Message::Folder,
        )
        .help("Choose or type a folder that is there.")
        .error(self.folder_problem.as_deref())
        .on_submit(Message::ToFolder);
        let buttons = vec![
            button::plain(
                look,
                "export/choose",
                "Choose a folder…",
                Message::ChooseFolder,
            )
            .icon(Icon::Folder)
            .into(),
            button::main(look, "export/write", "Export there", Message::ToFolder)
                .icon(Icon::Save)
                .disabled(self.busy)
                .into(),
        ];
        column![
            widgets::reading(look, said),
            (!sticks.is_empty()).then(|| widgets::wrap_row(sticks, gap::M)),
            Element::from(folder),
            widgets::wrap_row(buttons, gap::M),
            self.busy
                .then(|| widgets::status_words(look, "Writing the export and reading it back.")),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn made<'a>(look: &Look, made: &'a Made) -> Element<'a, Message> {
        let mut facts = vec![
            ("In it", counted(&made.counts)),
            ("Where", made.path.display().to_string()),
            (
                "Who can read it",
                if made.locked {
                    "Whoever has its passphrase".to_owned()
                } else {
                    "Anyone who has the file".to_owned()
                },
            ),
            ("Fingerprint (SHA-256)", made.sha256.clone()),
        ];
        if made.from_bin > 0 {
            let from_bin = words::count(made.from_bin, "thing", "things");
            facts.insert(1, ("From the bin", from_bin));
        }
        let facts = facts
            .into_iter()
            .map(|(name, fact)| (name, widgets::body(look, fact)));
        let missing = made
            .not_read
            .iter()
            .map(|line| widgets::body(look, line.as_str()));
        let missing: Vec<Element<'a, Message>> = missing.collect();
        let missing = (!missing.is_empty()).then(|| {
            column![
                widgets::section(look, "What could not be read"),
                widgets::list(look, "What could not be read", missing),
            ]
            .spacing(gap::M)
        });
        let read_back = if made.not_read.is_empty() {
            "It was read back, and everything is in it."
        } else {
            "It was read back. Part of your record is damaged, so some things are missing."
        };
        let buttons = vec![
            button::plain(look, "export/path", "Copy where it is", Message::CopyPath)
                .icon(Icon::Copy)
                .into(),
            button::plain(
                look,
                "export/fingerprint",
                "Copy the fingerprint",
                Message::CopyFingerprint,
            )
            .icon(Icon::Copy)
            .into(),
            button::quiet(look, "export/another", "Make another one", Message::Another).into(),
        ];
        column![
            widgets::reading(look, read_back),
            widgets::key_values(look, facts.collect()),
            missing,
            widgets::wrap_row(buttons, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }
}
