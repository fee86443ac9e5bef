//! A new key, because somebody may know the passphrase or have seen the sheet; and the copies from before it.

use iced::widget::column;

use super::{KeepSafe, Message as Page, OLD, Step};
use crate::look::{Icon, Look, gap};
use crate::record::Passphrase;
use crate::record::left::{Amount, To, What};
use crate::screens::shared::new_passphrase::{self, NewPassphrase};
use crate::screens::shared::recovery_sheet::{self, RecoverySheet};
use crate::screens::{Action, Context, Keeping};
use crate::widgets::{self, Element, button, field};
use crate::words;

/// The pages: the passphrases, then the sheet.
#[derive(Debug)]
pub(super) struct NewKey {
    old: String,
    old_problem: Option<String>,
    new: NewPassphrase,
    /// What was chosen, and the sheet.
    sheet: Option<(Passphrase, RecoverySheet)>,
    /// The sheet waits, because the current passphrase was not right. It may be on paper already.
    sheet_waits: bool,
    problem: Option<String>,
}

impl Default for NewKey {
    fn default() -> Self {
        Self {
            old: String::new(),
            old_problem: None,
            new: NewPassphrase::start(),
            sheet: None,
            sheet_waits: false,
            problem: None,
        }
    }
}

/// What a person does on them.
#[derive(Debug, Clone)]
pub enum Message {
    /// Typed the current passphrase.
    Old(String),
    /// About the new passphrase.
    New(new_passphrase::Message),
    /// About the new sheet.
    Sheet(recovery_sheet::Message),
}

impl NewKey {
    pub(super) fn title(&self) -> &'static str {
        (self.shown()).map_or("Make a new key", |(_, sheet)| sheet.title())
    }

    fn shown(&self) -> Option<&(Passphrase, RecoverySheet)> {
        self.sheet.as_ref().filter(|_| !self.sheet_waits)
    }

    /// The current passphrase was not right: back to where it is typed.
    pub(super) fn wrong_passphrase(&mut self) -> &'static str {
        self.sheet_waits = true;
        self.old_problem = Some("That is not your current passphrase.".to_owned());
        OLD
    }

    pub(super) fn view<'a>(&'a self, look: &Look, busy: bool) -> Element<'a, Message> {
        let making = busy.then(|| {
            let says = "Writing your record again under the new key. Keep this computer on.";
            widgets::status_words(look, says)
        });
        if let Some((_, sheet)) = self.shown() {
            let says = "The old sheet stops working once you have this one.";
            return column![
                widgets::reading(look, says),
                sheet.view(look, Message::Sheet, None),
                making,
            ]
            .spacing(gap::XL)
            .into();
        }
        let why = [
            "Use this if somebody may know your passphrase, or may have seen your 12 words.",
            "Withy writes your whole record again under a new key. The old passphrase and the old sheet open it no more.",
            "A copy that somebody took before stays as it was. Nobody can change that one.",
        ];
        let why = why.map(|sentence| widgets::reading(look, sentence));
        let old = field::text(
            look,
            OLD,
            "Your current passphrase",
            &self.old,
            Message::Old,
        )
        .secret(true)
        .error(self.old_problem.as_deref());
        let problem = self.problem.as_deref();
        column![
            column(why).spacing(look.paragraph()),
            problem.map(|problem| widgets::problem_line(look, problem)),
            Element::from(old),
            self.new.view(look, Message::New, None),
            making,
        ]
        .spacing(gap::XL)
        .into()
    }
}

