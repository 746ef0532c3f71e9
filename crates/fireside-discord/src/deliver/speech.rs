//! What is to be said, and which messages it takes.

use std::ops::Range;

use fireside_core::{CarriedFile, Outgoing, Place, Text, Voice};
use serde_json::Value;

use crate::upload;

/// The most files of one message (Discord's message page).
pub(crate) const FILES_MAX: usize = 10;

/// Something to be said in a channel.
#[derive(Debug, Clone)]
pub(crate) struct Speech<'a> {
    pub(crate) place: &'a Place,
    /// The channel or thread that the place is.
    pub(crate) channel: u64,
    pub(crate) content: &'a Outgoing,
    pub(crate) voice: Voice,
    /// What the messages' nonces are made from.
    pub(crate) seed: String,
    /// The first message is a post in this channel, and the others go into it.
    pub(crate) post: Option<Post>,
}

/// A post to be made in a forum.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) name: String,
    pub(crate) tags: Vec<u64>,
}

/// Which files go together; there is always one batch, which may be empty.
pub(crate) fn batches(files: &[CarriedFile]) -> Vec<Range<usize>> {
    let mut batches = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, file) in files.iter().enumerate() {
        let size = file.attachment.size_bytes.unwrap_or(upload::FILE_MAX);
        if at - start == FILES_MAX || (at > start && size.saturating_add(bytes) > upload::REQUEST_MAX) {
            batches.push(start..at);
            (start, bytes) = (at, 0);
        }
        bytes = size.saturating_add(bytes);
    }
    batches.push(start..files.len());
    batches
}

/// What is said with one of the batches: the words with the first, what can
/// be pressed with the last, and with each what stands for the files of it
/// that can't be brought.
pub(crate) fn piece(content: &Outgoing, batches: usize, batch: usize, instead: Vec<Text>) -> Outgoing {
    let (is_first, is_last) = (batch == 0, batch + 1 == batches);
    let words = if is_first { content.text.clone() } else { Text::default() };
    Outgoing {
        text: instead.into_iter().fold(words, Text::line),
        author: content.author.clone().filter(|_| is_first),
        files: Vec::new(),
        buttons: if is_last { content.buttons.clone() } else { Vec::new() },
        menu: content.menu.clone().filter(|_| is_last),
        poll: content.poll.clone().filter(|_| is_last),
        is_card: content.is_card && content.files.is_empty(),
        reply_to: content.reply_to.clone().filter(|_| is_first),
        asks: content.asks,
    }
}

/// What a message says: its content, or the texts of its components.
pub(crate) fn words(message: &Value) -> String {
    let mut said = message["content"].as_str().unwrap_or_default().trim().to_owned();
    gather_words(&message["components"], &mut said);
    said
}

fn gather_words(components: &Value, said: &mut String) {
    for component in components.as_array().into_iter().flatten() {
        said.push_str(component["content"].as_str().unwrap_or_default().trim());
        gather_words(&component["components"], said);
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::{Attachment, FileKind};

    use super::*;

    fn files(sizes: &[u64]) -> Vec<CarriedFile> {
        let file = |size: &u64| CarriedFile {
            attachment: Attachment {
                size_bytes: Some(*size),
                ..Attachment::new(FileKind::Document, "p", "1")
            },
            instead: Text::plain("a file"),
        };
        sizes.iter().map(file).collect()
    }

    #[test]
    fn ten_files_go_together_and_no_more_than_a_request_takes() {
        assert_eq!(batches(&[]), vec![0..0]);
        assert_eq!(batches(&files(&[1; 12])), [0..10, 10..12]);
        let ten_mib = 10 << 20;
        assert_eq!(batches(&files(&[ten_mib, ten_mib, ten_mib, 1])), [0..2, 2..4]);
        assert_eq!(batches(&files(&[u64::MAX, u64::MAX])), [0..1, 1..2]);
    }

    #[test]
    fn the_words_go_first_and_the_buttons_last() {
        let button = fireside_core::Button {
            label: "b".to_owned(),
            target: fireside_core::ButtonTarget::Press("1".to_owned()),
        };
        let content = Outgoing::of("words").row(vec![button]).files(files(&[1; 11]));
        let first = piece(&content, 2, 0, vec![Text::plain("[a file]")]);
        assert_eq!((first.text.to_plain().as_str(), first.buttons.len()), ("words\n[a file]", 0));
        let last = piece(&content, 2, 1, Vec::new());
        assert_eq!((last.text.to_plain().as_str(), last.buttons.len()), ("", 1));
    }
}
