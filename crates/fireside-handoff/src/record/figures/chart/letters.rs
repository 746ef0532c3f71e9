//! Letters: outlines from a font that the program brings along, so that a
//! picture is the same on every machine.

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, OutlineBuilder};

use super::canvas::Point;

/// Where letters stand to their point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// They begin there.
    Begin,
    /// Their middle is there.
    Middle,
    /// They end there.
    End,
}

/// The outline of some words; `None`: there is nothing to see.
pub(super) fn outline(words: &str, Point(x, y): Point, size: f32, align: Align) -> Option<Path> {
    let face = Face::parse(epaint_default_fonts::UBUNTU_LIGHT, 0).ok()?;
    let scale = size / f32::from(face.units_per_em());
    let width = words.chars().map(|c| advance(&face, c)).sum::<f32>() * scale;
    let mut x = match align {
        Align::Begin => x,
        Align::Middle => x - width / 2.0,
        Align::End => x - width,
    };
    let mut path = PathBuilder::new();
    for c in words.chars() {
        if let Some(glyph) = face.glyph_index(c) {
            face.outline_glyph(glyph, &mut Pen { path: &mut path, x, y, scale });
        }
        x += advance(&face, c) * scale;
    }
    path.finish()
}

fn advance(face: &Face<'_>, c: char) -> f32 {
    let glyph = face.glyph_index(c);
    f32::from(glyph.and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0))
}

/// Draws a letter where it stands: in a font up is up.
struct Pen<'p> {
    path: &'p mut PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
