//! Where backticks are, so that the end of code is found without searching.

use std::collections::HashMap;

/// The runs of backticks in some words.
#[derive(Debug, Default)]
pub(super) struct Ticks {
    /// Where the runs of each length begin.
    by_len: HashMap<usize, Vec<usize>>,
    /// Where the runs of three and more begin.
    fences: Vec<usize>,
}

impl Ticks {
    pub(super) fn of(content: &str) -> Self {
        let mut ticks = Self::default();
        let bytes = content.as_bytes();
        let mut at = 0;
        while let Some(gap) = bytes[at..].iter().position(|byte| *byte == b'`') {
            let start = at + gap;
            let len = bytes[start..].iter().take_while(|byte| **byte == b'`').count();
            ticks.by_len.entry(len).or_default().push(start);
            if len >= 3 {
                ticks.fences.push(start);
            }
            at = start + len;
        }
        ticks
    }

    /// The first run of exactly `len` from `from` on.
    pub(super) fn next_of_len(&self, len: usize, from: usize) -> Option<usize> {
        next(self.by_len.get(&len)?, from)
    }

    /// The first run of three or more from `from` on.
    pub(super) fn next_fence(&self, from: usize) -> Option<usize> {
        next(&self.fences, from)
    }
}

fn next(starts: &[usize], from: usize) -> Option<usize> {
    starts.get(starts.partition_point(|start| *start < from)).copied()
}
