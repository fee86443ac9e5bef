//! `withy find`: the search of the Find help screen, as text or as JSON.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::directory::{Directory, Match, OldNameHit, Phone, Query, Reason, Results, Service};

/// How many services the text shows in full.
const SHOWN: usize = 10;

/// The service a family can ask when another has no way to be reached.
const WHOM_TO_ASK: &str = "connect-somerset";

/// What the words find, the best first: as text for a person, or as a JSON array of every match
/// whose keys are named as in Open Referral UK, with our own under `withy_`.
pub fn find(directory: &Directory, words: &[String], json: bool, today: Date) -> String {
    let query = Query {
        text: words.join(" "),
        ..Query::default()
    };
    let results = directory.search(&query);
    if json {
        let may_suit = results.matches.len();
        let array: Vec<Value> = results
            .shown()
            .enumerate()
            .filter_map(|(at, found)| {
                let service = directory.service(found.id)?;
                Some(as_json(service, found, at >= may_suit, today))
            })
            .collect();
        return format!("{:#}\n", Value::Array(array));
    }
    as_text(directory, &query.text, &results, today)
}

fn as_text(directory: &Directory, typed: &str, results: &Results, today: Date) -> String {
    let mut paragraphs = Vec::new();
    if let Some(correction) = &results.correction {
        paragraphs.push(format!(
            "Showing services for “{}”. You typed “{}”.",
            correction.used, correction.typed
        ));
    }
    if let Some(old_name) = &results.old_name {
        paragraphs.push(renamed(old_name));
    }
    paragraphs.push(match results.total() {
        0 => format!(
            "We found no service for “{typed}”. Try fewer words, or another word for the same thing."
        ),
        1 => "1 service found.".to_owned(),
        many if many > SHOWN => format!("{many} services found. Here are the first {SHOWN}."),
        many => format!("{many} services found."),
    });
    for (at, found) in results.shown().take(SHOWN).enumerate() {
        if let Some(service) = directory.service(found.id) {
            paragraphs.push(entry(directory, at + 1, service, found, today));
        }
    }
    paragraphs.join("\n\n") + "\n"
}

fn renamed(name: &OldNameHit) -> String {
    // Where nobody could confirm the name of today, the note says so.
    let today = match (&name.now, &name.since) {
        (Some(now), Some(since)) => format!(" Since {since} it is called {now}."),
        (Some(now), None) => format!(" It is now called {now}."),
        (None, _) => String::new(),
    };
    let note = name
        .note
        .as_ref()
        .map_or_else(String::new, |note| format!(" {note}"));
    format!("“{}” is an old name.{today}{note}", name.old)
}

fn entry(
    directory: &Directory,
    number: usize,
    service: &Service,
    found: &Match,
    today: Date,
) -> String {
    let mut lines = vec![format!("{number}. {}", service.name)];
    let why: Vec<String> = found.why.iter().map(Reason::words).collect();
    if !why.is_empty() {
        lines.push(format!("   Why: {}", why.join("; ")));
    }
    if service.phones.is_empty() {
        lines.push(format!("   Phone: {}", no_number(directory, service)));
    }
    for phone in &service.phones {
        lines.push(format!("   Phone: {}", number_in_words(phone)));
    }
    if let Some(how) = &service.how_to_get {
        lines.push(format!("   How to get it: {how}"));
    }
    lines.push(format!("   {}", service.freshness_in_words(today)));
    lines.join("\n")
}

fn number_in_words(phone: &Phone) -> String {
    match &phone.description {
        Some(description) => format!("{} ({description})", phone.number),
        None => phone.number.clone(),
    }
}

fn no_number(directory: &Directory, service: &Service) -> String {
    let instead = service
        .emails
        .first()
        .map(|email| format!("Write to {email}."))
        .or_else(|| Some(format!("Look at {}", service.websites.first()?)))
        .or_else(|| {
            let advice = directory.by_slug(WHOM_TO_ASK)?;
            let email = advice.emails.first()?;
            Some(format!("Ask {} at {email}.", advice.name))
        });
    match instead {
        Some(instead) => format!("We could not confirm a number. {instead}"),
        None => "We could not confirm a number.".to_owned(),
    }
}

fn as_json(service: &Service, found: &Match, may_suit: bool, today: Date) -> Value {
    let mut fields = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            let _ = fields.insert(key.to_owned(), value);
        }
    };
    put("id", json!(service.id));
    put("name", json!(service.name));
    put("organization", json!({ "name": service.organization }));
    put("description", json!(service.description));
    put("eligibility_description", json!(service.who_for));
    put("application_process", json!(service.how_to_get));
    put("minimum_age", json!(service.minimum_age));
    put("maximum_age", json!(service.maximum_age));
    put("fees", json!(service.fees));
    let phones: Vec<Value> = service.phones.iter().map(phone_as_json).collect();
    put("phones", Value::Array(phones));
    put("email", json!(service.emails.first()));
    put("url", json!(service.websites.first()));
    put("withy_slug", json!(service.slug));
    let why: Vec<String> = found.why.iter().map(Reason::words).collect();
    put("withy_why", json!(why));
    put("withy_may_suit", json!(may_suit));
    put("withy_miles", json!(found.miles));
    put("withy_source_date", json!(service.source_date_in_words()));
    put("withy_freshness", json!(service.freshness_in_words(today)));
    let sources: Vec<&str> = service
        .sources
        .iter()
        .map(|source| source.url.as_str())
        .collect();
    put("withy_sources", json!(sources));
    Value::Object(fields)
}

fn phone_as_json(phone: &Phone) -> Value {
    match &phone.description {
        Some(description) => json!({ "number": phone.number, "description": description }),
        None => json!({ "number": phone.number }),
    }
}
