//! A record with a damaged page: nothing is exported as if it were whole, and what rescue read out of it is.

use withy::record::{RecoveryWords, Vault, export};

use super::*;

/// A folder with 400 notes and a file, and the file of its record.
fn many() -> (TempDir, Vault, PathBuf) {
    let now = at(NOW);
    let folder = tempfile::tempdir().unwrap();
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let quick = Cost::of(64, 1);
    let vault = Vault::create(folder.path(), &passphrase, &words, quick, &now).unwrap();
    let mut record = vault.open(&now).unwrap();
    let bytes: Vec<u8> = (0..200_000_u32)
        .map(|at| ((at * 7_919) >> 3) as u8)
        .collect();
    let scan = attachment::Opened::bytes("scan.bin", std::io::Cursor::new(bytes));
    let scan = Attachment::new(&now, "scan.bin", record.keep_content(scan).unwrap());
    record
        .change("Write", &now, |change| {
            change.put_attachment(&scan)?;
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
    drop(record);
    let file = vault.record_file().unwrap();
    (folder, vault, file)
}

#[test]
fn what_rescue_read_is_exported_and_damage_is_never_exported_as_whole() {
    let now = at(NOW);
    let (folder, vault, file) = many();
    let sound = std::fs::read(&file).unwrap();
    let target = folder.path().join("exports");
    std::fs::create_dir(&target).unwrap();
    let choices = Choices {
        salvage: true,
        ..plain()
    };
    let (mut refused, mut fewer) = (0, 0);
    for page in (2..sound.len() / 4096).step_by(5) {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 2000] ^= 1;
        std::fs::write(&file, &bytes).unwrap();
        if let Ok(record) = vault.open(&now) {
            let before = std::fs::read_dir(&target).unwrap().count();
            if let Err(problem) = export::to_folder(&record, &target, &choices, &now) {
                let said = problem.to_string();
                assert!(said.contains("Part of your record is damaged."), "{said}");
                assert_eq!(std::fs::read_dir(&target).unwrap().count(), before);
                refused += 1;
            }
            record.close_as_it_is();
        }
        std::fs::write(&file, &bytes).unwrap();
        let Ok(rescued) = vault.rescue(&now) else {
            continue;
        };
        let made = export::to_folder(&rescued.record, &target, &choices, &now).unwrap();
        fewer += u32::from(made.counts.notes < 400 || made.counts.attachments < 1);
    }
    eprintln!(
        "Of the damaged pages {refused} were noticed; after {fewer} there were fewer notes or files."
    );
    assert!(refused > 0 && fewer > 0);
}
