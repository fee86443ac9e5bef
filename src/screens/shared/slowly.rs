//! A bar and words while a passphrase is stretched, which is slow on purpose.

use iced::widget::column;

use crate::look::{Look, gap};
use crate::widgets::{self, Element};

/// How far it has come. Nobody can tell from outside, so it is told by the time that it usually takes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Slowly {
    tenths: u16,
}

impl Slowly {
    /// A tenth of a second passed.
    pub fn grow(&mut self) {
        self.tenths = self.tenths.saturating_add(1);
    }

    /// Draws the bar, full after so many tenths of a second; it waits before the end until the work is done.
    pub fn view<'a, M: Clone + 'a>(
        self,
        look: &Look,
        says: &'static str,
        takes: &'static str,
        full: u16,
    ) -> Element<'a, M> {
        let done = f32::from(self.tenths) / f32::from(full);
        column![
            widgets::status_words(look, says),
            widgets::progress(look, says, done.min(0.9), takes),
        ]
        .spacing(gap::S)
        .into()
    }
}
