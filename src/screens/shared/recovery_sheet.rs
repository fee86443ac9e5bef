//! The recovery sheet: twelve words shown, saved or copied, and three of them asked back.

use std::path::PathBuf;

use iced::Task;
use iced::widget::{column, container};

use crate::look::{Icon, Look, gap};
use crate::platform::dialogs::{Answer, Wanted};
use crate::platform::{files, opening::Link};
use crate::record::left::{Amount, To, Unit, What};
use crate::record::{self, RecoveryWords};
use crate::screens::Context;
use crate::widgets::{self, Element, button, field, notice};
use crate::words;

/// Which words are asked back, counted from 0: near the start, the middle and the end.
const ASKED: [usize; 3] = [2, 6, 10];

/// The fields that ask for them.
const FIELDS: [&str; 3] = ["sheet/first", "sheet/second", "sheet/third"];

/// The name of the file that is printed.
const NAME: &str = "Withy recovery sheet.html";

/// How wide a word stands, in pixels.
const CELL: f32 = 168.0;

/// A sheet that is shown to its owner.
#[derive(Debug)]
pub struct RecoverySheet {
    words: RecoveryWords,
    asking: bool,
    answers: [String; 3],
    wrong: [bool; 3],
    /// The file, and what is said about it.
    saved: Option<(PathBuf, String)>,
    problem: Option<String>,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Message {
    /// Put the words into a file to print.
    Save,
    /// It was chosen where the file goes, or not.
    SaveTo(Answer),
    /// Open that file.
    OpenFile,
    /// Put the words on the clipboard.
    Copy,
    /// They are written down.
    Written,
    /// Typed into one of the three fields.
    Answer(usize, String),
    /// Back to the words.
    ShowAgain,
    /// Compare the three words.
    Check,
}

/// What comes of it.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing yet.
    None,
    /// Put this on the clipboard.
    Copy(String),
    /// Ask where the file goes.
    Run(Task<Message>),
    /// Open this file.
    Visit(Link),
    /// The focus goes to this control.
    Focus(&'static str),
    /// The person has the sheet.
    Checked(RecoveryWords),
}

impl RecoverySheet {
    /// A new sheet.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn start() -> Result<Self, record::Error> {
        Ok(Self {
            words: RecoveryWords::random()?,
            asking: false,
            answers: Default::default(),
            wrong: [false; 3],
            saved: None,
            problem: None,
        })
    }

