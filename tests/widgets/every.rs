//! Every control in turn, by Tab: it has a name, it comes into sight, its ring is drawn, and a key
//! does what it is for.

use accesskit::Role;
use iced::keyboard::Modifiers;
use iced::keyboard::key::{Key, Named};
use iced::{Point, Rectangle};
use withy::look::Look;
use withy::widgets::{self, Element};

use crate::samples::{self, Shown};
use crate::window::{LOOK, Window, press, press_with};

const WINDOW: Rectangle = Rectangle {
    x: 0.0,
    y: 0.0,
    width: 1_000.0,
    height: 800.0,
};

/// Goes round a sample by Tab and tells what is wrong with any stop. Returns the roles it met.
fn goes_round(name: &str, view: impl Fn() -> Element<'static, ()>) -> Vec<Role> {
    let look = LOOK();
    let page = || widgets::page(&look, view());
    let mut window = Window::new();
    let stops = window.show(page()).tab_order().len();
    assert!(stops > 0, "{name} has a control");
    let mut met = vec![];
    for _ in 0..stops {
        let _ = window.send(page(), &[press(Named::Tab)]);
        let snapshot = window.show(page());
        let at = snapshot.focus().unwrap();
        let entry = &snapshot.entries[at];
        let what = format!("{name}: {:?} “{}”", entry.role(), snapshot.name(at));
        assert_ne!(snapshot.name(at), "", "{what} has a name");
        let bounds = entry.bounds;
        assert!(
            bounds.center_y() > 0.0 && WINDOW.contains(bounds.center()),
            "{what} is in sight: {bounds:?}"
        );
        let beside = Point::new(bounds.x - 4.0, bounds.center_y());
        assert_eq!(
            window.colour(page(), beside),
            look.palette.ring,
            "{what} shows its ring"
        );
        met.push(entry.role());
        let keys: &[Named] = match entry.role() {
            Role::Button | Role::CheckBox => &[Named::Enter, Named::Space],
            Role::Link => &[Named::Enter],
            Role::RadioButton | Role::Tab | Role::GridCell => &[Named::ArrowRight],
            Role::TextInput | Role::MultilineTextInput | Role::PasswordInput => {
                let typed = press_with(Key::Character("a".into()), Modifiers::empty());
                assert_eq!(
                    window.send(page(), &[typed]).len(),
                    1,
                    "{what} is typed into"
                );
                &[]
            }
            other => panic!("{what}: what does {other:?} do?"),
        };
        for key in keys {
            let done = window.send(page(), &[press(*key)]).len();
            assert_eq!(done, 1, "{what} answers {key:?} once");
        }
    }
    met
}

#[test]
fn each_is_named_shown_ringed_and_answers_its_keys() {
    let look: Look = LOOK();
    let shown: &'static Shown = Box::leak(Box::new(Shown::new()));
    let mut met = vec![];
    met.extend(goes_round("words", || samples::words(&look)));
    met.extend(goes_round("pressed", || samples::pressed(&look)));
    met.extend(goes_round("fields", || samples::fields(&look, shown)));
    met.extend(goes_round("cards", || samples::cards(&look)));
    met.extend(goes_round("facts", || samples::facts(&look)));
    met.extend(goes_round("month", || samples::month(&look)));
    for role in [
        Role::Button,
        Role::Link,
        Role::CheckBox,
        Role::RadioButton,
        Role::Tab,
        Role::TextInput,
        Role::PasswordInput,
        Role::MultilineTextInput,
    ] {
        assert!(met.contains(&role), "{role:?} is among the samples");
    }
}
