//! The quiet reminder that there is no new copy outside this computer.

use std::path::PathBuf;

use super::{Message, Today};
use crate::look::{Icon, Look, gap};
use crate::record::reminder::Due;
use crate::screens::{Action, Context, Keeping, Place};
use crate::widgets::{self, Element, button, notice};
use crate::words;

/// What is said, and the folder of the last copy where that is there now.
#[derive(Debug)]
pub(super) struct Reminder {
    said: String,
    folder: Option<PathBuf>,
}

impl Reminder {
    /// None when no copy is due, when the record cannot be read, and for the sample family.
    pub(super) fn read(context: &Context) -> Option<Self> {
        let record = context.record.as_ref().filter(|_| !context.sample)?;
        let Due { last, folder } = record.copy_due(&context.now()).ok()??;
        let said = match last {
            Some(last) => format!(
                "Your last copy outside this computer is from {}.",
                words::date(last.date())
            ),
            None => "There is no copy of your record outside this computer yet.".to_owned(),
        };
        Some(Self {
            said: format!("{said} Computers break and get lost. A copy is one locked file."),
            folder: folder.filter(|folder| folder.is_dir()),
        })
    }
}

impl Today {
    pub(super) fn back_up(&self) -> Action<Message> {
        let reminder = self.copy_due.as_ref();
        match reminder.and_then(|due| due.folder.clone()) {
            Some(folder) => Action::Keeping(Keeping::BackUp(Some(folder))),
            None => Action::Open(Place::KeepSafe),
        }
    }

    pub(super) fn no_copy_now(&mut self, context: &mut Context) -> Action<Message> {
        let now = context.now();
        let Some(record) = &mut context.record else {
            return Action::None;
        };
        match record.put_off_copy(&now) {
            Ok(()) => {
                self.copy_due = None;
                Action::Several(vec![
                    Action::Focus("page-title".into()),
                    Action::Say("Withy reminds you again in a week.".to_owned()),
                ])
            }
            Err(problem) => {
                self.problem = Some(problem.to_string());
                Action::None
            }
        }
    }

    pub(super) fn copy_due<'a>(&'a self, look: &Look) -> Option<Element<'a, Message>> {
        let due = self.copy_due.as_ref()?;
        let into = due
            .folder
            .as_ref()
            .map(|folder| widgets::quiet(look, format!("It goes to {}.", folder.display())));
        let back_up = button::plain(
            look,
            "today/copy",
            "Back up to a stick or folder",
            Message::BackUp,
        );
        let later = button::quiet(look, "today/copy/not-now", "Not now", Message::NoCopyNow);
        let buttons = vec![back_up.icon(Icon::Save).into(), later.into()];
        let notice = notice::information(look, "A copy outside this computer", due.said.as_str())
            .icon(Icon::Save)
            .action(widgets::wrap_row(buttons, gap::M));
        Some(match into {
            Some(into) => notice.body(into).into(),
            None => notice.into(),
        })
    }
}
