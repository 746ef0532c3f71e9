//! The adapter contract, over the simulated Bot API's real HTTP.

#![expect(clippy::expect_used, reason = "a test that can't go on fails there")]

mod rich;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use fireside_core::{Account, MessageId, Place};
use fireside_sim::Fault;
use fireside_sim::telegram::{Draft, Options, Server, Shown, World};
use fireside_telegram::{PLATFORM, TelegramAdapter, TelegramOptions};
use fireside_testkit::adapter::{AdapterStage, Call, Room, Seen, StageClock, Trouble};
use serde_json::{Value, json};

const TOKEN: &str = "42:contract-token";
const ANA: i64 = 7;
const BEN: i64 = 8;
const GROUP: i64 = -1_000_000_000_100;
const FORUM: i64 = -1_000_000_000_200;
/// The entities by which plain words are shown in another way or call somebody.
/// Others (a command, an address) are what every client makes of plain words.
const FORMATS: [&str; 9] =
    ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "code", "pre", "text_link"];

/// A group with Ana in it, her private chat, and a forum for staff.
struct Stage {
    server: Server,
    world: World,
}

impl Stage {
    async fn set() -> Self {
        let options = Options { token: TOKEN.to_owned(), privacy_mode: false, ..Options::default() };
        let server = Server::start(options).await.expect("a port is free");
        let world = server.world();
        world.add_user(ANA, "Ana");
        world.add_supergroup(GROUP, "Acme", false);
        world.add_member(GROUP, ANA);
        world.add_user(BEN, "Ben");
        world.add_member(GROUP, BEN);
        world.promote(GROUP, world.bot_id());
        world.add_supergroup(FORUM, "Staff", true);
        world.promote(FORUM, world.bot_id());
        Self { server, world }
    }

    /// Ana says something with an entity in it.
    fn say_formatted(&self, place: &Place, text: &str, entity: Value) -> MessageId {
        let said = self.world.say_draft(Draft {
            chat: chat(place),
            user: ANA,
            text: text.to_owned(),
            thread: thread(place),
            entities: Some(vec![serde_json::from_value(entity).expect("it is an entity")]),
            ..Draft::default()
        });
        said.to_string().into()
    }
}

fn chat(place: &Place) -> i64 {
    place.channel.as_str().parse().expect("it is a chat of Telegram's")
}

fn thread(place: &Place) -> Option<i64> {
    place.thread.as_ref().map(|thread| thread.as_str().parse().expect("it is a topic of Telegram's"))
}

fn number(message: &MessageId) -> i64 {
    message.as_str().parse().expect("it is a message of Telegram's")
}

fn seen(shown: Shown) -> Seen {
    let has = |kinds: &[&str]| shown.entities.iter().any(|entity| kinds.contains(&entity.kind.as_str()));
    Seen {
        id: shown.message_id.to_string().into(),
        is_formatted: has(&FORMATS),
        pings: has(&["mention", "text_mention"]),
        is_bots: shown.from_bot,
        is_edited: shown.edited,
        reply_to: shown.reply_to.map(|id| id.to_string().into()),
        buttons: shown.buttons.into_iter().flatten().map(|button| button.text).collect(),
        // A word joiner shows nothing; behind an @ it keeps a name from being called.
        text: shown.text.replace('\u{2060}', ""),
    }
}

#[async_trait]
impl AdapterStage for Stage {
    type Adapter = TelegramAdapter;

    fn address(&self) -> &str {
        self.server.url()
    }

    fn token(&self) -> &str {
        TOKEN
    }

