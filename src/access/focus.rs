//! Giving focus to one control from the application, and bringing one part into view.

use std::any::Any;

use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::advanced::widget::{self, Id};
use iced::{Rectangle, Size, Task, Vector};

use super::collector::Collector;
use super::keys::key_of;
use super::mutate::{Change, Mutate, reveal as reveal_in};
use super::report::Modality;

/// Gives focus to the control, field or page title with this id and scrolls it into view. Nothing
/// happens when there is none. The ring shows only if the person's last action was a key.
pub fn focus<T: Send + 'static>(id: impl Into<Id>) -> Task<T> {
    widget::operate(Find::new(id.into(), true))
}

/// Scrolls the part with this id into view and leaves the focus where it is. Nothing happens when
/// there is none.
pub fn reveal<T: Send + 'static>(id: impl Into<Id>) -> Task<T> {
    widget::operate(Find::new(id.into(), false))
}

struct Find {
    id: Id,
    /// Give it the focus, and not only bring it into view.
    focus: bool,
    keyboard: bool,
    collector: Collector,
}

impl Find {
    fn new(id: Id, focus: bool) -> Self {
        Self {
            id,
            focus,
            keyboard: false,
            collector: Collector::new("", Size::ZERO),
        }
    }
}

impl<T: 'static> Operation<T> for Find {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        Operation::<T>::traverse(&mut self.collector, operate);
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        Operation::<T>::container(&mut self.collector, id, bounds);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        if let Some(modality) = state.downcast_ref::<Modality>() {
            self.keyboard = modality.keyboard;
        }
        Operation::<T>::custom(&mut self.collector, id, bounds, state);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        Operation::<T>::focusable(&mut self.collector, id, bounds, state);
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        Operation::<T>::text(&mut self.collector, id, bounds, text);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        let collector = &mut self.collector;
        Operation::<T>::scrollable(collector, id, bounds, content_bounds, translation, state);
    }

    fn finish(&self) -> Outcome<T> {
        let snapshot = self.collector.snapshot();
        let Some(at) = snapshot.find(key_of(&self.id)) else {
            return Outcome::None;
        };
        let change = if self.focus {
            Change::focus(snapshot, at, self.keyboard)
        } else {
            Change {
                scroll: reveal_in(snapshot, at),
                ..Change::default()
            }
        };
        Outcome::Chain(Box::new(Mutate::new(change)))
    }
}
