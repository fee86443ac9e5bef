//! What an export says about itself to whoever finds it, in plain words.

use super::{Contents, VERSION};
use crate::words;

/// `README.txt`, with lines for every system.
pub(crate) fn text(contents: &Contents) -> String {
    let made = format!(
        "{}, {}",
        words::date(contents.made_at.date()),
        words::time(contents.made_at.time())
    );
    let mut text = format!(
        "A RECORD KEPT WITH WITHY

This is a copy of a family's own record. It was made on {made}.
It is private. Anyone who has these files can read them.

WHAT IS HERE

index.html             Everything, to read. Open it in any web browser.
files                  Letters and other files, as they were given.
tables                 Tables for a spreadsheet, one for each kind of thing.
record.json            Everything, exactly, for other programs.
data-dictionary.html   What every field means. The same is in data-dictionary.csv.
manifest.json          A fingerprint (SHA-256) of each file. It shows damage.

BRINGING IT BACK INTO WITHY

Keep the zip file whole. In Withy, open Settings, Passphrase and backups, Import an export.
Without a window: withy record import \"name of the file.zip\"
Withy first says what would be added. One Undo takes it all back.

THE TABLES

They are CSV files in UTF-8. The first line holds the names of the columns.
Some programs run a cell that begins with = or a sign like it.
So such a cell has an apostrophe (') before it. record.json has the exact words.
Several values in one cell have ; between them.
What is in the bin is here too: deleted_at says since when.

The format is withy-export, version {VERSION}.
"
    );
    if !contents.not_read.is_empty() {
        text.push_str("\nWHAT IS MISSING\n\nThe record was damaged. This could not be read:\n");
        for line in &contents.not_read {
            text.push_str("- ");
            text.push_str(line);
            text.push('\n');
        }
    }
    text.replace('\n', "\r\n")
}
