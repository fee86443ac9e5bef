//! What an editor of the directory files should put right.

use std::collections::BTreeSet;

use super::Directory;

/// One sentence for each problem; none when all is well.
pub(super) fn problems(directory: &Directory) -> Vec<String> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    let mut slugs = BTreeSet::new();
    for service in directory.services() {
        let name = &service.name;
        let mut say = |wrong: bool, what: &str| {
            if wrong {
                problems.push(format!("“{name}” {what}."));
            }
        };
        say(!ids.insert(service.id), "has the id of another service");
        say(
            !slugs.insert(&service.slug),
            "has the slug of another service",
        );
        say(service.name.trim().is_empty(), "has no name");
        say(service.description.trim().is_empty(), "has no description");
        say(service.sources.is_empty(), "has no source");
        say(service.needs.is_empty(), "names no need, not even “any”");
        say(
            service.referral.is_empty(),
            "does not say who can ask, not even “unknown”",
        );
        say(ages_crossed(service), "has a youngest age above its oldest");
        let pages = service.sources.iter().map(|source| &source.url);
        for url in pages.chain(&service.websites) {
            say(
                !is_web(url),
                &format!("has a link that is not http or https: {url}"),
            );
        }
        let dates_crossed = service.sources.iter().any(|source| {
            matches!((source.seen_from, source.seen_to), (Some(from), Some(to)) if from > to)
        });
        say(
            dates_crossed,
            "has a source whose first day is after its last",
        );
    }
    problems.extend(of_old_names(directory));
    problems.extend(of_synonyms(directory));
    problems
}

fn ages_crossed(service: &super::Service) -> bool {
    matches!((service.minimum_age, service.maximum_age), (Some(low), Some(high)) if low > high)
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn of_old_names(directory: &Directory) -> Vec<String> {
    let mut problems = Vec::new();
    for name in directory.old_names() {
        let old = &name.old;
        if name.now.is_some() && name.sources.is_empty() {
            problems.push(format!("The old name “{old}” has no source."));
        }
        if name.now.is_none() && name.note.is_none() {
            problems.push(format!(
                "The old name “{old}” has no name of today and no note that says so."
            ));
        }
        if let Some(source) = name.sources.iter().find(|source| !is_web(&source.url)) {
            problems.push(format!(
                "The old name “{old}” has a link that is not http or https: {}.",
                source.url
            ));
        }
        for slug in name
            .services
            .iter()
            .filter(|slug| directory.by_slug(slug).is_none())
        {
            problems.push(format!("The old name “{old}” leads to no service: {slug}."));
        }
    }
    problems
}

fn of_synonyms(directory: &Directory) -> Vec<String> {
    let mut problems = Vec::new();
    for synonym in directory.synonyms.all() {
        let said = synonym.said().collect::<Vec<_>>().join(" ");
        if said.is_empty() {
            problems.push("A synonym has no words.".to_owned());
        }
        if synonym.needs.is_empty() && synonym.terms.is_empty() && synonym.services.is_empty() {
            problems.push(format!("The words “{said}” lead nowhere."));
        }
        for slug in synonym
            .services
            .iter()
            .filter(|slug| directory.by_slug(slug).is_none())
        {
            problems.push(format!("The words “{said}” lead to no service: {slug}."));
        }
    }
    problems
}
