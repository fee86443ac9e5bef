//! How one file is drawn.

use iced::widget::column;

use super::super::Message as Screen;
use super::{Message, One, PATH, TITLE};
use crate::look::{Icon, Look, gap};
use crate::record::attachment::can_run;
use crate::record::{Attachment, Child};
use crate::screens::Context;
use crate::screens::shared::children;
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

impl One {
    pub(in super::super) fn view<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        family: &'a [Child],
        problem: Option<&'a str>,
    ) -> Element<'a, Screen> {
        let back = Some(("Back", Screen::Back));
        let problem = problem.or(self.problem.as_deref());
        let problem = problem.map(|problem| notice::problem(look, "That did not work", problem));
        let Some(file) = &self.file else {
            let header = widgets::page_header(look, "File", back, None);
            let gone = "This file is not here any more. If it was deleted, the bin may have it.";
            let page = column![header]
                .push(problem)
                .push(widgets::body(look, gone));
            return widgets::page(look, page.spacing(gap::L));
        };
        let title = words::one_line(&file.title());
        let page = column![widgets::page_header(look, title, back, None)]
            .push(problem)
            .push(self.copies(look, file))
            .push(self.facts(context, look, file))
            .push(self.naming(look, file))
            .push(children::chips(
                look,
                "file/about",
                "About",
                family,
                &file.children,
                |child| Screen::One(Message::Child(child)),
            ))
            .push(self.more(look, file))
            .push(widgets::divider(look))
            .push(
                button::danger(look, "file/delete", "Delete", Screen::One(Message::Delete))
                    .icon(Icon::Delete)
                    .name("Delete this file"),
            );
        widgets::page(look, page.spacing(gap::XL))
    }

    fn copies<'a>(&'a self, look: &Look, file: &Attachment) -> Element<'a, Screen> {
        let runs = can_run(&file.name);
        let open = (!runs).then(|| {
            button::main(
                look,
                "file/open",
                "Open a copy",
                Screen::One(Message::OpenCopy),
            )
            .icon(Icon::Website)
            .into()
        });
        let save = button::plain(
            look,
            "file/save",
            "Save a copy…",
            Screen::One(Message::SaveCopy),
        )
        .icon(Icon::Folder)
        .into();
        let typing = button::quiet(
            look,
            "file/type",
            "Type where it goes",
            Screen::One(Message::Type),
        )
        .expanded(self.path.is_some())
        .into();
        let buttons = open.into_iter().chain([save, typing]).collect();
        let about = if runs {
            "This kind of file can start a program, so Withy does not open it."
        } else {
            "A copy that is open is outside your record. Withy deletes it when you lock or close Withy."
        };
        let typed = self.path.as_ref().map(|path| {
            let path = field::text(look, PATH, "Where the copy goes", path, |typed| {
                Screen::One(Message::Path(typed))
            })
            .help("The whole path, with the name of the file.")
            .error(self.path_problem.as_deref())
            .on_submit(Screen::One(Message::SaveTyped));
            let save = button::plain(
                look,
                "file/save-typed",
                "Save it there",
                Screen::One(Message::SaveTyped),
            );
            column![Element::from(path), Element::from(save)].spacing(gap::M)
        });
        column![
            widgets::wrap_row(buttons, gap::M),
            widgets::quiet(look, about)
        ]
        .push(typed)
        .spacing(gap::M)
        .into()
    }

    fn facts<'a>(
        &'a self,
        context: &'a Context,
        look: &Look,
        file: &'a Attachment,
    ) -> Element<'a, Screen> {
        let added = format!(
            "{}, {}",
            words::near_day(file.added.date(), context.today()),
            words::time(file.added.time())
        );
        let mut facts: Vec<(&'static str, Element<'a, Screen>)> = vec![
            ("Kind", widgets::body(look, file.kind_in_words())),
            ("Size", widgets::body(look, words::size(file.content.size))),
            ("Added", widgets::body(look, added)),
        ];
        if !file.title.trim().is_empty() {
            let name = words::one_line(&file.name);
            facts.push(("File name", widgets::body(look, name)));
        }
        if let Some((words, _)) = &self.belongs {
            let open = Screen::One(Message::OpenOwner);
            facts.push((
                "Belongs to",
                widgets::link(look, "file/owner", words.as_str(), open),
            ));
        }
        widgets::key_values(look, facts)
    }

    fn naming<'a>(&'a self, look: &Look, file: &'a Attachment) -> Element<'a, Screen> {
        let Some(title) = &self.title else {
            return button::plain(
                look,
                "file/rename",
                "Give it another name",
                Screen::One(Message::Rename),
            )
            .icon(Icon::Edit)
            .into();
        };
        let name = words::one_line(&file.name);
        let field = field::text(look, TITLE, "What you call it", title, |typed| {
            Screen::One(Message::Title(typed))
        })
        .help(format!("The file keeps its own name too: {name}"))
        .on_submit(Screen::One(Message::KeepTitle));
        let keep = button::main(
            look,
            "file/keep-title",
            "Save this name",
            Screen::One(Message::KeepTitle),
        )
        .icon(Icon::Check);
        let leave = button::plain(
            look,
            "file/leave-title",
            "Leave it as it was",
            Screen::One(Message::LeaveTitle),
        );
        column![
            Element::from(field),
            widgets::wrap_row(vec![keep.into(), leave.into()], gap::M)
        ]
        .spacing(gap::M)
        .into()
    }

    fn more<'a>(&'a self, look: &Look, file: &'a Attachment) -> Element<'a, Screen> {
        let open = button::quiet(
            look,
            "file/more",
            "How Withy knows that it is unaltered",
            Screen::One(Message::More),
        )
        .icon(if self.more_open { Icon::Up } else { Icon::Down })
        .expanded(self.more_open)
        .at_edge();
        let body = self.more_open.then(|| {
            // In groups, so that it can be compared by eye and breaks between them.
            let digits: Vec<&str> = (0..file.content.sha256.len())
                .step_by(8)
                .filter_map(|at| file.content.sha256.get(at..at + 8))
                .collect();
            column![
                widgets::reading(
                    look,
                    "Withy keeps the bytes as they were given, with a check number of them. Each time you take a copy out, Withy compares it.",
                ),
                widgets::key_values(
                    look,
                    vec![("SHA-256", widgets::body(look, digits.join(" ")))]
                ),
            ]
            .spacing(gap::M)
        });
        column![Element::from(open)]
            .push(body)
            .spacing(gap::M)
            .into()
    }
}
