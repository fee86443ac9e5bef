//! All files, with a search and the children to choose from.

use iced::widget::column;

use super::Message;
use crate::look::{Icon, Look, gap};
use crate::record::{Attachment, AttachmentFilter, Child, Error, child};
use crate::screens::Context;
use crate::screens::shared::files_part::{self, FilesPart};
use crate::widgets::{self, Element, button, field, notice};

/// The search.
pub(super) const SEARCH: &str = "files/search";

/// How many rows are shown at first, and how many more each time.
const ROWS: usize = 20;

/// The list.
#[derive(Debug)]
pub(super) struct List {
    rows: Vec<Attachment>,
    is_empty: bool,
    text: String,
    child: Option<child::Id>,
    shown: usize,
}

impl Default for List {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            is_empty: true,
            text: String::new(),
            child: None,
            shown: ROWS,
        }
    }
}

impl List {
    pub(super) fn read(&mut self, context: &Context) -> Result<(), Error> {
        // A child in the bin is not among those to choose from.
        if let Some(id) = self.child
            && context.read(|record| record.child(id))?.is_none()
        {
            self.child = None;
        }
        let filter = AttachmentFilter {
            child: self.child,
            text: Some(self.text.clone()).filter(|text| !text.trim().is_empty()),
            belongs_to: None,
        };
        self.rows = context.read(|record| record.attachments(&filter))?;
        self.is_empty = context.read(|record| record.counts())?.attachments == 0;
        Ok(())
    }

    /// The child that is chosen.
    pub(super) fn child(&self) -> Option<child::Id> {
        self.child
    }

    pub(super) fn only(&mut self, child: child::Id) {
        *self = Self {
            child: Some(child),
            ..Self::default()
        };
    }

    pub(super) fn toggle(&mut self, child: child::Id) {
        self.child = (self.child != Some(child)).then_some(child);
        self.shown = ROWS;
    }

    pub(super) fn search(&mut self, text: String) {
        self.text = text;
        self.shown = ROWS;
    }

    pub(super) fn show_all(&mut self) {
        *self = Self::default();
    }

    pub(super) fn more(&mut self) {
        self.shown += ROWS;
    }

    pub(super) fn view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        family: &'a [Child],
        part: &'a FilesPart,
        problem: Option<&'a str>,
    ) -> Element<'a, Message> {
        let back = Some(("Back", Message::Back));
        let problem =
            problem.map(|problem| notice::problem(look, "Your files could not be read", problem));
        let page = column![widgets::page_header(look, "Letters and files", back, None)]
            .push(problem)
            .push(widgets::reading(
                look,
                "They are kept in your record, locked like the rest. The files you add stay where they are, too.",
            ))
            .push(part.view_adding(context, look, Message::Part));
        if self.is_empty {
            let nothing = widgets::body(look, "No file is here yet.");
            return widgets::page(look, page.push(nothing).spacing(gap::L));
        }
        widgets::page(
            look,
            page.push(self.filters(look, family))
                .push(self.found(context, look))
                .push(widgets::pager(
                    look,
                    "files/more",
                    self.shown.min(self.rows.len()),
                    self.rows.len(),
                    "files",
                    Message::More,
                ))
                .spacing(gap::L),
        )
    }

    fn filters<'a>(&'a self, look: &Look, family: &'a [Child]) -> Element<'a, Message> {
        let search = field::text(
            look,
            SEARCH,
            "Search your files by name",
            &self.text,
            Message::Search,
        )
        .icon(Icon::Find)
        .hide_label()
        .placeholder("Search your files by name");
        let children: Vec<Element<'a, Message>> = family
            .iter()
            .map(|child| {
                widgets::chip(
                    look,
                    format!("files/child/{}", child.id),
                    child.name.as_str(),
                    None,
                    self.child == Some(child.id),
                    Message::Child(child.id),
                )
            })
            .collect();
        let children = (!children.is_empty()).then(|| widgets::wrap_row(children, gap::S));
        column![search].push(children).spacing(gap::M).into()
    }

    fn found<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        if self.rows.is_empty() {
            let all = button::plain(look, "files/show-all", "Show all files", Message::ShowAll);
            return widgets::empty_state(look, "No file matches that.", Some(all.into()));
        }
        let rows = self.rows.iter().take(self.shown);
        let rows = rows.map(|file| files_part::row(look, file, context, Message::Open));
        widgets::list(look, "Letters and files", rows.collect())
    }
}
