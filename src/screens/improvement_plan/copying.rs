//! A promise with what a family lived through, as text to paste elsewhere.

use jiff::civil::Date;

use super::{ImprovementPlan, Message};
use crate::guide::plan::{self, Promise};
use crate::record::Experience;
use crate::screens::{Action, Context};
use crate::words;

impl ImprovementPlan {
    pub(super) fn copy(&self, context: &Context, promise: &'static Promise) -> Action<Message> {
        let own: Vec<&Experience> = self.of(promise).collect();
        Action::Copy {
            words: text(&[(promise, own)], context.today()),
            said: "Copied with its sources. Nothing was sent.".to_owned(),
        }
    }

    pub(super) fn copy_all(&self, context: &Context) -> Action<Message> {
        let promises = plan::promises().iter();
        let mut all: Vec<_> = promises
            .map(|promise| (promise, self.of(promise).collect::<Vec<_>>()))
            .collect();
        if !self.experiences.is_empty() {
            all.retain(|(_, own)| !own.is_empty());
        }
        let said = words::count(all.len(), "promise", "promises");
        Action::Copy {
            words: text(&all, context.today()),
            said: format!("Copied {said} with sources. Nothing was sent."),
        }
    }
}

/// Each promise with its findings and sources, then the family’s words, the newest first, and what
/// is left out.
fn text(promises: &[(&Promise, Vec<&Experience>)], today: Date) -> String {
    let mut lines = vec![
        "Our family’s experience beside the promises of Somerset’s improvement plan".to_owned(),
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
