//! Everything that Withy says: every place, and what each control of it leads to.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use accesskit::{Action as Request, ActionRequest, NodeId, Role, TreeId};
use iced::Size;
use tempfile::TempDir;
use withy::access::{Snapshot, key_of};
use withy::app::Message;
use withy::screens::settings as settings_screen;
use withy::screens::{AppointmentsStart, FilesStart, FindStart, NotesStart, Place, QuestionsStart};

use super::person::keeping::is_made_here;
use super::person::spoilt::{SPOILT, tries};
use super::person::{By, Person, a_tuesday};

/// Large, so that everything of a place is beside its list.
const WINDOW: Size = Size::new(1_280.0, 800.0);

/// One thing said, and by what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// Text of the page, as opposed to the name of a control or a heading.
    pub is_text: bool,
    pub words: String,
}

/// What is said in one place at one moment.
#[derive(Debug, Clone)]
pub struct Page {
    pub place: String,
    pub title: Option<String>,
    pub said: Vec<Said>,
}

/// All pages, one entry for each different one.
pub struct Walk {
    folder: TempDir,
    sat_down: usize,
    pressed: BTreeSet<(&'static str, String)>,
    seen: BTreeSet<BTreeSet<Said>>,
    pub pages: Vec<Page>,
}

/// A way to sit down at Withy on a folder that nobody has used.
type SitDown = fn(&Path) -> Person;

impl Walk {
    pub fn keep(&mut self, place: &str, snapshot: &Snapshot) {
        let said = said(snapshot);
        if self.seen.insert(said.iter().cloned().collect()) {
            let title = ["page-title", "detail-title"].into_iter();
            let mut title = title.filter_map(|id| snapshot.find(key_of(&id.into())));
            let title = title.next().map(|at| snapshot.name(at));
            let place = place.to_owned();
            self.pages.push(Page { place, title, said });
        }
    }

    pub fn new_folder(&mut self) -> PathBuf {
        self.sat_down += 1;
        self.folder.path().join(self.sat_down.to_string())
    }

    pub fn sit_down(&mut self, how: SitDown) -> Person {
        how(&self.new_folder())
    }

    fn everywhere(&mut self, how: SitDown) {
        let count = places(&self.sit_down(how)).len();
        for number in 0..count {
            self.visit(number, how);
        }
    }

    /// The place, and then what each of its controls leads to.
    fn visit(&mut self, number: usize, how: SitDown) {
        let (mut person, name, mut place) = self.sit_down_at(number, how);
        let first = person.look();
        self.keep(name, &first);
        let sample = person.app.context().sample;
        for (at, (key, control)) in controls(&first).into_iter().enumerate() {
            // Every note has the same controls; one of each is enough.
            if !self.pressed.insert((name, control.clone())) {
                continue;
            }
            person.settle(Message::Go(place.clone()));
            let mut found = person.look().find(key).map(|_| key);
            if found.is_none() || person.app.context().sample != sample {
                // What was pressed before took it away: start again. Ids may be new.
                (person, _, place) = self.sit_down_at(number, how);
                found = controls(&person.look()).get(at).map(|(key, _)| *key);
            }
            if let Some(key) = found {
                let after = click(&mut person, key);
                self.keep(&format!("{name}, {control}"), &after);
            }
        }
    }

