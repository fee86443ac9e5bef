//! The improvement plan: what inspectors found in Somerset, what was promised, what was found
//! later, and what nobody could find.

use iced::widget::column;

use crate::guide::plan::{self, Event, Finding, Promise};
use crate::look::{Icon, Look, gap};
use crate::platform::opening::Link;
use crate::record;
use crate::screens::shared::guide_card;
use crate::screens::{Action, Context, NotesStart, Place};
use crate::widgets::{self, Element, button, notice, row_button, web_link, words as text};
use crate::words;

mod promise;

/// How many events a page shows, and how many more each press adds.
const AT_ONCE: usize = 20;

/// Which part of the story is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Events along a line.
    TimeLine,
    /// The nine promises of 2020.
    Promises,
    /// The nine weaknesses of 2020 with the findings of 2022.
    Weaknesses,
    /// How it was watched, and the plans that followed.
    Later,
}

/// The screen.
#[derive(Debug)]
pub struct ImprovementPlan {
    part: Part,
    kind: Option<&'static str>,
    shown: usize,
    open: Option<&'static Promise>,
    asked: bool,
    problem: Option<record::Error>,
}

/// What a person can do here.
#[derive(Debug, Clone)]
pub enum Message {
    /// A part of the story was pressed.
    Part(Part),
    /// A kind of event was pressed; `None` is everything.
    Kind(Option<&'static str>),
    /// “Show 20 more”.
    ShowMore,
    /// A promise was pressed.
    Open(&'static str),
    /// “The whole plan”.
    All,
    /// “Ask this”.
    Ask(&'static Promise),
    /// “Write a note”.
    Note,
    /// “Copy as text”.
    Copy(&'static Promise),
    /// A short form was pressed.
    Word(&'static str),
    /// A page that something rests on.
    Visit(String),
}

impl Default for ImprovementPlan {
    fn default() -> Self {
        Self::new()
    }
}

impl ImprovementPlan {
    /// With the whole time line.
    pub fn new() -> Self {
        Self {
            part: Part::TimeLine,
            kind: None,
            shown: AT_ONCE,
            open: None,
            asked: false,
            problem: None,
        }
    }

    /// Opens the plan as it was left, or one promise by its id.
    pub fn enter(&mut self, _context: &Context, promise: Option<&str>) {
        self.open = promise.and_then(plan::promise);
        self.asked = false;
        self.problem = None;
    }

    fn found(&self) -> impl Iterator<Item = &'static Event> {
        let kind = self.kind;
        let events = plan::events().iter();
        events.filter(move |event| kind.is_none_or(|kind| event.kind == kind))
    }

    /// What a press does.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Action<Message> {
        match message {
            Message::Part(part) => {
                self.part = part;
                Action::None
            }
            Message::Kind(kind) => {
                self.kind = kind;
                self.shown = AT_ONCE;
                Action::None
            }
            Message::ShowMore => {
                let next = self
                    .found()
                    .nth(self.shown)
                    .map(|event| source_id(event, 0));
                self.shown += AT_ONCE;
                next.map_or(Action::None, |id| Action::Focus(id.into()))
            }
            Message::Open(id) => Action::Open(Place::ImprovementPlan(Some(id.to_owned()))),
            Message::All => Action::Open(Place::ImprovementPlan(None)),
            Message::Ask(promise) => self.ask(context, promise),
            Message::Note => Action::Open(Place::Notes(NotesStart::New {
                child: None,
                service: None,
            })),
            Message::Copy(promise) => Action::Copy {
                words: promise.as_text(),
                said: "Copied with its sources".to_owned(),
            },
            Message::Word(id) => Action::Open(Place::WordsExplained(Some(id.to_owned()))),
            Message::Visit(url) => Action::Visit(Link::Website(url)),
        }
    }

    fn ask(&mut self, context: &mut Context, promise: &'static Promise) -> Action<Message> {
        if self.asked {
            return Action::Say("It is in your questions already.".to_owned());
        }
        match guide_card::ask(context, &promise.ask, None) {
            Ok(()) => {
                self.asked = true;
                self.problem = None;
                Action::Saved("Question added to your list".to_owned())
            }
            Err(record::Error::NoRecordYet) => Action::None,
            Err(problem) => {
                self.problem = Some(problem);
                Action::None
            }
        }
    }

    /// Draws the plan, or one promise.
    pub fn view<'a>(&'a self, _context: &'a Context, look: Look) -> Element<'a, Message> {
        let look = &look;
        match self.open {
            Some(promise) => widgets::page(look, self.promise(promise, look)),
            None => widgets::page(look, self.whole(look)),
        }
    }

    fn whole<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let parts = [
            (Part::TimeLine, "Time line"),
            (Part::Promises, "Nine promises"),
            (Part::Weaknesses, "Nine weaknesses"),
            (Part::Later, "Later plans"),
        ];
        let tabs = widgets::tabs(
            look,
            "plan/part",
            "Parts of the plan",
            parts.map(|(part, name)| (part, name.to_owned())).to_vec(),
            self.part,
            Message::Part,
        );
        let short_forms = guide_card::short_forms(look, "plan", &self.texts(), Message::Word);
        let part = match self.part {
            Part::TimeLine => self.time_line(look),
            Part::Promises => promises(look),
            Part::Weaknesses => weaknesses(look),
            Part::Later => later(look),
        };
        let read_on = words::date(plan::checked_on());
        column![
            widgets::page_header(look, "The improvement plan", None, None),
            text::reading(
                look,
                "What inspectors found in Somerset, what was promised, and what was found later. \
                 Each line has a date and a source.",
            ),
            tabs,
            part,
            short_forms,
            text::quiet(look, format!("We read the pages on {read_on}.")),
        ]
        .spacing(gap::L)
        .into()
    }

    /// What the open part says, to find its short forms in.
    fn texts(&self) -> Vec<&'static str> {
        let texts: Vec<&'static String> = match self.part {
            Part::TimeLine => self
                .found()
                .take(self.shown)
                .flat_map(|event| {
                    [&event.title, &event.summary]
                        .into_iter()
                        .chain(&event.note)
                })
                .collect(),
            Part::Promises => plan::promises()
                .iter()
                .flat_map(|promise| [&promise.title, &promise.promised])
                .collect(),
            Part::Weaknesses => plan::weaknesses()
                .iter()
                .flat_map(|weakness| [&weakness.title, &weakness.found_2020])
                .collect(),
            Part::Later => plan::more()
                .iter()
                .flat_map(|part| std::iter::once(&part.title).chain(&part.says))
                .chain(plan::not_found())
                .collect(),
        };
        texts.into_iter().map(String::as_str).collect()
    }

