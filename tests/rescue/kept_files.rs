//! Kept files in a damaged record: those that are whole come out as they were, and no others.

use std::io::{Cursor, Read};

use withy::record::attachment::{Attachment, Opened};

use crate::person::a_tuesday;
use crate::person::keeping::new_vault;

const PIECE: usize = 1024 * 1024;

fn bytes(length: usize, number: usize) -> Vec<u8> {
    (0..length)
        .map(|at| ((at * 31 + number * 7) % 251) as u8)
        .collect()
}

#[test]
fn whole_files_come_out_as_they_were_and_broken_ones_do_not() {
    let now = a_tuesday();
    let lengths = [PIECE * 2 + 9, 300_000, PIECE * 3, 12];
    for start in [20, 50, 80] {
        let folder = tempfile::tempdir().unwrap();
        let (vault, mut record, _) = new_vault(folder.path(), &now);
        for (number, length) in lengths.into_iter().enumerate() {
            let file = Opened::bytes("letter", Cursor::new(bytes(length, number)));
            let content = record.keep_content(file).unwrap();
            let file = Attachment::new(&now, &format!("letter {number}.pdf"), content);
            record
                .change("File added", &now, |change| change.put_attachment(&file))
                .unwrap();
        }
        drop(record);
        let path = vault.record_file().unwrap();
        let mut damaged = std::fs::read(&path).unwrap();
        let length = damaged.len();
        damaged[length * start / 100..length * (start + 3) / 100].fill(0x5A);
        std::fs::write(&path, damaged).unwrap();
        let rescued = vault.rescue(&now).unwrap();
        let files = rescued.record.attachments(&Default::default()).unwrap();
        eprintln!(
            "{start} %: {} of 4 files, {} lost",
            files.len(),
            rescued.lost
        );
        assert!(files.len() < lengths.len() && files.len() >= 2, "{start}");
        assert!(rescued.lost > 0);
        for file in files {
            let number = (0..4).find(|number| file.name.contains(&number.to_string()));
            let number = number.unwrap();
            let mut all = vec![];
            let mut reading = rescued.record.read_content(&file.content).unwrap();
            let _ = reading.read_to_end(&mut all).unwrap();
            assert!(all == bytes(lengths[number], number), "{}", file.name);
        }
        let _ = rescued.kept.unwrap();
    }
}
