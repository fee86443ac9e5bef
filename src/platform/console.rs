//! Windows gives a program with a window no console, so that none opens behind it. A command that is typed into one would
//! then print into nothing.
#![cfg_attr(
    windows,
    allow(
        unsafe_code,
        reason = "only a call to the system joins a console, and no crate wraps it"
    )
)]

/// Joins the console that the program was started from, if it was; a file or a pipe that was given instead stays.
/// Elsewhere than on Windows there is nothing to do.
///
/// The console does not wait for a program with a window: its next prompt stands before what is printed. `start /wait
/// withy …` waits, and so does a pipe.
pub fn join() {
    #[cfg(windows)]
    {
        use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
        // SAFETY: it takes a number and touches no memory of ours. It fails where there is no console, and then there
        // is nothing to print to.
        let _ = unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
    }
}
