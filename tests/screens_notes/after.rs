//! The questions for an appointment, and writing up what was said.

use jiff::ToSpan;
use withy::record::Question;
use withy::record::question::State;
use withy::screens::appointments::Appointments;

use crate::appointments::{
    AGENDA, NEW, QUESTIONS, at_day, one, only, paediatrician, questions, texts,
};
use crate::stage::Stage;

#[test]
fn questions_are_put_in_order_before_and_after_saving() {
    let (mut stage, id) = paediatrician();
    let [first, second, third] = &questions(&stage, id)[..] else {
        panic!("three questions")
    };
    stage.press(format!("question/{}/up", third.id));
    assert_eq!(
        stage.focus,
        Some(format!("question/{}/up", third.id).into())
    );
    stage.press(format!("question/{}/down", first.id));
    let now = questions(&stage, id);
    assert_eq!(
        texts(&now),
        [QUESTIONS[2], QUESTIONS[0], QUESTIONS[1]],
        "the last is first, the first is second"
    );
    assert_eq!(now[2].id, second.id);
    // In a new appointment, before anything is saved.
    stage.go(&NEW);
    for question in ["one", "two"] {
        stage.write("appointments/question", question);
        stage.press("appointments/add-question");
    }
    let outline = stage.outline();
    let button = outline.find("Move up: two").expect("it can move");
    assert!(outline.find("Move up: one").unwrap() < button);
}

#[test]
fn two_answers_are_written_up_in_four_presses_and_the_third_question_waits() {
    let (mut stage, id) = paediatrician();
    stage.days_later(2);
    stage.later(4.hours());
    assert!(stage.outline().contains("Write down what was said"));
    stage.go(&AGENDA);
    let asked = questions(&stage, id);
    stage.presses = 0;
    stage.press(format!("appointment/{id}"));
    for (question, answer) in asked.iter().zip(["A letter comes in June.", "She does."]) {
        stage.press(format!("answer/{}/answered", question.id));
        let field = format!("answer/{}/words", question.id);
        assert_eq!(stage.focus, Some(field.clone().into()));
        stage.write(field, answer);
    }
    stage.write("appointments/said", "All is well so far.");
    stage.press("appointments/save-after");
    assert_eq!(stage.presses, 4);
    let after = questions(&stage, id);
    assert_eq!(
        after.iter().map(Question::state).collect::<Vec<_>>(),
        [State::Answered, State::Answered, State::Waiting]
    );
    assert_eq!(after[0].answer, "A letter comes in June.");
    assert_eq!(after[0].answered_by, "Paediatrician");
    assert_eq!(after[0].answered_on, Some(at_day("2026-05-14")));
    assert_eq!(after[0].asked_on, Some(at_day("2026-05-14")));
    assert_eq!(only(&stage).said, "All is well so far.");
    let outline = stage.outline();
    assert!(outline.contains("Still waiting. It is offered for your next appointment."));
    assert!(outline.contains("Answered by Paediatrician, 14 May 2026"));
    // The next appointment offers it, and takes it.
    stage.go(&NEW);
    stage.write("appointments/with", "Paediatrician again");
    stage.write("appointments/date", "14 June 2026");
    stage.write("appointments/time", "9am");
    stage.press("appointments/save");
    stage.press("appointments/offers");
    assert!(
        stage
            .outline()
            .contains("Not asked at Paediatrician on 14 May 2026")
    );
    stage.press(format!("take/{}", after[2].id));
    let now = stage.context.now();
    let next = stage.record().next_appointment(&now).unwrap().unwrap();
    assert_eq!(texts(&questions(&stage, next.id)), [QUESTIONS[2]]);
    assert!(!stage.has("appointments/offers"), "nothing else is waiting");
}

#[test]
fn it_can_be_written_up_before_its_time_and_changed_afterwards() {
    let (mut stage, id) = paediatrician();
    let asked = questions(&stage, id);
    stage.press("appointments/write-up");
    let first = format!("answer/{}/answered", asked[0].id);
    assert_eq!(stage.focus, Some(first.clone().into()));
    stage.press(first.clone());
    stage.press(first);
    stage.press(format!("answer/{}/asked", asked[1].id));
    stage.press("appointments/save-after");
    let states = |stage: &Stage<Appointments>| -> Vec<State> {
        questions(stage, id).iter().map(Question::state).collect()
    };
    assert_eq!(
        states(&stage),
        [State::Waiting, State::Asked, State::Waiting],
        "pressed twice is not pressed"
    );
    // Nothing is answered on a day that is not there yet.
    assert_eq!(
        questions(&stage, id)[1].asked_on,
        Some(at_day("2026-05-12"))
    );
    stage.days_later(5);
    stage.go(&one(id));
    stage.press("appointments/write-up");
    stage.press(format!("answer/{}/answered", asked[1].id));
    stage.write(format!("answer/{}/by", asked[1].id), "Dr Hill");
    stage.press("appointments/save-after");
    let answered = questions(&stage, id).remove(1);
    assert_eq!(answered.answered_by, "Dr Hill");
    assert_eq!(answered.asked_on, Some(at_day("2026-05-12")));
    assert_eq!(answered.answered_on, Some(at_day("2026-05-14")));
}