    fn token_setting(&self) -> &'static str {
        "telegram.token"
    }

    fn adapter(&self, address: &str, token: &str) -> TelegramAdapter {
        let clock = self.world.clock().clone();
        let options = TelegramOptions {
            api_url: Some(address.to_owned()),
            staff_chats: vec![FORUM],
            ..TelegramOptions::new(token.into(), Arc::new(StageClock(move || clock.now_ms())))
        };
        TelegramAdapter::new(options).expect("the options can be right")
    }

    /// Telegram keeps what is said until it is asked for.
    async fn heard(&self) {}

    fn customer(&self) -> Account {
        Account::new(PLATFORM, ANA.to_string())
    }

    fn customer_name(&self) -> &'static str {
        "Ana"
    }

    fn place(&self) -> Place {
        Place::channel(PLATFORM, GROUP.to_string())
    }

    fn private_place(&self) -> Option<Place> {
        Some(Place::channel(PLATFORM, ANA.to_string()))
    }

    fn stranger(&self) -> Account {
        Account::new(PLATFORM, BEN.to_string())
    }

    fn desk(&self) -> Place {
        Place::channel(PLATFORM, FORUM.to_string())
    }

    fn say(&self, place: &Place, words: &str, reply_to: Option<&MessageId>) -> MessageId {
        let said = self.world.say_in(chat(place), thread(place), ANA, words, reply_to.map(number));
        said.to_string().into()
    }

    fn say_mention(&self, place: &Place, mentioned: &Account) -> MessageId {
        let user: i64 = mentioned.id.as_str().parse().expect("it is an account of Telegram's");
        let user = json!({ "id": user, "is_bot": false, "first_name": "Ben" });
        let entity = json!({ "type": "text_mention", "offset": 0, "length": 3, "user": user });
        self.say_formatted(place, "Ben", entity)
    }

    /// `t.me/c/<id without -100>/<topic, if any>/<message>`.
    fn opened(&self, link: &str) -> Option<Seen> {
        let parts: Vec<i64> = link
            .strip_prefix("https://t.me/c/")?
            .split('/')
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        let (chat, thread, message) = match parts[..] {
            [chat, message] => (chat, None, message),
            [chat, thread, message] => (chat, Some(thread), message),
            _ => return None,
        };
        let history = self.world.thread_history(-1_000_000_000_000 - chat, thread);
        history.into_iter().find(|shown| shown.message_id == message).map(seen)
    }

    fn edit(&self, place: &Place, message: &MessageId, words: &str) {
        self.world.edit(chat(place), number(message), words).expect("it is there");
    }

    fn run_command(&self, name: &str, options: &[(&str, &str)]) {
        let typed = options.iter().fold(format!("/{name}"), |typed, (_, given)| format!("{typed} {given}"));
        self.world.say(GROUP, ANA, &typed);
    }

    fn press(&self, place: &Place, message: &MessageId, label: &str) {
        self.world.press(chat(place), number(message), ANA, label).expect("it is there");
    }

    fn seen(&self, place: &Place) -> Vec<Seen> {
        let shown = self.world.thread_history(chat(place), thread(place)).into_iter();
        shown.filter(|shown| shown.service.is_none() && !shown.deleted).map(seen).collect()
    }

    /// Telegram has no such answers.
    async fn seen_alone(&self, _words: &str) -> bool {
        false
    }

    /// Telegram has no forms.
    async fn form_title(&self) -> Option<String> {
        None
    }

    fn rooms(&self) -> Vec<Room> {
        let topics = self.world.topics(FORUM).into_iter().filter(|topic| !topic.deleted);
        let room = |topic: fireside_sim::telegram::TopicRecord| Room {
            place: self.desk().thread(topic.thread.to_string()),
            name: topic.name,
            is_open: !topic.closed,
            members: Vec::new(),
        };
        topics.map(room).collect()
    }

    fn close_room(&self, room: &Place) {
        self.world.close_topic(chat(room), thread(room).expect("it is a topic"), ANA, true);
    }

    fn remove_room(&self, room: &Place) {
        self.world.delete_topic(chat(room), thread(room).expect("it is a topic"));
    }

    fn forged_mention(&self) -> String {
        format!("<a href=\"tg://user?id={ANA}\">Ana</a> [Ana](tg://user?id={ANA})")
    }

    fn trouble(&self, call: Call, trouble: Trouble) {
        let call = match call {
            Call::Send => "sendMessage",
            Call::OpenRoom => "createForumTopic",
        };
        let fault = match trouble {
            Trouble::Down => Fault::ServerError { status: 502, html: true },
            Trouble::AnswerLost => Fault::AnswerLost,
            Trouble::AsksToWait(wait) => Fault::TooManyRequests {
                retry_after_ms: wait.as_millis().try_into().expect("it is short"),
                global: false,
            },
        };
        self.world.inject(call, fault);
    }

    fn advance(&self, by: Duration) {
        self.world.clock().advance(by);
    }
}

fireside_testkit::adapter_contract!(Stage::set());
