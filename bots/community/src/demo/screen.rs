//! The screen: what both rooms show, side by side, as it happens.

use std::io::{IsTerminal, Write};
use std::sync::Arc;

use textwrap::core::display_width;

/// The narrowest and the widest a column gets, in character cells.
const COLUMN: std::ops::RangeInclusive<usize> = 30..=60;
/// The width where the terminal does not tell its own.
const WIDTH: usize = 100;

/// On which side something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Telegram,
    Discord,
}

/// Clones show on the same screen.
#[derive(Debug, Clone)]
pub(super) struct Screen {
    column: usize,
    colours: bool,
    /// Whole blocks are written: two never mix.
    writing: Arc<std::sync::Mutex<()>>,
}

impl Screen {
    pub(super) fn new() -> Self {
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width: usize = told.unwrap_or(WIDTH);
        Self {
            column: (width.saturating_sub(3) / 2).clamp(*COLUMN.start(), *COLUMN.end()),
            colours: std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
            writing: Arc::default(),
        }
    }

    /// What stands above the two columns.
    pub(super) fn opening(&self) {
        let line = "─".repeat(self.column);
        self.write(&[
            self.row("Telegram: the group «Acme Lamps»", "Discord: #team-desk and its rooms"),
            format!("{line}─┼─{line}"),
        ]);
    }

    /// Something said: who and what, on its side.
    pub(super) fn said(&self, side: Side, who: &str, words: &str) {
        // What people wrote must not steer the terminal.
        let plain = |text: &str| text.chars().filter(|c| !c.is_control() || *c == '\n').collect::<String>();
        let (who, words) = (plain(who), plain(words));
        let mut lines = vec![format!("{who}:")];
        for line in words.lines() {
            let options = textwrap::Options::new(self.column).initial_indent("  ").subsequent_indent("  ");
            lines.extend(textwrap::wrap(line, options).into_iter().map(std::borrow::Cow::into_owned));
        }
        let rows: Vec<_> =
            lines.iter().enumerate().map(|(index, line)| self.cell(side, line, index == 0)).collect();
        self.write(&rows);
    }

    fn cell(&self, side: Side, line: &str, is_name: bool) -> String {
        let shown =
            if is_name && self.colours { format!("\u{1b}[1m{line}\u{1b}[0m") } else { line.to_owned() };
        let padding = " ".repeat(self.column.saturating_sub(display_width(line)));
        match side {
            Side::Telegram => format!("{shown}{padding} │"),
            Side::Discord => format!("{} │ {shown}", " ".repeat(self.column)),
        }
    }

    /// Something told to the person at the terminal, across both columns.
    pub(super) fn tell(&self, words: &str) {
        let wrapped = textwrap::wrap(words, 2 * self.column + 3).into_iter();
        let blank = || std::iter::once(String::new());
        let lines: Vec<_> = blank().chain(wrapped.map(std::borrow::Cow::into_owned)).chain(blank()).collect();
        self.write(&lines);
    }

    fn row(&self, left: &str, right: &str) -> String {
        let padding = " ".repeat(self.column.saturating_sub(display_width(left)));
        format!("{left}{padding} │ {right}")
    }

    fn write(&self, lines: &[String]) {
        let _whole = self.writing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut out = std::io::stdout().lock();
        for line in lines {
            // A closed pipe ends the showing, not the bot.
            let _ = writeln!(out, "{}", line.trim_end());
        }
        let _ = out.flush();
    }
}
