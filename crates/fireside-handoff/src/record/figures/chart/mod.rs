//! The chart: of each day how many cases were opened and closed, as bars, and
//! how long a first answer usually took, as a line.
//!
//! It holds digits and signs that every language writes alike; the words stand
//! beside it in the message.

mod canvas;
mod letters;
mod scale;

use canvas::{Canvas, Ink, Point};
use letters::Align;
use scale::Scale;

use super::sums::Day;

/// The picture's size, in pixels: wide enough to be read on a phone that turns.
const SIZE: (u16, u16) = (1200, 640);
/// The plot's edges, in pixels.
const LEFT: f32 = 84.0;
const TOP: f32 = 56.0;
const BOTTOM: f32 = 556.0;
/// The plot's right edge where nothing stands beside it, and where lengths of time do.
const RIGHT: f32 = 1160.0;
const RIGHT_WITH_LENGTHS: f32 = 1068.0;
/// The size of the letters, in pixels.
const LETTERS: f32 = 24.0;
/// The least room that a day's label needs, in pixels.
const LABEL_ROOM: f32 = 92.0;
/// The widest bar, in pixels.
const BAR_MAX: f32 = 44.0;
/// The narrowest bar that has its count above it, in pixels.
const COUNTED_BAR_MIN: f32 = 16.0;

/// Some days as a picture, in PNG.
pub(super) fn draw(days: &[Day]) -> Vec<u8> {
    let mut canvas = Canvas::new(SIZE);
    let most = days.iter().map(|day| day.opened.max(day.closed)).max().unwrap_or(0);
    let longest = days.iter().filter_map(|day| day.first_answer).max();
    let counts = Scale::of_counts(most);
    let lengths = longest.map(|longest| Scale::of_lengths(longest, counts.lines()));
    let right = if lengths.is_some() { RIGHT_WITH_LENGTHS } else { RIGHT };
    let plot = Plot { right, slot: (right - LEFT) / share(days.len()) };
    plot.draw_grid(&mut canvas, &counts, lengths.as_ref());
    plot.draw_days(&mut canvas, days);
    plot.draw_bars(&mut canvas, &counts, days);
    if let Some(lengths) = lengths {
        plot.draw_line(&mut canvas, &lengths, days);
    }
    canvas.into_png()
}

/// Where days and values are in the picture.
#[derive(Debug, Clone, Copy)]
struct Plot {
    right: f32,
    /// How wide a day is.
    slot: f32,
}

impl Plot {
    /// The middle of the day at `index`.
    fn middle(self, index: usize) -> f32 {
        LEFT + self.slot * (share(index) + 0.5)
    }

    /// How high a part of the whole is.
    fn height(part: f32) -> f32 {
        BOTTOM - (BOTTOM - TOP) * part
    }

    fn draw_grid(self, canvas: &mut Canvas, counts: &Scale, lengths: Option<&Scale>) {
        for line in 0..=counts.lines() {
            let y = Self::height(counts.part_of_line(line));
            let ink = if line == 0 { Ink::Axis } else { Ink::Grid };
            canvas.line(&[Point(LEFT, y), Point(self.right, y)], 2.0, ink);
            let baseline = y + LETTERS * 0.35;
            canvas.write(&counts.label(line), Point(LEFT - 16.0, baseline), LETTERS, Ink::Words, Align::End);
            if let Some(lengths) = lengths {
                let at = Point(self.right + 16.0, baseline);
                canvas.write(&lengths.label(line), at, LETTERS, Ink::Answers, Align::Begin);
            }
        }
    }

    /// The month and day below each, or below some where there are many.
    fn draw_days(self, canvas: &mut Canvas, days: &[Day]) {
        let each = (1..=days.len()).find(|each| self.slot * share(*each) >= LABEL_ROOM).unwrap_or(1);
        for (index, day) in days.iter().enumerate() {
            // Counted from the last, so that today always has its label.
            if (days.len() - 1 - index).is_multiple_of(each) {
                let at = Point(self.middle(index), BOTTOM + LETTERS * 1.75);
                let label = day.date.strftime("%m-%d").to_string();
                canvas.write(&label, at, LETTERS, Ink::Words, Align::Middle);
            }
        }
    }

    fn draw_bars(self, canvas: &mut Canvas, counts: &Scale, days: &[Day]) {
        let width = (self.slot * 0.34).min(BAR_MAX);
        let gap = (width * 0.12).max(1.0);
        for (index, day) in days.iter().enumerate() {
            let middle = self.middle(index);
            let bars = [
                (day.opened, middle - width - gap / 2.0, Ink::Opened),
                (day.closed, middle + gap / 2.0, Ink::Closed),
            ];
            for (count, x, ink) in bars {
                let y = Self::height(counts.part(share_of(count)));
                canvas.bar(Point(x, y), Point(x + width, BOTTOM), ink);
                if width >= COUNTED_BAR_MIN && count > 0 {
                    let at = Point(x + width / 2.0, y - LETTERS * 0.35);
                    canvas.write(&count.to_string(), at, LETTERS * 0.85, Ink::Words, Align::Middle);
                }
            }
        }
    }

    /// The line of first answers: it is broken on days without any.
    fn draw_line(self, canvas: &mut Canvas, lengths: &Scale, days: &[Day]) {
        let point = |(index, day): (usize, &Day)| {
            let answer = day.first_answer?;
            Some(Point(self.middle(index), Self::height(lengths.part(answer.as_secs_f32()))))
        };
        let points: Vec<_> = days.iter().enumerate().map(point).collect();
        for run in points.split(Option::is_none) {
            let run: Vec<_> = run.iter().copied().flatten().collect();
            canvas.line(&run, 9.0, Ink::Paper);
            canvas.line(&run, 4.5, Ink::Answers);
            let radius = if self.slot >= LABEL_ROOM / 2.0 { 8.0 } else { 4.0 };
            for point in run {
                canvas.dot(point, radius + 2.5, Ink::Paper);
                canvas.dot(point, radius, Ink::Answers);
            }
        }
    }
}

/// A small count as a length in the picture.
fn share(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn share_of(count: u64) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::civil::date;

    use super::*;

    fn days(count: i8) -> Vec<Day> {
        let day = |index: i8| Day {
            date: date(2026, 11, 1).saturating_add(jiff::Span::new().days(index)),
            opened: u64::from(index.unsigned_abs()) * 7 % 23,
            closed: u64::from(index.unsigned_abs()) * 5 % 19,
            first_answer: (index % 6 != 4)
                .then(|| Duration::from_secs(60 * (4 + u64::from(index.unsigned_abs()) * 3 % 11))),
        };
        (0..count).map(day).collect()
    }

    #[test]
    fn a_picture_is_drawn_of_any_days() {
        let none = Day { date: date(2026, 11, 22), opened: 0, closed: 0, first_answer: None };
        let huge = Day { opened: u64::MAX, closed: u64::MAX, first_answer: Some(Duration::MAX), ..none };
        for days in [vec![], vec![none], vec![huge], vec![none, huge], days(7), days(90)] {
            let png = draw(&days);
            assert!(png.starts_with(b"\x89PNG"), "{} days", days.len());
            assert!(png.len() < 200_000, "{} bytes", png.len());
        }
    }

    #[test]
    fn the_same_days_make_the_same_picture() {
        assert_eq!(draw(&days(7)), draw(&days(7)));
    }
}
