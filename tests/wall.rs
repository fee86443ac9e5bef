//! The rules of the house, read from the sources.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms of this crate, and the crates, that it may never name.
const WALLS: &[(&str, &[&str])] = &[
    (
        "words",
        &[
            "iced",
            "rusqlite",
            "crate::app",
            "crate::screens",
            "crate::widgets",
            "crate::record",
            "crate::directory",
        ],
    ),
    (
        "platform",
        &[
            "iced",
            "rusqlite",
            "crate::app",
            "crate::screens",
            "crate::widgets",
            "crate::record",
            "crate::directory",
        ],
    ),
    (
        "directory",
        &[
            "iced",
            "crate::app",
            "crate::screens",
            "crate::widgets",
            "crate::record",
            "crate::guide",
            "crate::settings",
        ],
    ),
    (
        "guide",
        &[
            "iced",
            "rusqlite",
            "crate::app",
            "crate::screens",
            "crate::widgets",
            "crate::record",
        ],
    ),
    (
        "record",
        &[
            "iced",
            "crate::app",
            "crate::screens",
            "crate::widgets",
            "crate::guide",
            "crate::settings",
            "crate::directory::search",
        ],
    ),
    (
        "look",
        &[
            "rusqlite",
            "crate::app",
            "crate::screens",
            "crate::widgets",
            "crate::record",
            "crate::directory",
            "crate::access",
        ],
    ),
    (
        "access",
        &[
            "rusqlite",
            "crate::app",
            "crate::screens",
            "crate::widgets",
            "crate::record",
            "crate::directory",
        ],
    ),
    (
        "widgets",
        &[
            "rusqlite",
            "crate::app",
            "crate::screens",
            "crate::record",
            "crate::directory",
            "crate::guide",
        ],
    ),
    ("screens", &["rusqlite", "crate::app"]),
];

#[test]
fn rooms_keep_to_their_side_of_the_wall() {
    let mut broken = vec![];
    for (room, forbidden) in WALLS {
        for file in room_files(room) {
            let code = code_of(&file);
            for name in *forbidden {
                if names(&code, name) {
                    broken.push(format!("{} names {name}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn screens_never_name_each_other() {
    let mut broken = vec![];
    let screens: Vec<String> = fs::read_dir(root().join("src/screens"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    assert!(screens.len() > 10, "the screens are there");
    for file in rust_files(&root().join("src/screens")) {
        let code = code_of(&file);
        let inside = file.strip_prefix(root().join("src/screens")).unwrap();
        let own = inside.components().next().unwrap().as_os_str();
        let own = Path::new(own).file_stem().unwrap().to_string_lossy();
        for other in screens.iter().filter(|other| **other != *own) {
            if names(&code, &format!("screens::{other}")) {
                broken.push(format!("{} names {other}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_one_place_does_each_dangerous_thing() {
    let rules: &[(&str, &[&str], &[&str])] = &[
        (
            "asks the time",
            &[
                "Timestamp::now",
                "DateTime::now",
                "SystemTime::now",
                "Instant::now",
            ],
            &["src/platform/clock.rs"],
        ),
        (
            "writes files",
            &[
                "fs::write",
                "File::create",
                "OpenOptions",
                "fs::remove",
                "fs::rename",
                "create_dir",
                "DirBuilder",
                "NamedTempFile",
                "tempfile_in",
            ],
            &[
                "src/platform/files.rs",
                // A test that stops between two steps puts files in the way.
                "src/record/vault/new_key/tests.rs",
            ],
        ),
        (
            "speaks SQL",
            &["rusqlite"],
            &[
                "src/record/store",
                "src/record/error.rs",
                // It starts SQLite, and asks it nothing.
                "src/sqlite.rs",
                "src/directory/error.rs",
                "src/directory/search",
            ],
        ),
        (
            "names a colour",
            &["color!(", "Color::from_rgb"],
            &["src/look"],
        ),
    ];
    let mut broken = vec![];
    for file in rust_files(&root().join("src")) {
        let shown = shown(&file);
        let code = code_of(&file);
        for (what, words, allowed) in rules {
            if allowed.iter().any(|path| shown.starts_with(path)) {
                continue;
            }
            for word in *words {
                if code.contains(word) {
                    broken.push(format!("{shown} {what}: {word}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn files_are_short_and_named_for_what_they_hold() {
    let mut broken = vec![];
    for folder in ["src", "tests"] {
        for file in rust_files(&root().join(folder)) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > 500 {
                broken.push(format!("{} has {lines} lines", shown(&file)));
            }
            if file.file_name().is_some_and(|name| name == "mod.rs") {
                broken.push(format!("{} is a mod.rs", shown(&file)));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_lint_that_is_allowed_says_why() {
    let mut broken = vec![];
    for folder in ["src", "tests"] {
        for file in rust_files(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            let marker = concat!("[", "allow(");
            for (at, _) in text.match_indices(marker) {
                let rest = &text[at..];
                let end = rest.find(")]").unwrap_or(rest.len());
                if !rest[..end].contains("reason") {
                    broken.push(shown(&file));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn nothing_else_is_visible_at_the_top() {
    let expected = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "assets",
        "clippy.toml",
        "data",
        "src",
        "target",
        "tests",
    ];
    let strangers: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !expected.contains(&name.as_str()))
        .collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shown(file: &Path) -> String {
    let inside = file.strip_prefix(root()).unwrap();
    inside.to_string_lossy().replace('\\', "/")
}

fn room_files(room: &str) -> Vec<PathBuf> {
    let mut files = rust_files(&root().join("src").join(room));
    files.push(root().join(format!("src/{room}.rs")));
    files
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = vec![];
    let Ok(entries) = fs::read_dir(folder) else {
        return files;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The file without its comments, which may name anything.
fn code_of(file: &Path) -> String {
    fs::read_to_string(file)
        .unwrap_or_else(|problem| panic!("{}: {problem}", file.display()))
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether `code` uses `name` as a path, not as part of a longer word.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !part(before) && !part(after)
    })
}
