//! Every guide and service page: each term on it can be pressed there, where a paragraph first
//! uses it, and no short form is without an entry.

use std::collections::BTreeSet;

use accesskit::Role;
use withy::access::{Snapshot, key_of};
use withy::app::Message;
use withy::directory::Directory;
use withy::guide::words::{self, Term, found_in};
use withy::guide::{Source, budget, documents, easy_read, nhs, pathway, plan, rights};
use withy::record::starter_questions;
use withy::screens::shared::searched::Message as Press;
use withy::screens::{
    Place, QuestionsStart, documents as documents_screen, improvement_plan, questions,
    words_explained, worried,
};
use withy::settings::TextSize;

use super::{By, Person, acronyms, at};

/// What is wrong on the pages seen so far.
struct Check {
    person: Person,
    /// Names of services, of who runs them, and of the pages that facts come from.
    names: Vec<String>,
    /// The same, with the titles of documents and who put them out.
    by_others: Vec<String>,
    problems: BTreeSet<String>,
    pages: usize,

    without_entry: BTreeSet<String>,
}

impl Check {
    fn new(folder: &std::path::Path) -> Self {
        let person = at(folder, By::Mouse, TextSize::Normal, Place::Help);
        let mut names = acronyms::names(&Directory::bundled().unwrap());
        names.extend(sources().map(Source::dated_title));
        let starters = starter_questions::all().iter();
        let starters = starters.flat_map(|one| &one.sources);
        names.extend(starters.map(|source| source.title.clone()));
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let documents = documents::all().iter();
        let documents = documents.flat_map(|one| [one.title.clone(), one.publisher.clone()]);
        let mut by_others: Vec<String> = names.iter().cloned().chain(documents).collect();
        by_others.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self {
            person,
            names,
            by_others,
            problems: BTreeSet::new(),
            pages: 0,

            without_entry: BTreeSet::new(),
        }
    }

    fn go(&mut self, name: &str, place: Place) {
        self.after(name, Message::Go(place));
    }

    fn after(&mut self, name: &str, message: Message) {
        self.person.settle(message);
        let seen = self.person.look();
        self.read(name, &seen);
    }

