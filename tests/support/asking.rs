//! What a test asks about a person at the window.

use withy::access::key_of;

use super::Person;

impl Person {
    /// What the record holds to ask.
    pub fn questions(&self) -> Vec<withy::record::question::Question> {
        let record = self.app.context().record.as_ref().unwrap();
        record.questions(&Default::default()).unwrap()
    }

    /// What was copied last.
    pub fn copied(&self) -> Option<&str> {
        self.pasteboard.0.as_deref()
    }

    /// The name of the control that has the focus.
    pub fn focus(&mut self) -> String {
        let seen = self.look();
        seen.focus().map_or_else(String::new, |at| seen.name(at))
    }

    /// Whether the control with this id has the focus.
    pub fn is_on(&mut self, id: &'static str) -> bool {
        let seen = self.look();
        let key = key_of(&iced::widget::Id::new(id));
        seen.focus().is_some_and(|at| seen.entries[at].key == key)
    }
}
