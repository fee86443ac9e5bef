//! How long it takes. It prints and asserts nothing:
//! `cargo test --test record_export -- --ignored --nocapture`.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::time::Instant;

use super::*;

const NOTES: usize = 10_000;

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    println!("{what}: {:?}", began.elapsed());
    done
}

#[test]
#[ignore = "prints figures"]
fn figures() {
    let now = at(NOW);
    let (folder, mut record) = new_record(&now);
    record
        .change("Write", &now, |change| {
            for number in 0..NOTES {
                let note = Note {
                    text: format!("{number} {}", "some words of a note ".repeat(40)),
                    ..Note::new(&now)
                };
                change.put_note(&note)?;
            }
            Ok(())
        })
        .unwrap();
    let bytes: Vec<u8> = (0..20_000_000_u32)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let photograph = attachment::Opened::bytes("photograph.jpg", std::io::Cursor::new(bytes));
    let content = record.keep_content(photograph).unwrap();
    let photograph = Attachment::new(&now, "photograph.jpg", content);
    record
        .change("Add", &now, |change| change.put_attachment(&photograph))
        .unwrap();
    println!("{NOTES} notes and a photograph of 20 MB");
    let made = timed("plain, with reading it back", || {
        exported(&record, folder.path())
    });
    println!("it is {} bytes long", made.bytes);
    let _ = timed("locked with the least cost, with reading it back", || {
        export::to_folder(&record, folder.path(), &locked(), &now).unwrap()
    });
    let opened = timed("reading it through", || {
        Opened::read(&made.path, None).unwrap()
    });
    let (_other_folder, mut other) = new_record(&now);
    let _ = timed("the dry run", || opened.compare(&other, &now).unwrap());
    let _ = timed("bringing it in", || {
        bring_in(&mut other, &opened, How::default(), &now).unwrap()
    });
    let _ = timed("the dry run when all is here", || {
        opened.compare(&other, &now).unwrap()
    });
}
