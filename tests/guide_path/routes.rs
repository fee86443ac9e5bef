//! All 21 routes, by keyboard: the right service is opened first, and a step is saved.

use iced::Size;
use withy::settings::TextSize;

use crate::person::{By, Person};

const WINDOW: Size = Size::new(1_280.0, 800.0);

const AGES: [&str; 3] = ["Under 5", "5 to 16", "16 to 25"];

/// A worry, then the service to turn to first at each age.
const TABLE: [(&str, [&str; 3]); 7] = [
    (
        "Talking and understanding",
        [
            "somerset-cyp-therapy-service",
            "somerset-cyp-therapy-service",
            "somerset-cyp-therapy-service",
        ],
    ),
    (
        "Behaviour",
        [
            "somerset-health-visitors",
            "somerset-mainstream-schools-send-report",
            "somerset-autism-spectrum-service-adults",
        ],
    ),
    (
        "Learning",
        [
            "somerset-health-visitors",
            "somerset-mainstream-schools-send-report",
            "somerset-ehc-needs-assessment-request",
        ],
    ),
    (
        "Movement and everyday skills",
        [
            "somerset-cyp-therapy-service",
            "somerset-cyp-therapy-service",
            "somerset-independent-living-centres",
        ],
    ),
    (
        "Hearing or seeing",
        [
            "somersetft-paediatric-audiology",
            "somersetft-paediatric-audiology",
            "somersetft-paediatric-audiology",
        ],
    ),
    (
        "Feelings and school worries",
        [
            "somerset-health-visitors",
            "somerset-camhs-single-point-of-access",
            "somerset-camhs-single-point-of-access",
        ],
    ),
    (
        "A health condition",
        [
            "somerset-health-visitors",
            "somerset-medical-needs-school",
            "somerset-medical-needs-school",
        ],
    ),
];

#[test]
fn each_route_opens_the_right_service_and_saves_its_steps() {
    walk_all(TextSize::Normal);
}

#[test]
fn each_route_does_the_same_with_letters_twice_the_size() {
    walk_all(TextSize::Double);
}

fn walk_all(text_size: TextSize) {
    for (worry, services) in TABLE {
        for (age, slug) in AGES.into_iter().zip(services) {
            let folder = tempfile::tempdir().unwrap();
            let mut person = Person::sits_down_with(folder.path(), WINDOW, By::Keyboard, text_size);
            person.press("I’m worried about my child");
            person.press(age);
            person.press(worry);
            let service = person.app.context().directory.by_slug(slug).unwrap();
            let name = service.name.clone();
            person.press("Open the service");
            assert!(person.presses <= 4, "{worry}, {age}");
            person.sees(&format!("Heading {name:?}"));
            person.press("Back");
            let before = person.presses;
            person.press("Save these steps");
            person.keeps();
            assert_eq!(person.presses, before + 1);
            person.sees("These steps are on Today");
            let record = person.app.context().record.as_ref().unwrap();
            let steps = record.steps().unwrap();
            let about = person.app.context().directory.by_slug(slug).unwrap().id;
            assert!(steps.len() >= 4, "{worry}, {age}: {}", steps.len());
            assert!(
                steps.iter().any(|step| step.service == Some(about)),
                "{worry}, {age}"
            );
        }
    }
}
