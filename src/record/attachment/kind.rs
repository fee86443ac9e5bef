//! What kind of file a name says that it is.

/// The endings we know, with their media type (as the IANA lists them) and what the screen calls them.
const KINDS: &[(&[&str], &str, &str)] = &[
    (&["pdf"], "application/pdf", "PDF document"),
    (&["jpg", "jpeg"], "image/jpeg", PICTURE),
    (&["png"], "image/png", PICTURE),
    (&["heic"], "image/heic", PICTURE),
    (&["heif"], "image/heif", PICTURE),
    (&["gif"], "image/gif", PICTURE),
    (&["webp"], "image/webp", PICTURE),
    (&["bmp"], "image/bmp", PICTURE),
    (&["tif", "tiff"], "image/tiff", PICTURE),
    (&["svg"], "image/svg+xml", PICTURE),
    (&["txt"], "text/plain", "Text"),
    (&["md"], "text/markdown", "Text"),
    (&["rtf"], "application/rtf", "Document"),
    (&["doc"], "application/msword", "Document"),
    (
        &["docx"],
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Document",
    ),
    (
        &["odt"],
        "application/vnd.oasis.opendocument.text",
        "Document",
    ),
    (&["xls"], "application/vnd.ms-excel", "Spreadsheet"),
    (
        &["xlsx"],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Spreadsheet",
    ),
    (
        &["ods"],
        "application/vnd.oasis.opendocument.spreadsheet",
        "Spreadsheet",
    ),
    (&["csv"], "text/csv", "Spreadsheet"),
    (&["ppt"], "application/vnd.ms-powerpoint", "Slides"),
    (
        &["pptx"],
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "Slides",
    ),
    (
        &["odp"],
        "application/vnd.oasis.opendocument.presentation",
        "Slides",
    ),
    (&["html", "htm"], "text/html", "Web page"),
    (&["eml"], "message/rfc822", "Email"),
    (&["msg"], "application/vnd.ms-outlook", "Email"),
    (&["ics"], "text/calendar", "Calendar entry"),
    (&["mp3"], "audio/mpeg", SOUND),
    (&["m4a"], "audio/mp4", SOUND),
    (&["wav"], "audio/wav", SOUND),
    (&["ogg", "opus"], "audio/ogg", SOUND),
    (&["mp4", "m4v"], "video/mp4", FILM),
    (&["mov"], "video/quicktime", FILM),
    (&["webm"], "video/webm", FILM),
    (&["zip"], "application/zip", "Folder in one file (zip)"),
];

const PICTURE: &str = "Photograph or picture";
const SOUND: &str = "Sound";
const FILM: &str = "Film";

/// The media type of everything else.
const UNKNOWN: &str = "application/octet-stream";

/// Endings of what a system may run when it is opened, and not show.
const RUN: &[&str] = &[
    "app",
    "appimage",
    "appref-ms",
    "bat",
    "cmd",
    "com",
    "command",
    "cpl",
    "desktop",
    "dmg",
    "exe",
    "gadget",
    "hta",
    "inf",
    "jar",
    "js",
    "jse",
    "lnk",
    "msc",
    "msi",
    "msp",
    "pif",
    "pkg",
    "ps1",
    "py",
    "reg",
    "run",
    "scf",
    "scr",
    "sh",
    "url",
    "vb",
    "vbe",
    "vbs",
    "webloc",
    "ws",
    "wsf",
    "wsh",
];

fn ending(name: &str) -> String {
    let ending = name.trim_end_matches(['.', ' ']).rsplit_once('.');
    ending.map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

/// The media type of a file with this name.
pub fn media_type(name: &str) -> &'static str {
    let ending = ending(name);
    let known = KINDS
        .iter()
        .find(|(endings, _, _)| endings.contains(&ending.as_str()));
    known.map_or(UNKNOWN, |(_, media_type, _)| media_type)
}

/// What the screen calls files of this media type.
pub fn kind_in_words(media_type: &str) -> &'static str {
    let known = KINDS.iter().find(|(_, one, _)| *one == media_type);
    known.map_or("File", |(_, _, words)| words)
}

/// Whether opening a file with this name may start a program.
pub fn can_run(name: &str) -> bool {
    RUN.contains(&ending(name).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_says_what_kind_it_is() {
        assert_eq!(media_type("Letter.PDF"), "application/pdf");
        assert_eq!(kind_in_words(media_type("photo.jpeg")), PICTURE);
        assert_eq!(kind_in_words(media_type("no ending")), "File");
    }

    #[test]
    fn what_would_run_is_known_however_it_is_written() {
        assert!(can_run("letter.pdf.EXE"));
        assert!(can_run("letter.exe. "));
        assert!(!can_run("exe"));
        assert!(!can_run("letter.pdf"));
    }
}
