//! Looks for words in the bytes of files.

use std::path::Path;

/// A word that stands nowhere else.
pub const MARKER: &str = "zwetschgenknoedel";

/// The word is in no file under these folders, in any case, and neither is its start.
#[track_caller]
pub fn nowhere(folders: &[&Path]) {
    for folder in folders {
        let mut waiting = vec![folder.to_path_buf()];
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                let entries = std::fs::read_dir(&path).unwrap();
                waiting.extend(entries.map(|entry| entry.unwrap().path()));
                continue;
            }
            let name = path.to_string_lossy().to_lowercase();
            assert!(!name.contains(&MARKER[..10]), "{name}");
            let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
            let found = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
            assert!(!found(&MARKER.as_bytes()[..10]), "{name} holds the word");
            let wide: Vec<u8> = MARKER.bytes().take(10).flat_map(|byte| [byte, 0]).collect();
            assert!(!found(&wide), "{name} holds the word in UTF-16");
        }
    }
}
