//! Messages as the API's JSON.

use serde_json::{Value, json};

use super::layout;
use super::objects::{self, emoji, id, ids, member_without_user};
use super::time::iso8601;
use super::world::State;
use super::world::attachments::{Attachment, sha256};
use super::world::model::{Message, Persona, Reaction, Reference, message_flags};

fn reactions(all: &[Reaction], bot: u64) -> Value {
    let object = |reaction: &Reaction| {
        let (count, burst) = (reaction.users.len(), reaction.burst.len());
        json!({
            "emoji": emoji(&reaction.emoji), "count": count, "me": reaction.users.contains(&bot),
            "count_details": { "burst": burst, "normal": count - burst }, "burst_colors": [],
            "me_burst": reaction.burst.contains(&bot),
        })
    };
    all.iter().map(object).collect()
}

fn reference_object(reference: &Reference) -> Value {
    let mut object = json!({ "type": u8::from(reference.is_forward), "channel_id": id(reference.channel) });
    if let Some(message) = reference.message {
        object["message_id"] = id(message);
    }
    if let Some(guild) = reference.guild {
        object["guild_id"] = id(guild);
    }
    object
}

/// A webhook where messages carry their author: a bot that is no user.
fn persona_object(webhook: u64, persona: &Persona) -> Value {
    // Discord keeps a copy of the picture and names it by a hash.
    let avatar = persona.avatar.as_ref().map(|url| sha256(url.as_bytes()).split_at(32).0.to_owned());
    json!({
        "id": id(webhook), "username": persona.name, "discriminator": "0000", "global_name": null,
        "avatar": avatar, "bot": true, "system": false, "public_flags": 0, "flags": 0,
        "primary_guild": null,
    })
}

impl State {
    /// The message as REST answers carry it.
    pub(crate) fn message_object(&self, message: &Message) -> Value {
        let mut object = self.message_alone(message);
        let guild = self.channels.get(&message.channel).and_then(|channel| channel.guild);
        let replied = message.reply_to.map(|target| Reference {
            is_forward: false,
            guild,
            channel: message.channel,
            message: Some(target),
        });
        let Some(reference) = replied.as_ref().or(message.reference.as_ref()) else { return object };
        object["message_reference"] = reference_object(reference);
        if let Some(target) = reference.message.filter(|_| !reference.is_forward) {
            let referenced = self.message(reference.channel, target);
            object["referenced_message"] = referenced.map_or(Value::Null, |it| self.message_alone(it));
        }
        object
    }

    /// The message without what it refers to.
    fn message_alone(&self, message: &Message) -> Value {
        let mut object = self.message_content(message);
        let author = match (&message.persona, message.webhook) {
            (Some(persona), Some(webhook)) => persona_object(webhook, persona),
            _ => self.user_object(message.author),
        };
        let fields = json!({
            "id": id(message.id), "channel_id": id(message.channel), "author": author,
            "tts": message.is_tts, "pinned": message.pinned_at_ms.is_some(),
            "mention_everyone": message.mentions.everyone,
        });
        extend(&mut object, fields);
        if let Some(nonce) = &message.nonce {
            object["nonce"] = nonce.clone();
        }
        if !message.reactions.is_empty() {
            object["reactions"] = reactions(&message.reactions, self.bot());
        }
        if let Some(interaction) = &message.interaction {
            object["interaction_metadata"] = interaction.clone();
        }
        if let Some(webhook) = message.webhook {
            object["webhook_id"] = id(webhook);
        }
        if let Some(application) = message.application {
            object["application_id"] = id(application);
        }
        if let Some(poll) = &message.poll {
            object["poll"] = poll.object(self.bot());
        }
        if let Some(forwarded) = &message.forwarded {
            object["message_snapshots"] = json!([{ "message": self.message_content(forwarded) }]);
        }
        if message.has_thread
            && let Some(thread) = self.channels.get(&message.id)
        {
            object["thread"] = self.channel_object(thread);
        }
        object
    }

    /// What a message says, which is all that a forward of it carries.
    fn message_content(&self, message: &Message) -> Value {
        let mentioned: Value = message.mentions.users.iter().map(|user| self.user_object(*user)).collect();
        let attachments = message.attachments.iter().map(|it| self.attachment_object(it));
        let hides_embeds = message.flags & message_flags::SUPPRESS_EMBEDS != 0;
        let shown = if hides_embeds { &[][..] } else { message.embeds.as_slice() };
        let embeds = shown.iter().map(|embed| self.embed_object(embed, &message.attachments));
        let media = |url: &str| self.media_object(url, message);
        let components = message.components.iter().map(|component| layout::draw(component, &media));
        let mut object = json!({
            "type": message.kind, "content": message.content, "timestamp": iso8601(message.sent_at_ms),
            "edited_timestamp": message.edited_at_ms.map(iso8601), "flags": message.flags,
            "mentions": mentioned, "mention_roles": ids(&message.mentions.roles),
            "attachments": attachments.collect::<Value>(), "embeds": embeds.collect::<Value>(),
            "components": components.collect::<Value>(),
        });
        if !message.stickers.is_empty() {
            object["sticker_items"] = message.stickers.iter().map(objects::sticker_item).collect();
        }
        object
    }

    /// An embed, with links where it refers to the message's own files.
    fn embed_object(&self, embed: &Value, files: &[Attachment]) -> Value {
        let mut drawn = embed.clone();
        let places = [("image", "url"), ("thumbnail", "url"), ("author", "icon_url"), ("footer", "icon_url")];
        for (part, key) in places {
            let name = embed[part][key].as_str().and_then(|url| url.strip_prefix("attachment://"));
            if let Some(file) = files.iter().find(|file| Some(file.file_name.as_str()) == name) {
                drawn[part][key] = json!(self.attachment_url(file));
            }
        }
        drawn
    }

    /// A picture or file in a component, by the URL it was given with. The name
    /// and size are for the component itself.
    fn media_object(&self, url: &str, message: &Message) -> Value {
        let name = url.strip_prefix("attachment://");
        match message.attachments.iter().find(|file| Some(file.file_name.as_str()) == name) {
            Some(file) => {
                let url = self.attachment_url(file);
                let attachment = self.attachment_object(file);
                json!({
                    "id": id(file.id), "url": url, "proxy_url": url, "attachment_id": id(file.id),
                    "width": attachment["width"], "height": attachment["height"],
                    "content_type": file.content_type, "name": file.file_name, "size": file.size(),
                })
            }
            None => json!({
                "id": id(message.id), "url": url, "proxy_url": url, "width": null, "height": null,
                "content_type": null,
            }),
        }
    }

    /// The message as gateway events carry it: with the guild and the author's member.
    pub(crate) fn message_event(&self, message: &Message) -> Value {
        let mut object = self.message_object(message);
        let Some(channel) = self.channels.get(&message.channel) else { return object };
        object["channel_type"] = json!(channel.kind);
        let Some(guild) = channel.guild.and_then(|guild| self.guilds.get(&guild)) else { return object };
        object["guild_id"] = id(guild.id);
        if let Some(member) = guild.members.get(&message.author) {
            object["member"] = member_without_user(member);
        }
        object
    }
}

fn extend(object: &mut Value, fields: Value) {
    if let (Value::Object(object), Value::Object(fields)) = (object, fields) {
        object.extend(fields);
    }
}
