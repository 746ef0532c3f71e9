//! All that a customer does on Discord, and all that they see.

use std::time::Duration;

use async_trait::async_trait;
use fireside_core::{FileKind, MessageId, Place};
use fireside_sim::discord::{Post, SeenAttachment, SeenMessage, Upload};
use fireside_testkit::adapter::{PATIENCE, RichStage, SeenFile, SeenPoll, SentFile};

use crate::markdown::typed;
use crate::{Stage, channel, number};

const TYPING: &str = "POST /channels/{channel.id}/typing";
/// For so long clients show that somebody types (Discord, "Trigger Typing Indicator").
const TYPING_SHOWN: Duration = Duration::from_secs(10);
const VIEW_CHANNEL: u64 = 1 << 10;

impl Stage {
    fn message(&self, place: &Place, message: &MessageId) -> Option<SeenMessage> {
        let id = number(message.as_str());
        self.world.history(channel(place)).into_iter().find(|seen| seen.id == id)
    }

    fn file(&self, attachment: SeenAttachment) -> SeenFile {
        let bytes = self.world.attachment_bytes(attachment.id).expect("it is kept");
        SeenFile { name: attachment.name, bytes, spoiler: attachment.is_spoiler }
    }
}

fn upload(file: &SentFile) -> Upload {
    let mark = if file.spoiler { "SPOILER_" } else { "" };
    Upload {
        name: format!("{mark}{}", file.name),
        bytes: file.bytes.clone(),
        voice_ms: (file.kind == FileKind::Voice).then_some(1_000),
        ..Upload::default()
    }
}

#[async_trait]
impl RichStage for Stage {
    fn send_files(&self, place: &Place, files: &[SentFile], words: &str) -> MessageId {
        let files = files.iter().map(upload).collect();
        let post = Post { text: typed(words), files, ..Post::default() };
        let sent = self.world.post(channel(place), self.ana, &post).expect("she may send files");
        sent.to_string().into()
    }

    fn files(&self, place: &Place, message: &MessageId) -> Vec<SeenFile> {
        let message = self.message(place, message).expect("it is there");
        message.attachments.into_iter().map(|attachment| self.file(attachment)).collect()
    }

    fn say_bold(&self, place: &Place, plain: &str, bold: &str) -> MessageId {
        let words = format!("{}**{}**", typed(plain), typed(bold));
        let said = self.world.say(channel(place), self.ana, &words, None).expect("she may talk");
        said.to_string().into()
    }

    fn pass_on(&self, place: &Place, message: &MessageId) -> MessageId {
        let channel = channel(place);
        let passed_on = self.world.forward(channel, self.ana, channel, number(message.as_str()));
        passed_on.expect("she may").to_string().into()
    }

    fn react(&self, place: &Place, message: &MessageId, emoji: &str, on: bool) {
        let (channel, message) = (channel(place), number(message.as_str()));
        let reacted = if on {
            self.world.react(channel, self.ana, message, emoji)
        } else {
            self.world.unreact(channel, self.ana, message, emoji)
        };
        reacted.expect("she may react");
    }

    fn reactions(&self, place: &Place, message: &MessageId) -> Vec<String> {
        let message = self.message(place, message).expect("it is there");
        message.reactions.into_iter().map(|(emoji, _)| emoji).collect()
    }

    fn remove(&self, place: &Place, message: &MessageId) {
        self.world.delete(channel(place), self.ana, number(message.as_str())).expect("it is hers");
    }

    fn is_pinned(&self, place: &Place, message: &MessageId) -> bool {
        self.message(place, message).is_some_and(|message| message.is_pinned)
    }

    fn write(&self, place: &Place) {
        self.world.start_typing(channel(place), self.ana);
    }

    fn is_bot_writing(&self, place: &Place) -> bool {
        let path = format!("/channels/{}/typing", channel(place));
        let now_ms = u128::from(self.world.clock().now_ms());
        let is_shown = |at_ms| now_ms < u128::from(at_ms) + TYPING_SHOWN.as_millis();
        let mut calls = self.world.calls().into_iter();
        calls.any(|call| {
            call.name == TYPING && call.path == path && call.status == 204 && is_shown(call.at_ms)
        })
    }

    fn poll(&self, place: &Place, message: &MessageId) -> Option<SeenPoll> {
        let poll = self.message(place, message)?.poll?;
        let options = poll.answers.into_iter().map(|(answer, _)| answer).collect();
        Some(SeenPoll { question: poll.question, options, is_closed: poll.is_ended })
    }

    fn vote(&self, place: &Place, message: &MessageId, index: usize) {
        let answer = u64::try_from(index + 1).expect("there are few");
        let voted = self.world.vote(channel(place), self.ana, number(message.as_str()), answer);
        voted.expect("it is open");
    }

    fn pick(&self, place: &Place, message: &MessageId, label: &str) {
        let asked = self.message(place, message).expect("it is there");
        let menu = asked.buttons.iter().find(|component| component.label.is_empty()).expect("it has a menu");
        let chosen = self.world.choose(asked.id, self.ana, &menu.custom_id, &[label]);
        chosen.expect("the menu offers it");
    }

    /// Discord has no buttons into private chats.
    fn follow(&self, _place: &Place, _message: &MessageId, _label: &str) -> Option<Place> {
        None
    }

    fn run_on(&self, _command: &str, label: &str, place: &Place, message: &MessageId) {
        let ran = self.world.run_message_command(channel(place), self.ana, label, number(message.as_str()));
        ran.expect("it is in the menu");
    }

    async fn suggested(&self, command: &str, option: &str, typed: &str) -> Vec<String> {
        let asked = self.world.type_option(self.lounge, self.ana, command, &[], (option, typed));
        let asked = asked.expect("it completes itself");
        let suggested = self.world.wait_for(|world| world.suggestions(asked), PATIENCE).await;
        suggested.unwrap_or_default().into_iter().map(|(label, _)| label).collect()
    }

    fn tags(&self, room: &Place) -> Vec<String> {
        let room = self.world.thread(channel(room)).expect("it is there");
        let offered = self.world.tags(room.parent);
        let name = |tag| offered.iter().find(|(id, _)| *id == tag).map(|(_, name)| name.clone());
        room.tags.into_iter().filter_map(name).collect()
    }

    fn forum(&self) -> Option<Place> {
        Some(self.channel(self.forum))
    }

    fn sees_room(&self, room: &Place) -> bool {
        self.world.permissions_in(channel(room), self.ana) & VIEW_CHANNEL != 0
    }

    fn shown_under(&self, place: &Place, message: &MessageId) -> String {
        self.message(place, message).expect("it is there").author_name
    }
}
