//! A choice of one out of a few: every option in sight, never a list that drops down.

use std::borrow::Cow;
use std::fmt::Debug;

use accesskit::{Role as Kind, Toggled};
use iced::advanced::widget::Id;
use iced::widget::{column, container, row};
use iced::{Center, Color};

use super::tick_box::{labelled, mark};
use super::{Element, layout, style};
use crate::access::{Accessible, decorative};
use crate::look::{Look, Role, gap};

/// A choice of one option. The ids of the options are `{id_prefix}/{option}`.
pub fn choice<'a, V, M>(
    look: &Look,
    id_prefix: &str,
    legend: impl Into<Cow<'a, str>>,
    options: Vec<(V, String)>,
    chosen: Option<V>,
    on_choose: impl Fn(V) -> M + 'a,
) -> Choice<'a, M>
where
    V: Copy + PartialEq + Debug,
    M: Clone + 'a,
{
    let options = options
        .into_iter()
        .map(|(value, label)| One {
            id: Id::from(format!("{id_prefix}/{label}")),
            label,
            on: chosen == Some(value),
            message: on_choose(value),
        })
        .collect();
    Choice {
        look: *look,
        id: Id::from(id_prefix.to_owned()),
        legend: legend.into(),
        help: None,
        hide_legend: false,
        in_a_row: false,
        colours: Vec::new(),
        options,
    }
}

struct One<M> {
    id: Id,
    label: String,
    on: bool,
    message: M,
}

/// A choice being described; `.into()` makes it an [`Element`].
#[must_use]
pub struct Choice<'a, M> {
    look: Look,
    id: Id,
    legend: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
    hide_legend: bool,
    in_a_row: bool,
    colours: Vec<Color>,
    options: Vec<One<M>>,
}

impl<'a, M: Clone + 'a> Choice<'a, M> {
    /// A sentence under the legend.
    pub fn help(mut self, help: impl Into<Cow<'a, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Leaves the legend to screen readers, where something else on the screen says it.
    pub fn hide_legend(mut self) -> Self {
        self.hide_legend = true;
        self
    }

    /// A dot of colour before each label, in the order of the options. The words stay.
    pub fn colours(mut self, colours: impl IntoIterator<Item = Color>) -> Self {
        self.colours = colours.into_iter().collect();
        self
    }

    /// Options beside each other, wrapping, instead of below each other.
    pub fn in_a_row(mut self) -> Self {
        self.in_a_row = true;
        self
    }
}

impl<'a, M: Clone + 'a> From<Choice<'a, M>> for Element<'a, M> {
    fn from(choice: Choice<'a, M>) -> Self {
        let look = choice.look;
        let legend_id = crate::access::keys::part(&choice.id, "legend");
        let count = choice.options.len();
        let options: Vec<Element<'a, M>> = (0..)
            .zip(choice.options)
            .map(|(place, option)| {
                let circle = mark(&look, option.on, 12.0, |palette| {
                    container(iced::widget::space())
                        .width(10)
                        .height(10)
                        .style(move |_| style::boxed(palette.on_main, palette.on_main, 0.0, 5.0))
                        .into()
                });
                let mark: Element<'a, M> = match choice.colours.get(place) {
                    Some(colour) => row![circle, dot(&look, *colour)].spacing(gap::S).into(),
                    None => circle,
                };
                labelled(&look, mark, option.label, option.message)
                    .role(Kind::RadioButton)
                    .id(option.id)
                    .with(|node| {
                        node.set_toggled(Toggled::from(option.on));
                        node.set_position_in_set(place);
                        node.set_size_of_set(count);
                    })
                    .into()
            })
            .collect();
        let options = if choice.in_a_row {
            layout::wrap_lines(options, gap::L, gap::XS)
        } else {
            column(options).spacing(gap::XS).into()
        };
        let legend = (!choice.hide_legend).then(|| {
            let words = style::text(
                &look,
                Role::STRONG_LABEL,
                look.palette.text,
                choice.legend.clone(),
            );
            Accessible::new(Kind::Label, words)
                .id(legend_id.clone())
                .leaf()
        });
        let help = choice
            .help
            .as_ref()
            .map(|help| super::quiet(&look, help.clone()));
        let content = column![legend.map(Element::from), help, options].spacing(gap::XS);
        let mut group = Accessible::new(Kind::RadioGroup, content).id(choice.id);
        group = if choice.hide_legend {
            group.label(choice.legend)
        } else {
            group.labelled_by(&legend_id)
        };
        if let Some(help) = choice.help {
            group = group.description(help);
        }
        group.into()
    }
}

/// A dot of colour as high as a line of text.
fn dot<'a, M: 'a>(look: &Look, colour: Color) -> Element<'a, M> {
    const SIZE: f32 = 18.0;
    let dot = container(iced::widget::space())
        .width(SIZE)
        .height(SIZE)
        .style(move |_| style::boxed(colour, colour, 0.0, SIZE / 2.0));
    decorative(
        container(dot)
            .height(Role::BODY.line_height(look.roomy))
            .align_y(Center),
    )
}
