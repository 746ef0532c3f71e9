//! The canvas: what is drawn on, and in which colours.

use tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, Transform};

use super::letters::{self, Align};

/// How round the upper corners of a bar are, in pixels.
const CORNER: f32 = 7.0;

/// A point of the picture, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point(pub(super) f32, pub(super) f32);

/// What something is drawn in. The paper is opaque and light, so that it reads
/// the same in dark clients; blue, orange and purple are told apart by those
/// who see few colours, and the message shows the same squares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// What nothing is drawn on.
    Paper,
    /// The lines behind.
    Grid,
    /// The line on which bars stand.
    Axis,
    /// Digits.
    Words,
    /// Cases that were opened.
    Opened,
    /// Cases that were closed.
    Closed,
    /// First answers.
    Answers,
}

impl Ink {
    fn color(self) -> Color {
        let (red, green, blue) = match self {
            Self::Paper => (0xFC, 0xFC, 0xFB),
            Self::Grid => (0xE4, 0xE3, 0xDF),
            Self::Axis => (0x8A, 0x8D, 0x91),
            Self::Words => (0x3A, 0x3D, 0x41),
            Self::Opened => (0x3D, 0x8B, 0xE0),
            Self::Closed => (0xF2, 0x9A, 0x2E),
            Self::Answers => (0x7A, 0x3E, 0xB8),
        };
        Color::from_rgba8(red, green, blue, 0xFF)
    }

    fn paint(self) -> Paint<'static> {
        let mut paint = Paint::default();
        paint.set_color(self.color());
        paint
    }
}

/// What is drawn on.
#[derive(Debug)]
pub(super) struct Canvas {
    /// `None`: there is no memory for it, and nothing is drawn.
    pixmap: Option<Pixmap>,
}

impl Canvas {
    /// An empty canvas of so many pixels.
    pub(super) fn new((width, height): (u16, u16)) -> Self {
        let mut pixmap = Pixmap::new(width.into(), height.into());
        if let Some(pixmap) = &mut pixmap {
            pixmap.fill(Ink::Paper.color());
        }
        Self { pixmap }
    }

    /// A line through some points.
    pub(super) fn line(&mut self, points: &[Point], width: f32, ink: Ink) {
        let mut path = PathBuilder::new();
        for (index, Point(x, y)) in points.iter().copied().enumerate() {
            if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
        let stroke =
            Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        if let (Some(pixmap), Some(path)) = (&mut self.pixmap, path.finish()) {
            pixmap.stroke_path(&path, &ink.paint(), &stroke, Transform::identity(), None);
        }
    }

    /// A bar from its upper left corner to its lower right.
    pub(super) fn bar(&mut self, Point(left, top): Point, Point(right, bottom): Point, ink: Ink) {
        if bottom - top < 0.5 {
            return;
        }
        let corner = CORNER.min((right - left) / 2.0).min(bottom - top);
        let mut path = PathBuilder::new();
        path.move_to(left, bottom);
        path.line_to(left, top + corner);
        path.quad_to(left, top, left + corner, top);
        path.line_to(right - corner, top);
        path.quad_to(right, top, right, top + corner);
        path.line_to(right, bottom);
        path.close();
        self.fill(path.finish(), ink);
    }

    /// A dot.
    pub(super) fn dot(&mut self, Point(x, y): Point, radius: f32, ink: Ink) {
        self.fill(PathBuilder::from_circle(x, y, radius), ink);
    }

    /// Letters of a size in pixels, on a line that `at` is on.
    pub(super) fn write(&mut self, words: &str, at: Point, size: f32, ink: Ink, align: Align) {
        self.fill(letters::outline(words, at, size, align), ink);
    }

    fn fill(&mut self, path: Option<Path>, ink: Ink) {
        if let (Some(pixmap), Some(path)) = (&mut self.pixmap, path) {
            pixmap.fill_path(&path, &ink.paint(), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// The picture, in PNG.
    pub(super) fn into_png(self) -> Vec<u8> {
        // Writing to memory does not fail.
        self.pixmap.and_then(|pixmap| pixmap.encode_png().ok()).unwrap_or_default()
    }
}
