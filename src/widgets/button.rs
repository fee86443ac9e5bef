//! Buttons: one main action on a screen, plain ones beside it, quiet ones in between.

use std::borrow::Cow;

use accesskit::{Role as Kind, Toggled};
use iced::widget::{self, container, row};
use iced::{Border, Center, Color, Fill, Length, advanced::widget::Id};

use super::{Element, hang::hang, icon, style};
use crate::access::Accessible;
use crate::look::palette::mix;
use crate::look::{Icon, Look, Role, gap, measure};

/// The one main action of a screen: filled.
pub fn main<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Button<'a, M> {
    Button::new(look, Kindness::Main, id, label, on_press)
}

/// Any other action: outlined.
pub fn plain<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Button<'a, M> {
    Button::new(look, Kindness::Plain, id, label, on_press)
}

/// An action that must not draw the eye: no edge.
pub fn quiet<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Button<'a, M> {
    Button::new(look, Kindness::Quiet, id, label, on_press)
}

/// Deleting, and nothing else.
pub fn danger<'a, M: Clone + 'a>(
    look: &Look,
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on_press: M,
) -> Button<'a, M> {
    Button::new(look, Kindness::Danger, id, label, on_press)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kindness {
    Main,
    Plain,
    Quiet,
    Danger,
}

/// A button being described; `.into()` makes it an [`Element`].
#[must_use]
pub struct Button<'a, M> {
    look: Look,
    kind: Kindness,
    id: Id,
    label: Cow<'a, str>,
    on_press: M,
    icon: Option<Icon>,
    disabled: bool,
    name: Option<Cow<'a, str>>,
    describe: Option<Cow<'a, str>>,
    key: Option<Cow<'a, str>>,
    fill: bool,
    at_edge: bool,
    small: bool,
    pressed: Option<bool>,
    expanded: Option<bool>,
}

impl<'a, M: Clone + 'a> Button<'a, M> {
    fn new(
        look: &Look,
        kind: Kindness,
        id: impl Into<Id>,
        label: impl Into<Cow<'a, str>>,
        on_press: M,
    ) -> Self {
        Self {
            look: *look,
            kind,
            id: id.into(),
            label: label.into(),
            on_press,
            icon: None,
            disabled: false,
            name: None,
            describe: None,
            key: None,
            fill: false,
            at_edge: false,
            small: false,
            pressed: None,
            expanded: None,
        }
    }

    /// An icon before the label.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// There, but not to be pressed now.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// What a screen reader calls it, when the label alone would be unclear out of its place. It
    /// must contain the label.
    pub fn name(mut self, name: impl Into<Cow<'a, str>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// What a screen reader says after the name.
    pub fn describe(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.describe = Some(text.into());
        self
    }

    /// The shortcut that does the same, as in `Ctrl+N`; a screen reader says it.
    pub fn key(mut self, shortcut: impl Into<Cow<'a, str>>) -> Self {
        self.key = Some(shortcut.into());
        self
    }

    /// As wide as there is room.
    pub fn fill(mut self) -> Self {
        self.fill = true;
        self
    }

    /// Its words stand on the edge of the text above and below, and what shows under the mouse
    /// hangs over that edge. For quiet buttons, which have no edge of their own.
    pub fn at_edge(mut self) -> Self {
        self.at_edge = true;
        self
    }

    /// In small letters: a tool that stands in every row of a list.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Makes it a switch that is on or off.
    pub fn pressed(mut self, pressed: bool) -> Self {
        self.pressed = Some(pressed);
        self
    }

    /// Says whether the part of the page that it opens is open.
    pub fn expanded(mut self, expanded: bool) -> Self {
        self.expanded = Some(expanded);
        self
    }

    fn colours(&self) -> Colours {
        let palette = self.look.palette;
        if self.disabled {
            // Paler in every theme, also where quiet text is as strong as any other.
            let pale = |part| mix(palette.ground, palette.quiet, part);
            return Colours {
                ground: None,
                over: palette.ground,
                text: pale(0.72),
                border: match self.kind {
                    Kindness::Quiet => Border::default(),
                    _ => style::edge(pale(0.35), 1.0),
                },
            };
        }
        let outlined = |colour, over| Colours {
            ground: Some(palette.raised),
            over,
            text: colour,
            border: style::edge(colour, 1.0),
        };
        let mut colours = match self.kind {
            Kindness::Main => Colours {
                ground: Some(palette.main),
                over: mix(palette.main, palette.on_main, 0.14),
                text: palette.on_main,
                border: style::edge(palette.main, 1.0),
            },
            Kindness::Plain => outlined(palette.main, palette.chosen),
            Kindness::Danger => outlined(palette.stop, palette.stop_ground),
            Kindness::Quiet => Colours {
                ground: None,
                over: palette.information_ground,
                text: palette.accent,
                border: style::edge(Color::TRANSPARENT, 1.0),
            },
        };
        if self.pressed == Some(true) {
            colours.ground = Some(palette.chosen);
            colours.text = palette.on_chosen;
            colours.border = style::edge(palette.main, 2.0);
        }
        colours
    }
}

struct Colours {
    ground: Option<Color>,
    over: Color,
    text: Color,
    border: Border,
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Element<'a, M> {
    fn from(button: Button<'a, M>) -> Self {
        let look = button.look;
        let colours = button.colours();
        let role = if button.small {
            Role::LABEL
        } else {
            Role::STRONG
        };
        let words = style::text(&look, role, colours.text, button.label.clone());
        // Colour alone must not say that it is on.
        let on = (button.pressed == Some(true)).then_some(Icon::Check);
        let mark = button
            .icon
            .or(on)
            .map(|mark| icon::on_line(&look, mark, role, colours.text));
        let words = if button.fill {
            words.align_x(Center)
        } else {
            words
        };
        let between = if button.small { gap::XS } else { gap::S };
        let inside = row![mark, words].spacing(between);
        let width = if button.fill { Fill } else { Length::Shrink };
        // A line of text and the padding are together at least the height of a target.
        let line = look.drawn(role).line;
        let (height, side) = match button.kind {
            Kindness::Quiet if button.at_edge || button.small => (measure::SMALL_TARGET, gap::S),
            Kindness::Quiet => (measure::SMALL_TARGET + 2.0, gap::M),
            _ => (measure::TARGET, gap::L + 2.0),
        };
        let over = ((height - line) / 2.0).max(gap::XS);
        let inside = if button.fill {
            container(inside).width(Fill).align_x(Center)
        } else {
            container(inside)
        };
        let stock = widget::button(inside)
            .padding([over, side])
            .width(width)
            .on_press_maybe((!button.disabled).then_some(button.on_press))
            .style(style::pressable(
                colours.ground,
                colours.over,
                colours.border,
                colours.text,
            ));
        let mut control = Accessible::new(Kind::Button, stock)
            .id(button.id)
            .control()
            .disabled(button.disabled)
            .ring(style::ring(&look, measure::RADIUS));
        if let Some(name) = button.name {
            control = control.label(name);
        }
        if let Some(text) = button.describe {
            control = control.description(text);
        }
        if let Some(shortcut) = button.key {
            control = control.key(shortcut);
        }
        if let Some(pressed) = button.pressed {
            control = control.with(|node| node.set_toggled(Toggled::from(pressed)));
        }
        if let Some(expanded) = button.expanded {
            control = control.expanded(expanded);
        }
        if button.at_edge {
            hang(control, gap::S)
        } else {
            control.into()
        }
    }
}
