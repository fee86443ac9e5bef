//! Speech Dispatcher, which every Linux desktop's screen reader speaks with, over its socket in its
//! own protocol (SSIP): a few lines of text, so that nothing has to be installed to build Withy.

use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Error, Speed, State, Voice};

/// How often the thread looks up from listening, for an order to be silent.
const LOOK_UP: Duration = Duration::from_millis(60);

/// How often a server that has just been started is tried.
const TRIES: usize = 40;

enum Order {
    Say(String, Speed),
    Hush,
}

/// The voice. A thread of its own talks to the server from the first sentence on.
#[derive(Default)]
pub(super) struct SpeechDispatcher {
    state: Arc<Mutex<State>>,
    orders: Option<Sender<Order>>,
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl SpeechDispatcher {
    fn order(&mut self, mut order: Order) {
        // The thread ends when the server goes away; the next sentence starts another.
        for _ in 0..2 {
            let orders = self.orders.get_or_insert_with(|| {
                let (sender, receiver) = mpsc::channel();
                let state = Arc::clone(&self.state);
                drop(std::thread::spawn(move || speak(&receiver, &state)));
                sender
            });
            match orders.send(order) {
                Ok(()) => return,
                Err(unsent) => {
                    order = unsent.0;
                    self.orders = None;
                }
            }
        }
    }
}

impl Voice for SpeechDispatcher {
    fn say(&mut self, sentence: &str, speed: Speed) {
        *lock(&self.state) = State::Speaking;
        self.order(Order::Say(sentence.to_owned(), speed));
    }

    fn hush(&mut self) {
        *lock(&self.state) = State::Silent;
        if self.orders.is_some() {
            self.order(Order::Hush);
        }
    }

    fn state(&mut self) -> State {
        lock(&self.state).clone()
    }
}

/// What the thread does: one sentence after another, until the window or the server goes away.
fn speak(orders: &Receiver<Order>, state: &Mutex<State>) {
    let failed = |error| *lock(state) = State::Failed(error);
    let mut server = match Server::connect() {
        Ok(server) => server,
        Err(_) => return failed(Error::NoVoice),
    };
    match server.has_a_voice() {
        Ok(true) => {}
        Ok(false) | Err(_) => return failed(Error::NoVoice),
    }
    let mut next = orders.recv().ok();
    while let Some(order) = next.take() {
        let spoken = match order {
            Order::Hush => Ok(None),
            Order::Say(sentence, speed) => server.say(&sentence, speed, orders),
        };
        match spoken {
            Ok(None) => {
                // Nothing newer may have been asked for in between.
                match orders.try_recv() {
                    Ok(order) => next = Some(order),
                    Err(_) => {
                        *lock(state) = State::Silent;
                        next = orders.recv().ok();
                    }
                }
            }
            Ok(newer) => next = newer,
            Err(_) => return failed(Error::Stopped),
        }
    }
}

struct Server {
    reader: BufReader<UnixStream>,
    writer: UnixStream,
}

impl Server {
    fn connect() -> io::Result<Self> {
        let stream = match UnixStream::connect(socket()) {
            Ok(stream) => stream,
            Err(_) => start()?,
        };
        stream.set_read_timeout(Some(LOOK_UP))?;
        let mut server = Self {
            reader: BufReader::new(stream.try_clone()?),
            writer: stream,
        };
        for line in [
            "SET self CLIENT_NAME withy:withy:reading",
            "SET self LANGUAGE en-GB",
            "SET self PUNCTUATION none",
            "SET self NOTIFICATION END on",
            "SET self NOTIFICATION CANCEL on",
        ] {
            let _ = server.ask(line)?;
        }
        Ok(server)
    }

    /// Where no voice is installed the server has only a recording that says so.
    fn has_a_voice(&mut self) -> io::Result<bool> {
        let modules = self.ask("LIST OUTPUT_MODULES")?;
        Ok(modules.iter().any(|module| module != "dummy"))
    }

    /// Says one sentence to its end, or until something else is ordered, which is returned.
    fn say(
        &mut self,
        sentence: &str,
        speed: Speed,
        orders: &Receiver<Order>,
    ) -> io::Result<Option<Order>> {
        let rate = match speed {
            Speed::Slow => -40,
            Speed::Usual => 0,
            Speed::Fast => 40,
            Speed::VeryFast => 75,
        };
        let _ = self.ask(&format!("SET self RATE {rate}"))?;
        let _ = self.ask("SPEAK")?;
        // One line, so that no line of it can be the full stop alone that ends the text.
        let line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        let stop = if line.starts_with('.') { "." } else { "" };
        self.write(&format!("{stop}{line}"))?;
        let queued = self.ask(".")?;
        // An event is three lines: the message, the client, what happened. The end of an older
        // message may still be on its way.
        let mut about = None;
        loop {
            match orders.try_recv() {
                Ok(newer) => {
                    let _ = self.ask("CANCEL self")?;
                    return Ok(Some(newer));
                }
                Err(TryRecvError::Disconnected) => {
                    let _ = self.ask("CANCEL self")?;
                    return Ok(None);
                }
                Err(TryRecvError::Empty) => {}
            }
            let Some(line) = self.line()? else { continue };
            match line.split_at_checked(4) {
                Some(("702-" | "703-", message)) => {
                    let _ = about.get_or_insert_with(|| message.to_owned());
                }
                Some(("702 " | "703 ", _)) if about.take().as_ref() == queued.first() => {
                    return Ok(None);
                }
                _ => {}
            }
        }
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        self.writer.write_all(format!("{line}\r\n").as_bytes())
    }

    /// Sends a command and reads its answer: the words of each line but the last.
    fn ask(&mut self, command: &str) -> io::Result<Vec<String>> {
        self.write(command)?;
        let mut answer = vec![];
        loop {
            let Some(line) = self.line()? else { continue };
            let (code, rest) = line.split_at_checked(3).unwrap_or((&line, ""));
            // What a message of before did is told in between.
            if code.starts_with('7') {
                continue;
            }
            if code.starts_with(['3', '4', '5']) {
                return Err(io::Error::other(line));
            }
            match rest.strip_prefix('-') {
                Some(words) => answer.push(words.trim().to_owned()),
                None => return Ok(answer),
            }
        }
    }

    /// The next line; `None` when there is none yet.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = String::new();
        match self.reader.read_line(&mut line) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(_) => Ok(Some(line.trim_end().to_owned())),
            Err(problem)
                if line.is_empty()
                    && matches!(
                        problem.kind(),
                        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
                    ) =>
            {
                Ok(None)
            }
            Err(problem) => Err(problem),
        }
    }
}

/// Where the server listens: as its own clients find it.
fn socket() -> PathBuf {
    if let Some(address) = std::env::var("SPEECHD_ADDRESS")
        .ok()
        .and_then(|address| Some(address.strip_prefix("unix_socket:")?.to_owned()))
    {
        return PathBuf::from(address);
    }
    let folder = |name| std::env::var_os(name).map(PathBuf::from);
    folder("XDG_RUNTIME_DIR")
        .or_else(|| folder("XDG_CACHE_HOME"))
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .unwrap_or_default()
        .join("speech-dispatcher/speechd.sock")
}

/// Starts the server, which goes by itself when nobody needs it any more.
fn start() -> io::Result<UnixStream> {
    let _ = Command::new("speech-dispatcher")
        .arg("--spawn")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for _ in 0..TRIES {
        match UnixStream::connect(socket()) {
            Ok(stream) => return Ok(stream),
            Err(problem) => last = problem,
        }
        std::thread::sleep(LOOK_UP);
    }
    Err(last)
}
