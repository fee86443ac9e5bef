//! Each kind of page of the guide has a word limit. The pages of Worried?, NHS services and Budget
//! have theirs, 250 words, where they are walked.

use iced::Size;
use withy::app::Message;
use withy::guide::{easy_read, plan, rights, words};
use withy::screens::{Place, improvement_plan};

use crate::person::{By, Person};
use crate::worried::words_of_page;

const WINDOW: Size = Size::new(1_280.0, 800.0);

/// Cards and pages that are read from top to bottom, in words.
const A_RIGHT: usize = 350;
const A_WORD: usize = 200;
/// With its pages, which Easy Read shows in large words too.
const EASY: usize = 550;
/// What a page of Easy Read itself says.
const EASY_SENTENCES: usize = 250;
/// A promise has the story of twelve years beside it, with its sources.
const A_PROMISE: usize = 600;
/// What one looks things up in: a part of it at a time.
const A_LIST: usize = 1_500;

#[test]
fn every_page_is_under_its_word_limit() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), WINDOW, By::Mouse);
    let mut long: Vec<String> = vec![];
    let mut most = std::collections::BTreeMap::new();
    let mut check = |person: &mut Person, kind: &'static str, limit: usize, what: &str| {
        let count = words_of_page(&person.look());
        let known = most.entry(kind).or_insert((0, String::new()));
        if count > known.0 {
            *known = (count, what.to_owned());
        }
        if !(10..limit).contains(&count) {
            long.push(format!("{kind} {what}: {count} words"));
        }
    };
    let id = |id: &String| Some(id.clone());
    for card in rights::all() {
        person.settle(Message::Go(Place::Rights(id(&card.id))));
        check(&mut person, "a right", A_RIGHT, &card.id);
    }
    for term in words::every() {
        person.settle(Message::Go(Place::WordsExplained(id(&term.id))));
        check(&mut person, "a word", A_WORD, &term.id);
    }
    for page in easy_read::pages() {
        let sentences = page.rows.iter().flat_map(|row| &row.sentences);
        let words: usize = sentences.map(|one| one.split_whitespace().count()).sum();
        assert!(words < EASY_SENTENCES, "{}: {words} words", page.id);
        person.settle(Message::Go(Place::EasyRead(id(&page.id))));
        check(&mut person, "easy read", EASY, &page.id);
    }
    for promise in plan::promises() {
        person.settle(Message::Go(Place::ImprovementPlan(id(&promise.id))));
        check(&mut person, "a promise", A_PROMISE, &promise.id);
    }
    for (place, what) in [
        (Place::Rights(None), "rights"),
        (Place::Rights(Some("may-change".to_owned())), "may change"),
        (Place::WordsExplained(None), "words"),
        (Place::Documents, "documents"),
        (Place::EasyRead(None), "easy read"),
    ] {
        person.settle(Message::Go(place));
        check(&mut person, "a list", A_LIST, what);
    }
    use improvement_plan::Part;
    person.settle(Message::Go(Place::ImprovementPlan(None)));
    for part in [
        Part::TimeLine,
        Part::Promises,
        Part::Weaknesses,
        Part::Later,
        Part::Pictures,
    ] {
        let press = improvement_plan::Message::Part(part);
        person.settle(Message::ImprovementPlan(press));
        check(&mut person, "a list", A_LIST, &format!("{part:?}"));
    }
    assert!(long.is_empty(), "{}\nmost: {most:#?}", long.join("\n"));
}
