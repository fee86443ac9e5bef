//! Boxes beside each other, as wide and as high as each other.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Event, Length, Point, Rectangle, Size, Theme};

use super::Element;

/// `things` share the width evenly; each is as high as the highest, and at least `least` pixels.
/// iced's own row leaves each box as high as what is in it.
pub fn even_row<'a, M: 'a>(things: Vec<Element<'a, M>>, least: f32, gap: f32) -> Element<'a, M> {
    Element::new(EvenRow { things, least, gap })
}

struct EvenRow<'a, M> {
    things: Vec<Element<'a, M>>,
    least: f32,
    gap: f32,
}

impl<M> Widget<M, Theme, iced::Renderer> for EvenRow<'_, M> {
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
        let between = self.gap * self.things.len().saturating_sub(1) as f32;
        let each = ((width - between) / self.things.len().max(1) as f32).max(0.0);
        let mut height = self.least;
        let mut nodes = vec![];
        // Once to find the highest, once to make all of them so.
        for tallest in [f32::INFINITY, 0.0] {
            let tallest = tallest.max(height);
            let limits = layout::Limits::new(Size::new(0.0, height), Size::new(each, tallest));
            nodes.clear();
            let places = self.things.iter_mut().zip(&mut tree.children);
            for (at, (thing, tree)) in places.enumerate() {
                let node = thing.as_widget_mut().layout(tree, renderer, &limits);
                height = height.max(node.size().height);
                let left = at as f32 * (each + self.gap);
                nodes.push(node.move_to(Point::new(left, 0.0)));
            }
        }
        layout::Node::with_children(Size::new(width, height), nodes)
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
