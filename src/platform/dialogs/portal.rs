//! Linux: the file chooser of the XDG desktop portal, which GNOME, KDE and the others share. We ask it
//! ourselves because `rfd` does not say whether there was a window at all, and because it keeps GTK
//! and a second D-Bus library out of the process that holds the record.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

use futures::StreamExt;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, Proxy};

use super::{Answer, NoDialog, Wanted};

const DESKTOP: &str = "org.freedesktop.portal.Desktop";

/// Shows the window, and waits as long as the person takes.
pub(super) async fn show(wanted: Wanted) -> Answer {
    match converse(&wanted).await {
        Ok(Some((0, chosen))) => Ok(chosen),
        // 1: the person closed it.
        Ok(Some((1, _))) => Ok(vec![]),
        _ => Err(NoDialog),
    }
}

/// The portal's number for how it ended, and what was chosen. It answers by a signal on an object whose
/// name is known beforehand, so that no answer can come before we listen.
async fn converse(wanted: &Wanted) -> zbus::Result<Option<(u32, Vec<PathBuf>)>> {
    let bus = Connection::session().await?;
    let us = bus.unique_name().map(ToString::to_string);
    let us = us.unwrap_or_default();
    let us = us.trim_start_matches(':').replace('.', "_");
    let token = format!("withy{}", uuid::Uuid::new_v4().simple());
    let request = format!("/org/freedesktop/portal/desktop/request/{us}/{token}");
    let request = Proxy::new(&bus, DESKTOP, request, "org.freedesktop.portal.Request").await?;
    let mut answers = request.receive_signal("Response").await?;
    let chooser = Proxy::new(
        &bus,
        DESKTOP,
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.FileChooser",
    )
    .await?;
    let mut options: HashMap<&str, Value<'_>> =
        HashMap::from([("handle_token", Value::from(token))]);
    let (method, title) = match wanted {
        Wanted::File { title } => ("OpenFile", title),
        Wanted::Files { title } => {
            let _ = options.insert("multiple", Value::from(true));
            ("OpenFile", title)
        }
        Wanted::Folder { title } => {
            let _ = options.insert("directory", Value::from(true));
            ("OpenFile", title)
        }
        Wanted::Save { title, name } => {
            let _ = options.insert("current_name", Value::from(name.as_str()));
            ("SaveFile", title)
        }
    };
    let _: OwnedObjectPath = chooser.call(method, &("", title.as_str(), options)).await?;
    let Some(answer) = answers.next().await else {
        return Ok(None);
    };
    let (ended, mut results): (u32, HashMap<String, OwnedValue>) = answer.body().deserialize()?;
    let addresses: Vec<String> = match results.remove("uris") {
        Some(addresses) => addresses.try_into()?,
        None => vec![],
    };
    let chosen = addresses.iter().filter_map(|address| path_of(address));
    Ok(Some((ended, chosen.collect())))
}

/// The path in a `file:` address (RFC 8089), whose bytes may be written as `%20`.
fn path_of(address: &str) -> Option<PathBuf> {
    let written = address.strip_prefix("file://")?;
    let mut bytes = written.bytes();
    let mut path = vec![];
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            path.push(byte);
            continue;
        }
        let digits = [bytes.next()?, bytes.next()?];
        let digits = std::str::from_utf8(&digits).ok()?;
        path.push(u8::from_str_radix(digits, 16).ok()?);
    }
    path.starts_with(b"/")
        .then(|| PathBuf::from(OsString::from_vec(path)))
}

#[cfg(test)]
mod tests {
    use super::path_of;
    use std::path::PathBuf;

    #[test]
    fn an_address_becomes_the_path_it_names() {
        let letter = path_of("file:///home/jo/A%20letter%20%C2%A312.pdf");
        assert_eq!(letter, Some(PathBuf::from("/home/jo/A letter £12.pdf")));
        assert_eq!(path_of("https://example.org/letter.pdf"), None);
        assert_eq!(path_of("file:///half%2"), None);
        assert_eq!(path_of("file://elsewhere"), None);
    }
}
