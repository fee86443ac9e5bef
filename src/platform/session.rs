//! Hears from the system that nobody will be at the computer: it goes to sleep, or its screen is locked. On Linux that is
//! logind and the screen saver, over D-Bus. Windows and macOS tell it only to programs that take part in their own
//! loop of messages, which the window does not hand on; there the clock that jumped tells of a sleep (`app/idle.rs`).

use futures::Stream;

#[cfg(target_os = "linux")]
mod linux;

/// What the page about locking says.
pub const LOCKS: &str = if cfg!(target_os = "linux") {
    "It also locks when this computer goes to sleep, and when its screen is locked."
} else {
    "It also locks when this computer wakes from sleep. It cannot hear that the screen was locked."
};

/// What was heard.
#[derive(Debug, Clone)]
pub enum Signal {
    /// The computer goes to sleep.
    Sleeps(Hold),
    /// Its screen is locked.
    ScreenLocked,
}

/// The computer waits for this to be dropped before it sleeps, for some seconds at most.
#[derive(Debug, Clone, Default)]
pub struct Hold {
    #[cfg(target_os = "linux")]
    _until_dropped: Option<std::sync::Arc<zbus::zvariant::OwnedFd>>,
}

/// Where to listen; the computer's own buses unless it is for a test.
#[derive(Debug, Clone, Default)]
pub struct Buses {
    /// The address of the bus that logind is on.
    pub system: Option<String>,
    /// The address of the bus that the screen saver is on.
    pub session: Option<String>,
}

/// Listens until it is dropped. Where there is nothing to listen to, it says nothing.
pub fn listen(buses: Buses) -> impl Stream<Item = Signal> {
    #[cfg(target_os = "linux")]
    {
        linux::listen(buses)
    }
    #[cfg(not(target_os = "linux"))]
    {
        drop(buses);
        futures::stream::pending()
    }
}
