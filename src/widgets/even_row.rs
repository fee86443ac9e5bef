//! Boxes beside each other, as wide and as high as each other.

use iced::advanced::layout;
use iced::advanced::widget::Tree;
use iced::{Point, Size};

use super::Element;
use super::placed::{Rule, placed};

/// `things` share the width evenly; each is as high as the highest, and at least `least` pixels.
/// iced's own row leaves each box as high as what is in it.
pub fn even_row<'a, M: 'a>(things: Vec<Element<'a, M>>, least: f32, gap: f32) -> Element<'a, M> {
    placed(things, Evenly { least, gap })
}

struct Evenly {
    least: f32,
    gap: f32,
}

impl Rule for Evenly {
    fn place<M>(
        &self,
        things: &mut [Element<'_, M>],
        trees: &mut [Tree],
        renderer: &iced::Renderer,
        width: f32,
    ) -> layout::Node {
        let between = self.gap * things.len().saturating_sub(1) as f32;
        let each = ((width - between) / things.len().max(1) as f32).max(0.0);
        let mut height = self.least;
        let mut nodes = vec![];
        // Once to find the highest, once to make all of them so.
        for tallest in [f32::INFINITY, 0.0] {
            let tallest = tallest.max(height);
            let limits = layout::Limits::new(Size::new(0.0, height), Size::new(each, tallest));
            nodes.clear();
            for (at, (thing, tree)) in things.iter_mut().zip(&mut *trees).enumerate() {
                let node = thing.as_widget_mut().layout(tree, renderer, &limits);
                height = height.max(node.size().height);
                let left = at as f32 * (each + self.gap);
                nodes.push(node.move_to(Point::new(left, 0.0)));
            }
        }
        layout::Node::with_children(Size::new(width, height), nodes)
    }
}
