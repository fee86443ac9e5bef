//! Questions: the journey from the guide to an answer, own questions, and what goes wrong.

use withy::platform::opening::Link;
use withy::record::question::State;
use withy::record::{Question, QuestionFilter, starter_questions};
use withy::screens::questions::{Message, Questions};
use withy::screens::{Place, QuestionsStart};

use crate::desk::{Desk, a_tuesday};

fn desk(start: QuestionsStart) -> Desk<Questions> {
    let mut desk = Desk::new(Questions::new()).with_sample_family();
    desk.screen.enter(&desk.context, start);
    desk
}

/// Goes where the screen asked to go, as the application does.
fn follow(desk: &mut Desk<Questions>) {
    if let Some(Place::Questions(start)) = desk.heard.opened.pop() {
        desk.screen.enter(&desk.context, start);
    }
}

fn all(desk: &Desk<Questions>) -> Vec<Question> {
    desk.record().questions(&QuestionFilter::default()).unwrap()
}

fn from_starter(desk: &Desk<Questions>, id: &str) -> Question {
    all(desk)
        .into_iter()
        .find(|question| question.starter.as_deref() == Some(id))
        .unwrap()
}

/// A starter question that the sample family has not asked, of the group that is shown first.
fn not_asked(desk: &Desk<Questions>) -> &'static str {
    let asked: Vec<Option<String>> = all(desk).into_iter().map(|one| one.starter).collect();
    let first = &starter_questions::groups()[0].id;
    starter_questions::all()
        .iter()
        .filter(|starter| &starter.group == first)
        .map(|starter| starter.id.as_str())
        .find(|id| !asked.iter().flatten().any(|known| known == id))
        .unwrap()
}

#[test]
fn j6_from_the_guide_to_an_answer_with_a_name_and_a_date() {
    let mut desk = desk(QuestionsStart::List);
    desk.presses = 1; // “Questions” in the rail
    desk.press("questions/tab/Personal Health Budget");
    let starter = not_asked(&desk);
    desk.press(&format!("starter/{starter}"));
    let appointment = desk
        .record()
        .next_appointment(&a_tuesday())
        .unwrap()
        .unwrap();
    desk.press(&format!(
        "starters/take/{}, Thursday 4 June, 2:30pm",
        appointment.title()
    ));
    assert_eq!(
        from_starter(&desk, starter).appointment,
        Some(appointment.id)
    );
    desk.press(&format!("starter/{starter}/open"));
    follow(&mut desk);
    desk.types("question/answer", "Yes, from July");
    desk.types("question/by", "Ruth");
    desk.press("question/answer/keep");
    assert!(desk.presses <= 6, "{} presses", desk.presses);
    let question = from_starter(&desk, starter);
    assert_eq!(question.state(), State::Answered);
    assert_eq!(question.answer, "Yes, from July");
    assert_eq!(question.answered_by, "Ruth");
    assert_eq!(question.answered_on, Some(a_tuesday().date()));
    desk.sees("Ruth, Tuesday 2 June 2026");
    assert!(desk.is_on("question/answer/change"));
    desk.is_sound();
}

#[test]
fn the_field_is_first_and_enter_adds() {
    let mut desk = desk(QuestionsStart::New {
        service: None,
        appointment: None,
    });
    let before = all(&desk).len();
    desk.types("questions/new", "What happens after the hearing test?");
    assert!(desk.screen.is_writing());
    desk.enter();
    assert_eq!(all(&desk).len(), before + 1);
    assert!(!desk.screen.is_writing());
    assert!(desk.is_on("questions/new"), "ready for the next one");
    desk.sees("What happens after the hearing test?");
    desk.is_sound();
}

#[test]
fn a_question_for_an_appointment_is_taken_there() {
    let mut desk = desk(QuestionsStart::List);
    let visit = desk
        .record()
        .next_appointment(&a_tuesday())
        .unwrap()
        .unwrap();
    desk.screen.enter(
        &desk.context,
        QuestionsStart::New {
            service: None,
            appointment: Some(visit.id),
        },
    );
    desk.types("questions/new", "May I bring my sister?");
    desk.enter();
    let question = all(&desk)
        .into_iter()
        .find(|one| one.text == "May I bring my sister?")
        .unwrap();
    assert_eq!(question.appointment, Some(visit.id));
}

#[test]
fn with_no_record_the_words_stay_and_the_same_press_works_afterwards() {
    let mut desk = Desk::new(Questions::new());
    desk.screen.enter(&desk.context, QuestionsStart::List);
    desk.sees("No question is waiting.");
    desk.is_sound();
    desk.types("questions/new", "Who decides?");
    desk.press("questions/add");
    assert!(desk.context.take_asked_to_keep());
    assert!(desk.screen.is_writing());
    desk.keep_record();
    desk.settle(Message::Add);
    assert_eq!(all(&desk)[0].text, "Who decides?");
    assert_eq!(desk.heard.saved, ["Question added"]);
}

#[test]
fn an_empty_question_and_a_wrong_date_get_a_sentence_each() {
    let mut desk = desk(QuestionsStart::List);
    desk.press("questions/add");
    desk.sees("Write your question first");
    let waiting = all(&desk)
        .into_iter()
        .find(|one| one.state() == State::Waiting)
        .unwrap();
    desk.screen
        .enter(&desk.context, QuestionsStart::One(waiting.id));
    desk.press("question/answer/keep");
    desk.sees("Write what the answer was");
    assert!(desk.is_on("question/answer"));
    desk.types("question/answer", "No");
    desk.settle(Message::AnsweredOn("31 February".to_owned()));
    desk.press("question/answer/keep");
    desk.sees("February 2026 has only 28 days");
    desk.sees("31 February");
    desk.settle(Message::AnsweredOn("3 June 2026".to_owned()));
    desk.press("question/answer/keep");
    desk.sees("That day has not come yet");
    assert!(desk.heard.saved.is_empty());
    desk.is_sound();
}

