//! Choosing a passphrase: five words made here, or the person’s own. No rules but that it is hard to guess.

use iced::widget::column;

use crate::look::{Icon, Look, gap};
use crate::record::Passphrase;
use crate::record::keys::Strength;
use crate::widgets::{self, Element, button, field};

/// What is being chosen.
#[derive(Debug, Default)]
pub struct NewPassphrase {
    ours: Option<Passphrase>,
    own: Option<String>,
    hidden: bool,
    problem: Option<String>,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Make another one.
    Another,
    /// Choose one’s own.
    Own,
    /// Take one of ours after all.
    Ours,
    /// Typed into the field.
    Typed(String),
    /// Show dots, or letters.
    Hide(bool),
    /// Put ours on the clipboard.
    Copy,
    /// This one.
    Use,
}

/// What comes of it.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing yet.
    None,
    /// Put this on the clipboard.
    Copy(String),
    /// The focus goes to this control.
    Focus(&'static str),
    /// It is chosen.
    Chosen(Passphrase),
}

/// The id of the words that are offered.
const OURS: &str = "passphrase/ours/words";

/// The field for one’s own.
const FIELD: &str = "passphrase/own";

impl NewPassphrase {
    /// Offers five new words.
    pub fn start() -> Self {
        let mut new = Self::default();
        new.offer();
        new
    }

    fn offer(&mut self) {
        match Passphrase::random() {
            Ok(ours) => self.ours = Some(ours),
            Err(problem) => self.problem = Some(problem.to_string()),
        }
    }

    /// Does what was pressed.
    pub fn update(&mut self, message: Message) -> Outcome {
        self.problem = None;
        match message {
            Message::Another => {
                self.offer();
                return Outcome::Focus(OURS);
            }
            Message::Own => {
                self.own = Some(String::new());
                return Outcome::Focus(FIELD);
            }
            Message::Ours => {
                self.own = None;
                return Outcome::Focus("page-title");
            }
            Message::Typed(words) => self.own = Some(words),
            Message::Hide(hidden) => self.hidden = hidden,
            Message::Copy => {
                let ours = self.ours.as_ref().map(Passphrase::as_str);
                return Outcome::Copy(ours.unwrap_or_default().to_owned());
            }
            Message::Use => return self.choose(),
        }
        Outcome::None
    }

    fn choose(&mut self) -> Outcome {
        let Some(own) = &self.own else {
            return self.ours.clone().map_or(Outcome::None, Outcome::Chosen);
        };
        let own = Passphrase::new(own);
        if own.is_empty() {
            self.problem = Some("Type a passphrase, or let Withy give you one.".to_owned());
        } else if own.strength() == Strength::Weak {
            self.problem =
                Some("Somebody could guess this one. Add a word or two to it.".to_owned());
        } else {
            return Outcome::Chosen(own);
        }
        Outcome::Focus(FIELD)
    }

    /// Draws the part of the page; `more` stands after its buttons.
    pub fn view<'a, M: Clone + 'a>(
        &'a self,
        look: &Look,
        wrap: impl Fn(Message) -> M + Copy + 'a,
        more: Option<Element<'a, M>>,
    ) -> Element<'a, M> {
        match &self.own {
            Some(own) => self.view_own(look, own, wrap, more),
            None => self.view_ours(look, wrap, more),
        }
    }

    fn view_ours<'a, M: Clone + 'a>(
        &'a self,
        look: &Look,
        wrap: impl Fn(Message) -> M + Copy + 'a,
        more: Option<Element<'a, M>>,
    ) -> Element<'a, M> {
        const WHAT: &str = "A passphrase for you";
        let words = self.ours.as_ref().map(Passphrase::as_str);
        let offered = widgets::card(
            look,
            column![
                widgets::label(look, WHAT),
                words.map(|words| widgets::to_write_down(look, OURS, WHAT, words)),
                widgets::wrap_row(
                    vec![
                        button::quiet(
                            look,
                            "passphrase/another",
                            "Show me another",
                            wrap(Message::Another)
                        )
                        .at_edge()
                        .into(),
                        button::quiet(look, "passphrase/copy", "Copy it", wrap(Message::Copy))
                            .icon(Icon::Copy)
                            .into(),
                    ],
                    gap::M,
                ),
            ]
            .spacing(gap::S),
        );
        let problem = self.problem.as_ref();
        let problem = problem.map(|problem| widgets::problem_line(look, problem.as_str()));
        let answers = [
            button::main(look, "passphrase/use", "Use this one", wrap(Message::Use))
                .icon(Icon::Check)
                .into(),
            button::plain(
                look,
                "passphrase/choose",
                "Choose my own",
                wrap(Message::Own),
            )
            .into(),
        ];
        let answers = answers.into_iter().chain(more).collect();
        column![
            offered,
            problem,
            widgets::reading(
                look,
                "Write it down, or keep it in a password manager. Nobody else has it, so nobody else can tell you.",
            ),
            widgets::wrap_row(answers, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn view_own<'a, M: Clone + 'a>(
        &'a self,
        look: &Look,
        own: &'a str,
        wrap: impl Fn(Message) -> M + Copy + 'a,
        more: Option<Element<'a, M>>,
    ) -> Element<'a, M> {
        let typed = field::text(look, FIELD, "Your passphrase", own, move |words| {
            wrap(Message::Typed(words))
        })
        .help("Four or more words that do not belong together are good. You may paste it.")
        .error(self.problem.as_deref())
        .secret(self.hidden)
        .on_submit(wrap(Message::Use));
        let answers = [
            button::main(
                look,
                "passphrase/use",
                "Use this passphrase",
                wrap(Message::Use),
            )
            .icon(Icon::Check)
            .into(),
            button::plain(look, "passphrase/ours", "Give me one", wrap(Message::Ours)).into(),
        ];
        let answers = answers.into_iter().chain(more).collect();
        column![
            column![
                Element::from(typed),
                widgets::tick_box(
                    look,
                    "passphrase/hide",
                    "Hide what I type",
                    self.hidden,
                    move |hide| { wrap(Message::Hide(hide)) }
                ),
            ]
            .spacing(gap::M),
            widgets::wrap_row(answers, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }
}
