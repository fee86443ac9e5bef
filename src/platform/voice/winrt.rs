//! The speech of Windows, through Microsoft's own crate: the voices that are chosen in Settings,
//! with no other program in between. Every call of it that is used here is safe Rust.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use windows::Foundation::TypedEventHandler;
use windows::Media::Core::MediaSource;
use windows::Media::Playback::{MediaPlayer, MediaPlayerAudioCategory};
use windows::Media::SpeechSynthesis::SpeechSynthesizer;
use windows::core::{HSTRING, Result};

use super::{Error, Speed, State, Voice};

enum Order {
    Say(u64, String, Speed),
    Hush,
}

/// The voice. A thread of its own makes the sound from the first sentence on, because that waits.
#[derive(Default)]
pub(super) struct WindowsVoice {
    now: Arc<Mutex<Now>>,
    orders: Option<Sender<Order>>,
}

/// What is being said, and how many sentences there were: the end of an older one means nothing.
#[derive(Default)]
struct Now {
    turn: u64,
    state: State,
}

fn lock(now: &Mutex<Now>) -> MutexGuard<'_, Now> {
    now.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The sentence of this turn has come to an end, if it is still the newest.
fn ended(now: &Mutex<Now>, turn: u64, state: State) {
    let mut now = lock(now);
    if now.turn == turn {
        now.state = state;
    }
}

impl WindowsVoice {
    /// Begins another turn.
    fn turn(&self, state: State) -> u64 {
        let mut now = lock(&self.now);
        now.turn += 1;
        now.state = state;
        now.turn
    }

    fn order(&mut self, order: Order) {
        let orders = self.orders.get_or_insert_with(|| {
            let (sender, receiver) = mpsc::channel();
            let now = Arc::clone(&self.now);
            drop(std::thread::spawn(move || speak(&receiver, &now)));
            sender
        });
        if orders.send(order).is_err() {
            // The thread ended; the next sentence starts another.
            self.orders = None;
            let _ = self.turn(State::Failed(Error::Stopped));
        }
    }
}

impl Voice for WindowsVoice {
    fn say(&mut self, sentence: &str, speed: Speed) {
        let turn = self.turn(State::Speaking);
        self.order(Order::Say(turn, sentence.to_owned(), speed));
    }

    fn hush(&mut self) {
        let _ = self.turn(State::Silent);
        if self.orders.is_some() {
            self.order(Order::Hush);
        }
    }

    fn state(&mut self) -> State {
        lock(&self.now).state.clone()
    }
}

/// What the thread does: one sentence after another, until the window goes away.
fn speak(orders: &Receiver<Order>, now: &Arc<Mutex<Now>>) {
    let mut playing: Option<MediaPlayer> = None;
    while let Ok(order) = orders.recv() {
        if let Some(player) = playing.take() {
            // Whether it was still speaking or not, it is silent now.
            let _ = player.Close();
        }
        if let Order::Say(turn, sentence, speed) = order {
            match start(&sentence, speed, turn, now) {
                Ok(player) => playing = Some(player),
                Err(_) => ended(now, turn, State::Failed(Error::NoVoice)),
            }
        }
    }
}

fn start(sentence: &str, speed: Speed, turn: u64, now: &Arc<Mutex<Now>>) -> Result<MediaPlayer> {
    let voice = SpeechSynthesizer::new()?;
    // 1 is how the voice speaks by itself.
    voice.Options()?.SetSpeakingRate(match speed {
        Speed::Slow => 0.7,
        Speed::Usual => 1.0,
        Speed::Fast => 1.5,
        Speed::VeryFast => 2.0,
    })?;
    let sound = voice
        .SynthesizeTextToStreamAsync(&HSTRING::from(sentence))?
        .join()?;
    let source = MediaSource::CreateFromStream(&sound, &sound.ContentType()?)?;
    let player = MediaPlayer::new()?;
    player.SetAudioCategory(MediaPlayerAudioCategory::Speech)?;
    let (at_end, at_failure) = (Arc::clone(now), Arc::clone(now));
    let _ = player.MediaEnded(&TypedEventHandler::new(move |_, _| {
        ended(&at_end, turn, State::Silent);
        Ok(())
    }))?;
    let _ = player.MediaFailed(&TypedEventHandler::new(move |_, _| {
        ended(&at_failure, turn, State::Failed(Error::Stopped));
        Ok(())
    }))?;
    player.SetSource(&source)?;
    player.Play()?;
    Ok(player)
}
