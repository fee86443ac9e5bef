//! Windows and macOS, through their own programming interfaces.

use std::pin::Pin;

use rfd::{AsyncFileDialog, FileHandle};

use super::{Answer, Wanted};

/// Shows the window. `None` from the system is a person who chose nothing.
pub(super) fn show(wanted: Wanted) -> Pin<Box<dyn Future<Output = Answer> + Send>> {
    let one = |chosen: Option<FileHandle>| {
        let chosen = chosen.into_iter();
        Ok(chosen.map(|file| file.path().to_owned()).collect())
    };
    let ask = AsyncFileDialog::new();
    match wanted {
        Wanted::File { title } => {
            let asked = ask.set_title(title).pick_file();
            Box::pin(async move { one(asked.await) })
        }
        Wanted::Files { title } => {
            let asked = ask.set_title(title).pick_files();
            Box::pin(async move {
                let chosen = asked.await.unwrap_or_default();
                Ok(chosen.iter().map(|file| file.path().to_owned()).collect())
            })
        }
        Wanted::Folder { title } => {
            let asked = ask.set_title(title).pick_folder();
            Box::pin(async move { one(asked.await) })
        }
        Wanted::Save { title, name } => {
            let asked = ask.set_title(title).set_file_name(name).save_file();
            Box::pin(async move { one(asked.await) })
        }
    }
}
