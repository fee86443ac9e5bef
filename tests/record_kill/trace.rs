//! What a program did to its files, read from what strace wrote down (`-f -xx`).

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// A file, whatever its name is now.
pub type Inode = usize;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    File(Inode),
    Folder,
}

/// Names of files and folders.
pub type Tree = BTreeMap<PathBuf, Node>;

/// A change of names.
#[derive(Debug, Clone)]
pub enum Naming {
    Put(PathBuf, Node),
    Gone(PathBuf),
    Moved(PathBuf, PathBuf),
}

impl Naming {
    /// The folder that has to be synced to keep it.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Naming::Put(path, _) | Naming::Gone(path) | Naming::Moved(_, path) => path.parent(),
        }
    }

    /// Makes it so.
    pub fn happen(&self, tree: &mut Tree) {
        match self {
            Naming::Put(path, node) => {
                let _ = tree.insert(path.clone(), *node);
            }
            Naming::Gone(path) => {
                let _ = tree.remove(path);
            }
            Naming::Moved(from, to) => {
                let moving = tree.keys().filter(|path| path.starts_with(from));
                let moving: Vec<PathBuf> = moving.cloned().collect();
                for path in moving {
                    let node = tree.remove(&path).unwrap();
                    let rest = path.strip_prefix(from).unwrap();
                    // Joining nothing would add a slash.
                    let there = match rest.as_os_str().is_empty() {
                        true => to.clone(),
                        false => to.join(rest),
                    };
                    let _ = tree.insert(there, node);
                }
            }
        }
    }
}

/// One thing that happened, in order.
#[derive(Debug, Clone)]
pub enum Event {
    Write(Inode, usize, Vec<u8>),
    Cut(Inode, usize),
    Sync(Inode),
    Named(Naming),
    SyncFolder(PathBuf),
    Said(String),
}

/// What is open under a number.
#[derive(Debug, Clone)]
enum Open {
    File(Inode, usize),
    Folder(PathBuf),
    /// Nothing of ours.
    Other,
}

/// What a trace came to.
#[derive(Debug)]
pub struct Traced {
    pub events: Vec<Event>,
    /// Files outside the folder that were opened to be written.
    pub outside: Vec<String>,
}

/// The calls that are asked for. Those that could change a file and are not understood stop the test.
pub const CALLS: &str = "openat,open,creat,pwrite64,write,writev,pwritev,fsync,fdatasync,sync,\
    ftruncate,truncate,fallocate,unlink,unlinkat,rmdir,rename,renameat,renameat2,link,linkat,\
    symlink,symlinkat,mkdir,mkdirat,close,lseek,dup,dup2,dup3,fcntl,copy_file_range,sendfile,splice";

struct Reader<'a> {
    folder: &'a Path,
    tree: Tree,
    files: Inode,
    open: HashMap<i64, Open>,
    traced: Traced,
}

/// Reads a trace. `tree` is what stood in `folder` when it began, with inodes from 0 to `files`.
pub fn read(trace: &str, folder: &Path, tree: Tree, files: Inode) -> Traced {
    let mut reader = Reader {
        folder,
        tree,
        files,
        open: HashMap::new(),
        traced: Traced {
            events: vec![],
            outside: vec![],
        },
    };
    let mut unfinished: HashMap<&str, String> = HashMap::new();
    for line in trace.lines() {
        let Some((thread, call)) = line.split_once(' ') else {
            continue;
        };
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix(" <unfinished ...>") {
            let _ = unfinished.insert(thread, begun.to_owned());
        } else if let Some((_, rest)) = call.split_once(" resumed>") {
            let begun = unfinished.remove(thread).unwrap_or_default();
            reader.call(&format!("{begun}{rest}"));
        } else {
            reader.call(call);
        }
    }
    reader.traced
}

