//! Reading a page aloud: the bar over it, and one sentence after another.

use std::sync::Arc;
use std::time::Duration;

use iced::widget::{column, container};
use iced::{Fill, Task};

use super::App;
use crate::access::{self, Snapshot, aloud::sentences};
use crate::look::{Look, gap};
use crate::platform::voice::State;
use crate::screens::Place;
use crate::widgets::{self, Element, Landmark, button};

/// How often it is asked whether the sentence has come to its end.
pub(super) const LISTEN: Duration = Duration::from_millis(150);

/// What happens in the bar.
#[derive(Debug, Clone)]
pub enum Message {
    /// Read this page aloud.
    Start,
    /// The page was read by the program, to be read by the voice.
    Read(Arc<Snapshot>),
    /// Be silent for a while.
    Pause,
    /// Go on with the sentence that was broken off.
    GoOn,
    /// Stop.
    Stop,
    /// A step faster or slower.
    Faster(bool),
    /// Has the sentence come to its end?
    Listen,
}

/// Where reading is.
#[derive(Debug, Default)]
pub(super) struct Aloud {
    sentences: Vec<String>,
    at: usize,
    speaking: bool,
}

impl Aloud {
    pub(super) fn is_speaking(&self) -> bool {
        self.speaking
    }

    /// It was begun and has not come to the end.
    fn is_open(&self) -> bool {
        self.at < self.sentences.len()
    }
}

impl App {
    /// Whether the open page is one that is read: of the guide, or of a service.
    fn can_be_read(&self) -> bool {
        !self.menu_open
            && matches!(
                self.place,
                Place::Service(_)
                    | Place::Worried(_)
                    | Place::Budget
                    | Place::NhsServices(_)
                    | Place::Rights(_)
                    | Place::ImprovementPlan(_)
                    | Place::WordsExplained(_)
                    | Place::EasyRead(_)
                    | Place::Documents
                    | Place::Accessibility
                    | Place::Emergency
            )
    }

    pub(super) fn aloud(&mut self, message: Message) -> Task<super::Message> {
        match message {
            Message::Start => {
                let read = access::read(self.title());
                return read.map(|seen| super::Message::Aloud(Message::Read(Arc::new(seen))));
            }
            Message::Read(seen) => {
                self.aloud = Aloud {
                    sentences: sentences(&seen),
                    at: 0,
                    speaking: true,
                };
                self.read_on();
                return access::focus("aloud/pause");
            }
            Message::Pause => {
                self.context.voice.hush();
                self.aloud.speaking = false;
                return access::focus("aloud/go-on");
            }
            Message::GoOn => {
                self.aloud.speaking = true;
                self.read_on();
                return access::focus("aloud/pause");
            }
            Message::Stop => {
                self.stop_reading();
                return access::focus("aloud/start");
            }
            Message::Faster(faster) => {
                let speed = &mut self.context.settings.reading_speed;
                *speed = speed.stepped(faster);
                self.keep_settings();
                if self.aloud.speaking {
                    self.read_on();
                }
            }
            Message::Listen => match self.context.voice.state() {
                State::Speaking => {}
                State::Silent if self.aloud.speaking => {
                    self.aloud.at += 1;
                    self.read_on();
                }
                State::Silent => {}
                State::Failed(problem) => {
                    self.stop_reading();
                    self.say(problem.to_string(), false);
                }
            },
        }
        Task::none()
    }

    /// Says the sentence that it is at; after the last one reading is over.
    fn read_on(&mut self) {
        match self.aloud.sentences.get(self.aloud.at) {
            Some(sentence) => {
                let speed = self.context.settings.reading_speed;
                self.context.voice.say(sentence, speed);
            }
            None => self.aloud = Aloud::default(),
        }
    }

    /// Falls silent and forgets the page.
    pub(super) fn stop_reading(&mut self) {
        if self.aloud.is_open() {
            self.context.voice.hush();
        }
        self.aloud = Aloud::default();
    }

    /// The bar, on pages that are read, when it was asked for in Settings.
    pub(super) fn reading_bar(&self, look: Look) -> Option<Element<'_, super::Message>> {
        if !self.context.settings.read_aloud || !self.can_be_read() {
            return None;
        }
        let press = |id: &'static str, label: &'static str, message| {
            button::plain(&look, id, label, super::Message::Aloud(message))
        };
        let mut things: Vec<Element<'_, super::Message>> = vec![];
        if !self.aloud.is_open() {
            let start = press("aloud/start", "Read this page aloud", Message::Start);
            things.push(start.into());
        } else if self.aloud.speaking {
            things.push(press("aloud/pause", "Pause", Message::Pause).into());
            things.push(press("aloud/stop", "Stop", Message::Stop).into());
        } else {
            things.push(press("aloud/go-on", "Go on", Message::GoOn).into());
            things.push(press("aloud/stop", "Stop", Message::Stop).into());
        }
        let speed = self.context.settings.reading_speed;
        for (id, label, faster) in [
            ("aloud/slower", "Slower", false),
            ("aloud/faster", "Faster", true),
        ] {
            let message = super::Message::Aloud(Message::Faster(faster));
            let step = button::quiet(&look, id, label, message)
                .disabled(speed.stepped(faster) == speed)
                .describe(format!(
                    "Speed of reading: {}",
                    speed.words().to_lowercase()
                ));
            things.push(step.into());
        }
        let over = if look.is_narrow() { gap::XS } else { gap::S };
        let bar = container(widgets::wrap_row(things, gap::S))
            .padding([over, look.margin()])
            .width(Fill);
        let bar = column![bar, widgets::level(look)];
        Some(widgets::region(Landmark::Form, "Read aloud", bar))
    }
}
