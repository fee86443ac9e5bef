//! Something that answers as logind does, and says that the computer goes to sleep.

use std::sync::{Arc, Mutex};

use futures::StreamExt;
use withy::platform::session::{Buses, Signal, listen};
use zbus::zvariant::{OwnedFd, OwnedObjectPath};

use crate::bus::Bus;

const OURS: &str = "/org/freedesktop/login1/session/_31";

/// The other end of each lock that was given out: it ends when the lock is let go of.
type Given = Arc<Mutex<Vec<std::os::unix::net::UnixStream>>>;

struct Manager(Given);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    #[zbus(name = "GetSessionByPID")]
    fn session_of(&self, _pid: u32) -> OwnedObjectPath {
        OURS.try_into().unwrap()
    }

    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> OwnedFd {
        assert_eq!((what, mode), ("sleep", "delay"));
        let (ours, theirs) = std::os::unix::net::UnixStream::pair().unwrap();
        self.0.lock().unwrap().push(ours);
        std::os::fd::OwnedFd::from(theirs).into()
    }
}

async fn says(
    bus: &zbus::Connection,
    path: &str,
    interface: &str,
    signal: &str,
    with: Option<bool>,
) {
    let sent = match with {
        Some(with) => {
            bus.emit_signal(None::<&str>, path, interface, signal, &with)
                .await
        }
        None => {
            bus.emit_signal(None::<&str>, path, interface, signal, &())
                .await
        }
    };
    sent.unwrap();
}

#[test]
fn it_hears_of_sleep_and_of_a_locked_screen_and_sleep_waits_for_the_lock() {
    let Some(bus) = Bus::start() else { return };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let given = Given::default();
        let logind = zbus::connection::Builder::address(bus.address.as_str())
            .unwrap()
            .name("org.freedesktop.login1")
            .unwrap()
            .serve_at("/org/freedesktop/login1", Manager(given.clone()))
            .unwrap()
            .build()
            .await
            .unwrap();
        let mut heard = Box::pin(listen(Buses {
            system: Some(bus.address.clone()),
            session: Some(bus.address.clone()),
        }));
        // Whoever listens has said so to the bus once it holds its lock; what it listens to besides is polled along.
        let manager = "/org/freedesktop/login1";
        let of_manager = "org.freedesktop.login1.Manager";
        let of_session = "org.freedesktop.login1.Session";
        holds(&given, &mut heard).await;
        says(&logind, manager, of_manager, "PrepareForSleep", Some(true)).await;
        let signal = heard.next().await.unwrap();
        assert!(matches!(signal, Signal::Sleeps(_)));
        let held = given.lock().unwrap().pop().unwrap();
        held.set_nonblocking(true).unwrap();
        assert!(!is_let_go(&held), "the computer waits");
        drop(signal);
        held.set_nonblocking(false).unwrap();
        assert!(is_let_go(&held), "the computer may sleep");
        // Awake again, and the next sleep waits too. Another session is nobody's business.
        says(&logind, manager, of_manager, "PrepareForSleep", Some(false)).await;
        says(
            &logind,
            "/org/freedesktop/login1/session/_32",
            of_session,
            "Lock",
            None,
        )
        .await;
        says(&logind, OURS, of_session, "Unlock", None).await;
        says(&logind, OURS, of_session, "Lock", None).await;
        assert!(matches!(heard.next().await.unwrap(), Signal::ScreenLocked));
        holds(&given, &mut heard).await;
        assert_eq!(given.lock().unwrap().len(), 1);
        says(&logind, manager, of_manager, "PrepareForSleep", Some(true)).await;
        assert!(matches!(heard.next().await.unwrap(), Signal::Sleeps(_)));
    });
}

#[test]
fn it_hears_of_a_screen_saver_where_there_is_no_logind() {
    let Some(bus) = Bus::start() else { return };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let saver = zbus::connection::Builder::address(bus.address.as_str());
        let saver = saver.unwrap().build().await.unwrap();
        let mut heard = Box::pin(listen(Buses {
            system: Some("unix:path=/nowhere/at/all".to_owned()),
            session: Some(bus.address.clone()),
        }));
        // Nothing says that the listener is ready, so it is told until it hears.
        let signal = loop {
            says(
                &saver,
                "/saver",
                "org.gnome.ScreenSaver",
                "ActiveChanged",
                Some(true),
            )
            .await;
            tokio::select! {
                biased;
                signal = heard.next() => break signal,
                () = tokio::task::yield_now() => {}
            }
        };
        assert!(matches!(signal, Some(Signal::ScreenLocked)));
    });
}

/// Waits until whoever listens has asked for a lock again; nothing is heard meanwhile.
async fn holds(given: &Given, heard: &mut (impl futures::Stream<Item = Signal> + Unpin)) {
    while given.lock().unwrap().is_empty() {
        tokio::select! {
            biased;
            () = tokio::task::yield_now() => {}
            signal = heard.next() => panic!("{signal:?}"),
        }
    }
}

/// Waits for the end of what was held, or says that it is held still.
fn is_let_go(held: &std::os::unix::net::UnixStream) -> bool {
    use std::io::Read;
    matches!(Read::read(&mut &*held, &mut [0]), Ok(0))
}

#[test]
fn with_no_bus_it_hears_nothing_and_goes_on() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let nowhere = || Some("unix:path=/nowhere/at/all".to_owned());
        let mut heard = Box::pin(listen(Buses {
            system: nowhere(),
            session: nowhere(),
        }));
        for _ in 0..100 {
            tokio::select! {
                biased;
                signal = heard.next() => assert!(signal.is_none(), "{signal:?}"),
                () = tokio::task::yield_now() => {}
            }
        }
    });
}
