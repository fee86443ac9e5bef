//! One zip file, written from its first byte to its last: straight onto the disk, or through age, so that a locked
//! export is never in plain text anywhere.

use std::io::{self, BufWriter, Read, Write};

use age::secrecy::SecretString;
use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::entry::time;
use super::{Error, FORMAT, VERSION};
use crate::record::{Cost, Passphrase};

/// What locks an export.
#[derive(Debug, Clone)]
pub struct Lock {
    /// What opens it again, in Withy or in any program that knows age.
    pub passphrase: Passphrase,
    /// How slow it is to try one.
    pub cost: Cost,
}

/// The name of the list of files.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The list of files in an export, so that damage is noticed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) format: String,
    pub(crate) format_version: u32,
    #[serde(with = "time")]
    pub(crate) made_at: ZonedDateTime,
    pub(crate) files: Vec<Listed>,
}

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listed {
    /// Its name in the zip file, with `/` between folders.
    pub(crate) path: String,
    /// Its length.
    pub(crate) bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub(crate) sha256: String,
}

/// Writes a zip file, plain or locked: `fill` puts its files in, and the manifest comes last.
pub(crate) fn write(
    into: &mut dyn Write,
    lock: Option<&Lock>,
    now: &ZonedDateTime,
    fill: impl FnOnce(&mut Pack<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let Some(lock) = lock else {
        let mut into = BufWriter::new(into);
        fill_zip(&mut into, now, fill)?;
        return into.flush().map_err(Error::from);
    };
    let passphrase = SecretString::from(lock.passphrase.as_str().to_owned());
    let mut recipient = age::scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(lock.cost.scrypt_factor());
    let recipients = std::iter::once(&recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients).map_err(|_| Error::Inside)?;
    let mut locked = encryptor.wrap_output(BufWriter::new(into))?;
    fill_zip(&mut locked, now, fill)?;
    locked.finish()?.flush().map_err(Error::from)
}

fn fill_zip(
    into: &mut dyn Write,
    now: &ZonedDateTime,
    fill: impl FnOnce(&mut Pack<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut pack = Pack {
        zip: ZipWriter::new_stream(into),
        options: options(now),
        manifest: Manifest {
            format: FORMAT.to_owned(),
            format_version: VERSION,
            made_at: now.clone(),
            files: vec![],
        },
    };
    fill(&mut pack)?;
    let manifest = serde_json::to_vec_pretty(&pack.manifest).map_err(|_| Error::Inside)?;
    pack.add(MANIFEST, &mut manifest.as_slice())?;
    let _ = pack.zip.finish().map_err(io::Error::from)?;
    Ok(())
}

fn options(now: &ZonedDateTime) -> SimpleFileOptions {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .unix_permissions(0o600);
    let part = |number: i8| u8::try_from(number).unwrap_or(0);
    let day = u16::try_from(now.year()).ok().and_then(|year| {
        DateTime::from_date_and_time(
            year,
            part(now.month()),
            part(now.day()),
            part(now.hour()),
            part(now.minute()),
            part(now.second()),
        )
        .ok()
    });
    day.map_or(options, |day| options.last_modified_time(day))
}

/// A zip file being filled.
pub(crate) struct Pack<'a> {
    zip: ZipWriter<StreamWriter<&'a mut dyn Write>>,
    options: SimpleFileOptions,
    manifest: Manifest,
}

impl Pack<'_> {
    /// Adds one file, and its length and SHA-256 to the manifest.
    pub(crate) fn add(&mut self, path: &str, from: &mut dyn Read) -> Result<(), Error> {
        self.zip
            .start_file(path, self.options)
            .map_err(io::Error::from)?;
        let mut hashed = Hashed::new(&mut self.zip);
        let _ = io::copy(from, &mut hashed)?;
        let (bytes, sha256) = hashed.done();
        self.manifest.files.push(Listed {
            path: path.to_owned(),
            bytes,
            sha256,
        });
        Ok(())
    }
}

/// Passes everything on, and counts and hashes it.
pub(crate) struct Hashed<W> {
    into: W,
    hash: Sha256,
    bytes: u64,
}

impl<W> Hashed<W> {
    pub(crate) fn new(into: W) -> Hashed<W> {
        Hashed {
            into,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    /// How many bytes went through, and their SHA-256 in hexadecimal.
    pub(crate) fn done(self) -> (u64, String) {
        (self.bytes, hex::encode(self.hash.finalize()))
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        let written = self.into.write(part)?;
        self.hash.update(part.get(..written).unwrap_or_default());
        self.bytes += u64::try_from(written).unwrap_or(0);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}
