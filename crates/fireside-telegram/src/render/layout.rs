//! Which messages a content becomes, and in which order.

use std::collections::VecDeque;

use fireside_core::text::cleaned;
use fireside_core::{Outgoing, Text};

use super::files::{self, Shown};
use super::{CAPTION_UNITS_MAX, Formatted, TEXT_UNITS_MAX, Wording, entities, split};

/// The longest author's name above a message.
const AUTHOR_GRAPHEMES_MAX: usize = 64;

/// One message, or one album.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words alone.
    Words(Formatted),
    /// Files that stand together, with the words below the first.
    Files {
        /// The files: one, or an album.
        files: Vec<Shown>,
        /// The words; blank where there are none.
        caption: Formatted,
    },
    /// The content's poll.
    Poll,
}

impl Piece {
    /// Files without words.
    fn bare(files: Vec<Shown>) -> Self {
        Self::Files { files, caption: Formatted::default() }
    }

    /// Whether it holds words that an edit could change.
    pub(crate) fn has_words(&self) -> bool {
        match self {
            Self::Words(_) => true,
            Self::Files { caption, .. } => !caption.is_blank(),
            Self::Poll => false,
        }
    }
}

/// The pieces of `content`, none where there is nothing to see.
///
/// Words stand below a file where they fit; longer ones come before the files,
/// as a reader hears first who speaks. Where something is asked of the reader,
/// it is asked by the last message, which is no album: those take no buttons.
pub(crate) fn pieces(content: &Outgoing, wording: Wording) -> VecDeque<Piece> {
    let (mut groups, left_out) = files::groups(&content.files);
    let words = words(content, &left_out, !groups.is_empty(), wording);
    let asks = content.asks || content.buttons.iter().any(|row| !row.is_empty());
    let ends_with_poll = content.poll.is_some();
    let mut pieces = VecDeque::new();
    if words.is_blank() {
        if asks && !ends_with_poll && groups.last().is_some_and(|last| last.len() > 1) {
            let alone = groups.last_mut().and_then(Vec::pop);
            groups.extend(alone.map(|last| vec![last]));
        }
        pieces.extend(groups.into_iter().map(Piece::bare));
    } else if fits_below(&words, &groups, asks && !ends_with_poll) {
        let mut groups = groups.into_iter();
        pieces.extend(groups.next().map(|files| Piece::Files { files, caption: words }));
        pieces.extend(groups.map(Piece::bare));
    } else {
        let words = as_messages(words);
        let files = groups.into_iter().map(Piece::bare);
        if asks && !ends_with_poll {
            pieces.extend(files.chain(words));
        } else {
            pieces.extend(words.chain(files));
        }
    }
    pieces.extend(content.poll.iter().map(|_| Piece::Poll));
    pieces
}

/// The words of `content`, below the name of whose they are, and what is said
/// in the stead of the files that are left out.
fn words(content: &Outgoing, left_out: &[usize], has_files: bool, wording: Wording) -> Formatted {
    let mut words = entities::formatted(&content.text, wording);
    for file in left_out.iter().filter_map(|index| content.files.get(*index)) {
        words = words.line(entities::formatted(&file.instead, Wording::Others));
    }
    let has_more = has_files || content.poll.is_some();
    let author = content.author.as_ref().map(|author| cleaned(&author.name, AUTHOR_GRAPHEMES_MAX));
    match author {
        Some(name) if !name.is_empty() && (has_more || !words.is_blank()) => {
            let name = entities::formatted(&Text::bold(format!("{name}:")), Wording::Others);
            if words.is_blank() { name } else { name.line(words) }
        }
        _ => words,
    }
}

/// The words of `content` without its files.
pub(super) fn words_alone(content: &Outgoing, wording: Wording) -> Formatted {
    words(content, &[], !content.files.is_empty(), wording)
}

fn fits_below(words: &Formatted, groups: &[Vec<Shown>], asks: bool) -> bool {
    let first = groups.first();
    let takes =
        first.and_then(|group| group.first()).is_some_and(|file| files::method(file.kind).takes_caption);
    let ends = groups.len() == 1 && first.is_some_and(|group| group.len() == 1);
    takes && words.units() <= CAPTION_UNITS_MAX && (!asks || ends)
}

/// Words as so many messages as they need.
pub(crate) fn as_messages(words: Formatted) -> impl Iterator<Item = Piece> {
    split::parts(words, TEXT_UNITS_MAX).into_iter().filter(|part| !part.is_blank()).map(Piece::Words)
}
