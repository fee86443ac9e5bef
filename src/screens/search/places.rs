//! The places of Withy, by their names and by other words for them.

use crate::look::Icon;
use crate::screens::{AppointmentsStart, FilesStart, FindStart, NotesStart, Place, QuestionsStart};

/// A place with the words that find it.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) name: &'static str,
    pub(super) icon: Icon,
    /// Other words for it, in small letters.
    other: &'static [&'static str],
    make: fn() -> Place,
}

impl Named {
    pub(super) fn place(&self) -> Place {
        (self.make)()
    }

    /// Whether somebody is typing the name itself, from its beginning: they want the place, and not
    /// what only mentions it.
    pub(super) fn is_named(&self, typed: &str) -> bool {
        const ENOUGH: usize = 4;
        let typed = typed.trim().to_lowercase();
        typed.chars().count() >= ENOUGH && self.name.to_lowercase().starts_with(&typed)
    }

    fn fits(&self, words: &[String]) -> bool {
        let name = self.name.to_lowercase().replace('’', "'");
        words.iter().all(|word| {
            name.split_whitespace().any(|part| part.starts_with(word))
                || self.other.iter().any(|other| other.starts_with(word))
        })
    }
}

/// Every place, in the order of the rail.
static ALL: [Named; 24] = [
    Named {
        name: "Today",
        icon: Icon::Today,
        other: &["home", "start", "next", "due", "steps"],
        make: || Place::Today,
    },
    Named {
        name: "Find help",
        icon: Icon::Find,
        other: &["services", "search", "local", "offer", "directory"],
        make: || Place::FindHelp(FindStart::Search),
    },
    Named {
        name: "I’m worried about my child",
        icon: Icon::Worried,
        other: &["send", "concern", "first"],
        make: || Place::Worried(None),
    },
    Named {
        name: "Notes",
        icon: Icon::Notes,
        other: &["diary", "write", "calls", "letters"],
        make: || Place::Notes(NotesStart::List),
    },
    Named {
        name: "Appointments",
        icon: Icon::Appointments,
        other: &["calendar", "meetings", "agenda", "dates"],
        make: || Place::Appointments(AppointmentsStart::Agenda),
    },
    Named {
        name: "Questions",
        icon: Icon::Questions,
        other: &["ask", "answers"],
        make: || Place::Questions(QuestionsStart::List),
    },
    Named {
        name: "Personal Health Budget questions",
        icon: Icon::Money,
        other: &["phb", "money"],
        make: || Place::Questions(QuestionsStart::Budget),
    },
    Named {
        name: "Rights and time limits",
        icon: Icon::Rights,
        other: &[
            "law",
            "legal",
            "weeks",
            "deadlines",
            "appeal",
            "tribunal",
            "exclusion",
        ],
        make: || Place::Rights(None),
    },
    Named {
        name: "Improvement plan",
        icon: Icon::Plan,
        other: &[
            "inspection",
            "ofsted",
            "promises",
            "weaknesses",
            "wsoa",
            "strategy",
        ],
        make: || Place::ImprovementPlan(None),
    },
    Named {
        name: "Documents",
        icon: Icon::Letter,
        other: &[
            "newsletters",
            "videos",
            "strategies",
            "strategy",
            "letters",
            "reports",
            "links",
            "websites",
            "minutes",
            "ombudsman",
        ],
        make: || Place::Documents,
    },
    Named {
        name: "Words explained",
        icon: Icon::Words,
        other: &["acronyms", "glossary", "jargon", "meaning", "terms"],
        make: || Place::WordsExplained(None),
    },
    Named {
        name: "Personal Health Budget explained",
        icon: Icon::Money,
        other: &["phb", "wheelchair", "direct", "payment"],
        make: || Place::Budget,
    },
    Named {
        name: "NHS services",
        icon: Icon::Hospital,
        other: &["camhs", "therapy", "paediatrics", "continuing", "autism"],
        make: || Place::NhsServices(None),
    },
    Named {
        name: "Easy Read",
        icon: Icon::Look,
        other: &["easyread", "simple", "pictures", "symbols", "short"],
        make: || Place::EasyRead(None),
    },
    Named {
        name: "Letters and files",
        icon: Icon::Letter,
        other: &[
            "attachments",
            "photographs",
            "photos",
            "pdf",
            "scans",
            "documents",
            "reports",
        ],
        make: || Place::Files(FilesStart::List),
    },
    Named {
        name: "My family",
        icon: Icon::Family,
        other: &["children", "child"],
        make: || Place::MyFamily,
    },
    Named {
        name: "Settings",
        icon: Icon::Settings,
        other: &[
            "text", "size", "bigger", "theme", "dark", "contrast", "font", "colours", "about",
            "sample",
        ],
        make: || Place::Settings,
    },
    Named {
        name: "Records",
        icon: Icon::Folder,
        other: &["families", "another", "wipe", "erase", "certificate"],
        make: || Place::Records,
    },
    Named {
        name: "Bin",
        icon: Icon::Delete,
        other: &["deleted", "restore", "undo", "trash"],
        make: || Place::Bin,
    },
    Named {
        name: "Help",
        icon: Icon::Help,
        other: &["keys", "keyboard", "shortcuts", "how"],
        make: || Place::Help,
    },
    Named {
        name: "Accessibility",
        icon: Icon::Help,
        other: &[
            "screen", "reader", "orca", "nvda", "blind", "keyboard", "tested",
        ],
        make: || Place::Accessibility,
    },
    Named {
        name: "Privacy",
        icon: Icon::Check,
        other: &["private", "safe", "protected", "data", "wipe"],
        make: || Place::Privacy,
    },
    Named {
        name: "What left this computer",
        icon: Icon::List,
        other: &["log", "exports", "copied", "shared", "sent"],
        make: || Place::LeftThisComputer,
    },
    Named {
        name: "In an emergency",
        icon: Icon::Phone,
        other: &["999", "111", "crisis", "urgent", "safety", "samaritans"],
        make: || Place::Emergency,
    },
];

/// The places whose words all begin like this; every place when nothing is typed.
pub(super) fn matching(typed: &str) -> Vec<&'static Named> {
    let words: Vec<String> = typed
        .to_lowercase()
        .replace('’', "'")
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    ALL.iter().filter(|named| named.fits(&words)).collect()
}
