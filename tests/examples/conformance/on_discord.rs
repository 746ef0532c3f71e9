//! What people do on Discord.

use anyhow::Context;
use fireside_sim::scene::OnDiscord;
use serde_json::{Value, json};

use crate::exhibit::EXHIBITS;
use crate::people::{People, newest};

/// Leo and the team, with the channels they speak in.
#[derive(Debug)]
pub(crate) struct Discord<'a> {
    people: &'a People,
    here: OnDiscord,
}

impl<'a> Discord<'a> {
    pub(crate) fn new(people: &'a People, here: OnDiscord) -> Self {
        Self { people, here }
    }

    /// Everything that can be said.
    pub(crate) async fn speak(&self) -> anyhow::Result<()> {
        let said =
            self.leo("say", json!({ "text": "Look at **this** `lamp` ||💡|| https://example.com" })).await?;
        self.leo("say", json!({ "text": "An answer", "reply_to": said })).await?;
        self.leo("edit", json!({ "message": said, "text": "Look!" })).await?;
        self.leo("preview_link", json!({ "message": said, "url": "https://example.com" })).await?;
        for (name, content_type) in [
            ("lamp.png", "image/png"),
            ("lamp.gif", "image/gif"),
            ("lamp.mp4", "video/mp4"),
            ("song.mp3", "audio/mpeg"),
            ("manual.pdf", "application/pdf"),
            ("SPOILER_lamp.png", "image/png"),
        ] {
            self.leo("post", json!({ "text": name, "files": [file(name, content_type)] })).await?;
        }
        let mut voice = file("voice.ogg", "audio/ogg");
        voice["voice_ms"] = 1500.into();
        self.leo("post", json!({ "files": [voice] })).await?;
        let album =
            json!([file("1.png", "image/png"), file("2.png", "image/png"), file("3.txt", "text/plain")]);
        self.leo("post", json!({ "text": "Three", "files": album })).await?;
        let sticker =
            self.act("add_sticker", json!({ "guild": id(self.here.guild), "name": "wave" })).await?;
        self.leo("post", json!({ "stickers": [sticker] })).await?;
        self.leo("forward", json!({ "from": id(self.here.lounge), "message": said })).await?;
        for action in ["react", "unreact", "react"] {
            self.leo(action, json!({ "message": said, "emoji": "👍" })).await?;
        }
        self.leo("react", json!({ "message": said, "emoji": "lamp:1234567890123456789" })).await?;
        let asked = json!({ "question": "Which?", "answers": ["Warm", "Cold"], "allows_several": true });
        let poll = self.leo("ask_poll", asked).await?;
        self.leo("vote", json!({ "message": poll, "answer": 1 })).await?;
        self.leo("unvote", json!({ "message": poll, "answer": 1 })).await?;
        self.leo("type", json!({})).await?;
        let gone = self.leo("say", json!({ "text": "Never mind" })).await?;
        self.leo("delete", json!({ "message": gone })).await?;
        self.act("say_directly", json!({ "user": id(self.here.leo), "text": "In private" })).await?;
        Ok(())
    }