impl KeepSafe {
    pub(super) fn new_key(&mut self, context: &mut Context, message: Message) -> Action<Page> {
        let Step::NewKey(pages) = &mut self.step else {
            return Action::None;
        };
        match message {
            Message::Old(typed) => {
                pages.old = typed;
                pages.old_problem = None;
            }
            Message::New(message) => {
                use new_passphrase::Outcome;
                match pages.new.update(message) {
                    Outcome::None => {}
                    Outcome::Copy(words) => {
                        let said = "Copied the passphrase.";
                        let amount = Amount::default();
                        let said = context.left(said, What::Passphrase, &To::Clipboard, &amount);
                        return Action::CopyOnly { words, said };
                    }
                    Outcome::Focus(id) => return Action::Focus(id.into()),
                    Outcome::Chosen(new) => return pages.chosen(new),
                }
            }
            Message::Sheet(message) => {
                use recovery_sheet::Outcome;
                let Some((passphrase, sheet)) = &mut pages.sheet else {
                    return Action::None;
                };
                match sheet.update(context, message) {
                    Outcome::None => {}
                    Outcome::Copy(words) => {
                        let said = "Copied the 12 words.";
                        let amount = Amount::default();
                        let said = context.left(said, What::RecoveryWords, &To::Clipboard, &amount);
                        return Action::CopyOnly { words, said };
                    }
                    Outcome::Run(task) => {
                        return Action::Run(task.map(|it| Page::OfNewKey(Message::Sheet(it))));
                    }
                    Outcome::Visit(link) => return Action::Visit(link),
                    Outcome::Focus(id) => return Action::Focus(id.into()),
                    Outcome::Checked(words) => {
                        let make = Keeping::NewKey {
                            old: Passphrase::new(&pages.old),
                            passphrase: passphrase.clone(),
                            words,
                        };
                        self.busy = true;
                        return Action::Keeping(make);
                    }
                }
            }
        }
        Action::None
    }

    pub(super) fn after_a_leak<'a>(&'a self, look: &Look) -> Element<'a, Page> {
        let new = button::plain(look, "safe/new-key", "Make a new key", Page::NewKey);
        let count = self.old_copies.count();
        let old = (count > 0).then(|| {
            let there = words::count(count, "old copy opens", "old copies open");
            let says = format!("{there} with the passphrase from before the new key.");
            let show = button::plain(look, "safe/old", "Show the old copies", Page::OldCopies);
            column![widgets::reading(look, says), show].spacing(gap::M)
        });
        column![
            widgets::section(look, "If somebody may know your passphrase"),
            widgets::reading(
                look,
                "Changing it is not enough if somebody has a copy of the files. A new key is.",
            ),
            new.icon(Icon::Lock),
            old,
        ]
        .spacing(gap::M)
        .into()
    }

    pub(super) fn old_copies<'a>(&'a self, look: &Look) -> Element<'a, Page> {
        let backups = self.old_copies.backups.iter().rev().map(|backup| {
            let day = words::date(backup.made.date());
            let time = words::time(backup.made.time());
            widgets::body(look, format!("The backup of {day}, {time}"))
        });
        let set_aside = self.old_copies.set_aside.iter().map(|folder| {
            let path = folder.display();
            widgets::body(look, format!("What a backup took the place of, in {path}"))
        });
        let rows: Vec<Element<'a, Page>> = backups.chain(set_aside).collect();
        if rows.is_empty() {
            return widgets::reading(look, "There are no old copies on this computer.");
        }
        let delete = words::count(rows.len(), "old copy", "old copies");
        let answers = vec![
            button::plain(
                look,
                "old/delete",
                format!("Delete {delete}"),
                Page::DeleteOldCopies,
            )
            .icon(Icon::Delete)
            .disabled(self.busy)
            .into(),
            button::plain(look, "old/keep", "Keep them", Page::Back)
                .disabled(self.busy)
                .into(),
        ];
        column![
            widgets::reading(
                look,
                "These copies on this computer still open with the old passphrase, and with the old sheet.",
            ),
            widgets::list(look, "Old copies", rows),
            widgets::reading(
                look,
                "Before they go, Withy makes a new backup and checks that it opens. Copies on sticks you delete yourself.",
            ),
            self.busy
                .then(|| widgets::status_words(look, "Making a backup and checking it.")),
            widgets::wrap_row(answers, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }
}

impl NewKey {
    fn chosen(&mut self, new: Passphrase) -> Action<Page> {
        if Passphrase::new(&self.old).is_empty() {
            self.old_problem = Some("Type your current passphrase first.".to_owned());
            return Action::Focus(OLD.into());
        }
        self.sheet_waits = false;
        self.problem = None;
        match (self.sheet.take(), RecoverySheet::start()) {
            (Some((_, sheet)), _) | (None, Ok(sheet)) => self.sheet = Some((new, sheet)),
            (None, Err(problem)) => self.problem = Some(problem.to_string()),
        }
        Action::Focus("page-title".into())
    }
}
