//! How the list and the form for a name look.

use iced::widget::{column, container};

use super::{Message, NAME, Records, Step, button_id};
use crate::look::{Icon, Look, gap, measure};
use crate::record::vault::Family;
use crate::screens::Context;
use crate::widgets::{self, Element, button, field};
use crate::words;

impl Records {
    /// Draws the page.
    pub fn view<'a>(&'a self, context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let (title, back, body) = match &self.step {
            Step::List => ("Records", "Back", self.list(context, look)),
            Step::Name { of, typed, problem } => (
                match of {
                    Some(_) => "Rename a record",
                    None => "Add a family",
                },
                "Records",
                self.name(look, of.as_ref(), typed, problem.as_deref()),
            ),
            Step::Goes { goes, name } => (
                "Wipe a record",
                "Records",
                self.view_goes(context, look, goes, name),
            ),
            Step::Sure { goes, name } => {
                ("Are you sure?", "Records", self.view_sure(look, goes, name))
            }
            Step::Wiped(paper) => ("This record is wiped", "Records", paper.view(look)),
        };
        let header = widgets::page_header(look, title, Some((back, Message::Back)), None);
        let problem = self.problem.as_ref();
        let problem = problem.map(|problem| widgets::problem_line(look, problem.as_str()));
        let content = column![header, problem, body].spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }

    fn list<'a>(&'a self, context: &'a Context, look: &Look) -> Element<'a, Message> {
        if context.sample {
            return column![
                widgets::reading(
                    look,
                    "You are looking at the sample family. Leave it to see your own records.",
                ),
                button::plain(
                    look,
                    "records/sample",
                    "Leave the sample family",
                    Message::LeaveSample
                ),
            ]
            .spacing(gap::L)
            .into();
        }
        if self.families.is_empty() {
            let nothing = "You keep no record yet. It is made with the first thing that you keep.";
            return widgets::reading(look, nothing);
        }
        let several = self.families.len() > 1;
        let why = if several {
            "Each family has its own record. Only one is open at a time, and nothing of another shows."
        } else {
            "One record is enough for one family. If you keep things for another family, add a record for it."
        };
        let rows = self.families.iter().map(|family| {
            let open = family.chosen && context.record.is_some();
            self.row(look, family, open, several)
        });
        let rows = rows.collect();
        let add = button::plain(look, "records/add", "Add a family", Message::Add)
            .icon(Icon::Add)
            .disabled(self.busy);
        column![
            widgets::reading(look, why),
            widgets::list_spaced(look, "Records", rows, gap::M),
            self.busy
                .then(|| widgets::status_words(look, "Opening the record.")),
            Element::from(add),
            self.before(look),
        ]
        .spacing(gap::L)
        .into()
    }

    fn row<'a>(
        &'a self,
        look: &Look,
        family: &'a Family,
        open: bool,
        several: bool,
    ) -> Element<'a, Message> {
        let name = &family.name;
        let id = family.id;
        let state = if open {
            "Open now"
        } else if family.chosen {
            "It did not open"
        } else {
            "Closed"
        };
        let state = several.then(|| widgets::quiet(look, state));
        let first = match (open, several) {
            (true, true) => Some(
                button::plain(look, button_id("close", id), "Close", Message::Close)
                    .name(format!("Close {name}")),
            ),
            (true, false) => None,
            (false, _) => Some(
                button::plain(look, button_id("open", id), "Open", Message::Open(id))
                    .name(format!("Open {name}")),
            ),
        };
        let rename = button::plain(look, button_id("rename", id), "Rename", Message::Rename(id))
            .icon(Icon::Edit)
            .name(format!("Rename {name}"));
        let wipe = button::quiet(look, button_id("wipe", id), "Wipe…", Message::Wipe(id))
            .icon(Icon::Delete)
            .name(format!("Wipe… {name}"));
        let tools = first
            .into_iter()
            .chain([rename, wipe])
            .map(|button| button.disabled(self.busy).into())
            .collect();
        widgets::card(
            look,
            column![
                widgets::section(look, name.as_str()),
                state,
                widgets::wrap_row(tools, gap::M),
            ]
            .spacing(gap::S),
        )
    }

    fn name<'a>(
        &'a self,
        look: &Look,
        of: Option<&'a Family>,
        typed: &'a str,
        problem: Option<&'a str>,
    ) -> Element<'a, Message> {
        let help = match of {
            Some(_) => "The name is locked with the record. A locked folder does not show it.",
            None => "It gets a record of its own, which opens now. The one that is open closes.",
        };
        let label = match of {
            Some(_) => "Name of the record",
            None => "Name of the family",
        };
        let keep = match of {
            Some(_) => "Keep this name",
            None => "Add and open",
        };
        let name = field::text(look, NAME, label, typed, Message::Typed)
            .help(help)
            .error(problem)
            .on_submit(Message::Keep);
        column![
            of.map(|of| widgets::body(look, format!("It is called “{}” now.", of.name))),
            Element::from(name),
            button::main(look, "records/keep", keep, Message::Keep).icon(Icon::Check),
        ]
        .spacing(gap::XL)
        .into()
    }

    /// What was wiped before, by day and number.
    fn before<'a>(&'a self, look: &Look) -> Option<Element<'a, Message>> {
        let rows: Vec<Element<'a, Message>> = self
            .wiped
            .iter()
            .rev()
            .map(|one| {
                let day = words::date(one.at.date());
                let number: String = one.family.to_string().chars().take(8).collect();
                let what = format!("{day}, number {number}");
                let show = button::quiet(
                    look,
                    button_id("certificate", one.family),
                    "Certificate",
                    Message::Certificate(one.family),
                )
                .name(format!("Certificate of {what}"));
                widgets::wrap_row(vec![widgets::body(look, what), show.into()], gap::L)
            })
            .collect();
        (!rows.is_empty()).then(|| {
            column![
                widgets::section(look, "Wiped before"),
                widgets::list(look, "Wiped before", rows),
            ]
            .spacing(gap::M)
            .into()
        })
    }
}
