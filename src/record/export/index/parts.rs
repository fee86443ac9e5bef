//! The page, section by section.

use super::{Page, day, kind, moment};
use crate::record::export::Section;
use crate::record::note::first_line;
use crate::words;

impl Page<'_> {
    pub(super) fn children(&mut self) {
        let kept = self
            .contents
            .children
            .iter()
            .filter(|it| it.deleted_at.is_none());
        let rows: Vec<Vec<String>> = kept
            .map(|it| vec![words::one_line(&it.name), day(it.date_of_birth)])
            .collect();
        if rows.is_empty() {
            return;
        }
        self.heading(Section::Children);
        self.table("Children", &["Name", "Born"], &rows);
    }

    /// Newest first, as in the window.
    pub(super) fn notes(&mut self) {
        let kept = self
            .contents
            .notes
            .iter()
            .filter(|it| it.deleted_at.is_none());
        let mut notes: Vec<_> = kept.collect();
        if notes.is_empty() {
            return;
        }
        notes.sort_by(|one, other| other.date_time.cmp(&one.date_time));
        self.heading(Section::Notes);
        for note in notes {
            self.html.element("h3", "", &moment(&note.date_time));
            self.paragraphs(&note.text);
            let facts = [
                ("Kind", kind(note.kind)),
                ("About", self.about(&note.child_ids)),
                ("Who was there", note.people.clone()),
                ("Service", self.service(note.service_id)),
                ("Tags", note.tags.join(", ")),
            ];
            self.facts(&facts);
        }
    }

    /// Newest first: what is to come stands at the top.
    pub(super) fn appointments(&mut self) {
        let kept = self.contents.appointments.iter();
        let mut all: Vec<_> = kept.filter(|it| it.deleted_at.is_none()).collect();
        if all.is_empty() {
            return;
        }
        all.sort_by(|one, other| other.start.cmp(&one.start));
        self.heading(Section::Appointments);
        for it in all {
            self.html.element("h3", "", &moment(&it.start));
            let questions = self.contents.questions.iter();
            let questions: Vec<String> = questions
                .filter(|question| question.deleted_at.is_none())
                .filter(|question| question.appointment_id == Some(it.id))
                .map(|question| question.text.clone())
                .collect();
            let facts = [
                ("With", it.with_whom.clone()),
                ("For", it.summary.clone()),
                ("About", self.about(&it.child_ids)),
                ("Where", it.location.clone()),
                ("Service", self.service(it.service_id)),
                (
                    "How long",
                    it.duration_minutes.map(words::length).unwrap_or_default(),
                ),
                ("Bring", it.bring.clone()),
                ("Questions", questions.join("\n")),
                ("What was said", it.said.clone()),
            ];
            self.facts(&facts);
        }
    }

    pub(super) fn questions(&mut self) {
        let kept = self.contents.questions.iter();
        let mut all: Vec<_> = kept.filter(|it| it.deleted_at.is_none()).collect();
        if all.is_empty() {
            return;
        }
        all.sort_by_key(|it| it.position);
        let rows: Vec<Vec<String>> = all
            .into_iter()
            .map(|it| {
                let by = match (it.answered_by.trim(), day(it.answered_on)) {
                    ("", on) => on,
                    (by, on) if on.is_empty() => by.to_owned(),
                    (by, on) => format!("{by}, {on}"),
                };
                vec![
                    it.text.clone(),
                    self.about(&it.child_ids),
                    day(it.asked_on),
                    it.answer.clone(),
                    by,
                ]
            })
            .collect();
        self.heading(Section::Questions);
        let heads = ["Question", "About", "Asked", "Answer", "Answered by"];
        self.table("Questions", &heads, &rows);
    }

    pub(super) fn saved_services(&mut self) {
        let kept = self.contents.saved_services.iter();
        let rows: Vec<Vec<String>> = kept
            .filter(|it| it.deleted_at.is_none())
            .map(|it| {
                vec![
                    it.name.clone(),
                    it.phone.clone().unwrap_or_default(),
                    it.status.words().to_owned(),
                    it.note.clone(),
                    self.about(&it.child_ids),
                    words::date(it.saved_on),
                ]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        self.heading(Section::SavedServices);
        let heads = ["Service", "Phone", "How far", "Your note", "For", "Saved"];
        self.table("Saved services", &heads, &rows);
    }

    pub(super) fn steps(&mut self) {
        let kept = self.contents.steps.iter();
        let rows: Vec<Vec<String>> = kept
            .filter(|it| it.deleted_at.is_none())
            .map(|it| {
                vec![
                    it.text.clone(),
                    self.about(&it.child_ids),
                    self.service(it.service_id),
                    day(it.due),
                    day(it.completed),
                ]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        self.heading(Section::Steps);
        self.table(
            "Steps",
            &["Step", "For", "Service", "Do it by", "Done"],
            &rows,
        );
    }

    pub(super) fn paths(&mut self) {
        let kept = self.contents.paths.iter();
        let rows: Vec<Vec<String>> = kept
            .filter(|it| it.deleted_at.is_none())
            .map(|it| {
                let kept_on = words::date(it.kept_on);
                vec![it.title.clone(), self.about(&it.child_ids), kept_on]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        self.heading(Section::Paths);
        self.table("Kept paths", &["Path", "About", "Kept on"], &rows);
    }

    pub(super) fn experiences(&mut self) {
        let kept = self.contents.experiences.iter();
        let mut all: Vec<_> = kept.filter(|it| it.deleted_at.is_none()).collect();
        if all.is_empty() {
            return;
        }
        all.sort_by_key(|it| std::cmp::Reverse(it.happened_on));
        self.heading(Section::Experiences);
        for it in all {
            self.html.element("h3", "", &words::day(it.happened_on));
            self.paragraphs(&it.text);
            let facts = [
                ("Promise", it.promise_id.clone()),
                ("About", self.about(&it.child_ids)),
            ];
            self.facts(&facts);
        }
    }

    /// Each file with a link to where it stands beside this page.
    pub(super) fn files(&mut self) {
        let kept = self.contents.files.iter();
        let kept: Vec<_> = kept.filter(|it| it.deleted_at.is_none()).collect();
        if kept.is_empty() {
            return;
        }
        self.heading(Section::Files);
        self.html.raw("<ul>\n");
        for file in kept {
            self.html.raw("<li>");
            let title = match file.title.trim() {
                "" => &file.name,
                title => title,
            };
            self.html
                .link(&address(&file.path), &words::one_line(title));
            let about = match self.about(&file.child_ids) {
                about if about.is_empty() => String::new(),
                about => format!(", about {about}"),
            };
            let added = words::date(file.created.date());
            self.html.text(&format!(", added {added}{about}"));
            self.html.raw("</li>\n");
        }
        self.html.raw("</ul>\n");
    }

    /// What was being typed, and the bin.
    pub(super) fn rest(&mut self) {
        if !self.contents.drafts.is_empty() {
            self.html.element("h2", "", "What was being typed");
            let contents = self.contents;
            for draft in &contents.drafts {
                let kept = moment(&draft.kept_at);
                self.html
                    .element("h3", "", &format!("{}: {kept}", draft.form));
                self.html.element("p", "", &draft.words);
            }
        }
        let binned = self.binned();
        if !binned.is_empty() {
            self.html.element("h2", "", "In the bin");
            self.table("In the bin", &["Words", "What", "Since"], &binned);
        }
    }

    fn binned(&self) -> Vec<Vec<String>> {
        let mut all = vec![];
        for section in Section::ALL {
            for thing in self.contents.rows(*section) {
                let Some(since) = thing["deleted_at"].as_str() else {
                    continue;
                };
                let since = since.get(..10).and_then(|day| day.parse().ok());
                let texts = ["name", "text", "summary", "with_whom", "title"];
                let mut texts = texts.iter().filter_map(|field| thing[*field].as_str());
                let words = texts.find_map(first_line).unwrap_or_default();
                all.push(vec![words, section.words().0.to_owned(), day(since)]);
            }
        }
        all
    }

    fn paragraphs(&mut self, text: &str) {
        for paragraph in text.split("\n\n").filter(|it| !it.trim().is_empty()) {
            self.html.element("p", "", paragraph);
        }
    }
}

/// A path as a relative address: RFC 3986 with everything else in hexadecimal.
fn address(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => {
                address.push(char::from(byte));
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}