    fn read(&mut self, page: &str, seen: &Snapshot) {
        self.pages += 1;
        let mut first_in_text: Vec<(&'static str, usize)> = vec![];
        for (at, words) in said(seen) {
            let is_paragraph = seen.entries[at].role() == Role::Label;
            let found = found_in(&words);
            for one in &found {
                let id = one.term.id.as_str();
                let known = first_in_text.iter().any(|(known, _)| *known == id);
                if is_paragraph && !known {
                    first_in_text.push((id, at));
                }
            }
            let ours = acronyms::without(&words, &self.names);
            let found = found_in(&ours);
            for one in &found {
                if !explains(seen, one.term) {
                    let problem = format!("{page}: “{}” in “{words}”", &ours[one.at.clone()]);
                    let _ = self.problems.insert(problem);
                }
            }
            let covered: String = found.iter().map(|one| &ours[one.at.clone()]).collect();
            let ours = acronyms::without(&words, &self.by_others);
            for short in acronyms::short_forms(&ours) {
                if !covered.contains(&short) && !acronyms::is_name(&short) {
                    let _ = self.without_entry.insert(short);
                }
            }
        }
        let texts = said(seen);
        let texts: Vec<&str> = texts.iter().map(|(_, words)| words.as_str()).collect();
        let title = ["page-title", "detail-title"].into_iter();
        let mut title = title.filter_map(|id| seen.find(key_of(&id.into())));
        let title = title.next().map(|at| seen.name(at));
        for short in acronyms::unexplained(&texts, title.as_deref(), &self.by_others) {
            let _ = self
                .problems
                .insert(format!("{page}: before it is in full, {short}"));
        }
        // The word that can be pressed stands in the first paragraph that uses it.
        for (id, paragraph) in first_in_text {
            let Some(word) = seen.find(key_of(&format!("term/{id}").into())) else {
                continue;
            };
            let mut before = seen.entries[..word].iter();
            let own = before.rposition(|entry| entry.role() == Role::Label);
            if own != Some(paragraph) {
                let words = seen.name(paragraph);
                let problem = format!("{page}: {id} is first used in “{words}”");
                let _ = self.problems.insert(problem);
            }
        }
    }

    #[track_caller]
    fn done(self, least: usize) {
        let unknown = self.without_entry;
        let problems: Vec<String> = self.problems.into_iter().collect();
        assert!(
            problems.is_empty() && unknown.is_empty(),
            "{} problems\n{}\nwith no entry: {unknown:?}",
            problems.len(),
            problems.join("\n")
        );
        assert!(self.pages >= least, "only {} pages", self.pages);
    }
}

/// Whether a page says what a term means, or lets it be pressed.
fn explains(seen: &Snapshot, term: &Term) -> bool {
    let there = |id: String| seen.find(key_of(&id.into())).is_some();
    let is_its_page = || {
        let title = seen.find(key_of(&"page-title".into()));
        title.is_some_and(|title| seen.name(title) == term.term)
    };
    there(format!("term/{}", term.id))
        || there(format!("words/term/{}", term.id))
        || there(format!("words/see/{}", term.id))
        || is_its_page()
}

/// What the page itself says, in reading order: not the rail, and not what just happened. A word
/// that can be pressed stands in its paragraph.
fn said(seen: &Snapshot) -> Vec<(usize, String)> {
    let elsewhere = |role| matches!(role, Role::Navigation | Role::ContentInfo | Role::Banner);
    let within = |role| matches!(role, Role::Button | Role::Link | Role::Heading);
    (1..seen.entries.len())
        .filter(|at| seen.ancestor(*at, elsewhere).is_none())
        .filter(|at| seen.ancestor(*at, within).is_none())
        .filter(|at| {
            let node = &seen.entries[*at].node;
            let is_list = matches!(node.role(), Role::List | Role::Main | Role::Group);
            node.description() != Some("Show what this means") && !is_list
        })
        .map(|at| (at, seen.name(at)))
        .filter(|(_, name)| !name.is_empty())
        .collect()
}

fn sources() -> impl Iterator<Item = &'static Source> {
    let words = words::every().flat_map(|term| &term.sources);
    let cards = rights::all().iter().flat_map(|card| &card.sources);
    let counting = rights::counting().iter().flat_map(|one| &one.sources);
    let events = plan::events().iter().flat_map(|event| &event.sources);
    let promises = plan::promises().iter().flat_map(|one| &one.sources);
    let weaknesses = plan::weaknesses().iter();
    let weaknesses = weaknesses.flat_map(|one| {
        let steps = one.steps.iter().flat_map(|step| &step.sources);
        one.sources.iter().chain(steps)
    });
    let more = plan::more().iter().flat_map(|part| &part.sources);
    words
        .chain(cards)
        .chain(counting)
        .chain(&rights::reform().sources)
        .chain(events)
        .chain(promises)
        .chain(weaknesses)
        .chain(more)
        .chain(budget::book().sources.values())
        .chain(nhs::book().sources.values())
        .chain(sources_of_worried())
}

fn sources_of_worried() -> impl Iterator<Item = &'static Source> {
    let steps = pathway::routes().iter().flat_map(|route| &route.steps);
    let answers = pathway::all_asked().iter().flat_map(|asked| &asked.answers);
    let groups = pathway::pages().iter().flat_map(|page| &page.groups);
    let items = groups.flat_map(|group| &group.items);
    let ids = steps
        .flat_map(|step| &step.sources)
        .chain(answers.flat_map(|answer| &answer.sources))
        .chain(items.flat_map(|item| &item.sources))
        .chain(pathway::no_diagnosis().1);
    ids.filter_map(|id| pathway::source(id))
}

#[test]
fn every_term_of_a_service_can_be_pressed() {
    let folder = tempfile::tempdir().unwrap();
    let mut check = Check::new(folder.path());
    let directory = Directory::bundled().unwrap();
    for service in directory.services() {
        check.go(&service.slug, Place::Service(service.id));
    }
    check.done(150);
}

#[test]
fn every_term_of_rights_and_words_can_be_pressed() {
    let folder = tempfile::tempdir().unwrap();
    let mut check = Check::new(folder.path());
    check.go("rights", Place::Rights(None));
    check.go("may change", Place::Rights(Some("may-change".to_owned())));
    for card in rights::all() {
        check.go(&card.id, Place::Rights(Some(card.id.clone())));
    }
    check.go("words", Place::WordsExplained(None));
    for group in words::groups() {
        let group = words_explained::Group::One(&group.id);
        let press = words_explained::Message::Group(group);
        check.after("words", Message::WordsExplained(press));
    }
    let old = words_explained::Message::Group(words_explained::Group::OldNames);
    check.after("old names", Message::WordsExplained(old));
    for term in words::every() {
        let place = Place::WordsExplained(Some(term.id.clone()));
        check.go(&format!("word {}", term.id), place);
    }
    check.go("emergency", Place::Emergency);
    check.go("help", Place::Help);
    check.done(180);
}

