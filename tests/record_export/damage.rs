//! A record with a damaged page: what can be read is exported, and what cannot is named.

use withy::record::export;

use super::*;
use crate::support::key;

/// Many notes in a file whose pages can be damaged one by one.
fn many() -> (TempDir, PathBuf) {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    record
        .change("Write", &now, |change| {
            for number in 0..400 {
                let note = Note {
                    text: format!("Note {number} {}", "words ".repeat(40)),
                    ..Note::new(&now)
                };
                change.put_note(&note)?;
            }
            Ok(())
        })
        .unwrap();
    let path = folder.path().join("record.db");
    (folder, path)
}

#[test]
fn what_can_be_read_is_exported_and_the_rest_is_named() {
    let (folder, path) = many();
    let sound = std::fs::read(&path).unwrap();
    let (mut least, mut salvaged) = (400, 0);
    for page in (1..sound.len() / 4096).step_by(3) {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 2000] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        let Ok(record) = Record::open(&path, &key(), &at(NOW)) else {
            continue;
        };
        let strict = export::to_folder(&record, folder.path(), &plain(), &at(NOW));
        let choices = Choices {
            salvage: true,
            ..plain()
        };
        let made = export::to_folder(&record, folder.path(), &choices, &at(NOW)).unwrap();
        match strict {
            // The page is one of undo or of the search index.
            Ok(strict) => assert_eq!(strict.counts.notes, 400),
            Err(_) => {
                assert!(!made.not_read.is_empty());
                least = least.min(made.counts.notes);
                salvaged = salvaged.max(made.counts.notes);
                let readme = text_in(&made.path, "README.txt");
                assert!(readme.contains("WHAT IS MISSING"));
                assert!(text_in(&made.path, "index.html").contains("What could not be read"));
            }
        }
    }
    println!("Of 400 notes, {least} to {salvaged} were read from records with one damaged page.");
    assert!(least < 400, "no page with notes was damaged");
    assert!(salvaged > 300, "at most {salvaged} of 400 were read");
}

#[test]
fn a_damaged_letter_is_left_out_and_named() {
    let (folder, path) = many();
    let mut record = Record::open(&path, &key(), &at(NOW)).unwrap();
    let good = attachment::Opened::bytes("good.txt", &b"whole"[..]);
    let bad: Vec<u8> = (0..200_000_u32).map(|at| (at * 7_919 >> 3) as u8).collect();
    let bad = attachment::Opened::bytes("bad.bin", std::io::Cursor::new(bad));
    for (name, bytes) in [("good.txt", good), ("bad.bin", bad)] {
        let content = record.keep_content(bytes).unwrap();
        let letter = Attachment::new(&at(NOW), name, content);
        record
            .change("Add", &at(NOW), |change| change.put_attachment(&letter))
            .unwrap();
    }
    drop(record);
    let choices = Choices {
        salvage: true,
        ..plain()
    };
    let sound = std::fs::read(&path).unwrap();
    let pages = sound.len() / 4096;
    let named = (pages - 40..pages).rev().any(|page| {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 2000] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        let Ok(record) = Record::open(&path, &key(), &at(NOW)) else {
            return false;
        };
        let Ok(made) = export::to_folder(&record, folder.path(), &choices, &at(NOW)) else {
            return false;
        };
        let named = made.not_read.iter().any(|line| line.contains("“bad.bin”"));
        named
    });
    assert!(named, "no page of the file was damaged");
}
