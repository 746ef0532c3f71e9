//! What people do on Telegram.

use anyhow::Context;
use fireside_sim::scene::OnTelegram;
use serde_json::{Value, json};

use crate::exhibit::EXHIBITS;
use crate::people::{People, newest};

/// A channel whose posts come into the customers' group.
const CHANNEL: i64 = -1_000_000_000_300;
/// A group that becomes a supergroup.
const GROUP: i64 = -777;

/// Mia, with the places she speaks in.
#[derive(Debug)]
pub(crate) struct Telegram<'a> {
    people: &'a People,
    there: OnTelegram,
}

impl<'a> Telegram<'a> {
    pub(crate) fn new(people: &'a People, there: OnTelegram) -> Self {
        Self { people, there }
    }

    /// Who may what, beyond what the scene says.
    pub(crate) async fn furnish(&self) -> anyhow::Result<()> {
        let Self { people, there } = self;
        people.act("members", json!({ "chat": there.group, "status": "administrator" })).await?;
        people.act("chats", json!({ "id": CHANNEL, "kind": "channel", "title": "Acme news" })).await?;
        people.act("members", json!({ "chat": CHANNEL, "status": "administrator" })).await?;
        people.act("link_discussion", json!({ "channel": CHANNEL, "group": there.group })).await?;
        people.act("chats", json!({ "id": GROUP, "kind": "group", "title": "Acme beta" })).await?;
        people.act("members", json!({ "chat": GROUP, "status": "administrator" })).await?;
        Ok(())
    }

    /// Everything that can be said.
    pub(crate) async fn speak(&self) -> anyhow::Result<()> {
        let (group, mia) = (self.there.group, self.there.mia);
        let said = self.say("Look at <this> *lamp* https://example.com 💡").await?;
        self.mia("say", json!({ "text": "An answer", "reply_to": said, "quote": "lamp" })).await?;
        self.people.act("edit", json!({ "chat": group, "message_id": said, "text": "Look!" })).await?;
        for kind in ["photo", "video", "animation", "audio", "voice", "video_note", "document", "sticker"] {
            let file = file_of(kind);
            self.mia("media", json!({ "media": [file] })).await?;
        }
        let album = json!([file_of("photo"), file_of("video"), file_of("photo")]);
        self.mia("media", json!({ "media": album, "apart_from": 2 })).await?;
        for share in [
            json!({ "location": { "latitude": 52.5, "longitude": 13.4 } }),
            json!({ "venue": { "latitude": 52.5, "longitude": 13.4, "title": "Shop", "address": "Here 1" } }),
            json!({ "contact": { "phone_number": "+491234", "first_name": "Tom" } }),
            json!({ "dice": { "emoji": "🎲", "value": 3 } }),
        ] {
            self.mia("share", share).await?;
        }
        let poll = json!({ "question": "Which?", "options": ["Warm", "Cold"] });
        let poll = self.mia("poll", json!({ "poll": poll })).await?["message_id"].clone();
        let where_ = json!({ "chat": group, "message_id": poll, "user": self.there.tom, "options": [0] });
        self.people.act("vote", where_).await?;
        self.people.act("close_poll", json!({ "chat": group, "message_id": poll })).await?;
        let from = json!({ "type": "hidden_user", "name": "Somebody" });
        self.mia("forward", json!({ "origin": from, "text": "From elsewhere" })).await?;
        self.mia("forward", json!({ "from_chat": group, "message_id": said })).await?;
        let here = json!({ "chat": group, "message_id": said, "user": mia, "emoji": "👍" });
        self.people.act("react", here).await?;
        self.people.act("react", json!({ "chat": group, "message_id": said, "user": mia })).await?;
        self.people.act("pin", json!({ "chat": group, "message_id": said, "user": mia })).await?;
        Ok(())
    }

    /// What happens in a chat besides words, and what is no business of the bot.
    pub(crate) async fn live(&self) -> anyhow::Result<()> {
        let (group, staff, ana) = (self.there.group, self.there.staff_group, self.there.ana);
        let opened = self.people.act("topics", json!({ "chat": staff, "user": ana, "name": "Ideas" }));
        let thread = opened.await?["thread"].clone();
        let inside = json!({ "chat": staff, "user": ana, "thread": thread, "text": "In a topic" });
        self.people.act("say", inside).await?;
        for state in ["closed", "open"] {
            let change =
                json!({ "chat": staff, "thread": thread, "user": ana, "state": state, "name": state });
            self.people.act("topic_state", change).await?;
        }
        self.people.act("say", json!({ "chat": staff, "text": "From nobody", "sender_chat": staff })).await?;
        self.people.act("say", json!({ "chat": CHANNEL, "text": "News" })).await?;
        self.people.act("leave", json!({ "chat": group, "user": self.there.tom })).await?;
        self.people.act("join", json!({ "chat": group, "user": self.there.tom })).await?;
        self.people.act("title", json!({ "chat": group, "user": ana, "title": "Acme Lamps & more" })).await?;
        self.people.act("migrate", json!({ "chat": GROUP, "to": -1_000_000_000_777_i64 })).await?;
        let connected = self.people.act("connect_business", json!({ "user": ana })).await?;
        let words = json!({
            "connection": connected["connection"], "customer": self.there.tom,
            "message_id": 5, "text": "Psst",
        });
        self.people.act("say_to_business", words).await?;
        Ok(())
    }

