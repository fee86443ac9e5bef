//! The twelve words of the recovery sheet.

use bip39::{Error as Mistake, Language, Mnemonic};
use zeroize::Zeroizing;

use super::random;
use crate::record::Error;

/// How many words a sheet has.
const WORDS: usize = 12;

/// Twelve words that unlock the record: 128 random bits and a check that notices a wrong word (BIP 39).
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryWords(Zeroizing<[u8; 16]>);

impl RecoveryWords {
    /// New words.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn random() -> Result<RecoveryWords, Error> {
        Ok(RecoveryWords(Zeroizing::new(random()?)))
    }

    /// Reads words as a person types them from the sheet: any case, numbers and line breaks between.
    ///
    /// # Errors
    /// [`Error::WordsMistyped`] says which word is not on the list, how many there are, or that one is wrong.
    pub fn read(typed: &str) -> Result<RecoveryWords, Error> {
        let typed = Zeroizing::new(typed.to_lowercase());
        let words: Vec<&str> = typed
            .split(|sign: char| !sign.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        let unknown = words
            .iter()
            .find(|word| Language::English.find_word(word).is_none());
        if let Some(unknown) = unknown {
            return Err(Error::WordsMistyped(format!(
                "“{unknown}” is not a word of a recovery sheet."
            )));
        }
        if words.len() != WORDS {
            let there = crate::words::count(words.len(), "word", "words");
            return Err(Error::WordsMistyped(format!(
                "There are {there} here. A recovery sheet has {WORDS}."
            )));
        }
        let joined = Zeroizing::new(words.join(" "));
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &joined);
        let mnemonic = mnemonic.map_err(|mistake| match mistake {
            Mistake::InvalidChecksum => Error::WordsMistyped(
                "One of the words is wrong, or two have changed places.".to_owned(),
            ),
            other => Error::other(other),
        })?;
        let entropy = Zeroizing::new(mnemonic.to_entropy());
        <[u8; 16]>::try_from(entropy.as_slice())
            .map(|bytes| RecoveryWords(Zeroizing::new(bytes)))
            .map_err(|_| Error::KeysDamaged)
    }

    /// The words, in the order of the sheet.
    pub fn words(&self) -> Vec<&'static str> {
        Mnemonic::from_entropy_in(Language::English, &*self.0)
            .map(|mnemonic| mnemonic.words().collect())
            .unwrap_or_default()
    }

    pub(super) fn entropy(&self) -> &[u8; 16] {
        &self.0
    }
}

impl std::fmt::Debug for RecoveryWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RecoveryWords")
    }
}
