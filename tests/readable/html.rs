//! A strict reader of the pages that Withy writes: anything it does not know is a problem.

/// A page that was read.
pub struct Page {
    pub title: String,
    /// All its text, one space between words.
    pub text: String,
    /// What lists and parts are called.
    pub labels: Vec<String>,
    language: String,
    headings: Vec<usize>,
    mains: usize,
    wrong: Vec<String>,
}

const VOID: [&str; 2] = ["meta", "br"];
const KNOWN: [&str; 34] = [
    "html", "head", "title", "style", "body", "header", "main", "aside", "footer", "section",
    "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "tr", "th", "td", "span", "br", "meta", "!doctype",
];

/// One space between words, none at the ends.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a page.
///
/// # Errors
/// When a tag is not closed, not known or not quoted, or a sign stands for itself that may not.
pub fn parse(html: &str) -> Result<Page, String> {
    let mut page = Page {
        title: String::new(),
        text: String::new(),
        labels: vec![],
        language: String::new(),
        headings: vec![],
        mains: 0,
        wrong: vec![],
    };
    let mut open: Vec<(String, usize)> = vec![];
    let mut rest = html;
    while !rest.is_empty() {
        let end = rest.find('<').unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        let inside = open.last().map_or("", |(tag, _)| tag.as_str());
        if inside != "style" {
            let text = unescape(text)?;
            if inside == "title" {
                page.title.push_str(&text);
            } else {
                page.text.push_str(&text);
                page.text.push(' ');
            }
            if !text.trim().is_empty()
                && let Some((_, filled)) = open.last_mut()
            {
                *filled += 1;
            }
        }
        rest = after;
        if rest.is_empty() {
            break;
        }
        let end = rest.find('>').ok_or("a tag without an end")?;
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let (was, filled) = open.pop().ok_or(format!("</{name}> closes nothing"))?;
            if was != name {
                return Err(format!("<{was}> is closed by </{name}>"));
            }
            if filled == 0 && !["span", "style"].contains(&name) {
                page.wrong.push(format!("an empty <{name}>"));
            }
            continue;
        }
        let name = tag.split_whitespace().next().unwrap_or_default();
        if !KNOWN.contains(&name) {
            return Err(format!("<{name}> is not known"));
        }
        let attributes = attributes(&tag[name.len()..], name)?;
        page.looks_at(name, &attributes, open.last().map_or("", |(tag, _)| tag));
        if let Some((_, filled)) = open.last_mut() {
            *filled += 1;
        }
        if !VOID.contains(&name) && name != "!doctype" {
            open.push((name.to_owned(), 0));
        }
    }
    if let Some((left, _)) = open.pop() {
        return Err(format!("<{left}> is never closed"));
    }
    page.text = squeeze(&page.text);
    Ok(page)
}

impl Page {
    fn looks_at(&mut self, name: &str, attributes: &[(String, String)], parent: &str) {
        let value = |of: &str| {
            let found = attributes.iter().find(|(name, _)| name == of);
            found.map(|(_, value)| value.as_str())
        };
        self.labels.extend(value("aria-label").map(str::to_owned));
        match name {
            "html" => self.language = value("lang").unwrap_or_default().to_owned(),
            "main" => self.mains += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.headings.push(name[1..].parse().unwrap());
            }
            "a" if !value("href").is_some_and(|to| to.starts_with("http")) => {
                self.wrong.push(format!("a link to {:?}", value("href")));
            }
            "span" if value("aria-label").is_none() => {
                self.wrong.push("a picture without words".to_owned());
            }
            _ => {}
        }
        let must_be_in: &[&str] = match name {
            "li" => &["ul", "ol"],
            "dt" | "dd" => &["dl"],
            "tr" => &["table"],
            "th" | "td" => &["tr"],
            "main" | "aside" | "header" | "footer" => &["body"],
            _ => return,
        };
        if !must_be_in.contains(&parent) {
            self.wrong.push(format!("<{name}> inside <{parent}>"));
        }
    }

    /// What is wrong with the page as a whole.
    pub fn problems(&self) -> Vec<String> {
        let mut wrong = self.wrong.clone();
        if self.language != "en-GB" {
            wrong.push(format!("the language is {:?}", self.language));
        }
        if self.title.trim().is_empty() {
            wrong.push("no title".to_owned());
        }
        if self.mains != 1 {
            wrong.push(format!("{} main parts", self.mains));
        }
        if self.headings.iter().filter(|level| **level == 1).count() != 1 {
            wrong.push(format!("first-level headings: {:?}", self.headings));
        }
        let mut before = 0;
        for level in &self.headings {
            if *level > before + 1 {
                wrong.push(format!("a heading skips from {before} to {level}"));
            }
            before = *level;
        }
        wrong
    }
}

fn attributes(text: &str, tag: &str) -> Result<Vec<(String, String)>, String> {
    let mut found = vec![];
    let mut rest = text.trim_start();
    if tag == "!doctype" {
        return Ok(found);
    }
    while !rest.is_empty() {
        let (name, after) = rest
            .split_once("=\"")
            .ok_or(format!("an attribute of <{tag}> is not quoted: {rest}"))?;
        let (value, after) = after
            .split_once('"')
            .ok_or(format!("a value of <{tag}> has no end"))?;
        found.push((name.to_owned(), unescape(value)?));
        rest = after.trim_start();
    }
    Ok(found)
}

fn unescape(text: &str) -> Result<String, String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        let end = rest[at..].find(';').ok_or("a bare &")?;
        plain.push(match &rest[at..=at + end] {
            "&amp;" => '&',
            "&lt;" => '<',
            "&gt;" => '>',
            "&quot;" => '"',
            "&#39;" => '\'',
            other => return Err(format!("{other} is not known")),
        });
        rest = &rest[at + end + 1..];
    }
    plain.push_str(rest);
    Ok(plain)
}
