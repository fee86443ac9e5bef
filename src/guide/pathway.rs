//! "What can I do if I think my child has SEND?": an age, one worry or two, then what to do
//! first. The content is in `data/guide/pathway.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::Source;
pub use super::page::{Act, Page};

/// The most steps that are shown at once: more than this is too much to take in.
pub const MOST_STEPS: usize = 5;
/// The most worries that are followed at once.
pub const MOST_WORRIES: usize = 2;

/// An age band.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Age {
    /// A lasting id, such as `0-4`.
    pub id: String,
    /// What a button says: "Under 5".
    pub title: String,
    /// The same within a sentence: "under 5".
    pub in_title: String,
    /// Where such a child is in the day.
    pub detail: String,
}

/// One thing a family may be worried about.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Worry {
    /// A lasting id, such as `speech`.
    pub id: String,
    /// What the screen says.
    pub title: String,
    /// What a family may see, each without a capital or a full stop.
    pub signs: Vec<String>,
    /// The safety numbers stand first on its page.
    pub safety: bool,
    /// The code of the need in the directory under which there are more services.
    pub need: String,
}

impl Worry {
    /// The signs as one sentence: "Few words for their age, hard to understand, a new stammer."
    pub fn signs_in_words(&self) -> String {
        let joined = self.signs.join(", ");
        let mut letters = joined.chars();
        match letters.next() {
            Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
            None => String::new(),
        }
    }
}

/// One step.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Step {
    /// The same id in two routes is the same step, taken once.
    pub id: String,
    /// What to do.
    pub title: String,
    /// Why, or how.
    pub why: String,
    /// What its button does.
    pub action: Act,
    /// The ids of the pages it rests on.
    pub sources: Vec<String>,
}

/// What to do for one worry at one age, the first step first.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Route {
    /// The id of the age.
    pub age: String,
    /// The id of the worry.
    pub worry: String,
    /// Its steps.
    pub steps: Vec<Step>,
}

impl Route {
    /// The slug of the service to turn to first.
    pub fn first_service(&self) -> Option<&str> {
        self.steps.iter().find_map(|step| match &step.action {
            Act::Open(slug) => Some(slug.as_str()),
            _ => None,
        })
    }
}

/// A question whose answer changes what to do.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Asked {
    /// A lasting id.
    pub id: String,
    /// The question.
    pub question: String,
    /// The ids of the ages at which it is asked.
    pub ages: Vec<String>,
    /// The ids of the worries with which it is asked.
    pub worries: Vec<String>,
    /// It is asked only after this answer to another question.
    #[serde(default)]
    pub after: Option<After>,
    /// It is not asked together with this question, which asks much the same.
    #[serde(default)]
    pub unless: Option<String>,
    /// What can be answered.
    pub answers: Vec<Answer>,
}

/// The answer that leads to a further question.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct After {
    /// The id of the question before.
    pub asked: String,
    /// The id of the answer given there.
    pub answer: String,
}

/// An answer, and what follows from it.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Answer {
    /// A lasting id, alone among the answers to its question.
    pub id: String,
    /// The answer.
    pub label: String,
    /// What to do then.
    pub then: String,
    /// What its button does, if it has one.
    #[serde(default)]
    pub action: Option<Act>,
    /// The ids of the pages it rests on.
    pub sources: Vec<String>,
}

#[derive(Default, Deserialize)]
struct File {
    checked_on: Date,
    no_diagnosis: String,
    no_diagnosis_sources: Vec<String>,
    ages: Vec<Age>,
    worries: Vec<Worry>,
    routes: Vec<Route>,
    asks: Vec<Asked>,
    pages: Vec<Page>,
    sources: BTreeMap<String, Source>,
}

/// Read once. A test proves that it is readable, so the empty guide is never seen.
static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/guide/pathway.json")).unwrap_or_default()
});

/// The day the pages behind it were read.
pub fn checked_on() -> Date {
    FILE.checked_on
}

/// That no diagnosis is needed, and the ids of the pages which say so.
pub fn no_diagnosis() -> (&'static str, &'static [String]) {
    (&FILE.no_diagnosis, &FILE.no_diagnosis_sources)
}

/// The age bands, the youngest first.
pub fn ages() -> &'static [Age] {
    &FILE.ages
}

/// Every worry, in the order a family is asked.
pub fn worries() -> &'static [Worry] {
    &FILE.worries
}

/// Every route: one for each age and worry.
pub fn routes() -> &'static [Route] {
    &FILE.routes
}

/// Every question whose answer changes what to do.
pub fn all_asked() -> &'static [Asked] {
    &FILE.asks
}

/// Every page.
pub fn pages() -> &'static [Page] {
    &FILE.pages
}

/// The page with this id.
pub fn page(id: &str) -> Option<&'static Page> {
    FILE.pages.iter().find(|page| page.id == id)
}

/// The page that guidance rests on, by its id.
pub fn source(id: &str) -> Option<&'static Source> {
    FILE.sources.get(id)
}

/// The steps for these worries: of each the service to turn to first, then as many more as there
/// is room for, taken in turn. They stand in the order of the worries and of their routes.
pub fn steps(age: &Age, worries: &[&Worry]) -> Vec<&'static Step> {
    let of = |worry: &&Worry| {
        let fits = |route: &&Route| route.age == age.id && route.worry == worry.id;
        FILE.routes.iter().find(fits)
    };
    let routes: Vec<&'static Route> = worries.iter().filter_map(of).collect();
    let opens = |step: &&Step| matches!(step.action, Act::Open(_));
    let services = routes
        .iter()
        .filter_map(|route| route.steps.iter().find(opens));
    let longest = routes.iter().map(|route| route.steps.len()).max();
    let in_turn = (0..longest.unwrap_or(0))
        .flat_map(|at| routes.iter().filter_map(move |route| route.steps.get(at)));
    let mut taken: Vec<&'static Step> = Vec::new();
    for step in services.chain(in_turn) {
        if taken.len() < MOST_STEPS && !taken.iter().any(|known| known.id == step.id) {
            taken.push(step);
        }
    }
    let order = routes.iter().flat_map(|route| &route.steps);
    order
        .filter(|step| taken.iter().any(|known| std::ptr::eq(*known, *step)))
        .collect()
}

/// The questions whose answers matter for these worries, after the answers given so far: to the
/// question with an id, the id of the answer.
pub fn asked<'a>(
    age: &Age,
    worries: &[&Worry],
    given: impl Fn(&str) -> Option<&'a str>,
) -> Vec<&'static Asked> {
    let about = |one: &&Asked| {
        let worried = |worry: &&Worry| one.worries.contains(&worry.id);
        one.ages.contains(&age.id) && worries.iter().any(worried)
    };
    let fits = |one: &&Asked| match &one.after {
        Some(after) => given(&after.asked) == Some(after.answer.as_str()),
        None => true,
    };
    let all: Vec<&'static Asked> = FILE.asks.iter().filter(about).filter(fits).collect();
    let asked = |id: &String| all.iter().any(|one| one.id == *id);
    let alone = |one: &&&Asked| !one.unless.as_ref().is_some_and(asked);
    all.iter().filter(alone).copied().collect()
}

/// The age band with this id.
pub fn age(id: &str) -> Option<&'static Age> {
    FILE.ages.iter().find(|age| age.id == id)
}

/// The worry with this id.
pub fn worry(id: &str) -> Option<&'static Worry> {
    FILE.worries.iter().find(|worry| worry.id == id)
}
