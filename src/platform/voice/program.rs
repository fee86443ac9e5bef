//! The Mac's own speaking program, `say`, started for each sentence and ended to be silent. The
//! sentence goes in as text, never as part of a command.

use std::io::Write;
use std::process::{Child, Command, Stdio};

use super::{Error, Speed, State, Voice};

/// The voice.
#[derive(Default)]
pub(super) struct Program {
    speaking: Option<Child>,
    failed: Option<Error>,
}

impl Voice for Program {
    fn say(&mut self, sentence: &str, speed: Speed) {
        self.hush();
        let started = command(speed)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .and_then(|mut child| {
                // Closing its input lets it begin.
                if let Some(mut input) = child.stdin.take() {
                    input.write_all(sentence.as_bytes())?;
                }
                Ok(child)
            });
        match started {
            Ok(child) => self.speaking = Some(child),
            Err(_) => self.failed = Some(Error::NoVoice),
        }
    }

    fn hush(&mut self) {
        self.failed = None;
        if let Some(mut child) = self.speaking.take() {
            // It may have ended by itself just now.
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    fn state(&mut self) -> State {
        if let Some(error) = &self.failed {
            return State::Failed(error.clone());
        }
        let Some(child) = &mut self.speaking else {
            return State::Silent;
        };
        match child.try_wait() {
            Ok(None) => State::Speaking,
            Ok(Some(ended)) if ended.success() => {
                self.speaking = None;
                State::Silent
            }
            Ok(Some(_)) | Err(_) => {
                self.speaking = None;
                self.failed = Some(Error::NoVoice);
                State::Failed(Error::NoVoice)
            }
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.hush();
    }
}

fn command(speed: Speed) -> Command {
    // Words a minute; a voice by itself says about 175.
    let rate = match speed {
        Speed::Slow => "120",
        Speed::Usual => "175",
        Speed::Fast => "250",
        Speed::VeryFast => "340",
    };
    let mut command = Command::new("/usr/bin/say");
    let _ = command.args(["-r", rate, "-f", "-"]);
    command
}
