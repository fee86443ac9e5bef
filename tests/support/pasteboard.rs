//! What was copied.

use iced_test::core::clipboard::{Clipboard, Kind};

#[derive(Default)]
pub struct Pasteboard(pub Option<String>);

impl Clipboard for Pasteboard {
    fn read(&self, _: Kind) -> Option<String> {
        self.0.clone()
    }
    fn write(&mut self, _: Kind, words: String) {
        self.0 = Some(words);
    }
}
