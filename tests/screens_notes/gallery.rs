//! Every page in three themes and three sizes, to look at: `target/gallery/`.

use std::path::PathBuf;

use iced::{Fill, Size};
use withy::access::{self, Bridge};
use withy::look::{Look, ThemeName, Width};
use withy::screens::appointments::{Appointments, Message as OfAppointments, Tab};
use withy::screens::bin::Bin;
use withy::screens::notes::Notes;
use withy::screens::{AppointmentsStart, NotesStart, Place};

use crate::picture;
use crate::stage::{Screen, Stage, look};

/// Width and height of the window, its scale, and what of it the rail and the status line take.
const WINDOWS: [(f32, f32, f32, Width); 3] = [
    (1280.0, 800.0, 1.0, Width::Wide),
    (900.0, 600.0, 1.0, Width::Middle),
    (640.0, 400.0, 2.0, Width::Narrow),
];

fn draw<S: Screen>(stage: &Stage<S>, name: &str) {
    for theme in [
        ThemeName::Cream,
        ThemeName::Dark,
        ThemeName::HighContrastLight,
    ] {
        for (width, height, scale, class) in WINDOWS {
            let rail = if class == Width::Narrow { 0.0 } else { 212.0 };
            let size = Size::new(width - rail, height - 40.0);
            draw_one(stage, name, look(theme, class), theme, size, scale);
        }
    }
    // The whole page, however long.
    let size = Size::new(1068.0, 1700.0);
    let theme = ThemeName::Cream;
    draw_one(
        stage,
        &format!("{name}-whole"),
        look(theme, Width::Wide),
        theme,
        size,
        1.0,
    );
}

fn draw_one<S: Screen>(
    stage: &Stage<S>,
    name: &str,
    look: Look,
    theme: ThemeName,
    size: Size,
    scale: f32,
) {
    let page = iced::widget::container(stage.screen.view(&stage.context, look))
        .width(Fill)
        .height(Fill)
        .style(move |_| iced::widget::container::background(look.palette.ground));
    let page = access::root(&Bridge::headless(), "Withy", 1.0, page);
    let file = format!(
        "{name}-{}-{}x{}@{scale}.png",
        theme.words().to_lowercase().replace(' ', "-"),
        size.width,
        size.height,
    );
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("../gallery")
        .join(file);
    picture::draw(page, &theme.iced(), size, scale, &path);
}

fn notes(start: NotesStart) -> Stage<Notes> {
    Stage::with_family(&Place::Notes(start))
}

fn appointments(start: AppointmentsStart) -> Stage<Appointments> {
    Stage::with_family(&Place::Appointments(start))
}

#[test]
fn the_notes() {
    let mut list = notes(NotesStart::List);
    draw(&list, "notes");
    list.press("notes/filters");
    list.press("notes/kind/phone-call");
    draw(&list, "notes-filters");
    let empty = Stage::<Notes>::new(&Place::Notes(NotesStart::List));
    draw(&empty, "notes-empty");
    let mut form = notes(NotesStart::New {
        child: None,
        service: None,
    });
    draw(&form, "note-new");
    form.press("notes/change-when");
    form.write("notes/date", "31 February");
    form.press("notes/save");
    draw(&form, "note-errors");
}

#[test]
fn the_appointments() {
    let mut list = appointments(AppointmentsStart::Agenda);
    draw(&list, "appointments");
    list.send(OfAppointments::Tab(Tab::Month));
    draw(&list, "appointments-month");
    let empty = Stage::<Appointments>::new(&Place::Appointments(AppointmentsStart::Agenda));
    draw(&empty, "appointments-empty");
    let mut form = appointments(AppointmentsStart::New {
        service: None,
        on: None,
    });
    draw(&form, "appointment-new");
    form.write("appointments/with", "Paediatrician");
    form.write("appointments/date", "31 February");
    for question in [
        "What happens after the hearing test?",
        "Who sends the report to school?",
    ] {
        form.write("appointments/question", question);
        form.enter("appointments/question");
    }
    form.press("appointments/details");
    form.press("appointments/save");
    draw(&form, "appointment-errors");
}

#[test]
fn one_appointment() {
    let mut one = appointments(AppointmentsStart::Agenda);
    let now = one.context.now();
    let ahead = one.record().appointments_after(&now, 1).unwrap()[0].id;
    let over = one.record().appointments_before(&now, 2).unwrap();
    one.go(&Place::Appointments(AppointmentsStart::One(ahead)));
    one.press("appointments/offers");
    draw(&one, "appointment-ahead");
    one.go(&Place::Appointments(AppointmentsStart::One(over[0].id)));
    let question = one
        .record()
        .questions(&withy::record::QuestionFilter::default())
        .unwrap()
        .into_iter()
        .find(|question| question.appointment == Some(over[0].id))
        .unwrap();
    one.press(format!("answer/{}/answered", question.id));
    draw(&one, "appointment-after");
    one.go(&Place::Appointments(AppointmentsStart::One(over[1].id)));
    draw(&one, "appointment-over");
}

#[test]
fn the_bin() {
    let mut bin = Stage::<Bin>::with_family(&Place::Bin);
    draw(&bin, "bin-empty");
    let now = bin.context.now();
    let notes = bin
        .record()
        .notes(&withy::record::NoteFilter::default())
        .unwrap();
    let over = bin.record().appointments_before(&now, 1).unwrap();
    bin.context
        .change("Some things deleted", |change| {
            change.delete_note(notes[0].id)?;
            change.delete_note(notes[1].id)?;
            change.delete_appointment(over[0].id)
        })
        .unwrap();
    bin.days_later(3);
    draw(&bin, "bin");
}