#[test]
fn every_term_of_the_plan_and_the_books_can_be_pressed() {
    use improvement_plan::Part;
    let folder = tempfile::tempdir().unwrap();
    let mut check = Check::new(folder.path());
    check.go("plan", Place::ImprovementPlan(None));
    for part in [
        Part::Promises,
        Part::Weaknesses,
        Part::Later,
        Part::Pictures,
    ] {
        let press = improvement_plan::Message::Part(part);
        check.after(&format!("plan {part:?}"), Message::ImprovementPlan(press));
    }
    for promise in plan::promises() {
        let place = Place::ImprovementPlan(Some(promise.id.clone()));
        check.go(&promise.id, place);
    }
    check.go("budget", Place::Budget);
    for page in &budget::book().pages {
        let press = withy::screens::budget::Message::Read(page);
        check.after(&page.id, Message::Budget(press));
    }
    check.go("nhs", Place::NhsServices(None));
    for page in &nhs::book().pages {
        let press = withy::screens::nhs_services::Message::Read(page);
        check.after(&page.id, Message::NhsServices(press));
    }
    check.done(30);
}

#[test]
fn every_term_of_the_lists_can_be_pressed() {
    use improvement_plan::Message as Plan;
    let folder = tempfile::tempdir().unwrap();
    let mut check = Check::new(folder.path());
    check.go("documents", Place::Documents);
    for kind in documents::kinds() {
        let press = Press::Kind(Some(&kind.id));
        let press = documents_screen::Message::List(press);
        check.after(&format!("documents {}", kind.id), Message::Documents(press));
    }
    for typed in ["SEND", "EHC", "xyzzy", ""] {
        let press = documents_screen::Message::List(Press::Typed(typed.to_owned()));
        check.after(&format!("documents “{typed}”"), Message::Documents(press));
    }
    check.go("plan", Place::ImprovementPlan(None));
    for kind in plan::kinds() {
        let press = Plan::Events(Press::Kind(Some(&kind.id)));
        check.after(
            &format!("plan {}", kind.id),
            Message::ImprovementPlan(press),
        );
    }
    let press = Plan::Events(Press::Kind(None));
    check.after("plan", Message::ImprovementPlan(press));
    for typed in ["SEND", "EHC", "CCG", "7 areas", "xyzzy", ""] {
        let press = Plan::Events(Press::Typed(typed.to_owned()));
        check.after(&format!("plan “{typed}”"), Message::ImprovementPlan(press));
    }
    for more in 0..3 {
        let press = Plan::Events(Press::More);
        check.after(
            &format!("plan, more {more}"),
            Message::ImprovementPlan(press),
        );
    }
    check.go("questions", Place::Questions(QuestionsStart::Budget));
    for group in starter_questions::groups() {
        let press = questions::Message::StarterGroup(&group.id);
        check.after(
            &format!("questions {}", group.id),
            Message::Questions(press),
        );
    }
    check.go("easy read", Place::EasyRead(None));
    for page in easy_read::pages() {
        let place = Place::EasyRead(Some(page.id.clone()));
        check.go(&format!("easy read {}", page.id), place);
    }
    check.done(50);
}

#[test]
fn every_term_of_worried_can_be_pressed() {
    use worried::Message as Press;
    let folder = tempfile::tempdir().unwrap();
    let mut check = Check::new(folder.path());
    check.go("worried", Place::Worried(None));
    for age in pathway::ages() {
        for worry in pathway::worries() {
            let page = format!("{} {}", age.id, worry.id);
            check.after(&page, Message::Worried(Press::StartAgain));
            check.after(&page, Message::Worried(Press::Age(age)));
            check.after(&page, Message::Worried(Press::Worry(worry)));
            for asked in pathway::asked(age, &[worry], |_| Some("yes")) {
                for answer in &asked.answers {
                    let press = Press::Answer(&asked.id, &answer.id);
                    check.after(&page, Message::Worried(press));
                }
            }
        }
    }
    for page in pathway::pages() {
        check.after(&page.id, Message::Worried(Press::Read(page)));
    }
    check.after("sources", Message::Worried(Press::Sources));
    check.done(60);
}