#[test]
fn the_form_and_the_writing_up_survive_a_pulled_plug() {
    let mut stage = Stage::<Appointments>::new(&NEW);
    stage.write("appointments/with", "Paediatr");
    stage.write("appointments/question", "First?");
    stage.enter("appointments/question");
    stage.write("appointments/question", "Seco");
    assert!(stage.screen.autosave(&mut stage.context).unwrap());
    assert!(!stage.screen.autosave(&mut stage.context).unwrap());
    stage.restart(&AGENDA);
    assert!(stage.outline().contains("“Paediatr”"));
    stage.press("appointments/carry-on");
    let outline = stage.outline();
    for words in ["Paediatr", "First?", "Seco"] {
        assert!(outline.contains(words), "{words} is not in\n{outline}");
    }
    stage.write("appointments/date", "yesterday");
    stage.write("appointments/time", "9am");
    stage.press("appointments/save");
    let id = only(&stage).id;
    let asked = questions(&stage, id);
    assert_eq!(texts(&asked), ["First?", "Seco"]);
    // Its day has passed, so it is being written up.
    stage.press(format!("answer/{}/answered", asked[1].id));
    stage.write(format!("answer/{}/words", asked[1].id), "Yes, in");
    stage.write("appointments/said", "She said th");
    assert!(stage.screen.is_writing());
    assert!(stage.screen.autosave(&mut stage.context).unwrap());
    stage.restart(&one(id));
    let outline = stage.outline();
    for words in ["Yes, in", "She said th", "Draft kept 10:42am"] {
        assert!(outline.contains(words), "{words} is not in\n{outline}");
    }
    assert_eq!(only(&stage).said, "", "only a draft so far");
    stage.press("appointments/save-after");
    assert_eq!(only(&stage).said, "She said th");
    stage.restart(&one(id));
    assert!(!stage.screen.is_writing());
}

#[test]
fn a_question_being_typed_on_the_page_survives_a_pulled_plug() {
    let (mut stage, id) = paediatrician();
    stage.write("appointments/question", "What about sl");
    assert!(stage.screen.is_writing());
    assert!(stage.screen.autosave(&mut stage.context).unwrap());
    stage.restart(&one(id));
    assert!(stage.outline().contains("What about sl"));
    // Deleted again, it does not come back.
    stage.write("appointments/question", "");
    assert!(stage.screen.is_writing(), "the draft is still there");
    let _ = stage.screen.autosave(&mut stage.context).unwrap();
    stage.restart(&one(id));
    assert!(!stage.outline().contains("What about sl"));
    stage.write("appointments/question", "What about sl");
    stage.enter("appointments/question");
    assert_eq!(questions(&stage, id)[3].text, "What about sl");
    stage.restart(&one(id));
    assert!(!stage.screen.is_writing());
}

#[test]
fn a_question_is_taken_off_and_waits() {
    let (mut stage, id) = paediatrician();
    let second = questions(&stage, id).remove(1);
    stage.press(format!("question/{}/off", second.id));
    assert_eq!(questions(&stage, id).len(), 2);
    let kept = stage.record().question(second.id).unwrap().unwrap();
    assert_eq!((kept.appointment, kept.state()), (None, State::Waiting));
}

#[test]
fn questions_for_another_coming_appointment_are_not_offered() {
    let mut stage = Stage::<Appointments>::with_family(&AGENDA);
    let now = stage.context.now();
    let coming = stage.record().appointments_after(&now, 2).unwrap();
    assert_eq!(questions(&stage, coming[0].id).len(), 3);
    stage.go(&one(coming[1].id));
    stage.press("appointments/offers");
    let outline = stage.outline();
    // Two from the appointment that is over, and one that is for none.
    assert_eq!(outline.matches("Take: ").count(), 3, "{outline}");
    assert!(!outline.contains(QUESTIONS[0]), "{outline}");
}
