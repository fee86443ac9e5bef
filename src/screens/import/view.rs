//! How the page looks.

use iced::widget::{column, container};

use super::{FILE, Import, Message, PASSPHRASE, Step};
use crate::look::{Icon, Look, gap, measure};
use crate::record::Counts;
use crate::record::import::{Brought, How, Named, Opened, Plan};
use crate::screens::Context;
use crate::screens::shared::counted::counted;
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

/// How many things of one kind are named.
const NAMED: usize = 20;

impl Import {
    /// Draws the page.
    pub fn view<'a>(&'a self, _context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        let (title, body) = match &self.step {
            Step::Ask => ("Import an export", self.ask(look)),
            Step::Looked { opened, plan, how } => {
                ("What would be added", self.plan(look, opened, plan, *how))
            }
            Step::Done(brought) => ("Your export is in your record", Self::done(look, *brought)),
        };
        let header = widgets::page_header(look, title, Some(("Back", Message::Back)), None);
        let problem = self.problem.as_ref().map(|problem| {
            Element::from(notice::problem(
                look,
                "Nothing was changed",
                problem.as_str(),
            ))
        });
        let content = column![header, problem, body].spacing(gap::XL);
        widgets::page(look, container(content).max_width(measure::READING))
    }

    fn ask<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let file = field::text(look, FILE, "Export file", &self.file, Message::File)
            .help("Its name ends in .zip or .zip.age. Choose it, or type where it is.")
            .error(self.file_problem.as_deref())
            .on_submit(Message::Look);
        let passphrase = self.locked.then(|| {
            let typed = field::text(
                look,
                PASSPHRASE,
                "Passphrase of the export",
                &self.passphrase,
                Message::Passphrase,
            )
            .help("You may paste it.")
            .secret(!self.shown)
            .error(self.passphrase_problem.as_deref())
            .on_submit(Message::Look);
            column![
                Element::from(typed),
                widgets::tick_box(
                    look,
                    "import/show",
                    "Show what I type",
                    self.shown,
                    Message::Show
                ),
            ]
            .spacing(gap::M)
        });
        let buttons = vec![
            button::plain(look, "import/choose", "Choose a file…", Message::ChooseFile)
                .icon(Icon::Folder)
                .into(),
            button::main(
                look,
                "import/look",
                "See what would be added",
                Message::Look,
            )
            .icon(Icon::Look)
            .disabled(self.busy)
            .into(),
        ];
        column![
            widgets::reading(
                look,
                "Withy reads the export through and says what would be added. Nothing changes yet.",
            ),
            Element::from(file),
            passphrase,
            widgets::wrap_row(buttons, gap::M),
            self.busy
                .then(|| widgets::status_words(look, "Reading it through.")),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn plan<'a>(
        &'a self,
        look: &Look,
        opened: &'a Opened,
        plan: &'a Plan,
        how: How,
    ) -> Element<'a, Message> {
        let made = opened.made_at();
        let made = format!("{}, {}", words::date(made.date()), words::time(made.time()));
        let new_here = match counted(&plan.counts) {
            _ if plan.counts == Counts::default() => "Nothing".to_owned(),
            counted => counted,
        };
        let short: String = opened.sha256().chars().take(16).collect();
        let mut facts = vec![
            ("Made", made),
            ("In it", counted(&opened.counts())),
            ("New here", new_here),
        ];
        if plan.same > 0 {
            facts.push(("Here already", words::count(plan.same, "thing", "things")));
        }
        if plan.drafts > 0 {
            let drafts = words::count(plan.drafts, "unfinished text", "unfinished texts");
            facts.push(("Being typed", drafts));
        }
        if plan.drafts_left > 0 {
            let left = words::count(plan.drafts_left, "unfinished text", "unfinished texts");
            facts.push(("Left out, as you are writing there", left));
        }
        if plan.too_old > 0 {
            let old = words::count(plan.too_old, "thing", "things");
            facts.push(("Too long in the bin, left out", old));
        }
        facts.push(("Fingerprint", short));
        let facts = facts
            .into_iter()
            .map(|(name, fact)| (name, widgets::body(look, fact)));
        let missing = opened
            .not_read()
            .iter()
            .map(|line| widgets::body(look, line.as_str()));
        let missing: Vec<Element<'a, Message>> = missing.collect();
        let after = if plan.is_empty(how) {
            "There is nothing to add."
        } else {
            "It is added to what is here. Nothing here changes. One Undo takes all of it back."
        };
        column![
            widgets::key_values(look, facts.collect()),
            (!missing.is_empty()).then(|| {
                column![
                    widgets::section(look, "Not in it, because it could not be read"),
                    widgets::list(look, "Not in it", missing),
                ]
                .spacing(gap::M)
            }),
            named(
                look,
                "Different here",
                "You have these in other words. Yours stay as they are.",
                &plan.different,
                Some(widgets::tick_box(
                    look,
                    "import/copies",
                    "Bring these in as copies beside mine",
                    how.copies,
                    Message::Copies
                )),
            ),
            named(
                look,
                "Very like something here",
                "The same words and the same day. They count as the same and are left out.",
                &plan.alike,
                Some(widgets::tick_box(
                    look,
                    "import/doubles",
                    "Bring these in too",
                    how.doubles,
                    Message::Doubles
                )),
            ),
            named(
                look,
                "In your bin",
                "You threw these away here. They stay in the bin, where you can take them out.",
                &plan.in_bin,
                None,
            ),
            widgets::reading(look, after),
            self.busy
                .then(|| widgets::status_words(look, "Bringing it in.")),
            widgets::wrap_row(
                vec![
                    button::main(look, "import/import", "Import this", Message::Import)
                        .icon(Icon::Save)
                        .disabled(self.busy || plan.is_empty(how))
                        .into(),
                    button::plain(
                        look,
                        "import/leave",
                        "Leave things as they are",
                        Message::Back
                    )
                    .into(),
                ],
                gap::M,
            ),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn done<'a>(look: &Look, brought: Brought) -> Element<'a, Message> {
        let mut facts = vec![("Added", words::count(brought.new, "thing", "things"))];
        if brought.copies > 0 {
            facts.push(("Of these copies", words::thousands(brought.copies)));
        }
        if brought.drafts > 0 {
            let drafts = words::count(brought.drafts, "unfinished text", "unfinished texts");
            facts.push(("Being typed", drafts));
        }
        let facts = facts
            .into_iter()
            .map(|(name, fact)| (name, widgets::body(look, fact)));
        column![
            widgets::key_values(look, facts.collect()),
            widgets::reading(
                look,
                "One Undo takes all of it back. Unfinished texts stay."
            ),
            button::main(look, "import/today", "Go to Today", Message::Today),
        ]
        .spacing(gap::XL)
        .into()
    }
}

/// A list of what needs a look, and what can be done with it.
fn named<'a>(
    look: &Look,
    head: &'a str,
    about: &'a str,
    things: &'a [Named],
    choice: Option<Element<'a, Message>>,
) -> Option<Element<'a, Message>> {
    if things.is_empty() {
        return None;
    }
    let rows = things
        .iter()
        .take(NAMED)
        .map(|it| widgets::body(look, it.in_words()));
    let rows: Vec<Element<'a, Message>> = rows.collect();
    let more = things.len().saturating_sub(NAMED);
    let more =
        (more > 0).then(|| widgets::body(look, format!("And {} more.", words::thousands(more))));
    let section = column![
        widgets::section(look, head),
        widgets::reading(look, about),
        widgets::list(look, head, rows),
        more,
        choice,
    ];
    Some(section.spacing(gap::M).into())
}
