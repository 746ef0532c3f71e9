//! All that a customer does on Telegram, and all that they see.

use async_trait::async_trait;
use fireside_core::{FileKind, MessageId, Place};
use fireside_sim::telegram::{Attachment, MediaKind, Post, Shown, ShownPoll};
use fireside_testkit::adapter::{AdapterStage, RichStage, SeenFile, SeenPoll, SentFile};
use serde_json::json;

use crate::{ANA, Stage, chat, number, thread};

impl Stage {
    fn shown(&self, place: &Place, message: &MessageId) -> Option<Shown> {
        self.world.message(chat(place), number(message))
    }

    /// The file of a message, if it has one.
    fn file(&self, shown: &Shown) -> Option<SeenFile> {
        let media = shown.media.as_ref()?;
        let bytes = self.world.file_bytes(shown.chat, shown.message_id)?;
        let name = media.file_name.clone().unwrap_or_default();
        Some(SeenFile { name, bytes: bytes.to_vec(), spoiler: media.spoiler })
    }
}

fn media_kind(kind: FileKind) -> MediaKind {
    match kind {
        FileKind::Photo => MediaKind::Photo,
        FileKind::Video => MediaKind::Video,
        FileKind::VideoNote => MediaKind::VideoNote,
        FileKind::Animation => MediaKind::Animation,
        FileKind::Voice => MediaKind::Voice,
        FileKind::Audio => MediaKind::Audio,
        FileKind::Sticker => MediaKind::Sticker,
        FileKind::Document => MediaKind::Document,
    }
}

fn attachment(file: &SentFile) -> Attachment {
    let sent = Attachment::new(media_kind(file.kind), file.bytes.clone());
    let takes_name = matches!(file.kind, FileKind::Document | FileKind::Audio | FileKind::Video);
    Attachment { file_name: takes_name.then(|| file.name.clone()), spoiler: file.spoiler, ..sent }
}

fn seen_poll(poll: ShownPoll) -> SeenPoll {
    SeenPoll {
        question: poll.question,
        options: poll.options.into_iter().map(|option| option.text).collect(),
        is_closed: poll.closed,
    }
}

#[async_trait]
impl RichStage for Stage {
    fn send_files(&self, place: &Place, files: &[SentFile], words: &str) -> MessageId {
        let post = Post { thread: thread(place), ..Post::new(chat(place), ANA) };
        let mut parts: Vec<_> = files.iter().map(attachment).collect();
        words.clone_into(&mut parts[0].caption);
        let sent = match parts.len() {
            1 => self.world.send_file(&post, parts.remove(0)),
            _ => self.world.send_album(&post, parts, None)[0],
        };
        sent.to_string().into()
    }

    fn files(&self, place: &Place, message: &MessageId) -> Vec<SeenFile> {
        let shown = self.shown(place, message).expect("it is there");
        let Some(album) = &shown.album else { return self.file(&shown).into_iter().collect() };
        let history = self.world.history(chat(place));
        let parts = history.iter().filter(|part| part.album.as_ref() == Some(album));
        parts.filter_map(|part| self.file(part)).collect()
    }

    fn say_bold(&self, place: &Place, plain: &str, bold: &str) -> MessageId {
        let units = |words: &str| words.encode_utf16().count();
        let entity = json!({ "type": "bold", "offset": units(plain), "length": units(bold) });
        self.say_formatted(place, &format!("{plain}{bold}"), entity)
    }

    fn pass_on(&self, place: &Place, message: &MessageId) -> MessageId {
        let post = Post { thread: thread(place), ..Post::new(chat(place), ANA) };
        let passed_on = self.world.forward(&post, chat(place), number(message)).expect("it is there");
        passed_on.to_string().into()
    }

    fn react(&self, place: &Place, message: &MessageId, emoji: &str, on: bool) {
        let emoji = if on { emoji } else { "" };
        self.world.react(chat(place), number(message), ANA, emoji).expect("it is there");
    }

    fn reactions(&self, place: &Place, message: &MessageId) -> Vec<String> {
        self.shown(place, message).expect("it is there").reactions
    }

    fn remove(&self, place: &Place, message: &MessageId) {
        self.world.delete(chat(place), number(message)).expect("it is there");
    }

    fn is_pinned(&self, place: &Place, message: &MessageId) -> bool {
        self.world.pinned(chat(place)).iter().any(|pinned| pinned.message_id == number(message))
    }

    /// Telegram tells no bot that people write.
    fn write(&self, _place: &Place) {}

    fn is_bot_writing(&self, place: &Place) -> bool {
        let bot = self.world.bot_id();
        let mut typing = self.world.typing(chat(place)).into_iter();
        typing.any(|typing| typing.user == bot && typing.thread == thread(place))
    }

    fn poll(&self, place: &Place, message: &MessageId) -> Option<SeenPoll> {
        self.shown(place, message)?.poll.map(seen_poll)
    }

    fn vote(&self, place: &Place, message: &MessageId, index: usize) {
        self.world.vote(chat(place), number(message), ANA, &[index]).expect("it is open");
    }

    /// Telegram has no menus below messages.
    fn pick(&self, _place: &Place, _message: &MessageId, _label: &str) {}

    fn follow(&self, place: &Place, message: &MessageId, label: &str) -> Option<Place> {
        let shown = self.shown(place, message)?;
        let button = shown.buttons.into_iter().flatten().find(|button| button.text == label)?;
        let address = button.url?;
        let payload = address.strip_prefix("https://t.me/fireside_bot?start=")?;
        self.world.open_start_link(ANA, payload).expect("Telegram opens it");
        self.private_place()
    }

    /// Telegram has no menus of messages: the command is sent as a reply.
    fn run_on(&self, command: &str, _label: &str, place: &Place, message: &MessageId) {
        self.say(place, &format!("/{command}"), Some(message));
    }

    /// Telegram has no suggestions.
    async fn suggested(&self, _command: &str, _option: &str, _typed: &str) -> Vec<String> {
        Vec::new()
    }

    /// Telegram's topics have no tags.
    fn tags(&self, _room: &Place) -> Vec<String> {
        Vec::new()
    }

    fn forum(&self) -> Option<Place> {
        None
    }

    /// Who is in a forum sees all its topics.
    fn sees_room(&self, _room: &Place) -> bool {
        true
    }

    fn shown_under(&self, place: &Place, message: &MessageId) -> String {
        self.shown(place, message).expect("it is there").from
    }
}
