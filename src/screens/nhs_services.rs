//! What NHS Somerset provides: for each service who it is for, how to get it, what to do while
//! waiting and what to do after a no.

use crate::guide::easy_read::Whole;
use crate::guide::nhs;
use crate::look::{Icon, Look};
use crate::screens::shared::book::Reader;
use crate::screens::{Action, Context, FindStart, Place};
use crate::widgets::Element;

pub use crate::screens::shared::book::Message;

/// The pages about health services, as long as the window lives.
#[derive(Debug)]
pub struct NhsServices(Reader);

impl Default for NhsServices {
    fn default() -> Self {
        Self::new()
    }
}

impl NhsServices {
    /// With the list of services open.
    pub fn new() -> Self {
        Self(Reader::new(nhs::book(), "nhs", "NHS services", |page| {
            page.map(|page| Whole::Nhs(page.id.clone()))
        }))
    }

    /// Opens the place as it was left, or one page by its id.
    pub fn enter(&mut self, context: &Context, page: Option<&str>) {
        if let Some(id) = page {
            self.0.open(id);
        }
        self.refresh(context);
    }

    /// Reads again what is in the record.
    pub fn refresh(&mut self, context: &Context) {
        self.0.refresh(context);
    }

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        self.0.update(context, message)
    }

    /// The page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let find = Place::FindHelp(FindStart::Search);
        self.0.view(
            context,
            &look,
            ("Find other services".to_owned(), Icon::Find, find),
        )
    }
}