    /// What happens in a guild besides words.
    pub(crate) async fn live(&self, forum: u64) -> anyhow::Result<()> {
        let guild = id(self.here.guild);
        let new = self.act("add_user", json!({ "name": "Nia" })).await?;
        self.act("announce_joins", json!({ "guild": guild, "channel": id(self.here.lounge) })).await?;
        self.act("add_member", json!({ "guild": guild, "user": new })).await?;
        let role = self.act("add_role", json!({ "guild": guild, "name": "Guests" })).await?;
        self.act("give_role", json!({ "guild": guild, "user": new, "role": role })).await?;
        self.act("take_role", json!({ "guild": guild, "user": new, "role": role })).await?;
        self.act("change_role", json!({ "guild": guild, "role": role, "name": "Guest" })).await?;
        self.act("delete_role", json!({ "guild": guild, "role": role })).await?;
        let thread = self.leo("start_thread", json!({ "name": "A thread" })).await?;
        let ana = id(self.here.ana);
        self.act("join_thread", json!({ "thread": thread, "user": ana })).await?;
        self.act("say", json!({ "channel": thread, "user": ana, "text": "In a thread" })).await?;
        self.act("leave_thread", json!({ "thread": thread, "user": ana })).await?;
        let by_leo = json!({ "thread": thread, "user": id(self.here.leo), "archived": true });
        self.act("archive_thread", by_leo).await?;
        let post = json!({
            "forum": id(forum), "user": id(self.here.leo), "title": "A dimmer", "text": "Please",
            "files": [file("lamp.png", "image/png")],
        });
        self.act("post_in_forum", post).await?;
        let channel = self.act("add_channel", json!({ "guild": guild, "name": "to-go" })).await?;
        self.act("change_channel", json!({ "channel": channel, "changes": { "name": "going" } })).await?;
        self.act("delete_channel", json!({ "channel": channel })).await?;
        self.act("remove_member", json!({ "guild": guild, "user": new })).await?;
        Ok(())
    }

    /// Everything that the bot can show.
    pub(crate) async fn look(&self) -> anyhow::Result<()> {
        for what in EXHIBITS {
            self.exhibit(what).await?;
        }
        let card = self.shown("changed").await?;
        self.act("press", json!({ "message": card["id"], "user": id(self.here.leo), "button": "Press" }))
            .await?;
        let menu = self.shown("Which light?").await?;
        self.choose(&menu).await?;
        let poll = self.shown_where(|it| it["poll"]["question"] == "Open?").await?;
        self.leo("vote", json!({ "message": poll["id"], "answer": 1 })).await?;
        let pictured = json!({ "text": "A picture", "files": [file("lamp.png", "image/png")] });
        let pictured = self.leo("post", pictured).await?;
        let menu = json!({ "command": "Exhibit this message", "message": pictured });
        self.leo("run_message_command", menu).await?;
        let target = json!({ "command": "Exhibit this account", "target": id(self.here.ana) });
        self.leo("run_user_command", target).await?;
        let mut given = file("given.png", "image/png");
        given["option"] = "file".into();
        let command = json!({ "command": "exhibit", "options": { "what": "words" }, "files": [given] });
        self.leo("run_command", command).await?;
        self.shown("A file").await?;
        Ok(())
    }

    /// The bot shows one thing.
    pub(crate) async fn exhibit(&self, what: &str) -> anyhow::Result<()> {
        let typed = json!({ "command": "exhibit", "option": "what", "text": &what[..2] });
        let interaction = self.leo("type_option", typed).await?;
        let interaction = interaction.as_str().unwrap_or_default().to_owned();
        let query = [("interaction", interaction.as_str())];
        self.people
            .see_until("suggestions", &query, |it| it.as_array().filter(|it| !it.is_empty()).map(drop))
            .await?;
        self.leo("run_command", json!({ "command": "exhibit", "options": { "what": what } })).await?;
        self.shown(&format!("Exhibited: {what}")).await?;
        Ok(())
    }

    /// Leo says something.
    pub(crate) async fn say(&self, words: &str) -> anyhow::Result<Value> {
        self.leo("say", json!({ "text": words })).await
    }

    /// A form with a select and a file.
    pub(crate) async fn fill_in(&self) -> anyhow::Result<()> {
        self.leo("run_command", json!({ "command": "exhibit_form" })).await?;
        let leo = self.here.leo.to_string();
        let open = |modal: &Value| modal["custom_id"].is_string().then(|| modal.clone());
        let modal = self.people.see_until("open_modal", &[("user", &leo)], open).await?;
        let mut fields = serde_json::Map::new();
        let mut files = Vec::new();
        for field in modal["fields"].as_array().into_iter().flatten() {
            let name = field["custom_id"].as_str().unwrap_or_default().to_owned();
            match field["kind"].as_u64() {
                Some(19) => {
                    let mut given = file("form.png", "image/png");
                    given["field"] = name.into();
                    files.push(given);
                }
                Some(4) => drop(fields.insert(name, "Words".into())),
                _ => drop(fields.insert(name, field["options"][0].clone())),
            }
        }
        let filled =
            json!({ "user": leo, "custom_id": modal["custom_id"], "fields": fields, "files": files });
        self.act("submit_modal", filled).await?;
        self.told("Filled in").await
    }

