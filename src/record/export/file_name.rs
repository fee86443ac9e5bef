//! Where the bytes of a file stand in an export: a path that every system can unpack.

/// How many letters of a name are kept.
const LONGEST: usize = 80;

/// Names that Windows gives to devices, whatever their ending.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// `files/`, the start of the SHA-256, and the name of the file.
pub(super) fn path(sha256: &str, name: &str) -> String {
    let short: String = sha256.chars().take(16).collect();
    format!("files/{short}/{}", safe(name))
}

/// The name without what some system takes for a path, a device, or nothing at all. The ending stays.
fn safe(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|sign| match sign {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            sign if sign.is_control() => '-',
            sign => sign,
        })
        .collect();
    let name = name.trim().trim_matches('.').trim();
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 10 => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let stem: String = stem.chars().take(LONGEST).collect();
    let stem = stem.trim_end();
    let lower = stem.to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| {
        lower
            .strip_prefix(port)
            .is_some_and(|rest| rest.chars().count() == 1)
    });
    let device = numbered || DEVICES.contains(&lower.split('.').next().unwrap_or_default());
    match stem {
        "" => format!("file{ending}"),
        stem if device => format!("_{stem}{ending}"),
        stem => format!("{stem}{ending}"),
    }
}
