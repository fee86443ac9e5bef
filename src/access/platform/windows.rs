//! UI Automation. The adapter answers in the window's place, so it must be there before the window
//! is first shown, and it may be used only on the window's own thread.

use std::cell::RefCell;

use accesskit::TreeUpdate;
use accesskit_windows::{HWND, SubclassingAdapter};
use iced::Rectangle;
use iced::window::Window;
use iced::window::raw_window_handle::RawWindowHandle;

use crate::access::bridge::{Adapter, Bridge};

thread_local! {
    /// Kept by the thread that owns the window; it cannot be sent to another.
    static ADAPTER: RefCell<Option<SubclassingAdapter>> = const { RefCell::new(None) };
}

pub(super) fn adapter(bridge: &Bridge, window: &dyn Window) -> Option<Box<dyn Adapter>> {
    let RawWindowHandle::Win32(handle) = window.window_handle().ok()?.as_raw() else {
        return None;
    };
    let window = HWND(std::ptr::with_exposed_provenance_mut(
        handle.hwnd.get().cast_unsigned(),
    ));
    ADAPTER.set(Some(SubclassingAdapter::new(
        window,
        bridge.handler(),
        bridge.handler(),
    )));
    Some(Box::new(UiAutomation))
}

/// Reaches the adapter of the thread it is called on, which is the one that draws.
struct UiAutomation;

impl Adapter for UiAutomation {
    fn push(&mut self, update: &mut dyn FnMut() -> TreeUpdate) {
        let events = ADAPTER.with_borrow_mut(|adapter| adapter.as_mut()?.update_if_active(update));
        // Outside the borrow: it may call back into the window.
        if let Some(events) = events {
            events.raise();
        }
    }

    /// The adapter sees it for itself.
    fn focused(&mut self, _: bool) {}

    /// The system knows where its windows are.
    fn moved(&mut self, _: Rectangle, _: f64) {}
}