    fn time_line<'a>(&'a self, look: &Look) -> Element<'a, Message> {
        let all = widgets::chip(
            look,
            "plan/kind/all",
            "Everything",
            Some(plan::events().len()),
            self.kind.is_none(),
            Message::Kind(None),
        );
        let kinds = plan::kinds().iter().map(|kind| {
            let events = plan::events().iter();
            let count = events.filter(|event| event.kind == kind.id).count();
            let id = kind.id.as_str();
            widgets::chip(
                look,
                format!("plan/kind/{id}"),
                kind.title.as_str(),
                Some(count),
                self.kind == Some(id),
                Message::Kind(Some(id)),
            )
        });
        let chips = std::iter::once(all).chain(kinds).collect();
        let total = self.found().count();
        let events: Vec<_> = self
            .found()
            .take(self.shown)
            .map(|one| (one.when.as_str(), event(one, look)))
            .collect();
        let more = widgets::pager(
            look,
            "plan/more",
            events.len(),
            total,
            "events",
            Message::ShowMore,
        );
        column![
            widgets::wrap_row(chips, gap::S),
            text::section(look, "What happened"),
            widgets::timeline(look, "What happened", events),
            more,
        ]
        .spacing(gap::L)
        .into()
    }
}

fn source_id(event: &Event, at: usize) -> String {
    format!("plan/event/{}/source/{at}", event.id)
}

