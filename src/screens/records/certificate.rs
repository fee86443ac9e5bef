//! The certificate that a record was wiped, in words.

use super::Paper;
use crate::record::vault::Certificate;
use crate::words;

/// What no wipe on this computer reaches.
pub(super) const NOT_REACHED: [&str; 4] = [
    "Copies on USB sticks, other drives or other computers. Delete those yourself.",
    "Files that you saved or exported, letters that you printed, and what you sent to others.",
    "Backups of this whole computer that other programs make.",
    "Traces on the disk. A specialist who also has your passphrase may find parts of old files.",
];

impl Paper {
    /// The whole certificate as text.
    pub(super) fn words(&self) -> String {
        let mut lines = vec![
            "A record was deleted from Withy for good.".to_owned(),
            String::new(),
        ];
        if let Some(name) = self.name.as_ref().filter(|_| self.with_name) {
            lines.push(format!("Name: {name}"));
        }
        for (what, fact) in facts(&self.certificate) {
            lines.push(format!("{what}: {fact}"));
        }
        lines.push(String::new());
        lines.push("How: its keys were written over and deleted first, then its files.".to_owned());
        lines.push("What this does not reach:".to_owned());
        lines.extend(NOT_REACHED.map(|one| format!("- {one}")));
        lines.join("\n") + "\n"
    }
}

/// What was wiped and when, in rows.
pub(super) fn facts(certificate: &Certificate) -> Vec<(&'static str, String)> {
    let at = &certificate.at;
    let when = format!("{}, {}", words::date(at.date()), words::time(at.time()));
    let rescued = certificate.rescued as usize;
    let rescued = (rescued > 0).then(|| ("Read out of damage", set_aside(rescued)));
    let facts = vec![
        ("Wiped", when),
        ("Number of the record", certificate.family.to_string()),
        ("In it", in_words(certificate.counts.as_ref())),
        ("Backups on this computer", numbers(&certificate.backups)),
        (
            "Set aside earlier",
            set_aside(certificate.set_aside as usize),
        ),
    ];
    facts.into_iter().chain(rescued).collect()
}

/// How many things were in it.
pub(super) fn in_words(counts: Option<&crate::record::Counts>) -> String {
    match counts {
        Some(counts) => crate::screens::shared::counted::counted(counts),
        None => "It could not be read.".to_owned(),
    }
}

fn numbers(all: &[u32]) -> String {
    let numbers: Vec<String> = all.iter().map(u32::to_string).collect();
    match numbers.split_last() {
        None => "None".to_owned(),
        Some((only, [])) => format!("1 backup, number {only}"),
        Some((last, rest)) => format!(
            "{}, numbers {} and {last}",
            words::count(all.len(), "backup", "backups"),
            rest.join(", ")
        ),
    }
}

/// In how many folders an older self of it stands.
pub(super) fn set_aside(folders: usize) -> String {
    match folders {
        0 => "None".to_owned(),
        some => words::count(some, "older copy", "older copies"),
    }
}
