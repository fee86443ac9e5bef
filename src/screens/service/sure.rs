//! "How sure are we?": every fact has a page it was read on, and every page a date or none.

use iced::widget::column;

use super::Message;
use crate::directory::{Confidence, Service, Source};
use crate::look::{Look, gap};
use crate::platform::opening::Link;
use crate::screens::Context;
use crate::screens::shared::terms::Terms;
use crate::widgets::{self, Element, notice, web_link, words};

/// How sure, why it may be out of date, and the pages.
pub(super) fn view<'a>(
    service: &'a Service,
    context: &'a Context,
    look: &Look,
    terms: &Terms<Message>,
) -> Element<'a, Message> {
    let read_on = crate::words::date(context.directory.about().compiled_on);
    let sources = service.sources.iter().enumerate();
    let sources = sources.map(|(at, source)| page(source, at, look));
    let freshness = service.freshness_in_words(context.today());
    let notice = if service.freshness(context.today()).ring_first() {
        notice::due(look, freshness, "")
    } else {
        notice::information(look, freshness, "")
    };
    let sure = terms.body(how_sure(service));
    let why = service.may_be_out_of_date_because.as_deref();
    let why = why.map(|why| terms.body(why));
    let notice = notice.body(column![sure, why].spacing(gap::XS));
    column![
        words::section(look, "How sure are we?"),
        notice,
        words::quiet(look, format!("We read these pages on {read_on}.")),
        widgets::list_spaced(look, "Pages", sources.collect(), gap::M),
    ]
    .spacing(gap::M)
    .into()
}

fn how_sure(service: &Service) -> &'static str {
    match service.confidence {
        Confidence::High => "We read these facts word for word.",
        Confidence::Medium => "We read these facts, but something is left to check.",
        Confidence::Low => "We only saw this mentioned. Check before you rely on it.",
    }
}

fn page<'a>(source: &'a Source, at: usize, look: &Look) -> Element<'a, Message> {
    let date = match source.seen.as_deref() {
        Some(seen) => format!("Page dated {seen}."),
        None => "The page shows no date.".to_owned(),
    };
    let facts = evidence(source);
    let facts = if facts.is_empty() {
        String::new()
    } else {
        format!(" It gives {}.", crate::words::list(&facts))
    };
    column![
        web_link(
            look,
            format!("service/source/{at}"),
            site(&source.url),
            &source.url,
            Message::Visit(Link::Website(source.url.clone()))
        ),
        words::quiet(look, format!("{date}{facts}")),
    ]
    .spacing(gap::XS)
    .into()
}

/// The site of a page, as people say it: "somerset.gov.uk".
fn site(url: &str) -> String {
    let after = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = after.split(['/', '?', '#']).next().unwrap_or(after);
    host.trim_start_matches("www.")
        .trim_end_matches('.')
        .to_owned()
}

/// What a page supports, in plain words, each once.
fn evidence(source: &Source) -> Vec<String> {
    let mut facts: Vec<String> = Vec::new();
    for code in &source.evidences {
        let fact = match code.as_str() {
            "name" => "the name",
            "alternate_name" => "an old name",
            "description" => "what it does",
            "eligibility_description" => "who it is for",
            "application_process" => "how to get it",
            "minimum_age" | "maximum_age" => "the ages",
            "phones" => "the phone",
            "email" => "the email",
            "url" => "the website",
            "location" => "the address",
            "schedules" => "the hours",
            "fees" => "the cost",
            _ => continue,
        };
        if !facts.iter().any(|known| known == fact) {
            facts.push(fact.to_owned());
        }
    }
    facts
}
