//! A control whose words stand on the edge of the text above it, and whose ground hangs over it.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Shell, mouse, overlay, renderer};
use iced::{Event, Length, Point, Rectangle, Size, Theme, Vector};

use super::Element;

/// `control` moved `by` pixels to the left, and as much wider: it takes the room that it would take
/// without the padding at its sides. A page's margin leaves room for that and for a focus ring.
pub(super) fn hang<'a, M: 'a>(control: impl Into<Element<'a, M>>, by: f32) -> Element<'a, M> {
    Element::new(Hang {
        control: control.into(),
        by,
    })
}

struct Hang<'a, M> {
    control: Element<'a, M>,
    by: f32,
}

impl<M> Widget<M, Theme, iced::Renderer> for Hang<'_, M> {
    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.control)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.control));
    }

    fn size(&self) -> Size<Length> {
        self.control.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let more = Size::new(2.0 * self.by, 0.0);
        let wider = layout::Limits::with_compression(
            limits.min() + more,
            limits.max() + more,
            limits.compression(),
        );
        let control = self
            .control
            .as_widget_mut()
            .layout(&mut tree.children[0], renderer, &wider);
        let size = control.size() - more;
        layout::Node::with_children(size, vec![control.move_to(Point::new(-self.by, 0.0))])
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        if let Some(layout) = layout.children().next() {
            let control = self.control.as_widget_mut();
            control.operate(&mut tree.children[0], layout, renderer, operation);
        }
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
        if let Some(layout) = layout.children().next() {
            self.control.as_widget_mut().update(
                &mut tree.children[0],
                event,
                layout,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
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
        layout
            .children()
            .next()
            .map(|layout| {
                let control = self.control.as_widget();
                control.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
            })
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
        if let Some(layout) = layout.children().next() {
            let control = self.control.as_widget();
            control.draw(
                &tree.children[0],
                renderer,
                theme,
                style,
                layout,
                cursor,
                viewport,
            );
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        let layout = layout.children().next()?;
        self.control.as_widget_mut().overlay(
            &mut tree.children[0],
            layout,
            renderer,
            viewport,
            translation,
        )
    }
}
