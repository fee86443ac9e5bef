//! A part of a screen asks for the same things as a screen does.

use crate::screens::Action;

impl<M: Send + 'static> Action<M> {
    /// The same, with the messages of the part inside those of its screen.
    pub fn map<N: Send + 'static>(
        self,
        wrap: impl Fn(M) -> N + Clone + Send + 'static,
    ) -> Action<N> {
        match self {
            Action::None => Action::None,
            Action::Open(place) => Action::Open(place),
            Action::Back => Action::Back,
            Action::Run(task) => Action::Run(task.map(wrap)),
            Action::Saved(said) => Action::Saved(said),
            Action::Say(said) => Action::Say(said),
            Action::Copy { words, said } => Action::Copy { words, said },
            Action::CopyOnly { words, said } => Action::CopyOnly { words, said },
            Action::Visit(link) => Action::Visit(link),
            Action::Focus(id) => Action::Focus(id),
            Action::SettingsChanged => Action::SettingsChanged,
            Action::SampleFamily(open) => Action::SampleFamily(open),
            Action::CopyLastPage => Action::CopyLastPage,
            Action::Keeping(what) => Action::Keeping(what),
            Action::File(what) => Action::File(what),
            Action::NotNow => Action::NotNow,
            Action::Several(all) => {
                let all = all.into_iter().map(|one| one.map(wrap.clone()));
                Action::Several(all.collect())
            }
        }
    }
}
