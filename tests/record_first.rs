//! The first files that a process opens, on two threads at once.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use withy::record::{Key, Record};

const THREADS: usize = 2;

/// Each process starts SQLite once, and the bad moment is short: without `src/sqlite.rs` it comes in some of them.
const PROCESSES: usize = 120;

/// How much later the second thread comes in each process, in turns of a loop.
const LATER: usize = 15;

/// Tells the test below that it is one of these processes, and how late the second thread comes.
const CHILD: &str = "WITHY_FIRST";

#[test]
fn whoever_opens_the_first_file_finds_encryption() {
    if let Ok(late) = std::env::var(CHILD) {
        open_both(late.parse().unwrap());
        return;
    }
    for process in 0..PROCESSES {
        let child = Command::new(std::env::current_exe().unwrap())
            .arg("whoever_opens_the_first_file_finds_encryption")
            .env(CHILD, (process * LATER).to_string())
            .output()
            .unwrap();
        assert!(
            child.status.success(),
            "{}",
            String::from_utf8_lossy(&child.stdout)
        );
    }
}

/// One thread opens its file `late` turns of a loop after the other.
fn open_both(late: usize) {
    let folder = tempfile::tempdir().unwrap();
    let now = "2026-11-23T14:30[Europe/London]".parse().unwrap();
    let here = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for number in 0..THREADS {
            let (here, now) = (&here, &now);
            let file = folder.path().join(format!("{number}.db"));
            let _ = scope.spawn(move || {
                let _ = here.fetch_add(1, Ordering::SeqCst);
                // A barrier would wake one after the other, and too late.
                while here.load(Ordering::SeqCst) < THREADS {
                    std::hint::spin_loop();
                }
                for _ in 0..late * number {
                    std::hint::spin_loop();
                }
                let _ = Record::create(&file, &Key::from_bytes([7; 32]), now).unwrap();
            });
        }
    });
}
