//! Notices: information, something due, a problem. An icon and words, never colour alone.

use std::borrow::Cow;

use accesskit::{Live, Role as Kind};
use iced::widget::{column, container, row, space};
use iced::{Color, Fill, Shrink, border, padding};

use super::{Element, icon, style};
use crate::access::{Accessible, decorative};
use crate::look::{Icon, Look, Role, gap, measure};

/// Something to know.
pub fn information<'a, M: Clone + 'a>(
    look: &Look,
    title: impl Into<Cow<'a, str>>,
    text: impl Into<Cow<'a, str>>,
) -> Notice<'a, M> {
    Notice::new(look, Kindness::Information, title, text)
}

/// Something that has to happen by a day.
pub fn due<'a, M: Clone + 'a>(
    look: &Look,
    title: impl Into<Cow<'a, str>>,
    text: impl Into<Cow<'a, str>>,
) -> Notice<'a, M> {
    Notice::new(look, Kindness::Due, title, text)
}

/// Something that went wrong, and what to do. A screen reader says it at once.
pub fn problem<'a, M: Clone + 'a>(
    look: &Look,
    title: impl Into<Cow<'a, str>>,
    text: impl Into<Cow<'a, str>>,
) -> Notice<'a, M> {
    Notice::new(look, Kindness::Problem, title, text)
}

#[derive(Debug, Clone, Copy)]
enum Kindness {
    Information,
    Due,
    Problem,
}

/// A notice being described; `.into()` makes it an [`Element`].
#[must_use]
pub struct Notice<'a, M> {
    look: Look,
    kind: Kindness,
    title: Cow<'a, str>,
    text: Cow<'a, str>,
    body: Option<Element<'a, M>>,
    action: Option<Element<'a, M>>,
    icon: Option<Icon>,
}

impl<'a, M: Clone + 'a> Notice<'a, M> {
    fn new(
        look: &Look,
        kind: Kindness,
        title: impl Into<Cow<'a, str>>,
        text: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self {
            look: *look,
            kind,
            title: title.into(),
            text: text.into(),
            body: None,
            action: None,
            icon: None,
        }
    }

    /// Text with something to press in it, under the text that was given. A problem says only its
    /// own text at once.
    pub fn body(mut self, body: impl Into<Element<'a, M>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// A button or link under the text.
    pub fn action(mut self, action: impl Into<Element<'a, M>>) -> Self {
        self.action = Some(action.into());
        self
    }

    /// Another icon than that of its kind.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    fn colours(&self) -> (Icon, Color, Color) {
        let palette = self.look.palette;
        match self.kind {
            Kindness::Information => (
                Icon::Information,
                palette.accent,
                palette.information_ground,
            ),
            Kindness::Due => (Icon::Due, palette.due, palette.due_ground),
            Kindness::Problem => (Icon::Warning, palette.stop, palette.stop_ground),
        }
    }
}

impl<'a, M: Clone + 'a> From<Notice<'a, M>> for Element<'a, M> {
    fn from(notice: Notice<'a, M>) -> Self {
        let look = notice.look;
        let palette = look.palette;
        let (mark, colour, ground) = notice.colours();
        let mark = notice.icon.unwrap_or(mark);
        let name = match notice.kind {
            // Said at once, so it must say everything.
            Kindness::Problem => format!("{}. {}", notice.title, notice.text),
            Kindness::Information | Kindness::Due => notice.title.clone().into_owned(),
        };
        let title = style::text(&look, Role::STRONG, palette.text, notice.title);
        let text = (!notice.text.is_empty())
            .then(|| style::text(&look, Role::BODY, palette.text, notice.text));
        let action = notice
            .action
            .map(|action| container(action).padding(padding::top(gap::XS)));
        let words = column![title, text, notice.body, action]
            .spacing(gap::XS)
            .width(Fill);
        let inside = row![icon::on_line(&look, mark, Role::STRONG, colour), words].spacing(gap::M);
        let bar = container(space())
            .width(5)
            .height(Fill)
            .style(move |_| style::boxed(colour, colour, 0.0, 0.0));
        let right = border::Radius::default().right(measure::RADIUS);
        let ground = container(inside)
            .width(Fill)
            .padding([gap::M, gap::L])
            .style(move |_| container::Style {
                background: Some(ground.into()),
                border: border::rounded(right),
                ..container::Style::default()
            });
        let role = match notice.kind {
            Kindness::Problem => Kind::Alert,
            // Not a note: Linux calls that a comment.
            Kindness::Information | Kindness::Due => Kind::Group,
        };
        // The bar is as high as the words, not as high as there is room.
        Accessible::new(role, row![decorative(bar), ground].height(Shrink))
            .label(name)
            .with(|node| {
                if role == Kind::Alert {
                    node.set_live(Live::Assertive);
                }
            })
            .into()
    }
}
