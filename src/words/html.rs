//! Writing HTML in which no text can become markup.

/// A page being written.
#[derive(Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    /// The page.
    pub(crate) fn done(self) -> String {
        self.0
    }

    /// Markup of our own, with nothing in it that anybody else wrote.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Text that anybody wrote.
    pub(crate) fn text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    /// `<tag name="value">`. An attribute without a value is left out.
    pub(crate) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.start(tag, attributes);
        self.raw("\n");
    }

    /// `</tag>`.
    pub(crate) fn close(&mut self, tag: &str) {
        self.raw("</");
        self.raw(tag);
        self.raw(">\n");
    }

    /// `<tag class="class">text</tag>`; lines of the text stay lines.
    pub(crate) fn element(&mut self, tag: &str, class: &str, text: &str) {
        self.start(tag, &[("class", class)]);
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                self.raw("<br>\n");
            }
            self.text(line);
        }
        self.close(tag);
    }

    /// A link to a web page, with nothing after it.
    pub(crate) fn link(&mut self, address: &str, text: &str) {
        self.start("a", &[("href", address)]);
        self.text(text);
        self.raw("</a>");
    }

    fn start(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.raw("<");
        self.raw(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.raw(" ");
            self.raw(name);
            self.raw("=\"");
            self.text(value);
            self.raw("\"");
        }
        self.raw(">");
    }
}

/// Signs that mean something in HTML as names, in text and in quoted values alike. Signs that no
/// page may hold, and the space that nobody sees, are left out.
fn escape(text: &str, into: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            '\u{200b}' => {}
            '\n' | '\t' => into.push(sign),
            sign if sign.is_control() => {}
            sign => into.push(sign),
        }
    }
}
