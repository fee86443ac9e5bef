//! Tags as they are typed: words with commas between them.

/// The tags in `typed`, without spaces around them and each only once, whatever its capitals.
pub(super) fn read(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split([',', ';', '\n']) {
        let tag = tag.trim().trim_start_matches('#').trim();
        if !tag.is_empty() && !has(&tags, tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// How tags are shown in the field.
pub(super) fn write(tags: &[String]) -> String {
    tags.join(", ")
}

/// Whether `tag` is among them, whatever its capitals.
pub(super) fn has(tags: &[String], tag: &str) -> bool {
    let wanted = tag.to_lowercase();
    tags.iter().any(|known| known.to_lowercase() == wanted)
}

/// What the field says after the chip of `tag` was pressed.
pub(super) fn toggled(typed: &str, tag: &str) -> String {
    let mut tags = read(typed);
    if has(&tags, tag) {
        let unwanted = tag.to_lowercase();
        tags.retain(|known| known.to_lowercase() != unwanted);
    } else {
        tags.push(tag.to_owned());
    }
    write(&tags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_once_each_without_the_spaces_and_signs_around_them() {
        assert_eq!(
            read(" school, Hearing test ,,#sleep, SCHOOL"),
            ["school", "Hearing test", "sleep"]
        );
        assert!(read(" , ;\n").is_empty());
    }

    #[test]
    fn a_chip_adds_its_tag_and_takes_it_away_again() {
        assert_eq!(toggled("sleep", "School"), "sleep, School");
        assert_eq!(toggled("sleep, school", "School"), "sleep");
    }
}
