//! NSAccessibility. The adapter answers in the view's place, so it must be there before the window
//! is first shown, and it may be used only on the main thread.

use std::cell::RefCell;

use accesskit::TreeUpdate;
use accesskit_macos::SubclassingAdapter;
use iced::Rectangle;
use iced::window::Window;
use iced::window::raw_window_handle::RawWindowHandle;

use crate::access::bridge::{Adapter, Bridge};

thread_local! {
    /// Kept by the main thread; it cannot be sent to another.
    static ADAPTER: RefCell<Option<SubclassingAdapter>> = const { RefCell::new(None) };
}

pub(super) fn adapter(bridge: &Bridge, window: &dyn Window) -> Option<Box<dyn Adapter>> {
    let RawWindowHandle::AppKit(handle) = window.window_handle().ok()?.as_raw() else {
        return None;
    };
    // SAFETY: the view belongs to the open window that lent us this handle, so it is valid and not
    // released; the adapter keeps it alive from here on.
    let adapter = unsafe {
        SubclassingAdapter::new(handle.ns_view.as_ptr(), bridge.handler(), bridge.handler())
    };
    ADAPTER.set(Some(adapter));
    Some(Box::new(NsAccessibility))
}

/// Reaches the adapter of the thread it is called on, which is the one that draws.
struct NsAccessibility;

impl Adapter for NsAccessibility {
    fn push(&mut self, update: &mut dyn FnMut() -> TreeUpdate) {
        let events = ADAPTER.with_borrow_mut(|adapter| adapter.as_mut()?.update_if_active(update));
        // Outside the borrow: it may call back into the view.
        if let Some(events) = events {
            events.raise();
        }
    }

    fn focused(&mut self, focused: bool) {
        let events =
            ADAPTER.with_borrow_mut(|adapter| adapter.as_mut()?.update_view_focus_state(focused));
        if let Some(events) = events {
            events.raise();
        }
    }

    /// The system knows where its windows are.
    fn moved(&mut self, _: Rectangle, _: f64) {}
}