    /// What the page is called now.
    pub fn title(&self) -> &'static str {
        if self.asking {
            "Three words from your sheet"
        } else {
            "Your recovery sheet"
        }
    }

    /// Does what was pressed.
    pub fn update(&mut self, context: &mut Context, message: Message) -> Outcome {
        match message {
            Message::Save => {
                let asked = context.dialogs.ask(Wanted::Save {
                    title: "Save your recovery sheet".to_owned(),
                    name: NAME.to_owned(),
                });
                return Outcome::Run(Task::perform(asked, Message::SaveTo));
            }
            Message::SaveTo(Ok(chosen)) => {
                if let Some(path) = chosen.into_iter().next() {
                    self.save(context, path);
                }
            }
            // With no window to choose in, it goes where letters are kept.
            Message::SaveTo(Err(_)) => self.save(context, context.folders.documents().join(NAME)),
            Message::OpenFile => {
                let saved = self.saved.as_ref();
                return saved.map_or(Outcome::None, |(path, _)| {
                    Outcome::Visit(Link::Folder(path.display().to_string()))
                });
            }
            Message::Copy => return Outcome::Copy(self.words.words().join(" ")),
            Message::Written => {
                self.asking = true;
                return Outcome::Focus(FIELDS[0]);
            }
            Message::Answer(at, word) => {
                if let (Some(answer), Some(wrong)) =
                    (self.answers.get_mut(at), self.wrong.get_mut(at))
                {
                    *answer = word;
                    *wrong = false;
                }
            }
            Message::ShowAgain => {
                self.asking = false;
                return Outcome::Focus("page-title");
            }
            Message::Check => return self.check(),
        }
        Outcome::None
    }

    fn check(&mut self) -> Outcome {
        let words = self.words.words();
        for ((answer, wrong), asked) in self.answers.iter().zip(&mut self.wrong).zip(ASKED) {
            *wrong = words
                .get(asked)
                .is_none_or(|word| !answer.trim().eq_ignore_ascii_case(word));
        }
        let first_wrong = self.wrong.iter().zip(FIELDS).find(|(wrong, _)| **wrong);
        match first_wrong {
            Some((_, field)) => Outcome::Focus(field),
            None => Outcome::Checked(self.words.clone()),
        }
    }

    fn save(&mut self, context: &mut Context, path: PathBuf) {
        let page = page_to_print(&self.words, &words::date(context.today()));
        match files::write_private(&path, page.as_bytes()) {
            Ok(()) => {
                let said = format!(
                    "The file is {}. Print it, then delete the file: it opens your record.",
                    path.display()
                );
                let sheet = Amount::of(1, Unit::Page);
                let said = context.left(said, What::RecoverySheet, &To::file(&path), &sheet);
                self.saved = Some((path, said));
                self.problem = None;
            }
            Err(problem) => self.problem = Some(problem.to_string()),
        }
    }

    /// Draws the part of the page; `more` stands after its buttons.
    pub fn view<'a, M: Clone + 'a>(
        &'a self,
        look: &Look,
        wrap: impl Fn(Message) -> M + Copy + 'a,
        more: Option<Element<'a, M>>,
    ) -> Element<'a, M> {
        if self.asking {
            self.view_asking(look, wrap, more)
        } else {
            self.view_words(look, wrap, more)
        }
    }

    fn view_words<'a, M: Clone + 'a>(
        &'a self,
        look: &Look,
        wrap: impl Fn(Message) -> M + Copy + 'a,
        more: Option<Element<'a, M>>,
    ) -> Element<'a, M> {
        let cells = (1..).zip(self.words.words());
        let cells = cells.map(|(number, word)| {
            container(widgets::numbered(look, number, word))
                .width(CELL)
                .into()
        });
        let sheet = widgets::card(
            look,
            column![
                widgets::list_to_walk(look, "sheet/word", "The 12 words", cells.collect(), gap::M),
                widgets::wrap_row(
                    vec![
                        button::quiet(look, "sheet/save", "Save as a file", wrap(Message::Save))
                            .icon(Icon::Letter)
                            .at_edge()
                            .into(),
                        button::quiet(look, "sheet/copy", "Copy the words", wrap(Message::Copy))
                            .icon(Icon::Copy)
                            .into(),
                    ],
                    gap::M,
                ),
            ]
            .spacing(gap::L),
        );
        let saved = self.saved.as_ref().map(|(_, said)| {
            let open = button::plain(
                look,
                "sheet/open",
                "Open it to print",
                wrap(Message::OpenFile),
            );
            let saved = notice::information(look, "Saved to print", said.as_str());
            Element::from(saved.action(open))
        });
        let problem = self.problem.as_ref();
        let problem = problem.map(|problem| widgets::problem_line(look, problem.as_str()));
        let answers = [button::main(
            look,
            "sheet/written",
            "I have written it down",
            wrap(Message::Written),
        )
        .icon(Icon::Check)
        .into()];
        let answers = answers.into_iter().chain(more).collect();
        let why = [
            "If you forget your passphrase, these 12 words open your record. Write them on paper, in this order.",
            "Keep the paper somewhere safe, and not with this computer. If you lose both, nobody can open your record.",
        ];
        let why = why.map(|sentence| widgets::reading(look, sentence));
        column![
            column(why).spacing(look.paragraph()),
            sheet,
            saved,
            problem,
            widgets::wrap_row(answers, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }

    fn view_asking<'a, M: Clone + 'a>(
        &'a self,
        look: &Look,
        wrap: impl Fn(Message) -> M + Copy + 'a,
        more: Option<Element<'a, M>>,
    ) -> Element<'a, M> {
        let fields = self.answers.iter().zip(self.wrong).enumerate();
        let fields = fields.map(|(at, (answer, wrong))| {
            let number = ASKED[at] + 1;
            let field = field::text(
                look,
                FIELDS[at],
                format!("Word {number}"),
                answer,
                move |word| wrap(Message::Answer(at, word)),
            );
            let error = format!("This is not word {number}. Look at your sheet.");
            field
                .error(wrong.then_some(error))
                .on_submit(wrap(Message::Check))
                .into()
        });
        let answers = [
            button::main(
                look,
                "sheet/check",
                "Check the three words",
                wrap(Message::Check),
            )
            .icon(Icon::Check)
            .into(),
            button::plain(
                look,
                "sheet/again",
                "Show the words again",
                wrap(Message::ShowAgain),
            )
            .into(),
        ];
        let answers = answers.into_iter().chain(more).collect();
        column![
            widgets::reading(
                look,
                "Type these three words from your sheet. Then you know that it is right.",
            ),
            widgets::fields_in_a_row(look, fields.collect()),
            widgets::wrap_row(answers, gap::M),
        ]
        .spacing(gap::XL)
        .into()
    }
}

/// The sheet as a page that any browser prints.
fn page_to_print(words: &RecoveryWords, day: &str) -> String {
    let items: String = words
        .words()
        .into_iter()
        .map(|word| format!("<li>{word}</li>\n"))
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n<title>Withy recovery sheet</title>\n\
         <style>body {{ font: 20px/1.6 sans-serif; margin: 3em; max-width: 34em }} ol {{ columns: 2; font-weight: bold }}</style>\n\
         <h1>Withy recovery sheet</h1>\n<p>Made on {day}. These 12 words open your record if you forget your passphrase.</p>\n\
         <ol>\n{items}</ol>\n\
         <p>In Withy choose “I have my 12 words” and type them in this order.</p>\n\
         <p>Keep this paper safe. Anyone who has it and this computer can read your record. \
         Delete the file once it is printed.</p>\n</html>\n"
    )
}