    /// Ana joins the newest case, speaks and closes it.
    pub(crate) async fn serve_the_case(&self) -> anyhow::Result<()> {
        let (desk, ana) = (self.here.desk.to_string(), id(self.here.ana));
        let last = |threads: &Value| threads.as_array()?.last()?["id"].as_str().map(str::to_owned);
        let room = self.people.see_until("threads", &[("channel", &desk)], last).await?;
        self.act("run_command", json!({ "channel": room, "user": ana, "command": "claim" })).await?;
        let words = json!({
            "channel": room, "user": ana, "text": "Which dimmer?",
            "files": [file("dimmer.pdf", "application/pdf")],
        });
        self.act("post", words).await?;
        Ok(())
    }

    /// Ana closes the newest case.
    pub(crate) async fn close_the_case(&self) -> anyhow::Result<()> {
        let desk = self.here.desk.to_string();
        let last = |threads: &Value| threads.as_array()?.last()?["id"].as_str().map(str::to_owned);
        let room = self.people.see_until("threads", &[("channel", &desk)], last).await?;
        let close = json!({ "channel": room, "user": id(self.here.ana), "command": "close" });
        self.act("run_command", close).await.map(drop)
    }

    /// Waits for words in the lounge.
    pub(crate) async fn shown(&self, words: &str) -> anyhow::Result<Value> {
        let lounge = self.here.lounge.to_string();
        let find = |history: &Value| newest(history, words).cloned();
        let shown = self.people.see_until("history", &[("channel", &lounge)], find).await;
        shown.with_context(|| format!("«{words}»"))
    }

    async fn shown_where(&self, is_it: impl Fn(&Value) -> bool) -> anyhow::Result<Value> {
        let lounge = self.here.lounge.to_string();
        let find = |history: &Value| history.as_array()?.iter().rev().find(|it| is_it(it)).cloned();
        self.people.see_until("history", &[("channel", &lounge)], find).await
    }

    /// Leo chooses the first thing of a menu. What can be chosen is in the bot's own call.
    async fn choose(&self, menu: &Value) -> anyhow::Result<()> {
        let calls = self.people.see("calls", &[]).await?;
        let calls = calls["calls"].as_array().into_iter().flatten();
        let offered =
            |call: &Value| Some(call.pointer("/body/components/0/components/0/options/0/value")?.clone());
        let value = calls.rev().find_map(offered).context("the bot offered something to choose")?;
        let select = &menu["buttons"][0]["custom_id"];
        let chosen = json!({
            "message": menu["id"], "user": id(self.here.leo), "select": select, "values": [value],
        });
        self.act("choose", chosen).await.map(drop)
    }

    async fn told(&self, words: &str) -> anyhow::Result<()> {
        let leo = self.here.leo.to_string();
        let find = |messages: &Value| newest(messages, words).map(drop);
        self.people.see_until("private_messages", &[("user", &leo)], find).await
    }

    /// Leo does something in the lounge.
    async fn leo(&self, action: &str, mut fields: Value) -> anyhow::Result<Value> {
        fields["channel"] = id(self.here.lounge);
        fields["user"] = id(self.here.leo);
        self.act(action, fields).await
    }

    async fn act(&self, action: &str, fields: Value) -> anyhow::Result<Value> {
        self.people.act(action, fields).await
    }
}

fn id(id: u64) -> Value {
    id.to_string().into()
}

fn file(name: &str, content_type: &str) -> Value {
    json!({ "name": name, "text": format!("the bytes of {name}"), "content_type": content_type })
}
