//! How far a delivery of several messages has come, so that trying it again
//! says nothing twice: a nonce is soon forgotten, and a webhook has none.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use fireside_core::{Outgoing, Receipt};

/// How many deliveries that were broken off are remembered.
const DELIVERIES_MAX: usize = 1_000;

/// What is done of the deliveries that were broken off, those first that have
/// waited longest.
#[derive(Debug, Default)]
pub(crate) struct Progress(Mutex<VecDeque<(String, Done)>>);

/// What is done of a delivery.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// How many batches of files are said whole, each with its words.
    pub(crate) batches: usize,
    /// How many messages of the next batch are.
    pub(crate) parts: usize,
    /// The messages, in their order.
    pub(crate) messages: Vec<u64>,
    /// The first of them with words.
    pub(crate) worded: Option<u64>,
}

impl Done {
    /// Its next message is said: `id`, with words or without.
    pub(crate) fn push(&mut self, id: u64, has_words: bool) {
        self.messages.push(id);
        if has_words {
            self.worded.get_or_insert(id);
        }
    }

    /// The receipt of what `content` said: it names the last message where that
    /// holds what is pressed, else the first with words, which an edit changes.
    pub(crate) fn receipt(&self, content: &Outgoing) -> Receipt {
        let ends = !content.buttons.is_empty() || content.menu.is_some() || content.poll.is_some();
        let (first, last) = (self.messages.first(), self.messages.last());
        let named = if ends { last } else { self.worded.as_ref().or(first) };
        let others = self.messages.iter().filter(|other| Some(*other) != named);
        Receipt {
            message: named.map(|id| id.to_string().into()),
            further_messages: others.map(|id| id.to_string().into()).collect(),
            ..Receipt::default()
        }
    }
}

impl Progress {
    /// How far the delivery `seed` has come.
    pub(crate) fn of(&self, seed: &str) -> Done {
        let deliveries = self.lock();
        let found = deliveries.iter().find(|(noted, _)| noted == seed);
        found.map(|(_, done)| done.clone()).unwrap_or_default()
    }

    /// It has come so far.
    pub(crate) fn note(&self, seed: &str, done: &Done) {
        let mut deliveries = self.lock();
        deliveries.retain(|(noted, _)| noted != seed);
        if deliveries.len() >= DELIVERIES_MAX {
            deliveries.pop_front();
        }
        deliveries.push_back((seed.to_owned(), done.clone()));
    }

    /// It has come to its end, well or not.
    pub(crate) fn finish(&self, seed: &str) {
        self.lock().retain(|(noted, _)| noted != seed);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<(String, Done)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::{Button, ButtonTarget};

    use super::*;

    fn done(has_words: &[bool]) -> Done {
        let mut done = Done::default();
        (1..).zip(has_words).for_each(|(id, has_words)| done.push(id, *has_words));
        done
    }

    #[test]
    fn a_receipt_names_the_message_that_is_acted_on() {
        let named = |has_words: &[bool], content: &Outgoing| {
            let receipt = done(has_words).receipt(content);
            let further: Vec<_> = receipt.further_messages.iter().map(ToString::to_string).collect();
            let message = receipt.message.map(|id| id.to_string()).unwrap_or_default();
            format!("{message} before {}", further.join(" "))
        };
        let words = Outgoing::of("words");
        let button = Button { label: "b".to_owned(), target: ButtonTarget::Press("1".to_owned()) };
        assert_eq!(named(&[true, true, false], &words), "1 before 2 3");
        assert_eq!(named(&[false, true], &words), "2 before 1");
        assert_eq!(named(&[false, false], &words), "1 before 2");
        assert_eq!(named(&[true, false], &words.clone().row(vec![button])), "2 before 1");
    }

    #[test]
    fn the_delivery_that_waited_longest_is_forgotten_first() {
        let progress = Progress::default();
        let half = done(&[true]);
        (0..DELIVERIES_MAX).for_each(|number| progress.note(&number.to_string(), &half));
        progress.note("0", &half);
        progress.note("one more", &half);
        assert_eq!(progress.of("1"), Done::default());
        assert_eq!(
            (progress.of("0"), progress.of("2"), progress.of("one more")),
            (half.clone(), half.clone(), half)
        );
        progress.finish("2");
        assert_eq!(progress.of("2"), Done::default());
    }
}
