//! Rich text on its way from one platform to the other, through the doors that
//! both adapters open to measuring and fuzzing: no server, no connection.

use std::collections::BTreeSet;

use fireside_core::{Event, Outgoing, Span, Text, Timestamp};
use serde_json::{Value, json};

/// What an update tells on Telegram; `None` where it can't be read.
pub fn telegram_events(update: &str) -> Option<Vec<Event>> {
    let (bot, now) = ((42, "fireside_bot"), Timestamp::from_secs(1_800_000_000));
    fireside_telegram::decode(update, bot, now).ok()
}

/// What a frame tells on Discord; `None` where it can't be read.
pub fn discord_events(frame: &str) -> Option<Vec<Event>> {
    fireside_discord::decode(frame, 42).ok()
}

/// Words with entities, as they are heard on Telegram.
pub fn heard_on_telegram(text: &str, entities: &[Value]) -> Option<Text> {
    let update = json!({ "update_id": 1, "message": {
        "message_id": 5, "date": 60, "chat": { "id": 7, "type": "private", "first_name": "Ana" },
        "from": { "id": 7, "is_bot": false, "first_name": "Ana" }, "text": text, "entities": entities,
    } });
    Some(telegram_events(&update.to_string())?.first()?.words()?.text.clone())
}

/// The words and entities of each message that says `text` on Telegram.
pub fn said_on_telegram(text: &Text) -> Vec<(String, Vec<Value>)> {
    let calls = fireside_telegram::bodies(&Outgoing::of(text.clone()), "fireside_bot").unwrap_or_default();
    let words = |call: &Value| {
        let entities = call["entities"].as_array().cloned().unwrap_or_default();
        (call["text"].as_str().unwrap_or_default().to_owned(), entities)
    };
    calls.iter().map(words).collect()
}

/// Markdown as it is heard on Discord, where everybody it could mention is known.
pub fn heard_on_discord(markdown: &str) -> Option<Text> {
    let mentions: Vec<Value> = ids_in(markdown)
        .map(|id| json!({ "id": id, "username": "somebody", "global_name": "Somebody" }))
        .collect();
    let frame = json!({ "op": 0, "t": "MESSAGE_CREATE", "s": 3, "d": {
        "id": "175928847299117063", "channel_id": "5", "guild_id": "2", "type": 0, "content": markdown,
        "author": { "id": "7", "username": "ana" }, "mentions": mentions,
    } });
    Some(discord_events(&frame.to_string())?.first()?.words()?.text.clone())
}

/// The bodies of the messages that say `text` on Discord.
pub fn said_on_discord(text: &Text) -> Vec<Value> {
    fireside_discord::bodies(&Outgoing::of(text.clone()))
}

/// The numbers in `markdown` that stand where an account's would.
fn ids_in(markdown: &str) -> impl Iterator<Item = &str> {
    markdown.split("<@").skip(1).filter_map(|rest| {
        let rest = rest.trim_start_matches('!');
        let id = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
        id.parse::<u64>().ok().filter(|id| *id > 0).map(|_| id)
    })
}

/// How a character is shown, however the tree around it is put together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    styles: BTreeSet<&'static str>,
    is_quoted: bool,
    is_code: bool,
    link: Option<String>,
}

/// Every character of `text` that leaves ink, with its look as both platforms
/// can show it: code takes no style, a link holds neither a quotation nor
/// another link, and one that shows its own address is that address.
pub fn looks(text: &Text) -> Vec<(char, Look)> {
    let mut seen = Vec::new();
    push_looks(text, &Look::default(), &mut seen);
    seen
}

fn push_looks(text: &Text, around: &Look, seen: &mut Vec<(char, Look)>) {
    for span in &text.0 {
        let mut look = around.clone();
        match span {
            Span::Plain(words) => push_words(words, &look, seen),
            Span::Mention { name, .. } | Span::RoleMention { name, .. } => push_words(name, &look, seen),
            Span::Code(code) | Span::CodeBlock { code, .. } => {
                let code_look = Look { is_code: true, is_quoted: look.is_quoted, ..Look::default() };
                push_words(code, &code_look, seen);
            }
            Span::Bold(_) => drop(look.styles.insert("bold")),
            Span::Italic(_) => drop(look.styles.insert("italic")),
            Span::Underline(_) => drop(look.styles.insert("underline")),
            Span::Strike(_) => drop(look.styles.insert("strike")),
            Span::Spoiler(_) => drop(look.styles.insert("spoiler")),
            Span::Quote(_) => look.is_quoted |= look.link.is_none(),
            Span::Link { url, label } if look.link.is_none() && label.is_blank() => {
                push_words(url, &look, seen);
            }
            Span::Link { url, label } if look.link.is_none() && label.to_plain() != *url => {
                look.link = Some(url.clone());
            }
            Span::Link { .. } => {}
        }
        if let Some(inner) = span.inner() {
            push_looks(inner, &look, seen);
        }
    }
}

fn push_words(words: &str, look: &Look, seen: &mut Vec<(char, Look)>) {
    // What would be markup in an address is shown as its code: a reader follows the same address.
    let words = words.replace("%5F%5F", "__").replace("%7E%7E", "~~");
    let ink = words.chars().filter(|c| !fireside_core::text::is_blank(c.encode_utf8(&mut [0; 4])));
    // A link's label on Discord has round brackets for those without a partner.
    let shown = ink.map(|c| match c {
        '[' if look.link.is_some() => '(',
        ']' if look.link.is_some() => ')',
        c => c,
    });
    seen.extend(shown.map(|c| (c, look.clone())));
}

/// The characters of `text` that leave ink.
pub fn ink(text: &str) -> String {
    text.chars().filter(|c| !fireside_core::text::is_blank(c.encode_utf8(&mut [0; 4]))).collect()
}

/// Whether `text` mentions anybody.
pub fn mentions_somebody(text: &Text) -> bool {
    text.0.iter().any(|span| match span {
        Span::Mention { .. } | Span::RoleMention { .. } => true,
        _ => span.inner().is_some_and(mentions_somebody),
    })
}
