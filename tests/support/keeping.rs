//! Making, locking and unlocking a record, as a person does and without walking the pages.

use std::path::Path;

use jiff::ZonedDateTime;
use withy::record::{Cost, Passphrase, Record, RecoveryWords, Secret, Vault};
use withy::screens::Place;

use super::Person;

/// The passphrase of every record that tests make.
pub const PASSPHRASE: &str = "marsh lantern teapot ladder";

/// A cost that takes no time.
pub const QUICK: Cost = Cost::of(64, 1);

/// A record in `folder`, unlocked, without walking the pages; and the words of its sheet.
pub fn new_vault(folder: &Path, now: &ZonedDateTime) -> (Vault, Record, RecoveryWords) {
    let words = RecoveryWords::random().unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let vault = Vault::create(folder, &passphrase, &words, QUICK, now).unwrap();
    let record = vault.open(now).unwrap();
    (vault, record, words)
}

/// What unlocks it.
pub fn secret() -> Secret {
    Secret::Passphrase(Passphrase::new(PASSPHRASE))
}

impl Person {
    /// On “Keep this private”: chooses a passphrase, writes down the words, types three of them.
    #[track_caller]
    pub fn keeps(&mut self) {
        let presses = self.presses;
        self.sees("Keep this private");
        self.press("Choose my own");
        self.pastes(PASSPHRASE);
        self.press("Use this passphrase");
        let sheet = self.sheet();
        self.press("I have written it down");
        for at in [3, 7, 11] {
            self.fills(&format!("Word {at}"), sheet[at - 1]);
        }
        self.press("Check the three words");
        assert!(self.app.context().record.is_some(), "{}", self.reads());
        self.presses = presses;
    }

    /// The twelve words of the sheet that is shown.
    #[track_caller]
    pub fn sheet(&mut self) -> Vec<&'static str> {
        let seen = self.look();
        let names = (0..seen.entries.len()).map(|at| seen.name(at));
        let words: Vec<&str> = names
            .filter_map(|name| bip39::Language::English.find_word(name.split_once(". ")?.1))
            .map(|number| bip39::Language::English.word_list()[usize::from(number)])
            .collect();
        assert_eq!(words.len(), 12, "{}", seen.outline());
        words
    }

    /// Unlocks the record that is there, if one is.
    pub(super) fn unlocks_if_locked(&mut self) {
        if *self.app.place() == Place::Lock {
            self.unlocks();
        }
    }

    /// Lets work go on that was held back.
    pub fn runs(&mut self, work: iced::Task<withy::app::Message>) {
        self.run(work);
        let _ = self.look();
    }

    /// Types the passphrase and presses Enter; not counted.
    #[track_caller]
    pub fn unlocks(&mut self) {
        self.pastes(PASSPHRASE);
        self.tap(iced::keyboard::key::Named::Enter);
        assert!(!self.app.context().locked, "{}", self.reads());
    }
}

/// Whether these are words of a list of ours, as a passphrase that was made here.
pub fn is_made_here(words: &str) -> bool {
    words.split(' ').count() == 5
        && words
            .split(' ')
            .all(|word| bip39::Language::English.find_word(word).is_some())
}
