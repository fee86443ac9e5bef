//! The page to read, the dictionary as a page, and the words beside them.

use super::*;

#[test]
fn the_page_runs_nothing_fetches_nothing_and_says_everything() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    for name in ["index.html", "data-dictionary.html"] {
        let page = text_in(&made.path, name);
        assert!(page.contains("default-src 'none'"), "{name}");
        for never in [
            "<script",
            "src=",
            "@import",
            "url(",
            "<link",
            "<img",
            "javascript:",
        ] {
            assert!(!page.contains(never), "{name} has {never}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert_eq!(
            page.matches("<table>").count(),
            page.matches("<caption>").count()
        );
        assert!(
            page.contains("<html lang=\"en-GB\">") && page.contains("prefers-color-scheme: dark")
        );
    }
    let page = text_in(&made.path, "index.html");
    assert!(page.contains("&lt;script&gt;alert(1)"));
    let said = |words: &str| {
        let words = words
            .replace('&', "&amp;")
            .replace('\'', "&#39;")
            .replace('"', "&quot;");
        assert!(page.contains(&words), "{words}");
    };
    for child in record.children().unwrap() {
        said(&child.name);
    }
    for question in record.questions(&Default::default()).unwrap() {
        said(&question.text);
    }
    for saved in record.saved_services().unwrap() {
        said(&saved.name);
    }
    said("Thrown away");
    said("The scho");
}

#[test]
fn the_words_beside_it_are_plain() {
    let (folder, record) = full();
    let made = exported(&record, folder.path());
    let readme = text_in(&made.path, "README.txt");
    assert!(readme.contains("made on 23 November 2026, 2:30pm"));
    assert!(readme.contains("\r\n") && !readme.contains("WHAT IS MISSING"));
    for line in readme.lines() {
        for sentence in line.split(". ") {
            assert!(sentence.split_whitespace().count() <= 20, "{sentence}");
        }
    }
}
