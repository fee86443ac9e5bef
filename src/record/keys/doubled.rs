//! Small files that everything hangs on: each has a second copy beside it, and each byte is checked.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::platform::files;
use crate::record::Error;

/// A file of keys, in a format with a number.
pub(super) trait Format: Serialize + DeserializeOwned {
    /// Says what the file is, in its field `format`.
    const FORMAT: &'static str;
    /// The newest form that we know, in its field `version`.
    const VERSION: u32;
}

/// What a file holds, and whether the second copy has to be written again.
pub(super) struct Found<T> {
    pub(super) content: T,
    pub(super) mend: bool,
}

/// Where the second copy is.
pub(super) fn second(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    name.into()
}

/// Whether either copy is there.
pub(super) fn is_there(path: &Path) -> bool {
    path.exists() || second(path).exists()
}

/// The bytes of the file.
pub(super) fn to_bytes<T: Format>(content: &T) -> Result<Vec<u8>, Error> {
    serde_json::to_vec_pretty(content).map_err(Error::other)
}

/// Reads bytes. Anything that we would not have written ourselves, to the byte, is damage.
pub(super) fn from_bytes<T: Format>(bytes: &[u8]) -> Result<T, Error> {
    let any: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| Error::KeysDamaged)?;
    if any["format"] != T::FORMAT {
        return Err(Error::KeysDamaged);
    }
    let version = any["version"].as_u64().ok_or(Error::KeysDamaged)?;
    if version > u64::from(T::VERSION) {
        return Err(Error::KeysNewer);
    }
    let content: T = serde_json::from_slice(bytes).map_err(|_| Error::KeysDamaged)?;
    if to_bytes(&content)? != bytes {
        return Err(Error::KeysDamaged);
    }
    Ok(content)
}

/// Reads the file, or its second copy when the first is damaged or gone. `proven` says whether what was read is
/// whole: a flipped bit may still make a file of the right form. A newer file is never passed over.
pub(super) fn read<T: Format>(
    path: &Path,
    proven: impl Fn(&T) -> Result<(), Error>,
) -> Result<Found<T>, Error> {
    let one = |path: &Path| {
        let bytes = std::fs::read(path).map_err(|failure| match failure.kind() {
            std::io::ErrorKind::NotFound => Error::KeysMissing,
            _ => Error::other(failure),
        })?;
        let content = from_bytes::<T>(&bytes)?;
        proven(&content)?;
        Ok((content, bytes))
    };
    let first = one(path);
    let other = one(&second(path));
    match (first, other) {
        (Err(Error::KeysNewer), _) => Err(Error::KeysNewer),
        (Ok((content, bytes)), other) => {
            let same = other.is_ok_and(|(_, copy)| copy == bytes);
            Ok(Found {
                content,
                mend: !same,
            })
        }
        (Err(_), Ok((content, _))) => Ok(Found {
            content,
            mend: true,
        }),
        (Err(Error::KeysMissing), Err(problem)) | (Err(problem), Err(_)) => Err(problem),
    }
}

/// Writes both copies, one after the other, each whole or not at all.
pub(super) fn write<T: Format>(path: &Path, content: &T) -> Result<(), Error> {
    let bytes = to_bytes(content)?;
    for path in [path, &second(path)] {
        files::write_private(path, &bytes)?;
    }
    Ok(())
}