    fn sit_down_at(&mut self, number: usize, how: SitDown) -> (Person, &'static str, Place) {
        let mut person = self.sit_down(how);
        let (name, place) = places(&person).swap_remove(number);
        person.settle(Message::Go(place.clone()));
        (person, name, place)
    }
}

/// Every place with a name for it, as a family with a busy week has them.
fn places(person: &Person) -> Vec<(&'static str, Place)> {
    let context = person.app.context();
    let mut all = vec![
        ("Today", Place::Today),
        ("Worried", Place::Worried(None)),
        ("Budget", Place::Budget),
        ("NHS services", Place::NhsServices(None)),
        ("Easy Read", Place::EasyRead(None)),
        ("Rights", Place::Rights(None)),
        ("Plan", Place::ImprovementPlan(None)),
        ("Promise", Place::ImprovementPlan(Some("c9".to_owned()))),
        ("Documents", Place::Documents),
        ("Words", Place::WordsExplained(None)),
        ("Find help", Place::FindHelp(FindStart::Search)),
        ("Notes", Place::Notes(NotesStart::List)),
        (
            "New note",
            Place::Notes(NotesStart::New {
                child: None,
                service: None,
            }),
        ),
        (
            "Appointments",
            Place::Appointments(AppointmentsStart::Agenda),
        ),
        (
            "New appointment",
            Place::Appointments(AppointmentsStart::New {
                service: None,
                on: None,
            }),
        ),
        ("Questions", Place::Questions(QuestionsStart::List)),
        ("Budget", Place::Questions(QuestionsStart::Budget)),
        (
            "New question",
            Place::Questions(QuestionsStart::New {
                service: None,
                appointment: None,
            }),
        ),
        ("My family", Place::MyFamily),
        ("Letters and files", Place::Files(FilesStart::List)),
        ("Bin", Place::Bin),
        ("Settings", Place::Settings),
        ("Help", Place::Help),
        ("Accessibility", Place::Accessibility),
        ("Emergency", Place::Emergency),
        ("Search", Place::Search),
        ("Keep", Place::KeepRecord),
    ];
    for words in ["speach", "CCG", "zzzzzz", "autism"] {
        let start = FindStart::Text(words.to_owned());
        all.push(("Find words", Place::FindHelp(start)));
    }
    if let Some(record) = &context.record {
        for note in record.notes(&Default::default()).unwrap() {
            all.push(("Note", Place::Notes(NotesStart::One(note.id))));
        }
        for visit in record.appointments_after(&context.now(), 9).unwrap() {
            let one = AppointmentsStart::One(visit.id);
            all.push(("Appointment", Place::Appointments(one)));
        }
        for visit in record.appointments_before(&context.now(), 9).unwrap() {
            let one = AppointmentsStart::One(visit.id);
            all.push(("Past appointment", Place::Appointments(one)));
        }
        for question in record.questions(&Default::default()).unwrap() {
            let one = QuestionsStart::One(question.id);
            all.push(("Question", Place::Questions(one)));
        }
    }
    all
}

/// The controls that can be pressed, with their names.
fn controls(seen: &Snapshot) -> Vec<(NodeId, String)> {
    let pressed = |role| {
        matches!(
            role,
            Role::Button | Role::Tab | Role::RadioButton | Role::CheckBox | Role::Link
        )
    };
    (0..seen.entries.len())
        .filter(|&at| pressed(seen.entries[at].role()) && !is_elsewhere(seen, at))
        .map(|at| (seen.entries[at].key, seen.name(at)))
        .collect()
}

/// The rail is the same everywhere, and its places are all visited. So is every service that a
/// search finds.
fn is_elsewhere(seen: &Snapshot, at: usize) -> bool {
    let is_found = seen
        .ancestor(at, |role| role == Role::List)
        .is_some_and(|list| seen.name(list).starts_with("Services"));
    is_found || seen.ancestor(at, |role| role == Role::Navigation).is_some()
}

fn click(person: &mut Person, key: NodeId) -> Snapshot {
    person.app.bridge().request(ActionRequest {
        action: Request::Click,
        target_tree: TreeId::ROOT,
        target_node: key,
        data: None,
    });
    let _ = person.look();
    person.look()
}

/// All that a screen reader could say of it, in reading order.
fn said(seen: &Snapshot) -> Vec<Said> {
    let mut all = vec![];
    for (at, entry) in seen.entries.iter().enumerate() {
        let node = &entry.node;
        // A word that can be pressed stands in its paragraph.
        if node.description() == Some("Show what this means") {
            continue;
        }
        let within = |role| role == Role::Button || role == Role::Link || role == Role::Heading;
        let is_text = entry.role() == Role::Label && seen.ancestor(at, within).is_none();
        let mut say = |is_text, words: &str| {
            let ours = |line: &&str| !line.is_empty() && !is_made_here(line);
            for line in words.split('\n').filter(ours) {
                let words = line.to_owned();
                all.push(Said { is_text, words });
            }
        };
        say(is_text, &seen.name(at));
        if entry.text.is_none() {
            say(is_text, node.value().unwrap_or_default());
        }
        say(true, node.description().unwrap_or_default());
        say(false, node.placeholder().unwrap_or_default());
        say(false, node.role_description().unwrap_or_default());
        say(false, node.state_description().unwrap_or_default());
        say(false, node.tooltip().unwrap_or_default());
    }
    all
}

pub fn first_evening(folder: &Path) -> Person {
    Person::sits_down(folder, WINDOW, By::Mouse)
}

/// The sample family.
pub fn busy_week(folder: &Path) -> Person {
    let mut person = first_evening(folder);
    let sample = settings_screen::Message::SampleFamily(true);
    person.settle(Message::Settings(sample));
    person
}

impl Walk {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            sat_down: 0,
            pressed: BTreeSet::new(),
            seen: BTreeSet::new(),
            pages: vec![],
        }
    }
}

