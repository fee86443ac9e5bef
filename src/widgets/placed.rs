//! Things that are placed by a rule of their own, and otherwise behave as in any row of iced.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Event, Length, Rectangle, Size, Theme};

use super::Element;

/// Where things stand in a width, and how high all of it is.
pub(super) trait Rule {
    /// Lays out each of `things`, which may use `width` pixels.
    fn place<M>(
        &self,
        things: &mut [Element<'_, M>],
        trees: &mut [Tree],
        renderer: &iced::Renderer,
        width: f32,
    ) -> layout::Node;
}

/// `things` where `rule` puts them, in all the width there is.
pub(super) fn placed<'a, M: 'a>(
    things: Vec<Element<'a, M>>,
    rule: impl Rule + 'a,
) -> Element<'a, M> {
    Element::new(Placed { things, rule })
}

struct Placed<'a, M, P> {
    things: Vec<Element<'a, M>>,
    rule: P,
}

impl<M, P: Rule> Widget<M, Theme, iced::Renderer> for Placed<'_, M, P> {
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
        let trees = &mut tree.children;
        self.rule.place(&mut self.things, trees, renderer, width)
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