    /// Everything that the bot can show.
    pub(crate) async fn look(&self) -> anyhow::Result<()> {
        for what in EXHIBITS {
            self.exhibit(what).await?;
        }
        let card = self.shown("changed").await?;
        self.press(&card, "Press").await?;
        let menu = self.shown("Which light?").await?;
        self.press(&menu, "Warm").await?;
        let buttons = card["buttons"].as_array().into_iter().flatten().filter_map(Value::as_array).flatten();
        let mut links = buttons.filter_map(|button| button["url"].as_str()?.split_once("?start="));
        if let Some((_, payload)) = links.next() {
            let link = json!({ "user": self.there.mia, "payload": payload });
            self.people.act("open_link", link).await?;
        }
        let poll = self.shown_where(|it| it["poll"]["question"] == "Open?").await?;
        let vote = json!({
            "chat": self.there.group, "message_id": poll["message_id"],
            "user": self.there.mia, "options": [0, 1],
        });
        self.people.act("vote", vote).await?;
        let pictured = self.mia("media", json!({ "media": [file_of("photo")] })).await?;
        let reply = json!({ "text": "/exhibit", "reply_to": pictured["message_ids"][0] });
        self.mia("say", reply).await?;
        Ok(())
    }

    /// The bot shows one thing.
    pub(crate) async fn exhibit(&self, what: &str) -> anyhow::Result<()> {
        let asked = self.say(&format!("/exhibit {what}")).await?;
        self.shown_where(|it| it["reply_to"] == asked && it["from_bot"] == true).await.map(drop)
    }

    /// A form, question by question, in the private chat.
    pub(crate) async fn fill_in(&self) -> anyhow::Result<()> {
        let mia = self.there.mia;
        let alone = |text: &str| json!({ "chat": mia, "user": mia, "text": text });
        self.people.act("say", alone("/exhibit_form")).await?;
        for (question, answer) in
            [("In your words", "A title"), ("In your words", "More words"), ("What is it?", "lamp")]
        {
            self.asked(question).await?;
            self.people.act("say", alone(answer)).await?;
        }
        self.asked("Pictures").await?;
        let file = json!({ "chat": mia, "user": mia, "media": [file_of("photo")] });
        self.people.act("media", file).await?;
        Ok(())
    }

    /// Mia calls a human, and answers with words and a file; then she waits for
    /// the staff's words.
    pub(crate) async fn call_a_human(&self) -> anyhow::Result<i64> {
        self.say("/human it flickers").await?;
        let called = self.shown("I have called a person").await?;
        Ok(called["message_id"].as_i64().unwrap_or_default())
    }

    /// Mia speaks to the staff.
    pub(crate) async fn answer(&self, called: i64) -> anyhow::Result<()> {
        self.mia("say", json!({ "text": "Still there", "reply_to": called })).await?;
        self.mia("media", json!({ "media": [file_of("photo")], "reply_to": called })).await?;
        Ok(())
    }

    /// Waits for words in the customers' group.
    pub(crate) async fn shown(&self, words: &str) -> anyhow::Result<Value> {
        let group = self.there.group.to_string();
        let find = |history: &Value| newest(history, words).cloned();
        let shown = self.people.see_until("history", &[("chat", &group)], find).await;
        shown.with_context(|| format!("«{words}»"))
    }

    async fn shown_where(&self, is_it: impl Fn(&Value) -> bool) -> anyhow::Result<Value> {
        let group = self.there.group.to_string();
        let find = |history: &Value| history.as_array()?.iter().rev().find(|it| is_it(it)).cloned();
        self.people.see_until("history", &[("chat", &group)], find).await
    }

    /// Waits until the last thing said in the private chat is a question of the bot.
    async fn asked(&self, question: &str) -> anyhow::Result<()> {
        let mia = self.there.mia.to_string();
        let is_last = |history: &Value| {
            let last = history.as_array()?.last()?;
            let text = last["text"].as_str()?;
            (last["from_bot"] == true && text.contains(question)).then_some(())
        };
        self.people.see_until("history", &[("chat", &mia)], is_last).await
    }

    async fn say(&self, text: &str) -> anyhow::Result<Value> {
        Ok(self.mia("say", json!({ "text": text })).await?["message_id"].take())
    }

    /// Mia does something in the customers' group.
    async fn mia(&self, action: &str, mut fields: Value) -> anyhow::Result<Value> {
        fields["chat"] = self.there.group.into();
        fields["user"] = self.there.mia.into();
        self.people.act(action, fields).await
    }

    async fn press(&self, message: &Value, button: &str) -> anyhow::Result<Value> {
        self.mia("press", json!({ "message_id": message["message_id"], "button": button })).await
    }
}

/// A small file of a kind.
fn file_of(kind: &str) -> Value {
    let mut file =
        json!({ "kind": kind, "text": format!("the bytes of a {kind}"), "width": 64, "height": 64 });
    let (name, mime) = match kind {
        "video" | "animation" => ("lamp.mp4", "video/mp4"),
        "audio" => ("song.mp3", "audio/mpeg"),
        "voice" => ("voice.ogg", "audio/ogg"),
        "document" => ("manual.pdf", "application/pdf"),
        _ => return file,
    };
    file["file_name"] = name.into();
    file["mime_type"] = mime.into();
    file["duration_s"] = 3.into();
    file["caption"] = format!("A {kind}").into();
    file
}
