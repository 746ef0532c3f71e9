//! A stage on which everything that a conversation can hold may happen.

use async_trait::async_trait;
use fireside_core::{FileKind, MessageId, Place};

use super::AdapterStage;

/// A file that somebody sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// What it is.
    pub kind: FileKind,
    /// What its sender calls it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// It is covered until the reader uncovers it.
    pub spoiler: bool,
}

impl SentFile {
    /// A file with these bytes.
    pub fn new(kind: FileKind, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { kind, name: name.to_owned(), bytes: bytes.into(), spoiler: false }
    }
}

/// A file as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenFile {
    /// Its name; empty where its kind has none on the platform.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// It is covered.
    pub spoiler: bool,
}

/// A poll as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenPoll {
    /// What is asked.
    pub question: String,
    /// What can be chosen.
    pub options: Vec<String>,
    /// Nobody can vote any more.
    pub is_closed: bool,
}

/// A simulated platform on which the customer does all that customers do. What
/// a platform doesn't have is answered with nothing, or does nothing.
#[async_trait]
pub trait RichStage: AdapterStage {
    /// The customer sends files together, with words. Gives the first message it became.
    fn send_files(&self, place: &Place, files: &[SentFile], words: &str) -> MessageId;

    /// The files of a message as people see them; of an album, those of all its parts.
    fn files(&self, place: &Place, message: &MessageId) -> Vec<SeenFile>;

    /// The customer says `plain` and right after it, in bold, `bold`.
    fn say_bold(&self, place: &Place, plain: &str, bold: &str) -> MessageId;

    /// The customer passes a message on, within its place. Gives what it became.
    fn pass_on(&self, place: &Place, message: &MessageId) -> MessageId;

    /// The customer puts a reaction on a message, or takes it off.
    fn react(&self, place: &Place, message: &MessageId, emoji: &str, on: bool);

    /// The bot's reactions on a message.
    fn reactions(&self, place: &Place, message: &MessageId) -> Vec<String>;

    /// The customer removes a message of theirs.
    fn remove(&self, place: &Place, message: &MessageId);

    /// Whether a message is pinned.
    fn is_pinned(&self, place: &Place, message: &MessageId) -> bool;

    /// The customer writes without sending anything.
    fn write(&self, place: &Place);

    /// Whether people see that the bot writes.
    fn is_bot_writing(&self, place: &Place) -> bool;

    /// The poll of a message.
    fn poll(&self, place: &Place, message: &MessageId) -> Option<SeenPoll>;

    /// The customer votes for the option at `index`.
    fn vote(&self, place: &Place, message: &MessageId, index: usize);

    /// The customer picks what is called `label` from the menu of a message.
    fn pick(&self, place: &Place, message: &MessageId, label: &str);

    /// The customer presses the button `label`, is brought into a private chat
    /// with the bot, and does what its client asks for there. Gives that chat.
    fn follow(&self, place: &Place, message: &MessageId, label: &str) -> Option<Place>;

    /// The customer runs a command on a message: from its menu, called `label`
    /// there, or as a reply.
    fn run_on(&self, command: &str, label: &str, place: &Place, message: &MessageId);

    /// The customer writes `typed` for an option of a command; gives what is
    /// suggested, by its labels.
    async fn suggested(&self, command: &str, option: &str, typed: &str) -> Vec<String>;

    /// The tags of a room.
    fn tags(&self, room: &Place) -> Vec<String>;

    /// A channel in which every room is a post, with the tags `open` and `done`.
    fn forum(&self) -> Option<Place>;

    /// Whether the customer, who was not let in, sees a room.
    fn sees_room(&self, room: &Place) -> bool;

    /// The name that a message is shown under.
    fn shown_under(&self, place: &Place, message: &MessageId) -> String;
}
