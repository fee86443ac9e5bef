//! Keeping what is in memory out of files.

/// From here on a crash leaves no file with what was in memory (a core dump). On Linux; Windows and macOS keep none of
/// the whole memory unless somebody asked for it.
///
/// The limit is one byte and not none: the kernel gives a crash to a program such as systemd-coredump even when the
/// limit is none, and gives it to nobody when it is one. Taking away that the process may be looked at at all
/// (`PR_SET_DUMPABLE`) would do more, but then the desktop portal refuses every file dialog and does not say whether
/// the computer is dark (flatpak/xdg-desktop-portal#785, #1490, #2141).
pub fn leave_no_core_file() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let one = Rlimit {
            current: Some(1),
            maximum: Some(1),
        };
        // A system that refuses is no reason not to start.
        let _ = setrlimit(Resource::Core, one);
    }
}
