//! Every place of the window, on a record that has something in each.

use withy::screens::{AppointmentsStart, FilesStart, FindStart, NotesStart, Place, QuestionsStart};

use super::person::Person;

/// Every place with a name for its files. The match makes a new place a compile error here until it
/// has one.
pub fn places(person: &Person) -> Vec<(&'static str, Place)> {
    let context = person.app.context();
    let therapy = context
        .directory
        .by_slug("somerset-cyp-therapy-service")
        .unwrap()
        .id;
    let record = context.record.as_ref().unwrap();
    let note = record.notes(&Default::default()).unwrap()[0].id;
    let visit = record.next_appointment(&context.now()).unwrap().unwrap().id;
    let question = record.questions(&Default::default()).unwrap()[0].id;
    let file = record.attachments(&Default::default()).unwrap()[0].id;
    let path = record.paths().unwrap()[0].id;
    let all = vec![
        ("today", Place::Today),
        ("find", Place::FindHelp(FindStart::Search)),
        ("worried", Place::Worried(None)),
        ("worried-path", Place::Path(path)),
        (
            "find-speech",
            Place::FindHelp(FindStart::Text("speach".to_owned())),
        ),
        ("service", Place::Service(therapy)),
        ("notes", Place::Notes(NotesStart::List)),
        (
            "note-new",
            Place::Notes(NotesStart::New {
                child: None,
                service: None,
            }),
        ),
        ("note", Place::Notes(NotesStart::One(note))),
        (
            "appointments",
            Place::Appointments(AppointmentsStart::Agenda),
        ),
        (
            "appointment-new",
            Place::Appointments(AppointmentsStart::New {
                service: None,
                on: None,
            }),
        ),
        (
            "appointment",
            Place::Appointments(AppointmentsStart::One(visit)),
        ),
        ("questions", Place::Questions(QuestionsStart::List)),
        ("questions-budget", Place::Questions(QuestionsStart::Budget)),
        (
            "question-new",
            Place::Questions(QuestionsStart::New {
                service: None,
                appointment: None,
            }),
        ),
        ("question", Place::Questions(QuestionsStart::One(question))),
        ("budget", Place::Budget),
        ("nhs-services", Place::NhsServices(None)),
        ("easy-read", Place::EasyRead(None)),
        (
            "easy-read-asking",
            Place::EasyRead(Some("asking".to_owned())),
        ),
        (
            "easy-read-emergency",
            Place::EasyRead(Some("emergency".to_owned())),
        ),
        ("rights", Place::Rights(None)),
        ("right", Place::Rights(Some("ehc-6".to_owned()))),
        (
            "rights-may-change",
            Place::Rights(Some("may-change".to_owned())),
        ),
        ("plan", Place::ImprovementPlan(None)),
        (
            "plan-promise",
            Place::ImprovementPlan(Some("c6".to_owned())),
        ),
        ("documents", Place::Documents),
        ("words", Place::WordsExplained(None)),
        ("word", Place::WordsExplained(Some("camhs".to_owned()))),
        (
            "word-not-checked",
            Place::WordsExplained(Some("pfsa".to_owned())),
        ),
        ("my-family", Place::MyFamily),
        ("files", Place::Files(FilesStart::List)),
        ("file", Place::Files(FilesStart::One(file))),
        ("bin", Place::Bin),
        ("settings", Place::Settings),
        ("help", Place::Help),
        ("accessibility", Place::Accessibility),
        ("emergency", Place::Emergency),
        ("search", Place::Search),
        ("keep-record", Place::KeepRecord),
        ("restore", Place::Restore(None)),
        ("export", Place::Export),
        ("import", Place::Import),
        ("privacy", Place::Privacy),
        ("left-this-computer", Place::LeftThisComputer),
        ("records", Place::Records),
    ];
    for (_, place) in &all {
        match place {
            Place::Today
            | Place::FindHelp(_)
            | Place::Service(_)
            | Place::Notes(_)
            | Place::Appointments(_)
            | Place::Questions(_)
            | Place::Worried(_)
            | Place::Path(_)
            | Place::Budget
            | Place::NhsServices(_)
            | Place::EasyRead(_)
            | Place::ImprovementPlan(_)
            | Place::Rights(_)
            | Place::Documents
            | Place::WordsExplained(_)
            | Place::MyFamily
            | Place::Files(_)
            | Place::Bin
            | Place::Settings
            | Place::Help
            | Place::Accessibility
            | Place::Emergency
            | Place::Search
            | Place::KeepRecord
            | Place::Restore(_)
            | Place::Export
            | Place::Import
            | Place::Privacy
            | Place::LeftThisComputer
            | Place::Records
            // These stand only where there is a record of one’s own: tests/private.rs.
            | Place::KeepSafe
            | Place::Lock => {}
        }
    }
    all
}
