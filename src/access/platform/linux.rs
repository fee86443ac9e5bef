//! AT-SPI over D-Bus. It needs no window, but on X11 it is told where the window is.

use accesskit::{Rect, TreeUpdate};
use iced::Rectangle;
use iced::window::Window;
use iced::window::raw_window_handle::RawWindowHandle;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::ConnectionExt;
use x11rb::rust_connection::RustConnection;

use crate::access::bridge::{Adapter, Bridge};

pub(super) fn adapter(bridge: &Bridge, window: &dyn Window) -> Option<Box<dyn Adapter>> {
    let x11 = match window.window_handle().map(|handle| handle.as_raw()) {
        Ok(RawWindowHandle::Xlib(handle)) => u32::try_from(handle.window).ok(),
        Ok(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
        _ => None,
    };
    Some(Box::new(AtSpi {
        adapter: accesskit_unix::Adapter::new(bridge.handler(), bridge.handler(), bridge.handler()),
        x11: x11.map(|window| X11 {
            window,
            server: None,
        }),
    }))
}

struct AtSpi {
    adapter: accesskit_unix::Adapter,
    /// Absent on Wayland, which tells no program where its windows are.
    x11: Option<X11>,
}

impl Adapter for AtSpi {
    fn push(&mut self, update: &mut dyn FnMut() -> TreeUpdate) {
        self.adapter.update_if_active(update);
    }

    fn focused(&mut self, focused: bool) {
        self.adapter.update_window_focus_state(focused);
    }

    fn moved(&mut self, window: Rectangle, scale: f64) {
        let Some((x, y)) = self.x11.as_mut().and_then(X11::corner) else {
            return;
        };
        let inside = Rect {
            x0: x,
            y0: y,
            x1: x + f64::from(window.width) * scale,
            y1: y + f64::from(window.height) * scale,
        };
        self.adapter.set_root_window_bounds(inside, inside);
    }
}

/// iced knows only where the frame around the window is, so the server is asked.
struct X11 {
    window: u32,
    server: Option<(RustConnection, u32)>,
}

impl X11 {
    /// The upper left corner of the window's inside on the screen, in physical pixels.
    fn corner(&mut self) -> Option<(f64, f64)> {
        if self.server.is_none() {
            let (connection, screen) = x11rb::connect(None).ok()?;
            let root = connection.setup().roots.get(screen)?.root;
            self.server = Some((connection, root));
        }
        let (connection, root) = self.server.as_ref()?;
        let place = connection
            .translate_coordinates(self.window, *root, 0, 0)
            .ok()?
            .reply()
            .ok()?;
        Some((f64::from(place.dst_x), f64::from(place.dst_y)))
    }
}
