//! What the plain round of places does not show: whole long pages, other tabs, forms that were
//! refused, the other typeface, very long names, and a record that will not open.

use iced::Size;
use withy::app::Message;
use withy::directory::Directory;
use withy::look::{Family, ThemeName};
use withy::platform::folders::Folders;
use withy::record::{Appointment, Child, Note, Question};
use withy::screens::{
    AppointmentsStart, FindStart, NotesStart, Place, QuestionsStart, appointments, my_family,
    questions, settings as settings_screen,
};
use withy::settings::{Settings, TextSize};

use super::person::keeping::new_vault;
use super::person::{By, Person, a_tuesday};
use super::{DESIGNED, a_busy_week, file_name, folder_of_pictures, places};

/// As tall as the longest page is at 100 %.
const LONG: f32 = 2_400.0;

fn whole_pages(theme: ThemeName, size: TextSize) {
    let folder = tempfile::tempdir().unwrap();
    let window = Size::new(DESIGNED.width, LONG * size.factor());
    let mut person = a_busy_week(folder.path(), theme, size, window);
    for (name, place) in places(&person) {
        person.settle(Message::Go(place));
        assert_eq!(person.look().findings, vec![], "{name}");
        person.picture(&file_name(theme, size, &format!("{name}-long"), DESIGNED));
    }
}

#[test]
fn whole_pages_in_cream() {
    whole_pages(ThemeName::Cream, TextSize::Normal);
}

#[test]
fn whole_pages_in_the_dark() {
    whole_pages(ThemeName::Dark, TextSize::Normal);
}

#[test]
fn whole_pages_at_double_size() {
    whole_pages(ThemeName::Cream, TextSize::Double);
}

/// The states that need a press: tabs, forms, a wrap-up, what an error looks like.
fn pressed(settings: &Settings, suffix: &str) {
    let folder = tempfile::tempdir().unwrap();
    settings
        .write(&Folders::at(folder.path()).settings())
        .unwrap();
    let mut person = Person::sits_down(folder.path(), DESIGNED, By::Mouse);
    person.settle(Message::Settings(settings_screen::Message::SampleFamily(
        true,
    )));
    let record = person.app.context().record.as_ref().unwrap();
    let questions = record.questions(&Default::default()).unwrap();
    let answered = questions
        .iter()
        .find(|one| one.answered_on.is_some())
        .unwrap()
        .id;
    let past = record.appointments_before(&a_tuesday(), 1).unwrap();
    let draw = |person: &mut Person, name: &str| {
        assert_eq!(person.look().findings, vec![], "{name}");
        person.picture(&folder_of_pictures().join(format!("{name}-{suffix}.png")));
    };
    let agenda = Place::Appointments(AppointmentsStart::Agenda);
    person.settle(Message::Go(agenda.clone()));
    person.settle(Message::Appointments(appointments::Message::Tab(
        appointments::Tab::Month,
    )));
    draw(&mut person, "month");
    person.settle(Message::Appointments(appointments::Message::Tab(
        appointments::Tab::Agenda,
    )));
    for one in past {
        let place = Place::Appointments(AppointmentsStart::One(one.id));
        person.settle(Message::Go(place));
        draw(&mut person, "appointment-past");
        person.press("Change what was said");
        draw(&mut person, "appointment-after");
    }
    person.settle(Message::Go(Place::Questions(QuestionsStart::One(answered))));
    draw(&mut person, "question-answered");
    person.settle(Message::Go(Place::Questions(QuestionsStart::New {
        service: None,
        appointment: None,
    })));
    person.settle(Message::Questions(questions::Message::NewDetails));
    draw(&mut person, "question-details");
    person.settle(Message::Go(Place::MyFamily));
    person.settle(Message::MyFamily(my_family::Message::New));
    draw(&mut person, "child-new");
    person.press("Add this child");
    draw(&mut person, "child-new-refused");
    person.settle(Message::Go(Place::Appointments(AppointmentsStart::New {
        service: None,
        on: None,
    })));
    person.fills("Date", "31 February");
    person.press("Save appointment");
    draw(&mut person, "appointment-refused");
    person.settle(Message::Go(Place::FindHelp(FindStart::Text(
        "zzzz qqqq".to_owned(),
    ))));
    draw(&mut person, "find-nothing");
    person.settle(Message::Go(Place::ImprovementPlan(None)));
    for (part, name) in [
        ("Nine promises", "plan-promises"),
        ("Plans and checks", "plan-checks"),
        ("In pictures", "plan-pictures"),
    ] {
        person.press(part);
        draw(&mut person, name);
    }
    let promise = Place::ImprovementPlan(Some("c6".to_owned()));
    person.settle(Message::Go(promise));
    person.press("Add what happened");
    person.press("Save beside the promise");
    draw(&mut person, "experience-refused");
    person.settle(Message::Go(Place::Today));
    person.fills("Add a step", "Ring the school");
    person.press("Add the step");
    draw(&mut person, "saved");
}

