//! How slow it is to try a passphrase.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Key;
use crate::platform::clock;
use crate::record::Error;

/// The cost of one try at a passphrase: Argon2id on one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory, in KiB.
    kib: u32,
    /// How often the memory is filled.
    passes: u32,
}

/// How long unlocking should take on the computer that made the record.
const MEANT: Duration = Duration::from_millis(700);

impl Cost {
    /// The least that a record is made with: RFC 9106's second choice, on one lane.
    pub const LEAST: Cost = Cost::of(64 * 1024, 3);

    /// The most: a laptop of 4 GB must still open its record.
    const MOST: Cost = Cost::of(256 * 1024, 3);

    /// What a damaged file could ask for is refused above this, before the memory is taken.
    const ABSURD: Cost = Cost::of(1024 * 1024, 20);

    /// So much memory in KiB, filled so often. Anything under [`Cost::LEAST`] is for tests.
    pub const fn of(kib: u32, passes: u32) -> Cost {
        Cost { kib, passes }
    }

    /// About 0.7 seconds on this computer, between the least and the most.
    pub fn of_this_computer() -> Cost {
        let salt = [0; 16];
        let (made, took) = clock::timed(|| Cost::LEAST.stretch(b"measure", &salt));
        if made.is_err() {
            return Cost::LEAST;
        }
        Cost::LEAST.judged_by(took)
    }

    /// About 0.7 seconds on a computer where this cost took so long, between the least and the most.
    pub fn judged_by(self, took: Duration) -> Cost {
        let work = |cost: Cost| u128::from(cost.kib) * u128::from(cost.passes);
        let least = took.as_micros() * work(Cost::LEAST) / work(self).max(1);
        let times = (MEANT.as_micros() / least.max(1)).clamp(1, 4);
        let kib = Cost::LEAST.kib * u32::try_from(times).unwrap_or(1);
        Cost::of(kib.min(Cost::MOST.kib), Cost::LEAST.passes)
    }

    /// The work factor of scrypt that fills as much memory: 1 KiB for each of 2 to this power blocks.
    pub(in crate::record) fn scrypt_factor(self) -> u8 {
        u8::try_from(self.kib.max(2).ilog2()).unwrap_or(1)
    }

    /// Whether a try costs more than with the other, and neither its memory nor its passes are less.
    pub fn is_above(self, other: Cost) -> bool {
        self != other && self.kib >= other.kib && self.passes >= other.passes
    }

    /// The key that a passphrase stands for.
    pub(super) fn stretch(self, secret: &[u8], salt: &[u8]) -> Result<Key, Error> {
        if self.kib > Cost::ABSURD.kib || self.passes > Cost::ABSURD.passes {
            return Err(Error::KeysDamaged);
        }
        let params = Params::new(self.kib, self.passes, 1, Some(32));
        let params = params.map_err(|_| Error::KeysDamaged)?;
        let mut out = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret, salt, &mut *out)
            .map_err(|_| Error::KeysDamaged)?;
        Ok(Key::from_bytes(*out))
    }
}