#[test]
fn a_half_typed_answer_comes_back() {
    let mut desk = desk(QuestionsStart::List);
    let waiting = all(&desk)
        .into_iter()
        .find(|one| one.state() == State::Waiting)
        .unwrap();
    let open = QuestionsStart::One(waiting.id);
    desk.screen.enter(&desk.context, open.clone());
    desk.types("question/answer", "They will write");
    assert!(desk.screen.autosave(&mut desk.context).unwrap());
    assert!(
        !desk.screen.autosave(&mut desk.context).unwrap(),
        "nothing changed since"
    );
    let mut after = Questions::new();
    after.enter(&desk.context, open);
    desk.screen = after;
    desk.sees("They will write");
    desk.press("question/answer/keep");
    assert_eq!(
        desk.record()
            .draft(&format!("answer/{}", waiting.id))
            .unwrap(),
        None
    );
}

#[test]
fn asked_deleted_and_brought_back() {
    let mut desk = desk(QuestionsStart::List);
    let waiting = all(&desk)
        .into_iter()
        .find(|one| one.state() == State::Waiting)
        .unwrap();
    desk.press(&format!("question/{}", waiting.id));
    follow(&mut desk);
    desk.press("question/asked");
    assert_eq!(
        desk.record()
            .question(waiting.id)
            .unwrap()
            .unwrap()
            .asked_on,
        Some(a_tuesday().date())
    );
    desk.press("question/asked");
    assert_eq!(
        desk.record().question(waiting.id).unwrap().unwrap().state(),
        State::Waiting
    );
    desk.press("question/delete");
    assert_eq!(desk.record().question(waiting.id).unwrap(), None);
    assert_eq!(desk.heard.back, 1);
    assert!(desk.heard.saved.last().unwrap().contains("bin for 30 days"));
    let _ = desk.context.record.as_mut().unwrap().undo().unwrap();
    desk.screen.refresh(&desk.context);
    desk.sees(&waiting.text);
}

#[test]
fn the_words_of_a_question_can_be_changed() {
    let mut desk = desk(QuestionsStart::List);
    let id = all(&desk)[0].id;
    desk.screen.enter(&desk.context, QuestionsStart::One(id));
    desk.press("question/words/change");
    assert!(desk.is_on("question/words"));
    desk.settle(Message::Words("  ".to_owned()));
    desk.press("question/words/keep");
    desk.sees("A question needs words");
    desk.settle(Message::Words("Who looks at her swallowing?".to_owned()));
    desk.press("question/words/keep");
    assert_eq!(
        desk.record().question(id).unwrap().unwrap().text,
        "Who looks at her swallowing?"
    );
    desk.is_sound();
}

#[test]
fn filters_show_one_child_and_can_be_taken_away() {
    let mut desk = desk(QuestionsStart::List);
    let children = desk.record().children().unwrap();
    let sam = children.iter().find(|child| child.name == "Sam").unwrap();
    let waiting: Vec<Question> = all(&desk)
        .into_iter()
        .filter(|one| one.state() == State::Waiting)
        .collect();
    let about_maya = waiting
        .iter()
        .find(|one| !one.children.contains(&sam.id))
        .unwrap();
    let chip = format!("questions/child/{}", sam.id);
    desk.press(&chip);
    assert!(!desk.has(&format!("question/{}", about_maya.id)));
    desk.press(&chip);
    assert!(desk.has(&format!("question/{}", about_maya.id)));
}

#[test]
fn every_starter_question_can_be_read_added_and_traced() {
    let mut desk = desk(QuestionsStart::Budget);
    assert_eq!(starter_questions::groups().len(), 7);
    for group in starter_questions::groups() {
        desk.press(&format!("starters/{}", group.id));
        desk.sees(&group.title);
        desk.is_sound();
        if desk.has("starters/all") {
            desk.press("starters/all");
        }
        for starter in starter_questions::all() {
            if starter.group == group.id {
                desk.sees(&starter.why);
                let question = from_starter(&desk, &starter.id);
                assert_eq!(question.group.as_ref(), Some(&group.id));
            }
        }
    }
    assert!(desk.has("starter/q46/source/1") || desk.has("starter/q46/open"));
    let last = starter_questions::all().last().unwrap();
    desk.press(&format!("starter/{}/source/1", last.id));
    assert_eq!(
        desk.heard.visited,
        [Link::Website(last.sources[0].url.clone())]
    );
}

#[test]
fn undoing_an_answer_brings_its_form_back() {
    let mut desk = desk(QuestionsStart::List);
    let id = all(&desk)
        .into_iter()
        .find(|one| one.state() == State::Waiting)
        .unwrap()
        .id;
    desk.screen.enter(&desk.context, QuestionsStart::One(id));
    desk.types("question/answer", "Soon");
    desk.press("question/answer/keep");
    assert!(!desk.has("question/answer/keep"));
    let _ = desk.context.record.as_mut().unwrap().undo().unwrap();
    desk.screen.refresh(&desk.context);
    assert!(desk.has("question/answer/keep"));
}
