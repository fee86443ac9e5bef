//! A disk as it could look after the plug was pulled.
//!
//! What was synced is there. What was written to a file since may be there, missing or torn at any 512 bytes, each
//! write for itself. Names follow one another as in the journal of a file system: those up to the last synced folder
//! are there, and after that some of the next.

use std::fs;
use std::path::Path;

use super::Dice;
use super::trace::{Event, Inode, Naming, Node, Tree};

/// What stood there before.
#[derive(Debug, Default)]
pub struct Disk {
    pub tree: Tree,
    pub files: Vec<Vec<u8>>,
}

/// What is kept of what was not synced.
#[derive(Debug, Clone, Copy)]
pub enum Kept {
    Nothing,
    All,
    Some,
}

impl Disk {
    /// What is in `folder` now.
    pub fn of(folder: &Path) -> Disk {
        let mut disk = Disk::default();
        disk.add(folder);
        disk
    }

    fn add(&mut self, folder: &Path) {
        let _ = self.tree.insert(folder.to_owned(), Node::Folder);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.add(&path);
            } else {
                let node = Node::File(self.files.len());
                self.files.push(fs::read(&path).unwrap());
                let _ = self.tree.insert(path, node);
            }
        }
    }

    /// Puts into `place` what is left in `folder` when the plug is pulled after these events.
    pub fn after(
        &self,
        events: &[Event],
        kept: Kept,
        dice: &mut Dice,
        (folder, place): (&Path, &Path),
    ) {
        let mut files = self.files.clone();
        let mut waiting: Vec<Vec<&Event>> = vec![];
        let mut names: Vec<(&Naming, bool)> = vec![];
        let room = |inode: Inode, files: &mut Vec<Vec<u8>>, waiting: &mut Vec<Vec<&Event>>| {
            files.resize(files.len().max(inode + 1), vec![]);
            waiting.resize(waiting.len().max(files.len()), vec![]);
        };
        for event in events {
            match event {
                Event::Write(inode, ..) | Event::Cut(inode, _) => {
                    room(*inode, &mut files, &mut waiting);
                    waiting[*inode].push(event);
                }
                Event::Sync(inode) => {
                    room(*inode, &mut files, &mut waiting);
                    for event in waiting[*inode].drain(..) {
                        happen(event, &mut files[*inode]);
                    }
                }
                Event::Named(naming) => names.push((naming, false)),
                Event::SyncFolder(synced) => {
                    for (naming, is_synced) in &mut names {
                        *is_synced |= naming.folder() == Some(synced);
                    }
                }
                Event::Said(_) => {}
            }
        }
        for (inode, events) in waiting.iter().enumerate() {
            for event in events {
                match (kept, dice.under(20)) {
                    (Kept::All, _) | (Kept::Some, 0..9) => happen(event, &mut files[inode]),
                    (Kept::Some, 9..13) => torn(event, dice, &mut files[inode]),
                    _ => {}
                }
            }
        }
        let least = names.iter().rposition(|(_, synced)| *synced);
        let least = least.map_or(0, |last| last + 1);
        let last = match kept {
            Kept::Nothing => least,
            Kept::All => names.len(),
            Kept::Some => least + dice.under(names.len() - least + 1),
        };
        let mut tree = self.tree.clone();
        for (naming, _) in &names[..last] {
            naming.happen(&mut tree);
        }
        for (path, node) in tree {
            let there = place.join(path.strip_prefix(folder).unwrap());
            match node {
                Node::Folder => fs::create_dir_all(there).unwrap(),
                Node::File(inode) => {
                    let empty = vec![];
                    fs::write(there, files.get(inode).unwrap_or(&empty)).unwrap();
                }
            }
        }
    }
}

fn happen(event: &Event, file: &mut Vec<u8>) {
    match event {
        Event::Write(_, at, bytes) => put(file, *at, bytes),
        Event::Cut(_, length) => file.resize(*length, 0),
        _ => {}
    }
}

/// Some sectors of a write.
fn torn(event: &Event, dice: &mut Dice, file: &mut Vec<u8>) {
    if let Event::Write(_, at, bytes) = event {
        for (sector, bytes) in bytes.chunks(512).enumerate() {
            if dice.under(2) == 0 {
                put(file, at + sector * 512, bytes);
            }
        }
    }
}

fn put(file: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    file.resize(file.len().max(end), 0);
    file[at..end].copy_from_slice(bytes);
}
