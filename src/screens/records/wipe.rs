//! The pages on which a record is wiped.

use iced::widget::column;

use super::certificate::{NOT_REACHED, facts, in_words, set_aside};
use super::{Message, Paper, Records};
use crate::look::{Icon, Look, gap};
use crate::record::left::To;
use crate::record::vault::WhatGoes;
use crate::screens::Context;
use crate::widgets::{self, Element, button, notice};
use crate::words;

impl Records {
    /// What goes, and what stays.
    pub(super) fn view_goes<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        goes: &'a WhatGoes,
        name: &'a str,
    ) -> Element<'a, Message> {
        let facts = vec![
            ("Record", name.to_owned()),
            ("In it", in_words(goes.counts.as_ref())),
            (
                "Also",
                "The bin, drafts and everything that could be undone".to_owned(),
            ),
            ("Set aside earlier", set_aside(goes.set_aside.len())),
        ];
        let rescued = (!goes.rescued.is_empty())
            .then(|| ("Read out of damage", set_aside(goes.rescued.len())));
        let facts = facts
            .into_iter()
            .chain(rescued)
            .map(|(name, fact)| (name, widgets::body(look, fact)));
        let last = goes.last.then(|| {
            notice::information(
                look,
                "This is your only record",
                "Your passphrase and recovery sheet go too. Withy starts again as on its first day.",
            )
        });
        let answers = vec![
            button::danger(look, "records/ask", "Wipe this record", Message::Ask)
                .icon(Icon::Delete)
                .into(),
            button::plain(look, "records/leave", "Keep it", Message::Back).into(),
        ];
        column![
            widgets::reading(
                look,
                "Wiping deletes the record from this computer for good. No backup here brings it back.",
            ),
            last.map(Element::from),
            widgets::section(look, "What goes"),
            widgets::key_values(look, facts.collect()),
            backups(look, goes),
            not_reached(look, context, goes),
            widgets::wrap_row(answers, gap::M),
        ]
        .spacing(gap::L)
        .into()
    }

    /// The question, once more.
    pub(super) fn view_sure<'a>(
        &'a self,
        look: &Look,
        goes: &'a WhatGoes,
        name: &'a str,
    ) -> Element<'a, Message> {
        let what = format!("“{name}”: {}.", in_words(goes.counts.as_ref()));
        let answers = vec![
            button::danger(look, "records/sure", "Yes, wipe it for good", Message::Sure)
                .icon(Icon::Delete)
                .disabled(self.busy)
                .into(),
            button::plain(look, "records/leave", "Keep it", Message::Back)
                .disabled(self.busy)
                .into(),
        ];
        column![
            widgets::strong(look, what),
            widgets::reading(
                look,
                "Nobody can bring it back after this. There is no undo."
            ),
            self.busy.then(|| widgets::status_words(look, "Wiping it.")),
            widgets::wrap_row(answers, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }
}

fn backups<'a>(look: &Look, goes: &'a WhatGoes) -> Element<'a, Message> {
    let rows: Vec<Element<'a, Message>> = goes
        .backups
        .iter()
        .rev()
        .map(|one| {
            let (day, time) = (words::date(one.made.date()), words::time(one.made.time()));
            widgets::body(look, format!("Backup {} of {day}, {time}", one.number))
        })
        .collect();
    let none = rows
        .is_empty()
        .then(|| widgets::body(look, "It has no backup here."));
    let list = (!rows.is_empty()).then(|| widgets::list(look, "Backups that go", rows));
    column![widgets::subsection(look, "Its backups here"), none, list]
        .spacing(gap::S)
        .into()
}

fn not_reached<'a>(look: &Look, context: &Context, goes: &WhatGoes) -> Element<'a, Message> {
    let left = goes.left.iter().map(|folder| {
        let folder = folder.file_name().unwrap_or_default().to_string_lossy();
        let here = context.folders.data().display();
        format!("The folder {folder} in {here}. It holds something else that was set aside.")
    });
    let all = NOT_REACHED.map(str::to_owned).into_iter().chain(left);
    let rows = all.map(|one| widgets::reading(look, one)).collect();
    column![
        widgets::section(look, "What this does not reach"),
        widgets::list(look, "What this does not reach", rows),
        elsewhere(look, goes),
    ]
    .spacing(gap::M)
    .into()
}

/// How many of the files and papers that left are named.
const NAMED: usize = 10;

/// What is known to be elsewhere, so that the person can go and delete it.
fn elsewhere<'a>(look: &Look, goes: &WhatGoes) -> Option<Element<'a, Message>> {
    let rows: Vec<Element<'a, Message>> = goes
        .elsewhere
        .iter()
        .take(NAMED)
        .map(|one| {
            let place = match &one.to {
                To::File(path) => format!("to {}", path.display()),
                To::Printer => "to a printer".to_owned(),
                To::Clipboard => "to the clipboard".to_owned(),
            };
            let (day, what) = (words::date(one.at.date()), one.what.words());
            widgets::body(look, format!("{day}: {what}, {place}"))
        })
        .collect();
    let more = goes.elsewhere.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| {
        let more = words::count(more, "older one", "older ones");
        widgets::quiet(look, format!("And {more}, in “What left this computer”."))
    });
    (!rows.is_empty()).then(|| {
        column![
            widgets::subsection(look, "Noted as having left this computer"),
            widgets::list(look, "Noted as having left this computer", rows),
            more,
        ]
        .spacing(gap::S)
        .into()
    })
}

impl Paper {
    /// The certificate, and what can be done with it.
    pub(super) fn view<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let name = self.name.as_ref().filter(|_| self.with_name);
        let name = name.map(|name| ("Name", name.clone()));
        let rows = name.into_iter().chain(facts(&self.certificate));
        let rows = rows.map(|(name, fact)| (name, widgets::body(look, fact)));
        let with_name = self.name.is_some().then(|| {
            widgets::tick_box(
                look,
                "records/with-name",
                "Put the record’s name in the certificate",
                self.with_name,
                Message::WithName,
            )
        });
        let saved = self.saved.as_ref().map(|path| {
            column![
                widgets::body(look, format!("It is saved in {}.", path.display())),
                button::quiet(
                    look,
                    "records/folder",
                    "Open the folder",
                    Message::OpenFolder
                )
                .icon(Icon::Folder)
                .at_edge(),
            ]
            .spacing(gap::S)
        });
        let reached = NOT_REACHED.map(|one| widgets::reading(look, one)).into();
        let tools = vec![
            button::plain(look, "records/copy", "Copy it", Message::Copy)
                .icon(Icon::Copy)
                .into(),
            button::plain(look, "records/save", "Save as a file", Message::Save)
                .icon(Icon::Save)
                .into(),
        ];
        column![
            widgets::reading(
                look,
                "Its keys were written over and deleted first. Then its files were deleted.",
            ),
            widgets::key_values(look, rows.collect()),
            with_name,
            widgets::wrap_row(tools, gap::M),
            saved,
            widgets::section(look, "What this does not reach"),
            widgets::list(look, "What this does not reach", reached),
        ]
        .spacing(gap::L)
        .into()
    }
}
