//! The focus ring: two tones, so that one of them shows on any ground.

use iced::advanced::renderer::Quad;
use iced::advanced::{Renderer as _, renderer};
use iced::{Color, Rectangle, border};

/// How the focus ring of one control is drawn. Outwards: 2 px of halo, 3 px of ring, 2 px of halo.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ring {
    /// The ring.
    pub colour: Color,
    /// The halo on both sides of it.
    pub halo: Color,
    /// Corner radius of the control inside, in pixels.
    pub radius: f32,
}

impl Default for Ring {
    fn default() -> Self {
        Self {
            colour: Color::BLACK,
            halo: Color::WHITE,
            radius: 6.0,
        }
    }
}

impl Ring {
    /// How far it reaches outside the control, in pixels.
    const REACH: f32 = 7.0;

    /// How much wider its layer is: what is drawn again when it goes is the layer, and the edge
    /// between two pixels must lie inside.
    const SPARE: f32 = 2.0;

    /// Draws the ring around `bounds`, above what is drawn after it, inside `viewport`.
    pub(super) fn draw(
        &self,
        renderer: &mut iced::Renderer,
        bounds: Rectangle,
        viewport: &Rectangle,
    ) {
        let bands = [
            (Self::REACH, Self::REACH, self.halo),
            (5.0, 3.0, self.colour),
        ];
        self.bands(renderer, bounds, viewport, bands);
    }

    /// The same within a line of text: close to the word, so that the words beside it and the lines
    /// above and below can still be read. Outwards: 1 px of halo, 2 px of ring, 1 px of halo.
    pub(super) fn draw_in_text(
        &self,
        renderer: &mut iced::Renderer,
        word: Rectangle,
        viewport: &Rectangle,
    ) {
        self.bands(
            renderer,
            word,
            viewport,
            [(4.0, 4.0, self.halo), (3.0, 2.0, self.colour)],
        );
    }

    fn bands(
        &self,
        renderer: &mut iced::Renderer,
        bounds: Rectangle,
        viewport: &Rectangle,
        bands: [(f32, f32, Color); 2],
    ) {
        let Some(visible) = bounds
            .expand(Self::REACH + Self::SPARE)
            .intersection(viewport)
        else {
            return;
        };
        renderer.with_layer(visible, |renderer: &mut iced::Renderer| {
            for (reach, width, colour) in bands {
                renderer.fill_quad(
                    Quad {
                        bounds: bounds.expand(reach),
                        border: border::rounded(self.radius + reach)
                            .width(width)
                            .color(colour),
                        ..renderer::Quad::default()
                    },
                    Color::TRANSPARENT,
                );
            }
        });
    }
}
