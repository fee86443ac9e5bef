//! What Withy is, where its facts come from, and the work of others that it stands on.

use iced::widget::column;

use super::Message;
use crate::look::{Look, gap};
use crate::screens::Context;
use crate::widgets::{self, Element};
use crate::words;

pub(super) fn view<'a>(context: &'a Context, look: &Look) -> Element<'a, Message> {
    let about = context.directory.about();
    let services = words::count(context.directory.services().len(), "service", "services");
    let directory = match &context.directory_problem {
        Some(problem) => widgets::body(look, problem.as_str()),
        None => widgets::body(
            look,
            format!(
                "{}: {services}, put together on {}. {}",
                about.name,
                words::date(about.compiled_on),
                about.about
            ),
        ),
    };
    let thanks = vec![
        (
            "Letters",
            widgets::body(
                look,
                "Atkinson Hyperlegible Next and Lexend, SIL Open Font License 1.1",
            ),
        ),
        ("Icons", widgets::body(look, "Lucide, ISC licence")),
        (
            "Pictures",
            widgets::body(
                look,
                "Mulberry Symbols by Steve Lee, Creative Commons Attribution-ShareAlike 4.0, made \
                 into a font",
            ),
        ),
        ("Window", widgets::body(look, "iced, MIT licence")),
        (
            "Record",
            widgets::body(look, "SQLite, in the public domain"),
        ),
    ];
    column![
        widgets::section(look, "About Withy"),
        widgets::body(
            look,
            "Withy is for families in Somerset whose children have special educational needs and \
             disabilities (SEND).",
        ),
        widgets::body(
            look,
            "Withy is independent. It is not part of Somerset Council or the NHS, and neither \
             has checked it.",
        ),
        widgets::body(look, format!("Version {}", env!("CARGO_PKG_VERSION"))),
        widgets::subsection(look, "Where the facts come from"),
        directory,
        widgets::body(
            look,
            "Each service shows the pages it comes from and their dates. Ring before you rely on it.",
        ),
        widgets::subsection(look, "Made with"),
        widgets::key_values(look, thanks),
    ]
    .spacing(gap::M)
    .into()
}
