//! The handle that the application, the window and the platform's adapter share.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use accesskit::{
    ActionHandler, ActionRequest, ActivationHandler, DeactivationHandler, NodeId, TreeUpdate,
};
use futures::channel::mpsc;
use iced::{Rectangle, Size};

use super::differ::Differ;
use super::snapshot::Snapshot;

/// One platform's way of reaching its screen readers.
pub trait Adapter: Send {
    /// Hands over a change, if anybody listens; `update` may be called at most once.
    fn push(&mut self, update: &mut dyn FnMut() -> TreeUpdate);
    /// The window gained or lost the keyboard.
    fn focused(&mut self, focused: bool);
    /// The window is here on the screen, in logical pixels; `scale` turns them into physical ones.
    /// Said only while an assistive technology listens, and when one starts.
    fn moved(&mut self, window: Rectangle, scale: f64);
}

/// The handle; clones share one state. Lives in the application.
#[derive(Clone)]
pub struct Bridge(Arc<Shared>);

pub(super) struct Shared {
    active: AtomicBool,
    /// The next push must be a whole tree.
    pub(super) full: AtomicBool,
    headless: bool,
    scale: AtomicU32,
    requests: Mutex<Vec<ActionRequest>>,
    /// An assistive technology asked for something since this was last looked at.
    asked: AtomicBool,
    pub(super) adapter: Mutex<Option<Box<dyn Adapter>>>,
    /// The adapter has not been told yet whether the window has the keyboard.
    pub(super) newly_attached: AtomicBool,
    pub(super) differ: Mutex<Differ>,
    last: Mutex<Option<Snapshot>>,
    shortcuts: OnceLock<HashMap<NodeId, String>>,
    wake: mpsc::UnboundedSender<()>,
    woken: Mutex<Option<mpsc::UnboundedReceiver<()>>>,
}

/// A lock, also after another thread stopped while holding it: everything kept here is replaced
/// as a whole, so nothing half done can be read.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Bridge {
    /// A bridge that waits for [`Bridge::attach`]; until then nothing is collected.
    pub fn new() -> Self {
        Self::with(false)
    }

    /// For tests: the same window, no platform, and the last frame is kept.
    pub fn headless() -> Self {
        Self::with(true)
    }

    fn with(headless: bool) -> Self {
        let (wake, woken) = mpsc::unbounded();
        Self(Arc::new(Shared {
            active: AtomicBool::new(headless),
            full: AtomicBool::new(true),
            headless,
            scale: AtomicU32::new(1_f32.to_bits()),
            requests: Mutex::default(),
            asked: AtomicBool::new(false),
            adapter: Mutex::new(None),
            newly_attached: AtomicBool::new(false),
            differ: Mutex::default(),
            last: Mutex::new(None),
            shortcuts: OnceLock::new(),
            wake,
            woken: Mutex::new(Some(woken)),
        }))
    }

    /// Connects a platform's adapter.
    pub fn attach(&self, adapter: Box<dyn Adapter>) {
        *lock(&self.0.adapter) = Some(adapter);
        self.0.newly_attached.store(true, Ordering::SeqCst);
        self.wake();
    }

    /// The shortcuts to say with the controls that do the same. Only the first call counts.
    pub fn announce_shortcuts(&self, shortcuts: HashMap<NodeId, String>) {
        let _ = self.0.shortcuts.set(shortcuts);
    }

    pub(super) fn shortcut_of(&self, control: NodeId) -> Option<&str> {
        self.0.shortcuts.get()?.get(&control).map(String::as_str)
    }

    /// What AccessKit calls, from its own thread on some systems.
    pub fn handler(&self) -> Handler {
        Handler(self.clone())
    }

    /// Whether an assistive technology is listening. If not, nothing is collected for it.
    pub fn is_active(&self) -> bool {
        self.0.active.load(Ordering::SeqCst)
    }

    /// Sets how many physical pixels a logical one has, without the text size.
    pub fn set_scale(&self, scale: f32) {
        self.0.scale.store(scale.to_bits(), Ordering::SeqCst);
        self.wake();
    }

    pub(super) fn scale(&self) -> f64 {
        f64::from(f32::from_bits(self.0.scale.load(Ordering::SeqCst)))
    }

    /// Speaks whenever the window must draw because an assistive technology asked for something.
    /// The message may do nothing: iced draws after it, and the window takes the requests.
    pub fn subscription(&self) -> iced::Subscription<()> {
        iced::Subscription::run_with(self.clone(), |bridge| {
            lock(&bridge.0.woken)
                .take()
                .unwrap_or_else(|| mpsc::unbounded().1)
        })
    }

    /// Asks what an assistive technology would ask; done at the next frame.
    pub fn request(&self, request: ActionRequest) {
        lock(&self.0.requests).push(request);
        self.0.asked.store(true, Ordering::SeqCst);
        self.wake();
    }

    /// Whether an assistive technology has asked for something since the last call: somebody is
    /// there, though no key was pressed.
    pub fn was_asked(&self) -> bool {
        self.0.asked.swap(false, Ordering::SeqCst)
    }

    /// The last frame, kept when headless; an empty window before the first.
    pub fn snapshot(&self) -> Snapshot {
        lock(&self.0.last)
            .clone()
            .unwrap_or_else(|| Snapshot::new("", Size::ZERO))
    }

    /// Keeps a frame for tests, with what is wrong with it.
    pub(super) fn keep(&self, mut snapshot: Snapshot) {
        if self.0.headless {
            snapshot.lint();
            *lock(&self.0.last) = Some(snapshot);
        }
    }

    pub(super) fn take_requests(&self) -> Vec<ActionRequest> {
        std::mem::take(&mut *lock(&self.0.requests))
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.0
    }

    fn wake(&self) {
        // Nobody hears it before the subscription runs, and then the first frame comes anyway.
        let _ = self.0.wake.unbounded_send(());
    }
}

impl Default for Bridge {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Bridge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bridge")
            .field("active", &self.is_active())
            .finish_non_exhaustive()
    }
}

impl Hash for Bridge {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.0).addr().hash(state);
    }
}

/// What AccessKit calls when a screen reader starts, asks or stops.
#[derive(Debug, Clone)]
pub struct Handler(Bridge);

impl ActivationHandler for Handler {
    fn request_initial_tree(&mut self) -> Option<TreeUpdate> {
        let shared = self.0.shared();
        shared.full.store(true, Ordering::SeqCst);
        shared.active.store(true, Ordering::SeqCst);
        self.0.wake();
        None
    }
}

impl ActionHandler for Handler {
    fn do_action(&mut self, request: ActionRequest) {
        self.0.request(request);
    }
}

impl DeactivationHandler for Handler {
    fn deactivate_accessibility(&mut self) {
        self.0.shared().active.store(false, Ordering::SeqCst);
    }
}
