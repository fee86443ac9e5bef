//! The export as pages to read: they run nothing, fetch nothing, and no words in them can become markup.

use jiff::ZonedDateTime;
use jiff::civil::Date;
use uuid::Uuid;

use super::dictionary::Field;
use super::sheets::Names;
use super::{Contents, Section};
use crate::directory::service;
use crate::record::note;
use crate::words;
use crate::words::html::Html;

mod parts;

const STYLE: &str = include_str!("../../../assets/export.css");

/// `index.html`: everything that is not in the bin, then what is in the bin and what was being typed.
pub(crate) fn page(contents: &Contents) -> String {
    let mut page = Page {
        html: Html::default(),
        names: Names::new(contents),
        contents,
    };
    let children = contents
        .children
        .iter()
        .filter(|it| it.deleted_at.is_none());
    let names: Vec<String> = children.map(|it| words::one_line(&it.name)).collect();
    let title = match names.as_slice() {
        [] => "A family’s record".to_owned(),
        names => format!("The record of {}", words::list(names)),
    };
    start(&mut page.html, &title);
    page.top(&title);
    page.children();
    page.appointments();
    page.notes();
    page.questions();
    page.saved_services();
    page.steps();
    page.paths();
    page.experiences();
    page.files();
    page.rest();
    page.html.raw("</main>\n");
    end(&mut page.html);
    page.html.done()
}

/// `data-dictionary.html`: one table for each list.
pub(crate) fn dictionary(fields: &[Field]) -> String {
    let mut html = Html::default();
    start(&mut html, "What every field means");
    html.raw("<main>\n");
    html.element("h1", "", "What every field means");
    html.element(
        "p",
        "",
        "This describes record.json and the tables of an export from Withy. The examples are invented.",
    );
    let mut from = 0;
    while let Some(first) = fields.get(from) {
        let list: Vec<&Field> = fields
            .iter()
            .skip(from)
            .take_while(|field| field.list == first.list)
            .collect();
        html.element("h2", "", &first.list);
        html.raw("<div class=\"wide\">\n<table>\n");
        html.element("caption", "", &format!("The fields of {}", first.list));
        let heads = [
            "Field",
            "Meaning",
            "Type",
            "How it is written",
            "Example",
            "In standards",
        ];
        row(&mut html, "th scope=\"col\"", &heads.map(str::to_owned));
        for field in &list {
            let cells = [
                &field.field,
                &field.meaning,
                &field.kind,
                &field.format,
                &field.example,
                &field.standard,
            ];
            row(&mut html, "td", &cells.map(Clone::clone));
        }
        html.raw("</table>\n</div>\n");
        from += list.len().max(1);
    }
    html.raw("</main>\n");
    end(&mut html);
    html.done()
}

fn start(html: &mut Html, title: &str) {
    html.raw(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    );
    html.element("title", "", title);
    html.raw(&format!("<style>\n{STYLE}</style>\n</head>\n<body>\n"));
}

fn end(html: &mut Html) {
    html.raw("</body>\n</html>\n");
}

/// A row of a table; its first cell is a heading for whoever hears it.
fn row(html: &mut Html, tag: &str, cells: &[String]) {
    html.raw("<tr>\n");
    for (at, cell) in cells.iter().enumerate() {
        let tag = if at == 0 && tag == "td" {
            "th scope=\"row\""
        } else {
            tag
        };
        html.raw(&format!("<{tag}>"));
        for (at, line) in cell.lines().enumerate() {
            if at > 0 {
                html.raw("<br>\n");
            }
            html.text(line);
        }
        html.raw(if tag.starts_with("th") {
            "</th>\n"
        } else {
            "</td>\n"
        });
    }
    html.raw("</tr>\n");
}

struct Page<'a> {
    html: Html,
    names: Names<'a>,
    contents: &'a Contents,
}

impl Page<'_> {
    fn top(&mut self, title: &str) {
        let made = &self.contents.made_at;
        self.html.raw("<header>\n");
        let said = format!(
            "A copy of a record kept with Withy, made on {}. It is private: anyone who has this file can read it.",
            words::date(made.date())
        );
        self.html.element("p", "", &said);
        self.html.raw("</header>\n<main>\n");
        self.html.element("h1", "", title);
        let filled: Vec<Section> = Section::ALL
            .iter()
            .copied()
            .filter(|section| !self.contents.rows(*section).is_empty())
            .collect();
        if !filled.is_empty() {
            self.html.raw("<nav aria-label=\"On this page\">\n<ul>\n");
            for section in filled {
                let address = format!("#{}", section.code());
                self.html.raw("<li>");
                self.html.link(&address, heading_of(section));
                self.html.raw("</li>\n");
            }
            self.html.raw("</ul>\n</nav>\n");
        }
        if !self.contents.not_read.is_empty() {
            self.html.element("h2", "", "What could not be read");
            self.list(&self.contents.not_read.clone());
        }
    }

    fn heading(&mut self, section: Section) {
        self.html.raw(&format!("<h2 id=\"{}\">", section.code()));
        self.html.text(heading_of(section));
        self.html.raw("</h2>\n");
    }

    fn list(&mut self, lines: &[String]) {
        self.html.raw("<ul>\n");
        for line in lines {
            self.html.element("li", "", line);
        }
        self.html.raw("</ul>\n");
    }

    /// Names and what stands beside each; those without words are left out.
    fn facts(&mut self, facts: &[(&str, String)]) {
        let filled: Vec<_> = facts
            .iter()
            .filter(|(_, fact)| !fact.trim().is_empty())
            .collect();
        if filled.is_empty() {
            return;
        }
        self.html.raw("<dl>\n");
        for (name, fact) in filled {
            self.html.element("dt", "", name);
            self.html.element("dd", "", fact);
        }
        self.html.raw("</dl>\n");
    }

    fn table(&mut self, caption: &str, heads: &[&str], rows: &[Vec<String>]) {
        self.html.raw("<div class=\"wide\">\n<table>\n");
        self.html.element("caption", "", caption);
        let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
        row(&mut self.html, "th scope=\"col\"", &heads);
        for cells in rows {
            row(&mut self.html, "td", cells);
        }
        self.html.raw("</table>\n</div>\n");
    }

    /// The names of these children.
    fn about(&self, ids: &[Uuid]) -> String {
        let names = ids.iter().filter_map(|id| self.names.name(id));
        let names: Vec<String> = names.map(words::one_line).collect();
        words::list(&names)
    }

    fn service(&self, id: Option<service::Id>) -> String {
        let name = id.and_then(|id| self.names.name(id));
        name.unwrap_or_default().to_owned()
    }
}

fn heading_of(section: Section) -> &'static str {
    match section {
        Section::Children => "Children",
        Section::Notes => "Notes",
        Section::Appointments => "Appointments",
        Section::Questions => "Questions",
        Section::SavedServices => "Saved services",
        Section::Steps => "Steps",
        Section::Paths => "Kept paths",
        Section::Experiences => "Your family’s experiences",
        Section::Files => "Letters and files",
    }
}

fn moment(time: &ZonedDateTime) -> String {
    format!("{}, {}", words::day(time.date()), words::time(time.time()))
}

fn day(day: Option<Date>) -> String {
    day.map(words::date).unwrap_or_default()
}

fn kind(kind: note::Kind) -> String {
    match kind {
        note::Kind::Other => String::new(),
        kind => kind.words().to_owned(),
    }
}
