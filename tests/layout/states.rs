//! What the plain round of places does not show: the menu, other tabs, forms that were refused,
//! nothing found, an empty record, very long names, a record that will not open.

use withy::app::Message;
use withy::look::Family;
use withy::record::attachment::{self, Attachment, BelongsTo, Opened};
use withy::record::{Appointment, Child, Note, Question};
use withy::screens::{
    AppointmentsStart, FilesStart, FindStart, NotesStart, Place, QuestionsStart, appointments,
    my_family, questions,
};
use withy::settings::Settings;

use crate::person::a_tuesday;
use crate::person::keeping::new_vault;
use crate::{Walk, at_every_size};

fn what_a_press_opens(settings: &Settings) -> Walk {
    let mut walk = Walk::of_a_busy_week(settings);
    let record = walk.person.app.context().record.as_ref().unwrap();
    let questions = record.questions(&Default::default()).unwrap();
    let answered = questions.iter().find(|one| one.answered_on.is_some());
    let answered = answered.unwrap().id;
    let past = record.appointments_before(&a_tuesday(), 1).unwrap();
    walk.person.settle(Message::Menu(true));
    walk.looks_at("menu");
    walk.person.settle(Message::Menu(false));
    let agenda = Place::Appointments(AppointmentsStart::Agenda);
    walk.person.settle(Message::Go(agenda));
    let month = appointments::Message::Tab(appointments::Tab::Month);
    walk.person.settle(Message::Appointments(month));
    walk.looks_at("month");
    for one in past {
        let place = Place::Appointments(AppointmentsStart::One(one.id));
        walk.person.settle(Message::Go(place));
        walk.looks_at("appointment-past");
        walk.person.press("Change what was said");
        walk.looks_at("appointment-after");
    }
    let place = Place::Questions(QuestionsStart::One(answered));
    walk.person.settle(Message::Go(place));
    walk.looks_at("question-answered");
    walk.person
        .settle(Message::Go(Place::Questions(QuestionsStart::New {
            service: None,
            appointment: None,
        })));
    let details = questions::Message::NewDetails;
    walk.person.settle(Message::Questions(details));
    walk.looks_at("question-details");
    walk.person.settle(Message::Go(Place::MyFamily));
    let new = my_family::Message::New;
    walk.person.settle(Message::MyFamily(new));
    walk.looks_at("child-new");
    walk.person.press("Add this child");
    walk.looks_at("child-new-refused");
    walk.person
        .settle(Message::Go(Place::Appointments(AppointmentsStart::New {
            service: None,
            on: None,
        })));
    walk.person.fills("Date", "31 February");
    walk.person.press("Save appointment");
    walk.looks_at("appointment-refused");
    let nothing = FindStart::Text("zzzz qqqq".to_owned());
    walk.person.settle(Message::Go(Place::FindHelp(nothing)));
    walk.looks_at("find-nothing");
    walk.person.settle(Message::Go(Place::Today));
    walk.person.fills("Add a step", "Ring the school");
    walk.person.press("Add the step");
    walk.looks_at("saved");
    walk
}

#[test]
fn what_a_press_opens_fits() {
    at_every_size(Family::AtkinsonHyperlegibleNext, false, what_a_press_opens);
}

#[test]
fn what_a_press_opens_fits_in_wide_letters_and_roomy_lines() {
    at_every_size(Family::Lexend, true, what_a_press_opens);
}

fn first_evening(settings: &Settings) -> Walk {
    let mut walk = Walk::start(settings, |_| {});
    walk.looks_at("first-evening");
    for (name, place) in [
        ("empty-notes", Place::Notes(NotesStart::List)),
        (
            "empty-appointments",
            Place::Appointments(AppointmentsStart::Agenda),
        ),
        ("empty-questions", Place::Questions(QuestionsStart::List)),
        ("empty-my-family", Place::MyFamily),
        ("empty-files", Place::Files(FilesStart::List)),
        ("empty-bin", Place::Bin),
    ] {
        walk.person.settle(Message::Go(place));
        walk.looks_at(name);
    }
    walk
}

#[test]
fn a_first_evening_fits() {
    at_every_size(Family::AtkinsonHyperlegibleNext, false, first_evening);
    at_every_size(Family::Lexend, true, first_evening);
}

fn a_record_that_will_not_open(settings: &Settings) -> Walk {
    let mut walk = Walk::start(settings, |folder| {
        std::fs::write(folder.join("record.sqlite"), b"SQLite format 3\0").unwrap();
    });
    walk.looks_at("rescue");
    walk
}

#[test]
fn a_record_that_will_not_open_fits() {
    at_every_size(
        Family::AtkinsonHyperlegibleNext,
        false,
        a_record_that_will_not_open,
    );
    at_every_size(Family::Lexend, true, a_record_that_will_not_open);
}

/// Two hundred letters, as real names have them: words, and one that will not break.
fn long_name(start: &str) -> String {
    let mut name = start.to_owned();
    while name.chars().count() < 150 {
        name.push_str(" and the people who live with them");
    }
    name.push_str(" Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
    name.chars().take(200).collect()
}

fn very_long_names(settings: &Settings) -> Walk {
    let now = a_tuesday();
    let mut child = Child::new(&now);
    child.name = long_name("Bartholomew");
    let mut visit = Appointment::new(&now);
    visit.starts = now.clone().saturating_add(jiff::ToSpan::hours(50));
    visit.with_whom = long_name("The doctor");
    visit.place = long_name("The clinic");
    visit.children.push(child.id);
    let mut question = Question::new(&now);
    question.text = long_name("What happens");
    question.appointment = Some(visit.id);
    let mut note = Note::new(&now);
    note.text = long_name("We rang");
    note.people = long_name("Doctor");
    note.children.push(child.id);
    let file_id = attachment::Id::new(&now);
    let mut walk = Walk::start(settings, |folder| {
        let (_, mut record, _) = new_vault(folder, &now);
        let bytes = Opened::bytes("letter", std::io::Cursor::new("Dear Maya"));
        let content = record.keep_content(bytes).unwrap();
        let file = Attachment {
            id: file_id,
            children: vec![child.id],
            belongs_to: Some(BelongsTo::Note(note.id)),
            ..Attachment::new(&now, &format!("{}.pdf", long_name("Scan")), content)
        };
        record
            .change("Everything", &now, |change| {
                change.put_child(&child)?;
                change.put_appointment(&visit)?;
                change.put_question(&question)?;
                change.put_note(&note)?;
                change.put_attachment(&file)
            })
            .unwrap();
    });
    let agenda = Place::Appointments(AppointmentsStart::Agenda);
    for (name, place) in [
        ("today", Place::Today),
        ("my-family", Place::MyFamily),
        ("files", Place::Files(FilesStart::List)),
        ("file", Place::Files(FilesStart::One(file_id))),
        ("notes", Place::Notes(NotesStart::List)),
        ("note", Place::Notes(NotesStart::One(note.id))),
        ("appointments", agenda),
        (
            "appointment",
            Place::Appointments(AppointmentsStart::One(visit.id)),
        ),
        ("questions", Place::Questions(QuestionsStart::List)),
        (
            "question",
            Place::Questions(QuestionsStart::One(question.id)),
        ),
    ] {
        walk.person.settle(Message::Go(place));
        walk.looks_at(&format!("{name} with long names"));
    }
    walk
}

#[test]
fn very_long_names_fit() {
    at_every_size(Family::AtkinsonHyperlegibleNext, false, very_long_names);
    at_every_size(Family::Lexend, true, very_long_names);
}