/// Every place before anything is kept, and what each control leads to.
pub fn the_first_evening() -> Walk {
    let mut walk = Walk::new();
    walk.everywhere(first_evening);
    walk
}

/// Every place of the sample family, and what each control leads to.
pub fn the_busy_week() -> Walk {
    let mut walk = Walk::new();
    walk.everywhere(busy_week);
    walk
}

/// What can go wrong before a page opens.
pub fn what_went_wrong() -> Walk {
    let mut walk = Walk::new();
    a_wrong_record(&mut walk);
    a_wrong_folder(&mut walk);
    a_wrong_directory(&mut walk);
    walk
}

/// The page of each service.
pub fn every_service() -> Walk {
    let mut walk = Walk::new();
    let mut person = walk.sit_down(busy_week);
    let directory = &person.app.context().directory;
    let services: Vec<_> = directory
        .services()
        .iter()
        .map(|service| (service.slug.clone(), service.id))
        .collect();
    for (slug, id) in services {
        person.settle(Message::Go(Place::Service(id)));
        let seen = person.look();
        walk.keep(&format!("Service, {slug}"), &seen);
    }
    walk
}

fn a_wrong_record(walk: &mut Walk) {
    for (what, _, spoil) in SPOILT {
        let folder = walk.new_folder();
        spoil(&folder);
        let seen = tries(&folder, WINDOW, By::Mouse).look();
        walk.keep(what, &seen);
    }
}

fn a_wrong_folder(walk: &mut Walk) {
    let file = walk.new_folder();
    fs::write(&file, "dear all").unwrap();
    let seen = first_evening(&file).look();
    walk.keep("a file for a folder", &seen);
    let seen = first_evening(&file.join("inside")).look();
    walk.keep("a folder that cannot be", &seen);
    let shared = walk.new_folder();
    let first = first_evening(&shared);
    let seen = first_evening(&shared).look();
    walk.keep("a second window", &seen);
    first.closes();
}

fn a_wrong_directory(walk: &mut Walk) {
    let whole = include_str!("../../data/directory/somerset.json");
    let newer = whole.replacen("HSDS-UK-3.0", "HSDS-UK-9.0", 1);
    for (what, contents) in [
        ("no directory", None),
        ("a damaged directory", Some("[]")),
        ("a newer directory", Some(newer.as_str())),
    ] {
        let folder = walk.new_folder();
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("directory.json");
        if let Some(contents) = contents {
            fs::write(&file, contents).unwrap();
        }
        let now = a_tuesday();
        let mut person = Person::sits_down_to(&folder, Some(&file), WINDOW, By::Mouse, &now);
        person.settle(Message::Go(Place::FindHelp(FindStart::Search)));
        let seen = person.look();
        walk.keep(what, &seen);
    }
}
