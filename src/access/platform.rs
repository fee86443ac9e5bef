//! The screen readers of this system: AT-SPI on Linux, UI Automation on Windows, NSAccessibility on
//! macOS, each through its AccessKit adapter.

use iced::{Task, window};

use super::bridge::Bridge;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
use linux as system;

#[cfg(target_os = "windows")]
mod windows;
#[cfg(target_os = "windows")]
use windows as system;

#[cfg(target_os = "macos")]
#[allow(
    unsafe_code,
    reason = "AccessKit takes the view of a Mac window as a pointer"
)]
mod macos;
#[cfg(target_os = "macos")]
use macos as system;

/// Whether a window may be on the screen before [`attach`]. Windows and macOS want it hidden until
/// then: their adapters take the place of the window's own answers, and refuse one that was shown.
pub const SHOWN_BEFORE_ATTACHED: bool = !cfg!(any(target_os = "windows", target_os = "macos"));

/// Connects a window that has just opened to this system's screen readers, and shows it if it had
/// to wait for that. A system without an adapter gets its window all the same.
pub fn attach<Message: Send + 'static>(bridge: &Bridge, id: window::Id) -> Task<Message> {
    let scaled = bridge.clone();
    let scale = window::scale_factor(id).map(move |scale| scaled.set_scale(scale));
    let connected = connect(bridge, id).chain(scale.discard());
    if SHOWN_BEFORE_ATTACHED {
        connected
    } else {
        connected.chain(window::set_mode(id, window::Mode::Windowed))
    }
}

/// The adapter is made on the thread that owns the window, which is where `window::run` runs.
#[cfg(any(target_os = "linux", target_os = "windows", target_os = "macos"))]
fn connect<Message: Send + 'static>(bridge: &Bridge, id: window::Id) -> Task<Message> {
    let bridge = bridge.clone();
    window::run(id, move |window| {
        if let Some(adapter) = system::adapter(&bridge, window) {
            bridge.attach(adapter);
        }
    })
    .discard()
}

#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
fn connect<Message: Send + 'static>(_: &Bridge, _: window::Id) -> Task<Message> {
    Task::none()
}