#[test]
fn what_a_press_opens() {
    pressed(&Settings::default(), "cream-100");
}

#[test]
fn what_a_press_opens_in_the_dark() {
    let settings = Settings {
        theme: Some(ThemeName::Dark),
        ..Settings::default()
    };
    pressed(&settings, "dark-100");
}

#[test]
fn roomy_and_in_the_other_typeface() {
    for (name, family, roomy) in [
        ("roomy", Family::default(), true),
        ("lexend", Family::Lexend, false),
        ("lexend-roomy", Family::Lexend, true),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            family,
            roomy,
            ..Settings::default()
        };
        settings
            .write(&Folders::at(folder.path()).settings())
            .unwrap();
        let mut person = Person::sits_down(folder.path(), DESIGNED, By::Mouse);
        person.settle(Message::Settings(settings_screen::Message::SampleFamily(
            true,
        )));
        for (place_name, place) in places(&person) {
            person.settle(Message::Go(place));
            assert_eq!(person.look().findings, vec![], "{place_name}");
            person.picture(&folder_of_pictures().join(format!("{place_name}-{name}.png")));
        }
    }
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

#[test]
fn very_long_names() {
    for (size, suffix) in [(TextSize::Normal, "100"), (TextSize::Double, "200")] {
        let folder = tempfile::tempdir().unwrap();
        let now = a_tuesday();
        let file = folder.path().join("directory.json");
        let short = "Children and Young People’s Therapy Service (speech and language, occupational therapy, physio)";
        let text = include_str!("../../data/directory/somerset.json");
        std::fs::write(
            &file,
            text.replace(short, &long_name("The therapy service")),
        )
        .unwrap();
        let service = Directory::bundled()
            .unwrap()
            .by_slug("somerset-cyp-therapy-service")
            .unwrap()
            .id;
        let (_, mut record, _) = new_vault(folder.path(), &now);
        let mut child = Child::new(&now);
        child.name = long_name("Bartholomew");
        let mut visit = Appointment::new(&now);
        visit.starts = now.clone().saturating_add(jiff::ToSpan::hours(50));
        visit.with_whom = long_name("The doctor");
        visit.place = long_name("The clinic");
        visit.service = Some(service);
        visit.children.push(child.id);
        let mut question = Question::new(&now);
        question.text = long_name("What happens");
        question.appointment = Some(visit.id);
        let mut note = Note::new(&now);
        note.text = long_name("We rang");
        note.people = long_name("Doctor");
        note.children.push(child.id);
        record
            .change("Everything", &now, |change| {
                change.put_child(&child)?;
                change.put_appointment(&visit)?;
                change.put_question(&question)?;
                change.put_note(&note)
            })
            .unwrap();
        drop(record);
        let settings = Settings {
            text_size: size,
            ..Settings::default()
        };
        settings
            .write(&Folders::at(folder.path()).settings())
            .unwrap();
        let window = Size::new(DESIGNED.width, DESIGNED.height * size.factor());
        let mut person = Person::sits_down_to(folder.path(), Some(&file), window, By::Mouse, &now);
        for (name, place) in [
            ("today", Place::Today),
            ("service", Place::Service(service)),
            ("my-family", Place::MyFamily),
            ("notes", Place::Notes(NotesStart::List)),
            ("note", Place::Notes(NotesStart::One(note.id))),
            (
                "appointments",
                Place::Appointments(AppointmentsStart::Agenda),
            ),
            (
                "appointment",
                Place::Appointments(AppointmentsStart::One(visit.id)),
            ),
            ("questions", Place::Questions(QuestionsStart::List)),
        ] {
            person.settle(Message::Go(place));
            assert_eq!(person.look().findings, vec![], "{name}");
            person.picture(&folder_of_pictures().join(format!("{name}-long-names-{suffix}.png")));
        }
    }
}