impl Reader<'_> {
    fn call(&mut self, line: &str) {
        let Some((name, rest)) = line.split_once('(') else {
            return;
        };
        let Some((arguments, answer)) = rest.rsplit_once(") ") else {
            return;
        };
        let answer = answer.trim_start().trim_start_matches("= ");
        let answer = answer.split(' ').next().unwrap_or_default();
        let Ok(answer) = answer.parse::<i64>() else {
            return;
        };
        if answer < 0 {
            return;
        }
        let arguments: Vec<&str> = arguments.split(", ").collect();
        let number = |at: usize| arguments[at].parse::<i64>().unwrap();
        let length = |at: usize| usize::try_from(number(at)).unwrap();
        match name {
            "openat" => self.opened(self.path(arguments[0], arguments[1]), arguments[2], answer),
            "write" => self.written(number(0), None, text(arguments[1]), answer),
            "pwrite64" => self.written(number(0), Some(length(3)), text(arguments[1]), answer),
            "lseek" => {
                if let Some(Open::File(_, at)) = self.open.get_mut(&number(0)) {
                    *at = usize::try_from(answer).unwrap();
                }
            }
            "ftruncate" => {
                if let Some(Open::File(inode, _)) = self.open.get(&number(0)) {
                    self.traced.events.push(Event::Cut(*inode, length(1)));
                }
            }
            "fsync" | "fdatasync" => match self.open.get(&number(0)) {
                Some(Open::File(inode, _)) => self.traced.events.push(Event::Sync(*inode)),
                Some(Open::Folder(path)) => {
                    let path = path.clone();
                    self.traced.events.push(Event::SyncFolder(path));
                }
                _ => {}
            },
            "unlink" | "rmdir" => self.name(Naming::Gone(self.path("AT_FDCWD", arguments[0]))),
            "unlinkat" => self.name(Naming::Gone(self.path(arguments[0], arguments[1]))),
            "mkdir" => {
                let path = self.path("AT_FDCWD", arguments[0]);
                self.name(Naming::Put(path, Node::Folder));
            }
            "rename" => {
                let [from, to] = [0, 1].map(|at| self.path("AT_FDCWD", arguments[at]));
                self.name(Naming::Moved(from, to));
            }
            "renameat" | "renameat2" => {
                let [from, to] = [0, 2].map(|at| self.path(arguments[at], arguments[at + 1]));
                self.name(Naming::Moved(from, to));
            }
            "link" | "linkat" => {
                let [from, to] = match name {
                    "link" => [0, 1].map(|at| self.path("AT_FDCWD", arguments[at])),
                    _ => [0, 2].map(|at| self.path(arguments[at], arguments[at + 1])),
                };
                if let Some(node) = self.tree.get(&from).copied() {
                    self.name(Naming::Put(to, node));
                }
            }
            "close" => {
                let _ = self.open.remove(&number(0));
            }
            "fcntl" if arguments[1].starts_with("F_DUPFD") => {
                let same = self.open.get(&number(0)).cloned().unwrap_or(Open::Other);
                let _ = self.open.insert(answer, same);
            }
            // Locks, which do not outlive a power cut.
            "fcntl" => {}
            _ => {
                let ours =
                    |number: &i64| !matches!(self.open.get(number), None | Some(Open::Other));
                let numbers = arguments.iter().filter_map(|it| it.parse().ok());
                let strange = numbers.filter(ours).count() > 0 || line.contains('"');
                assert!(
                    !strange,
                    "a call that this test does not understand: {line:.200}"
                );
            }
        }
    }

    fn path(&self, folder: &str, name: &str) -> PathBuf {
        let name = String::from_utf8(text(name)).unwrap();
        match folder
            .parse()
            .ok()
            .and_then(|number| self.open.get(&number))
        {
            Some(Open::Folder(folder)) => folder.join(name),
            _ => name.into(),
        }
    }

    fn name(&mut self, naming: Naming) {
        let inside = match &naming {
            Naming::Put(path, _) | Naming::Gone(path) => path.starts_with(self.folder),
            Naming::Moved(from, to) => {
                let inside = to.starts_with(self.folder);
                assert_eq!(inside, from.starts_with(self.folder), "{naming:?}");
                inside
            }
        };
        if inside {
            naming.happen(&mut self.tree);
            self.traced.events.push(Event::Named(naming));
        }
    }

    fn opened(&mut self, path: PathBuf, flags: &str, number: i64) {
        let writes = ["O_WRONLY", "O_RDWR", "O_CREAT"]
            .iter()
            .any(|it| flags.contains(it));
        let what = if !path.starts_with(self.folder) {
            if writes && !path.starts_with("/dev") && !path.starts_with("/proc") {
                self.traced.outside.push(path.display().to_string());
            }
            Open::Other
        } else {
            match self.tree.get(&path) {
                Some(Node::Folder) => Open::Folder(path),
                Some(Node::File(inode)) => Open::File(*inode, 0),
                None if flags.contains("O_CREAT") => {
                    let inode = self.files;
                    self.files += 1;
                    self.name(Naming::Put(path, Node::File(inode)));
                    Open::File(inode, 0)
                }
                None => Open::Other,
            }
        };
        if let (Open::File(inode, _), true) = (&what, flags.contains("O_TRUNC")) {
            self.traced.events.push(Event::Cut(*inode, 0));
        }
        let _ = self.open.insert(number, what);
    }

    fn written(&mut self, number: i64, at: Option<usize>, mut bytes: Vec<u8>, answer: i64) {
        bytes.truncate(usize::try_from(answer).unwrap());
        if number == 1 {
            let said = String::from_utf8_lossy(&bytes).trim().to_owned();
            self.traced.events.push(Event::Said(said));
        }
        if let Some(Open::File(inode, here)) = self.open.get_mut(&number) {
            let start = at.unwrap_or(*here);
            if at.is_none() {
                *here += bytes.len();
            }
            self.traced.events.push(Event::Write(*inode, start, bytes));
        }
    }
}

/// A string of a trace: `"\x41\x42"`.
fn text(argument: &str) -> Vec<u8> {
    let digits = argument.trim_matches('"').split("\\x").skip(1);
    digits
        .map(|pair| u8::from_str_radix(pair, 16).unwrap())
        .collect()
}
