//! A crash leaves no file with what was in memory.

use std::os::unix::process::ExitStatusExt;
use std::process::Command;

const CRASHES: &str = "WITHY_TEST_CRASHES";

#[test]
fn a_crash_leaves_no_core_file() {
    if std::env::var_os(CRASHES).is_some() {
        withy::platform::memory::leave_no_core_file();
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits
            .lines()
            .find(|line| line.starts_with("Max core file size"));
        let core: Vec<&str> = core.unwrap().split_whitespace().collect();
        assert!(
            core[4..6].iter().all(|limit| ["0", "1"].contains(limit)),
            "{core:?}"
        );
        std::process::abort();
    }
    let folder = tempfile::tempdir().unwrap();
    let crashed = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "core_file::a_crash_leaves_no_core_file",
            "--nocapture",
        ])
        .env(CRASHES, "1")
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&crashed.stderr).into_owned();
    assert_eq!(crashed.status.signal(), Some(6), "{said}");
    assert!(!crashed.status.core_dumped());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