/// The pictures of the plan, whole, where the eye must do without colour or with large letters.
#[test]
fn the_plan_in_pictures() {
    for (theme, size) in [
        (ThemeName::Cream, TextSize::Normal),
        (ThemeName::Dark, TextSize::Normal),
        (ThemeName::HighContrastLight, TextSize::Normal),
        (ThemeName::Cream, TextSize::Double),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let window = Size::new(DESIGNED.width, LONG * size.factor());
        let mut person = a_busy_week(folder.path(), theme, size, window);
        person.settle(Message::Go(Place::ImprovementPlan(None)));
        person.press("In pictures");
        assert_eq!(person.look().findings, vec![]);
        person.picture(&file_name(theme, size, "plan-in-pictures", DESIGNED));
    }
}

/// The ring around a control that hangs over the edge of the text, where the margin is smallest.
#[test]
fn the_focus_ring_at_the_edge_of_a_narrow_page() {
    use iced::keyboard::{Key, Modifiers, key::Named};
    let folder = tempfile::tempdir().unwrap();
    let mut person = a_busy_week(folder.path(), ThemeName::Cream, TextSize::Double, DESIGNED);
    let record = person.app.context().record.as_ref().unwrap();
    let note = record.notes(&Default::default()).unwrap()[0].id;
    for (name, place, id, modifiers, presses) in [
        (
            "focus-back",
            Place::Notes(NotesStart::One(note)),
            "back",
            Modifiers::SHIFT,
            3,
        ),
        ("focus-row", Place::Search, "", Modifiers::empty(), 2),
    ] {
        person.settle(Message::Go(place));
        for _ in 0..presses {
            person.chord(Key::Named(Named::Tab), modifiers);
            if !id.is_empty() && person.is_on(id) {
                break;
            }
        }
        person.picture(&folder_of_pictures().join(format!("{name}-cream-200.png")));
    }
}

#[test]
fn a_record_that_will_not_open() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, record, _) = new_vault(folder.path(), &a_tuesday());
    drop(record);
    std::fs::write(vault.record_file().unwrap(), b"not a record").unwrap();
    let mut person = Person::sits_down(folder.path(), DESIGNED, By::Mouse);
    assert_eq!(person.look().findings, vec![]);
    person.picture(&folder_of_pictures().join("rescue-cream-100.png"));
}

/// The picture of the README, whose caption says what it shows: copy it to
/// `assets/screenshot.png` when the window has changed.
#[test]
fn the_picture_for_the_readme() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sits_down(folder.path(), DESIGNED, By::Mouse);
    let service = person
        .app
        .context()
        .directory
        .by_slug("somerset-cyp-therapy-service")
        .unwrap()
        .id;
    person.settle(Message::Go(Place::FindHelp(FindStart::Text(
        "speach".to_owned(),
    ))));
    person.settle(Message::Go(Place::Service(service)));
    assert_eq!(person.look().findings, vec![]);
    person.picture(&folder_of_pictures().join("readme.png"));
}
