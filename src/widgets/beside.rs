//! Two things beside each other where there is room for both, and below each other where not.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Event, Length, Point, Rectangle, Size, Theme};

use super::Element;

/// `first` takes the room that `second` leaves, if that is at least `least` pixels; else `second`
/// stands under it. The width that counts is that of the column they are in, not of the window.
pub fn beside<'a, M: 'a>(
    first: impl Into<Element<'a, M>>,
    second: impl Into<Element<'a, M>>,
    least: f32,
    gap: f32,
) -> Element<'a, M> {
    Element::new(Beside {
        things: [first.into(), second.into()],
        least,
        gap,
    })
}

struct Beside<'a, M> {
    things: [Element<'a, M>; 2],
    least: f32,
    gap: f32,
}

impl<M> Widget<M, Theme, iced::Renderer> for Beside<'_, M> {
    fn children(&self) -> Vec<Tree> {
        self.things.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.things);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let width = limits.max().width;
        let [first, second] = &mut self.things;
        let [first_tree, second_tree] = &mut tree.children[..] else {
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

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            let places = self.things.iter_mut().zip(&mut tree.children);
            for ((thing, tree), layout) in places.zip(layout.children()) {
                let thing = thing.as_widget_mut();
                thing.operate(tree, layout, renderer, operation);
            }
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let places = self.things.iter_mut().zip(&mut tree.children);
        for ((thing, tree), layout) in places.zip(layout.children()) {
            let thing = thing.as_widget_mut();
            thing.update(
                tree, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let places = self.things.iter().zip(&tree.children);
        places
            .zip(layout.children())
            .map(|((thing, tree), layout)| {
                let thing = thing.as_widget();
                thing.mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let places = self.things.iter().zip(&tree.children);
        for ((thing, tree), layout) in places.zip(layout.children()) {
            let thing = thing.as_widget();
            thing.draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }
}
