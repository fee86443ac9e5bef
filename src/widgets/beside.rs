//! Two things beside each other where there is room for both, and below each other where not.

use iced::advanced::layout;
use iced::advanced::widget::Tree;
use iced::{Point, Size};

use super::Element;
use super::placed::{Rule, placed};

/// `first` takes the room that `second` leaves, if that is at least `least` pixels; else `second`
/// stands under it. The width that counts is that of the column they are in, not of the window.
pub fn beside<'a, M: 'a>(
    first: impl Into<Element<'a, M>>,
    second: impl Into<Element<'a, M>>,
    least: f32,
    gap: f32,
) -> Element<'a, M> {
    placed(vec![first.into(), second.into()], Beside { least, gap })
}

struct Beside {
    least: f32,
    gap: f32,
}

impl Rule for Beside {
    fn place<M>(
        &self,
        things: &mut [Element<'_, M>],
        trees: &mut [Tree],
        renderer: &iced::Renderer,
        width: f32,
    ) -> layout::Node {
        let ([first, second], [first_tree, second_tree]) = (things, trees) else {
            return layout::Node::new(Size::ZERO);
        };
        let within =
            |width: f32| layout::Limits::new(Size::ZERO, Size::new(width.max(0.0), f32::INFINITY));
        let free = layout::Limits::with_compression(
            Size::ZERO,
            Size::new(width, f32::INFINITY),
            Size::new(true, true),
        );
        let second = second.as_widget_mut().layout(second_tree, renderer, &free);
        let room = width - second.size().width - self.gap;
        let is_beside = room >= self.least;
        let room = if is_beside { room } else { width };
        let first = first
            .as_widget_mut()
            .layout(first_tree, renderer, &within(room));
        let (upper, lower) = (first.size().height, second.size().height);
        if is_beside {
            let height = upper.max(lower);
            let right = width - second.size().width;
            layout::Node::with_children(
                Size::new(width, height),
                vec![
                    first.move_to(Point::new(0.0, (height - upper) / 2.0)),
                    second.move_to(Point::new(right, (height - lower) / 2.0)),
                ],
            )
        } else {
            let between = self.gap / 2.0;
            layout::Node::with_children(
                Size::new(width, upper + between + lower),
                vec![first, second.move_to(Point::new(0.0, upper + between))],
            )
        }
    }
}
