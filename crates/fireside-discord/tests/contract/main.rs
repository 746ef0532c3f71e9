//! The adapter contract, over the simulated Discord's real HTTP and websocket.

#![expect(clippy::expect_used, reason = "a test that can't go on fails there")]

mod markdown;
mod rich;

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use fireside_core::{Account, MessageId, Place};
use fireside_discord::{DiscordAdapter, DiscordOptions, PLATFORM};
use fireside_sim::Fault;
use fireside_sim::discord::{Limits, Options, SeenMessage, Server, ThreadSummary, World};
use fireside_testkit::adapter::{AdapterStage, Call, PATIENCE, Room, Seen, StageClock, Trouble};

use crate::markdown::typed;

const TOKEN: &str = "a-token-of-this-bot";

/// A brand's server with Ana in it, a channel for all, one for staff and a forum.
struct Stage {
    server: Server,
    world: World,
    guild: u64,
    lounge: u64,
    desk: u64,
    forum: u64,
    owner: u64,
    ana: u64,
    ben: u64,
}

impl Stage {
    async fn set() -> Self {
        let options = Options { token: TOKEN.to_owned(), limits: Limits::unlimited(), ..Options::default() };
        let server = Server::start(options).await.expect("a port is free");
        let world = server.world();
        let owner = world.add_user("olga");
        let ana = world.add_user("ana");
        let guild = world.add_guild("Acme", owner);
        world.add_member(guild, ana);
        let ben = world.add_user("ben");
        world.add_member(guild, ben);
        let lounge = world.add_channel(guild, "lounge");
        let desk = world.add_channel(guild, "desk");
        let forum = world.add_forum(guild, "cases", &["open", "done"]).expect("the tags are right");
        Self { server, world, guild, lounge, desk, forum, owner, ana, ben }
    }

    fn channel(&self, id: u64) -> Place {
        Place::channel(PLATFORM, id.to_string()).within(self.guild.to_string())
    }

    fn room(&self, thread: ThreadSummary) -> Room {
        Room {
            place: self.channel(thread.parent).thread(thread.id.to_string()),
            name: thread.name,
            is_open: !thread.is_archived && !thread.is_locked,
            members: thread.members.into_iter().map(account).collect(),
        }
    }

    fn seen_message(&self, message: SeenMessage) -> Seen {
        let (text, is_formatted) = markdown::read(&message.text);
        Seen {
            id: message.id.to_string().into(),
            text,
            is_formatted,
            pings: message.pings_everyone || !message.pings.is_empty() || !message.pings_roles.is_empty(),
            // What it says under another's name comes from a webhook of its own.
            is_bots: message.author != self.ana && message.author != self.ben,
            is_edited: message.is_edited,
            reply_to: message.reply_to.map(|id| id.to_string().into()),
            buttons: message.buttons.into_iter().map(|button| button.label).collect(),
        }
    }
}

fn account(user: u64) -> Account {
    Account::new(PLATFORM, user.to_string())
}

fn number(id: &str) -> u64 {
    id.parse().expect("it is an id of Discord's")
}

/// The channel or thread that a place is.
fn channel(place: &Place) -> u64 {
    number(place.thread.as_ref().map_or(place.channel.as_str(), |thread| thread.as_str()))
}

#[async_trait]
impl AdapterStage for Stage {
    type Adapter = DiscordAdapter;

    fn address(&self) -> &str {
        self.server.url()
    }

    fn token(&self) -> &str {
        TOKEN
    }

    fn token_setting(&self) -> &'static str {
        "discord.token"
    }

    fn adapter(&self, address: &str, token: &str) -> DiscordAdapter {
        let clock = self.world.clock().clone();
        let mut options = DiscordOptions::new(token.into(), Arc::new(StageClock(move || clock.now_ms())));
        options.api_url = Some(address.to_owned());
        options.guilds = vec![self.guild];
        DiscordAdapter::new(options)
    }

    async fn heard(&self) {
        assert!(self.world.wait_for_bot(PATIENCE).await, "the bot comes");
    }

    fn customer(&self) -> Account {
        account(self.ana)
    }

    fn customer_name(&self) -> &'static str {
        "ana"
    }

    fn place(&self) -> Place {
        self.channel(self.lounge)
    }

    fn private_place(&self) -> Option<Place> {
        let direct = self.world.direct_channel(self.ana).expect("it can be opened");
        Some(Place::channel(PLATFORM, direct.to_string()))
    }

    fn stranger(&self) -> Account {
        account(self.ben)
    }

    fn desk(&self) -> Place {
        self.channel(self.desk)
    }

    fn say(&self, place: &Place, words: &str, reply_to: Option<&MessageId>) -> MessageId {
        let answered = reply_to.map(|message| number(message.as_str()));
        let said = self.world.say(channel(place), self.ana, &typed(words), answered).expect("she may talk");
        said.to_string().into()
    }

    fn say_mention(&self, place: &Place, mentioned: &Account) -> MessageId {
        let words = format!("<@{}>", mentioned.id);
        let said = self.world.say(channel(place), self.ana, &words, None).expect("she may talk");
        said.to_string().into()
    }

    /// `discord.com/channels/<guild or @me>/<channel or thread>/<message>`.
    fn opened(&self, link: &str) -> Option<Seen> {
        let parts: Vec<&str> = link.strip_prefix("https://discord.com/channels/")?.split('/').collect();
        let [guild, channel, message] = parts[..] else { return None };
        let direct = self.world.direct_channel(self.ana).ok()?;
        let is_there = if guild == "@me" { number(channel) == direct } else { number(guild) == self.guild };
        let mut history = self.world.history(number(channel)).into_iter().filter(|_| is_there);
        history.find(|shown| shown.id == number(message)).map(|shown| self.seen_message(shown))
    }

    fn edit(&self, place: &Place, message: &MessageId, words: &str) {
        self.world
            .edit(channel(place), self.ana, number(message.as_str()), &typed(words))
            .expect("it is hers");
    }

    fn run_command(&self, name: &str, options: &[(&str, &str)]) {
        self.world.run_command(self.lounge, self.ana, name, options).expect("it is registered");
    }

    fn press(&self, _place: &Place, message: &MessageId, label: &str) {
        self.world.press(number(message.as_str()), self.ana, label).expect("it is there");
    }

    fn seen(&self, place: &Place) -> Vec<Seen> {
        let history = self.world.history(channel(place));
        history.into_iter().map(|message| self.seen_message(message)).collect()
    }

    async fn seen_alone(&self, words: &str) -> bool {
        self.world.wait_for_private(self.ana, words, PATIENCE).await.is_some()
    }

    async fn form_title(&self) -> Option<String> {
        self.world.wait_for_modal(self.ana, PATIENCE).await.map(|modal| modal.title)
    }

    fn rooms(&self) -> Vec<Room> {
        self.world.threads(self.desk).into_iter().map(|thread| self.room(thread)).collect()
    }

    fn close_room(&self, room: &Place) {
        self.world.archive_thread(channel(room), self.owner, true).expect("they may");
    }

    fn remove_room(&self, room: &Place) {
        self.world.delete_channel(channel(room)).expect("it is there");
    }

    fn forged_mention(&self) -> String {
        format!("<@{0}> <@!{0}>", self.ana)
    }

    fn trouble(&self, call: Call, trouble: Trouble) {
        let call = match call {
            Call::Send => "POST /channels/{channel.id}/messages",
            Call::OpenRoom => "/threads",
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
        self.world.advance(by);
    }
}

fireside_testkit::adapter_contract!(Stage::set());
