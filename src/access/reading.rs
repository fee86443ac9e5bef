//! Reading the whole window once, for what the person asked to have written down or read aloud.

use std::any::Any;

use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::advanced::widget::{self, Id};
use iced::{Rectangle, Size, Task, Vector};

use super::collector::Collector;
use super::snapshot::Snapshot;

/// What a screen reader would be told of the window now, whether one is listening or not.
pub fn read(title: impl AsRef<str>) -> Task<Snapshot> {
    widget::operate(Read(Collector::new(title.as_ref(), Size::ZERO)))
}

struct Read(Collector);

impl Operation<Snapshot> for Read {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Snapshot>)) {
        Operation::<Snapshot>::traverse(&mut self.0, operate);
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        Operation::<Snapshot>::container(&mut self.0, id, bounds);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        Operation::<Snapshot>::custom(&mut self.0, id, bounds, state);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        Operation::<Snapshot>::focusable(&mut self.0, id, bounds, state);
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        Operation::<Snapshot>::text(&mut self.0, id, bounds, text);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        let collector = &mut self.0;
        Operation::<Snapshot>::scrollable(collector, id, bounds, content, translation, state);
    }

    fn finish(&self) -> Outcome<Snapshot> {
        Outcome::Some(self.0.snapshot().clone())
    }
}