fn event<'a>(event: &'static Event, look: &Look) -> Element<'a, Message> {
    let note = event
        .note
        .as_deref()
        .map(|note| -> Element<'a, Message> { text::quiet(look, note) });
    let sources = event.sources.iter().enumerate().map(|(at, source)| {
        web_link(
            look,
            source_id(event, at),
            source.dated_title(),
            &source.url,
            Message::Visit(source.url.clone()),
        )
    });
    let read = match event.id.as_str() {
        "wsoa-2020" => Some(("Read the nine promises", Part::Promises)),
        "letter-2020" => Some(("Read the nine weaknesses", Part::Weaknesses)),
        "app-2023" => Some(("Read about this plan", Part::Later)),
        _ => None,
    };
    let read = read.map(|(label, part)| {
        let id = format!("plan/event/{}/read", event.id);
        Element::from(button::quiet(look, id, label, Message::Part(part)).icon(Icon::Forward))
    });
    let found = (event.id == "revisit-letter").then(|| findings(look));
    column![
        text::subsection(look, event.title.as_str()),
        text::reading(look, event.summary.as_str()),
        found,
        note,
        read,
        widgets::list_spaced(look, "Pages", sources.collect(), gap::XS),
    ]
    .spacing(gap::XS)
    .into()
}

/// The findings of 2022 counted, with what they do not say.
fn findings<'a>(look: &Look) -> Element<'a, Message> {
    let count = |finding| {
        let all = plan::weaknesses().iter();
        all.filter(|one| one.found_2022 == finding).count()
    };
    let line = |finding: Finding| {
        let areas = words::count(count(finding), "area", "areas");
        let icon = finding_icon(finding);
        let said = finding.words().to_lowercase();
        text::with_icon(look, icon, format!("{areas}: {said}"))
    };
    column![
        widgets::wrap_row(
            vec![line(Finding::Sufficient), line(Finding::Insufficient)],
            gap::L
        ),
        text::quiet(look, plan::caution()),
    ]
    .spacing(gap::XS)
    .into()
}

fn finding_icon(finding: Finding) -> Icon {
    match finding {
        Finding::Sufficient => Icon::CheckedOn,
        Finding::Insufficient => Icon::Alert,
    }
}

fn promises<'a>(look: &Look) -> Element<'a, Message> {
    let rows = plan::promises().iter().map(|promise| {
        let finding = promise.answers().map(|one| one.found_2022.words());
        row_button(
            look,
            format!("plan/promise/{}", promise.id),
            promise.title.as_str(),
            Some(promise.promised.as_str()),
            finding,
            None,
            Message::Open(&promise.id),
        )
    });
    column![
        text::section(look, "Nine promises, December 2020"),
        text::reading(
            look,
            "The council, the NHS and schools made them in the Written Statement of Action. \
             At the end of each line is what inspectors found in November 2022.",
        ),
        findings(look),
        widgets::list(look, "Nine promises", rows.collect()),
        text::quiet(look, plan::matching()),
    ]
    .spacing(gap::M)
    .into()
}

fn weaknesses<'a>(look: &Look) -> Element<'a, Message> {
    let rows = plan::weaknesses().iter().filter_map(|weakness| {
        let mut promises = plan::promises().iter();
        let promise = promises.find(|promise| promise.weakness == weakness.id)?;
        Some(row_button(
            look,
            format!("plan/{}", weakness.id),
            format!("{}. {}", weakness.number, weakness.title),
            Some(weakness.found_2020.clone()),
            Some(weakness.found_2022.words().to_owned()),
            None,
            Message::Open(&promise.id),
        ))
    });
    column![
        text::section(look, "Nine weaknesses, March 2020"),
        text::reading(
            look,
            "Inspectors named these areas of significant weakness. \
             At the end of each line is what they found in November 2022.",
        ),
        findings(look),
        widgets::list(look, "Nine weaknesses", rows.collect()),
    ]
    .spacing(gap::M)
    .into()
}

fn later<'a>(look: &Look) -> Element<'a, Message> {
    let parts = plan::more().iter().map(|part| {
        let says = part.says.iter();
        let says = says.map(|says| text::reading(look, says.as_str()));
        column![
            text::section(look, part.title.as_str()),
            widgets::list_spaced(look, part.title.as_str(), says.collect(), gap::S),
            guide_card::sources(
                look,
                &format!("plan/{}", part.id),
                &part.sources,
                plan::checked_on(),
                Message::Visit,
            ),
        ]
        .spacing(gap::S)
        .into()
    });
    let missing = plan::not_found().iter();
    let missing = missing.map(|what| text::body(look, what.as_str()));
    column![
        column(parts).spacing(gap::XL),
        notice::information(
            look,
            "There may be something newer",
            "We found no area SEND inspection after 2022. We found no strategy after this one.",
        ),
        text::section(look, "What we could not find"),
        widgets::list_spaced(look, "What we could not find", missing.collect(), gap::XS),
    ]
    .spacing(gap::L)
    .into()
}
