//! Passphrases: made here, or chosen and judged.

use bip39::Language;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;
use zxcvbn::{Score, zxcvbn};

use super::random;
use crate::record::Error;

/// How many words a passphrase of ours has: 55 bits.
const WORDS: usize = 5;

/// A passphrase. Spaces before, after and between words count as one, and letters with marks are composed (Unicode
/// NFKC): keyboards differ in how they send an é. Wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

/// How long a passphrase would stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Somebody who has the files would guess it.
    Weak,
    /// Good enough to keep a record.
    Strong,
}

impl Passphrase {
    /// What somebody typed.
    pub fn new(typed: &str) -> Passphrase {
        // Composing may lengthen a text up to eleven times; a text that grows would leave parts of itself behind.
        let mut composed = Zeroizing::new(String::with_capacity(typed.len() * 11));
        composed.extend(typed.nfkc());
        let mut words = Zeroizing::new(String::with_capacity(composed.len()));
        for word in composed.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        Passphrase(words)
    }

    /// Five random words.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn random() -> Result<Passphrase, Error> {
        let list = Language::English.word_list();
        let mut words = Zeroizing::new(String::with_capacity(64));
        for _ in 0..WORDS {
            // 2,048 words: eleven bits are one word, and none is likelier than another.
            let number = usize::from(u16::from_le_bytes(random()?)) % list.len();
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(list.get(number).copied().unwrap_or_default());
        }
        Ok(Passphrase(words))
    }

    /// How long it would stand: strong is a score of 3 or more of zxcvbn's 4. No other rule.
    pub fn strength(&self) -> Strength {
        // The judge takes long over long texts, and nothing after so many letters changes its mind.
        let start: Zeroizing<String> = Zeroizing::new(self.0.chars().take(100).collect());
        let strong = zxcvbn(&start, &["withy", "somerset"]).score() >= Score::Three;
        if strong {
            Strength::Strong
        } else {
            Strength::Weak
        }
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As it is shown to its owner.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Passphrase")
    }
}
