//! A promise with what a family lived through, as text to paste elsewhere.

use jiff::civil::Date;

use super::{ImprovementPlan, Message, Part};
use crate::guide::plan::{self, Promise};
use crate::record::Experience;
use crate::screens::shared::keeping::Leaf;
use crate::screens::{Action, Context};
use crate::words;

impl ImprovementPlan {
    /// What is open as it can be taken along: a promise, or a part of the story.
    pub(super) fn leaf(&self, context: &Context) -> Leaf {
        let (title, step, text) = match self.open {
            Some(promise) => (
                promise.title.clone(),
                step_words(promise),
                self.alone(context, promise),
            ),
            None => (
                TITLE.to_owned(),
                STEP.to_owned(),
                self.part_as_text(context),
            ),
        };
        Leaf {
            title,
            step,
            tag: "improvement plan".to_owned(),
            service: None,
            text,
        }
    }

    /// The part of the story that is shown, with its sources.
    fn part_as_text(&self, context: &Context) -> String {
        let mut lines: Vec<String> = match self.part {
            Part::TimeLine => self.found().iter().map(|one| one.as_text()).collect(),
            Part::Promises => return self.every(context),
            Part::Weaknesses | Part::Pictures => {
                let weaknesses = plan::weaknesses().iter();
                weaknesses.map(plan::Weakness::as_text).collect()
            }
            Part::Later => plan::more().iter().map(plan::Part::as_text).collect(),
        };
        let read_on = words::date(plan::checked_on());
        lines.push(format!("Copied from Withy. Pages read on {read_on}."));
        lines.join("\n\n")
    }

    fn alone(&self, context: &Context, promise: &Promise) -> String {
        let own: Vec<&Experience> = self.of(promise).collect();
        text(&[(promise, own)], context.today())
    }

    pub(super) fn copy(&self, context: &Context, promise: &'static Promise) -> Action<Message> {
        Action::Copy {
            words: self.alone(context, promise),
            said: "Copied with its sources. Nothing was sent.".to_owned(),
        }
    }

    pub(super) fn copy_all(&self, context: &Context) -> Action<Message> {
        let said = words::count(self.told().len(), "promise", "promises");
        Action::Copy {
            words: self.every(context),
            said: format!("Copied {said} with sources. Nothing was sent."),
        }
    }

    fn every(&self, context: &Context) -> String {
        text(&self.told(), context.today())
    }

    /// The promises that the family wrote about, or all of them when it wrote nothing.
    fn told(&self) -> Vec<(&'static Promise, Vec<&Experience>)> {
        let promises = plan::promises().iter();
        let mut all: Vec<_> = promises
            .map(|promise| (promise, self.of(promise).collect::<Vec<_>>()))
            .collect();
        if !self.experiences.is_empty() {
            all.retain(|(_, own)| !own.is_empty());
        }
        all
    }
}

/// What the page is called.
pub(super) const TITLE: &str = "The improvement plan";
/// The step that keeps the whole of it.
pub(super) const STEP: &str = "Read again: The improvement plan";

/// What the step says that keeps a promise.
pub(super) fn step_words(promise: &Promise) -> String {
    format!("Ask about this promise: {}", promise.title)
}

/// Each promise with its findings and sources, then the family’s words, the newest first, and what
/// is left out.
fn text(promises: &[(&Promise, Vec<&Experience>)], today: Date) -> String {
    let mut lines = vec![
        plan::words().experience.clone(),
        format!(
            "Copied on {} from Withy, which is independent of the council and the NHS.",
            words::date(today)
        ),
    ];
    for (promise, own) in promises {
        lines.push(String::new());
        lines.push(promise.as_text());
        lines.push(String::new());
        if own.is_empty() {
            lines.push("We have written nothing beside this promise.".to_owned());
            continue;
        }
        lines.push("What happened to our family, the newest first:".to_owned());
        for experience in own {
            let day = words::date(experience.happened_on);
            lines.push(format!("{day}: {}", experience.text.trim()));
        }
    }
    lines.push(String::new());
    lines.extend(left_out(promises));
    lines.join("\n")
}

fn left_out(promises: &[(&Promise, Vec<&Experience>)]) -> Vec<String> {
    let mut lines = vec![
        "What this text leaves out:".to_owned(),
        "Withy adds no names, dates of birth or addresses. A name is here only if it was typed."
            .to_owned(),
    ];
    let own = || promises.iter().flat_map(|(_, own)| own);
    if own().any(|experience| !experience.children.is_empty()) {
        lines.push("Which child it happened to.".to_owned());
    }
    let others = plan::promises().len().saturating_sub(promises.len());
    match (others, promises) {
        (0, _) => {}
        (_, [_]) => lines.push("The other promises.".to_owned()),
        (others, _) => lines.push(format!(
            "{} that we wrote nothing about.",
            words::count(others, "promise", "promises")
        )),
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use jiff::civil::date;

    use super::*;
    use crate::record::child;

    fn lived(promise: &str, day: i8, words: &str) -> Experience {
        let now = "2026-06-02T11:30[Europe/London]".parse().unwrap();
        Experience {
            happened_on: date(2026, 5, day),
            text: words.to_owned(),
            children: vec![child::Id::new(&now)],
            ..Experience::new(&now, promise)
        }
    }

    #[test]
    fn one_promise_has_its_findings_then_the_words_then_what_is_left_out() {
        let promise = plan::promise("c8").unwrap();
        let (late, early) = (
            lived("c8", 9, "Week 30."),
            lived("c8", 2, " Week 29.\nNo plan. "),
        );
        let text = text(&[(promise, vec![&late, &early])], date(2026, 6, 2));
        let mut at = 0;
        for part in [
            "Our family’s experience beside the promises",
            "Copied on 2 June 2026 from Withy",
            "Promise: Faster EHC plans",
            "Promised in December 2020, in the Written Statement of Action: Assess",
            "Read on: NHS Somerset",
            "https://nhssomerset.nhs.uk/",
            "Inspectors found in March 2020: Assessing",
            "Inspectors found in November 2022: Enough progress.",
            "It does not say how things are now.",
            "2024: Councillors heard that fewer plans came within 20 weeks.",
            "What happened to our family, the newest first:",
            "9 May 2026: Week 30.",
            "2 May 2026: Week 29.\nNo plan.\n",
            "What this text leaves out:",
            "Withy adds no names",
            "Which child it happened to.",
            "The other promises.",
        ] {
            let found = text[at..].find(part);
            assert!(found.is_some(), "no {part:?} after {at} in\n{text}");
            at += found.unwrap();
        }
    }

    #[test]
    fn several_promises_say_how_many_are_left_out() {
        let (one, two) = (lived("c1", 9, "Nobody asked us."), lived("c9", 2, "Vague."));
        let promise = |id| plan::promise(id).unwrap();
        let all = [(promise("c1"), vec![&one]), (promise("c9"), vec![&two])];
        let text = text(&all, date(2026, 6, 2));
        assert!(text.contains("7 promises that we wrote nothing about."));
        assert!(!text.contains("The other promises."));
    }

    #[test]
    fn with_no_words_of_ours_it_says_so_and_leaves_no_child_out() {
        let text = text(&[(plan::promise("c1").unwrap(), vec![])], date(2026, 6, 2));
        assert!(text.contains("We have written nothing beside this promise."));
        assert!(text.contains(plan::NO_NEWER));
        assert!(!text.contains("Which child"));
    }
}
