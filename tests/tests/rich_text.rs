//! What somebody formatted on one platform looks the same on the other, and
//! comes back as it was.

use fireside_core::Text;
use fireside_tests::crossing::{
    Look, heard_on_discord, heard_on_telegram, ink, looks, mentions_somebody, said_on_discord,
    said_on_telegram,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Kinds of entities that format, and some that don't.
const KINDS: [&str; 12] = [
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "hashtag",
    "custom_emoji",
];

/// Words with what means something to one platform or the other.
fn words() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        4 => "[a-d ]{1,6}",
        2 => r"[*_~|`<>@:#/+()\[\]\\.0-9-]{1,4}",
        1 => prop::sample::select(vec![
            "😀", "👩‍👩‍👧‍👦", "é", "\n", "\n\n", "@everyone", "@here", "<@7>", "<@&7>", "<#7>", "</a>", "<3", "```",
            "||", "**", "__", "> ", "# ", "- ", "1. ", "https://a.example/x ", "t.me/joinchat/x", "/close", "@admin",
            "discord.gg/x", "[x](https://b.example)", "<t:1:R>", "<:wave:9>", "&amp;", "\\*",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(atom, 1..12).prop_map(|atoms| atoms.concat())
}

/// Entities that lie anywhere: over each other, before the text and past its end.
fn entities() -> impl Strategy<Value = Vec<Value>> {
    let entity =
        (prop::sample::select(KINDS.to_vec()), -3i64..40, -2i64..24).prop_map(|(kind, offset, length)| {
            let mut entity = json!({ "type": kind, "offset": offset, "length": length });
            match kind {
                "text_link" => entity["url"] = json!("https://link.example/x_y"),
                "pre" => entity["language"] = json!("rust"),
                "custom_emoji" => entity["custom_emoji_id"] = json!("5"),
                _ => {}
            }
            entity
        });
    prop::collection::vec(entity, 0..7).prop_map(without_code_in_links)
}

/// Telegram's clients send no code within a link, and no two ways show it.
fn without_code_in_links(entities: Vec<Value>) -> Vec<Value> {
    let has_link = entities.iter().any(|entity| entity["type"] == "text_link");
    let is_kept = |entity: &Value| !(has_link && matches!(entity["type"].as_str(), Some("code" | "pre")));
    entities.into_iter().filter(is_kept).collect()
}

/// What is said on Discord, as it is heard there.
fn over_discord(text: &Text) -> Vec<(char, Look)> {
    let bodies = said_on_discord(text);
    let heard = bodies.iter().filter_map(|body| heard_on_discord(body["content"].as_str()?));
    heard.flat_map(|text| looks(&text)).collect()
}

/// What is said on Telegram, as it is heard there.
fn over_telegram(text: &Text) -> Vec<(char, Look)> {
    let messages = said_on_telegram(text);
    let heard = messages.iter().filter_map(|(words, entities)| heard_on_telegram(words, entities));
    heard.flat_map(|text| looks(&text)).collect()
}

fn pings_nobody(text: &Text) -> Result<(), TestCaseError> {
    for body in said_on_discord(text) {
        prop_assert_eq!(&body["allowed_mentions"]["parse"], &json!([]));
        prop_assert_eq!(&body["allowed_mentions"]["users"], &json!([]));
        let heard = heard_on_discord(body["content"].as_str().unwrap_or_default()).unwrap_or_default();
        prop_assert!(!mentions_somebody(&heard), "{}", body["content"]);
    }
    for (words, entities) in said_on_telegram(text) {
        let heard = heard_on_telegram(&words, &entities).unwrap_or_default();
        prop_assert!(!mentions_somebody(&heard), "{words:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn telegrams_formats_look_the_same_on_discord(words in words(), entities in entities()) {
        let Some(heard) = heard_on_telegram(&words, &entities) else { return Ok(()) };
        prop_assert_eq!(heard.to_plain(), words);
        prop_assert_eq!(over_discord(&heard), looks(&heard), "{:?}", said_on_discord(&heard));
        pings_nobody(&heard)?;
    }

    #[test]
    fn what_came_from_telegram_comes_back_as_it_was(words in words(), entities in entities()) {
        let Some(heard) = heard_on_telegram(&words, &entities) else { return Ok(()) };
        let [body] = &said_on_discord(&heard)[..] else { return Ok(()) };
        let markdown = body["content"].as_str().expect("there are words");
        let Some(there) = heard_on_discord(markdown) else { return Ok(()) };
        prop_assert_eq!(over_telegram(&there), looks(&heard), "{}", markdown);
    }

    #[test]
    fn discords_markdown_looks_the_same_on_telegram(markdown in words()) {
        let Some(heard) = heard_on_discord(&markdown) else { return Ok(()) };
        let heard = heard.tame();
        prop_assert_eq!(over_telegram(&heard), looks(&heard));
        prop_assert_eq!(over_discord(&heard), looks(&heard));
        pings_nobody(&heard)?;
    }

    #[test]
    fn plain_words_stay_words_everywhere(words in words()) {
        let plain = Text::plain(words.clone());
        let expected: Vec<_> = ink(&words).chars().map(|c| (c, Look::default())).collect();
        prop_assert_eq!(over_discord(&plain), expected.clone());
        prop_assert_eq!(over_telegram(&plain), expected);
        prop_assert!(said_on_telegram(&plain).iter().all(|(_, entities)| entities.is_empty()));
        pings_nobody(&plain)?;
    }

    #[test]
    fn somebody_mentioned_on_telegram_is_only_named_on_discord(
        before in words(), name in words(), after in words()
    ) {
        let words = format!("{before}{name}{after}");
        let units = |text: &str| text.encode_utf16().count();
        let bo = json!({ "id": 9, "is_bot": false, "first_name": "Bo" });
        let entity = json!({
            "type": "text_mention", "offset": units(&before), "length": units(&name), "user": bo,
        });
        let Some(heard) = heard_on_telegram(&words, &[entity]) else { return Ok(()) };
        for body in said_on_discord(&heard) {
            prop_assert_eq!(&body["allowed_mentions"]["users"], &json!([]));
        }
        pings_nobody(&heard.tame())?;
    }
}

#[test]
fn every_format_crosses() {
    let words = "bold italic under struck cover code link";
    let at = |kind: &str, word: &str| {
        let offset = words.find(word).expect("it is there");
        json!({ "type": kind, "offset": offset, "length": word.len(), "url": "https://link.example/" })
    };
    let entities = [
        at("bold", "bold"),
        at("italic", "italic"),
        at("underline", "under"),
        at("strikethrough", "struck"),
        at("spoiler", "cover"),
        at("code", "code"),
        at("text_link", "link"),
    ];
    let heard = heard_on_telegram(words, &entities).expect("a message");
    let said = said_on_discord(&heard);
    let markdown = "**bold** *italic* __under__ ~~struck~~ ||cover|| `code` [link](<https://link.example/>)";
    assert_eq!(said[0]["content"], markdown);
    let back = said_on_telegram(&heard_on_discord(markdown).expect("a message"));
    let kinds: Vec<_> = back[0].1.iter().map(|entity| entity["type"].clone()).collect();
    assert_eq!(
        json!(kinds),
        json!(["bold", "italic", "underline", "strikethrough", "spoiler", "code", "text_link"])
    );
    assert_eq!(back[0].0, words);
}

#[test]
fn a_call_to_everybody_is_words_on_both() {
    let heard = heard_on_telegram("@everyone <@1> <@&2> @admin", &[]).expect("a message");
    assert_eq!(said_on_discord(&heard)[0]["content"], "\\@everyone \\<\\@1\\> \\<\\@&2\\> \\@admin");
    assert_eq!(said_on_telegram(&heard)[0].0, "@\u{2060}everyone <@\u{2060}1> <@&2> @\u{2060}admin");
}

#[test]
fn ticks_in_code_let_no_words_out() {
    let words = "code ``` <@1> **x** ```` y";
    let code = json!({ "type": "code", "offset": 0, "length": words.len() });
    let heard = heard_on_telegram(words, &[code]).expect("a message");
    let said = over_discord(&heard);
    assert_eq!(said, looks(&heard));
    assert!(said.iter().all(|character| *character == (character.0, said[0].1.clone())), "all of it is code");
}
