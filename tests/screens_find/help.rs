//! Help.

use withy::look::Width;
use withy::screens::help::Help;
use withy::screens::{Action, Place};

use crate::stage::{Stage, look, press, read, words};

fn keys() -> Vec<(String, String)> {
    vec![("Ctrl+N".to_owned(), "Write a note".to_owned())]
}

#[test]
fn help_lists_the_keys_and_the_promise() {
    let stage = Stage::new();
    let help = Help::new();
    let page = help.view(&stage.context, look(Width::Middle), keys());
    let shown = words(&read(page, Width::Middle));
    for wanted in [
        "Ctrl+N",
        "Write a note",
        "What you write stays on this computer.",
    ] {
        assert!(shown.contains(wanted), "{wanted} in {shown}");
    }
}

#[test]
fn the_safety_numbers_are_one_press_away() {
    let mut stage = Stage::new();
    let mut help = Help::new();
    help.enter(&stage.context);
    let page = help.view(&stage.context, look(Width::Middle), keys());
    let message = press(page, "help/emergency");
    let action = help.update(&mut stage.context, message);
    assert!(matches!(action, Action::Open(Place::Emergency)));
}
