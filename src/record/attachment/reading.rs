//! The bytes of a file, out of the record and checked.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::Content;
use crate::record::{Error, store};

/// Reads a file piece by piece.
#[derive(Debug)]
pub struct Reading<'a> {
    connection: &'a store::Connection,
    content: Content,
    /// Where its pieces are.
    place: i64,
    number: i64,
    piece: Vec<u8>,
    /// How much of the piece was read.
    done: usize,
    size: u64,
    hash: Sha256,
    ended: bool,
    problem: Option<Error>,
}

impl<'a> Reading<'a> {
    pub(super) fn start(
        connection: &'a store::Connection,
        content: &Content,
    ) -> Result<Reading<'a>, Error> {
        let place = store::content::place(connection, &content.sha256)?;
        Ok(Reading {
            connection,
            content: content.clone(),
            place: place.ok_or(Error::Gone)?,
            number: 0,
            piece: Vec::new(),
            done: 0,
            size: 0,
            hash: Sha256::new(),
            ended: false,
            problem: None,
        })
    }

    /// Why the bytes could not be read, if they could not.
    pub fn into_problem(self) -> Option<Error> {
        self.problem
    }

    /// The next piece; false at the end, once it is known that the bytes are those that were given.
    fn next_piece(&mut self) -> Result<bool, Error> {
        let piece = store::content::piece(self.connection, self.place, self.number)?;
        let Some(piece) = piece else {
            let hash = hex::encode(std::mem::take(&mut self.hash).finalize());
            if hash != self.content.sha256 || self.size != self.content.size {
                return Err(Error::FileDamaged);
            }
            return Ok(false);
        };
        self.number += 1;
        self.size += piece.len() as u64;
        self.hash.update(&piece);
        self.piece = piece;
        self.done = 0;
        Ok(true)
    }
}

impl Read for Reading<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while self.done == self.piece.len() && !self.ended {
            match self.next_piece() {
                Ok(there) => self.ended = !there,
                Err(problem) => {
                    self.problem = Some(problem.clone());
                    return Err(io::Error::other(problem));
                }
            }
        }
        if self.ended {
            return Ok(0);
        }
        let rest = self.piece.get(self.done..).unwrap_or_default();
        let read = rest.len().min(buffer.len());
        buffer[..read].copy_from_slice(&rest[..read]);
        self.done += read;
        Ok(read)
    }
}
