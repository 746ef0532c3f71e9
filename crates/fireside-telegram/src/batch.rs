//! The updates of one poll, with the parts of each album brought together.
//!
//! An album comes as messages of their own, one after another, and nothing says
//! how many there are. One that may go on behind the end of a poll is left to
//! the next: it is not confirmed, and told again with what came meanwhile.

use std::collections::HashMap;

use crate::update::{AlbumId, RawUpdate};

/// The most parts of an album (Bot API, `sendMediaGroup`).
pub(crate) const ALBUM_PARTS_MAX: usize = 10;

/// A poll's updates.
#[derive(Debug, Default)]
pub(crate) struct Batch<'a> {
    updates: Vec<RawUpdate<'a>>,
    /// What is taken in as one thing, by its updates, in the order of the first.
    groups: Vec<Vec<usize>>,
    /// The first update that is left to the next poll, by its place here.
    end: usize,
    /// The albums that may go on.
    open: Vec<AlbumId>,
}

impl<'a> Batch<'a> {
    /// Brings `updates` together. The albums in `waited_for` are taken as they are.
    pub(crate) fn of(updates: Vec<RawUpdate<'a>>, waited_for: &[AlbumId]) -> Self {
        let mut batch = Self { end: updates.len(), ..Self::default() };
        let mut albums: HashMap<AlbumId, usize> = HashMap::new();
        let mut newest: HashMap<i64, usize> = HashMap::new();
        for (at, update) in updates.iter().enumerate() {
            let said_in = update.said_in();
            if let Some((chat, _)) = said_in {
                newest.insert(chat, at);
            }
            let album = said_in.and_then(|(_, album)| album);
            let group = album.map(|album| *albums.entry(album).or_insert(batch.groups.len()));
            match group.and_then(|group| batch.groups.get_mut(group)) {
                Some(parts) => parts.push(at),
                None => batch.groups.push(vec![at]),
            }
        }
        batch.updates = updates;
        for (album, group) in albums {
            let parts = batch.groups.get(group).map(Vec::as_slice).unwrap_or_default();
            // Whoever says something else has sent the whole album.
            let is_newest = parts.last() == newest.get(&album.chat);
            let may_go_on = parts.len() < ALBUM_PARTS_MAX && is_newest;
            if let Some(first) = parts.first().filter(|_| may_go_on && !waited_for.contains(&album)) {
                batch.end = batch.end.min(*first);
                batch.open.push(album);
            }
        }
        batch.end = batch.whole(batch.end);
        batch
    }

    /// What is to be taken in now: each update alone, or the parts of an album.
    pub(crate) fn groups(&self) -> impl Iterator<Item = Vec<&RawUpdate<'a>>> {
        let now = self.groups.iter().filter(|group| group.first().is_some_and(|first| *first < self.end));
        now.map(|group| group.iter().filter_map(|at| self.updates.get(*at)).collect())
    }

    /// What the next poll asks for once the first `settled` groups are durable;
    /// `None` where it would confirm nothing.
    pub(crate) fn offset(&self, settled: usize) -> Option<i64> {
        let unsettled = self.groups.get(settled).and_then(|group| group.first());
        let next = self.whole(unsettled.copied().unwrap_or(self.updates.len()).min(self.end));
        match self.updates.get(next) {
            Some(_) if next == 0 && self.open.is_empty() => None,
            Some(update) => Some(update.update_id),
            None => self.updates.last().map(|update| update.update_id.saturating_add(1)),
        }
    }

    /// The albums that may go on, which the next poll takes as they are.
    pub(crate) fn open(self) -> Vec<AlbumId> {
        self.open
    }

    /// The place at or before `end` that no album lies across.
    fn whole(&self, mut end: usize) -> usize {
        let across = |end: usize| {
            let mut ends = self.groups.iter().filter_map(|group| Some((*group.first()?, *group.last()?)));
            ends.find(|(first, last)| *first < end && end <= *last).map(|(first, _)| first)
        };
        while let Some(first) = across(end) {
            end = first;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One update for each `chat` or `chat:album`, numbered from 1.
    fn told(updates: &[&str]) -> Vec<String> {
        let one = |(at, told): (usize, &&str)| {
            let (chat, album) = told.split_once(':').unwrap_or((told, ""));
            let group =
                if album.is_empty() { String::new() } else { format!(r#","media_group_id":"{album}""#) };
            format!(r#"{{"update_id":{},"message":{{"chat":{{"id":{chat}}}{group}}}}}"#, at + 1)
        };
        updates.iter().enumerate().map(one).collect()
    }

    fn batch<'a>(told: &'a [String], waited_for: &[AlbumId]) -> Batch<'a> {
        Batch::of(told.iter().map(|json| RawUpdate::of(json).expect("an update")).collect(), waited_for)
    }

    fn ids(batch: &Batch<'_>) -> Vec<Vec<i64>> {
        batch.groups().map(|group| group.iter().map(|update| update.update_id).collect()).collect()
    }

    #[test]
    fn parts_of_an_album_come_together_at_the_first() {
        let told = told(&["7:a", "8", "7:a", "7"]);
        let batch = batch(&told, &[]);
        assert_eq!(ids(&batch), [vec![1, 3], vec![2], vec![4]]);
        assert_eq!(batch.offset(3), Some(5));
    }

    #[test]
    fn an_album_that_may_go_on_is_left_to_the_next_poll() {
        let told = told(&["8", "7:a", "8", "7:a"]);
        let first = batch(&told, &[]);
        assert_eq!(ids(&first), [vec![1]]);
        assert_eq!(first.offset(1), Some(2));
        let waited_for = first.open();
        let second = batch(&told, &waited_for);
        assert_eq!(ids(&second), [vec![1], vec![2, 4], vec![3]]);
    }

    #[test]
    fn an_album_that_is_all_there_is_to_it_is_asked_for_again() {
        let told = told(&["7:a"]);
        let batch = batch(&told, &[]);
        assert_eq!((ids(&batch), batch.offset(0)), (Vec::new(), Some(1)));
    }

    #[test]
    fn an_album_as_long_as_albums_get_is_whole() {
        let told = told(&["7:a"; ALBUM_PARTS_MAX]);
        assert_eq!(ids(&batch(&told, &[])), [(1..=10).collect::<Vec<i64>>()]);
    }

    #[test]
    fn nothing_behind_what_failed_is_confirmed() {
        let told = told(&["7", "8", "9"]);
        let batch = batch(&told, &[]);
        assert_eq!([batch.offset(0), batch.offset(1), batch.offset(2)], [None, Some(2), Some(3)]);
    }

    #[test]
    fn an_album_is_told_again_whole() {
        let told = told(&["9", "7:a", "8", "7:a", "7"]);
        let batch = batch(&told, &[]);
        // What failed lies between the parts of an album that is durable.
        assert_eq!(ids(&batch), [vec![1], vec![2, 4], vec![3], vec![5]]);
        assert_eq!(batch.offset(2), Some(2));
    }
}
