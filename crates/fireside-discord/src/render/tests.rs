//! What is written, read again as Discord reads it.

use fireside_core::{Account, Outgoing, Span, Text};
use proptest::prelude::*;
use serde_json::json;

use super::markdown::write;
use super::normal::normal;
use super::split::parts;
use super::{MESSAGE_MAX, bodies};
use crate::PLATFORM;

fn shown(text: impl Into<Text>) -> String {
    write(&text.into(), false).markdown
}

fn code_block(language: Option<&str>, code: &str) -> Text {
    Text(vec![Span::CodeBlock { language: language.map(ToOwned::to_owned), code: code.to_owned() }])
}

fn role(platform: &str, name: &str) -> Span {
    Span::RoleMention { platform: platform.into(), role: "9".into(), name: name.to_owned() }
}

/// Text of every kind, with what does harm in it.
fn text() -> impl Strategy<Value = Text> {
    let words = "[a-c*_~|`<>@:#/\\-+()\\[\\]\\\\0-9. \n]{0,12}|👩‍👩‍👧‍👦|https://a\\.b/_x_";
    let leaf = prop_oneof![
        4 => words.prop_map(Span::Plain),
        1 => "[a*|`_\\\\ ]{1,6}".prop_map(Span::Code),
        1 => "[a*|`\n ]{1,12}".prop_map(|code| Span::CodeBlock { language: Some("rust".into()), code }),
        1 => Just(Span::Mention { account: Account::new(PLATFORM, "8"), name: "Bo".into() }),
        1 => Just(role("elsewhere", "a_b*")),
    ];
    let span = leaf.prop_recursive(4, 24, 4, |inner| {
        let text = prop::collection::vec(inner, 0..4).prop_map(Text);
        prop_oneof![
            text.clone().prop_map(Span::Bold),
            text.clone().prop_map(Span::Italic),
            text.clone().prop_map(Span::Underline),
            text.clone().prop_map(Span::Strike),
            text.clone().prop_map(Span::Spoiler),
            text.clone().prop_map(Span::Quote),
            text.prop_map(|label| Span::Link { url: "https://a.b/c".into(), label }),
        ]
    });
    prop::collection::vec(span, 0..5).prop_map(Text)
}

/// `text` as it is compared: in the normal form, each format's place among
/// those around the same words told apart by nothing, and without what only
/// keeps markers apart.
fn compared(text: &Text) -> Vec<(char, Vec<&'static str>)> {
    let mut seen = Vec::new();
    compare(&normal(text), &mut Vec::new(), &mut seen);
    seen.retain(|(character, _)| *character != '\u{200B}' && !character.is_whitespace());
    seen
}

fn compare(text: &Text, formats: &mut Vec<&'static str>, seen: &mut Vec<(char, Vec<&'static str>)>) {
    for span in &text.0 {
        let name = match span {
            Span::Plain(_) => "",
            Span::Bold(_) => "bold",
            Span::Italic(_) => "italic",
            Span::Underline(_) => "underline",
            Span::Strike(_) => "strike",
            Span::Spoiler(_) => "spoiler",
            Span::Quote(_) => "quote",
            Span::Link { url, label } if label.to_plain() == *url => "",
            Span::Link { .. } => "link",
            Span::Code(_) => "code",
            Span::CodeBlock { .. } => "block",
            Span::Mention { .. } | Span::RoleMention { .. } => "mention",
        };
        formats.push(name);
        if let Some(inner) = span.inner() {
            compare(inner, formats, seen);
        } else {
            let mut around = formats.clone();
            around.retain(|name| !name.is_empty());
            around.sort_unstable();
            // An address says the same with what could end a format encoded.
            let encoded = [("%7E", "~"), ("%5F", "_"), ("%2A", "*"), ("%7C", "|")];
            let words = Text(vec![span.clone()]).to_plain();
            let words = encoded.iter().fold(words, |words, (code, sign)| words.replace(code, sign));
            // A label's brackets that don't pair are round ones.
            let characters = words.chars().map(|character| match character {
                '[' => '(',
                ']' => ')',
                character => character,
            });
            seen.extend(characters.map(|character| (character, around.clone())));
        }
        formats.pop();
    }
}

/// The letters and digits of `markdown`, which no markup has.
fn letters(markdown: &str) -> String {
    markdown.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(text in text()) {
        let written = write(&text, false).markdown;
        let read = crate::decode::markdown::tree(&written, &|_| Some("Bo".to_owned()));
        prop_assert_eq!(compared(&read), compared(&text), "{}", written);
    }

    #[test]
    fn every_part_fits_and_nothing_is_lost(text in prop::collection::vec(text(), 0..40)) {
        let text = text.into_iter().fold(Text::default(), Text::then);
        for chars_max in [200, MESSAGE_MAX] {
            let parts = parts(&text, chars_max);
            prop_assert!(parts.iter().all(|part| part.chars().count() <= chars_max));
        }
    }

    #[test]
    fn words_that_are_cut_are_all_there(words in "[a-z*_~| .\n]{0,6000}") {
        let parts = parts(&Text::plain(words.clone()), MESSAGE_MAX);
        prop_assert!(parts.iter().all(|part| part.chars().count() <= MESSAGE_MAX));
        prop_assert_eq!(letters(&parts.concat()), letters(&words));
        for part in &parts {
            let backslashes = part.len() - part.trim_end_matches('\\').len();
            prop_assert_eq!(backslashes % 2, 0, "a part ends in the middle of an escape");
        }
    }

    #[test]
    fn only_the_bots_own_mentions_may_ping(words in "[@<>!&#0-9a-z ]{0,40}") {
        let bodies = bodies(&Outgoing::of(words));
        for body in bodies {
            prop_assert_eq!(&body["allowed_mentions"]["parse"], &json!([]));
            prop_assert_eq!(&body["allowed_mentions"]["users"], &json!([]));
            prop_assert_eq!(&body["allowed_mentions"]["roles"], &json!([]));
        }
    }
}

#[test]
fn an_author_stands_above_the_words() {
    let body = &bodies(&Outgoing::of("it's *slow*").author("Ana_"))[0];
    assert_eq!(body["content"], "**Ana\\_**\nit's \\*slow\\*");
}

#[test]
fn a_quote_marks_every_line() {
    let text = Text::plain("they said").then(Text::quote("one\ntwo")).then("so");
    assert_eq!(shown(text), "they said\n> one\n> two\nso");
    let apart = Text::plain("they said\n").then(Text::quote("one")).then("\n\nso");
    assert_eq!(shown(apart), "they said\n> one\n\nso");
}

#[test]
fn a_link_shows_its_label_and_one_without_is_an_address() {
    assert_eq!(shown(Text::link("https://a.b/", "room [1]")), "[room \\[1\\]](<https://a.b/>)");
    assert_eq!(shown(Text::link("https://a.b/", "room [1")), "[room (1](<https://a.b/>)");
    assert_eq!(shown(Text::link("https://a.b/(c)", "")), "<https://a.b/(c)>");
    assert_eq!(shown("see https://a.b/c_d."), "see <https://a.b/c_d>.");
}

#[test]
fn formats_that_touch_are_kept_apart() {
    let italic = |words: &str| Text(vec![Span::Italic(words.into())]);
    assert_eq!(shown(Text::bold("b").then(italic("i"))), "**b**\u{200B}*i*");
    assert_eq!(shown(Text::bold(italic("i").then("b"))), "**\u{200B}*i*b**");
    let covered = Text(vec![Span::Spoiler("a|".into())]);
    assert_eq!(shown(covered), "||a\\|\u{200B}||");
    let underlined = Text(vec![Span::Strike("s".into()), Span::Underline("u".into())]);
    assert_eq!(shown(underlined), "~~s~~\u{200B}__u__");
}

#[test]
fn code_never_leaves_its_fence() {
    let code = |code: &str| Text(vec![Span::Code(code.to_owned())]);
    assert_eq!(shown(code("a``b`")), "`` a`\u{200B}`b` ``");
    assert_eq!(shown(code_block(Some("rs`\n@x"), "a```b")), "```rsx\na`\u{200B}`\u{200B}`\u{200B}b\n```");
}

#[test]
fn only_the_bots_own_mentions_ping() {
    let bo = Account::new(PLATFORM, "8");
    let text =
        Text::plain("<@7> @everyone ").then(Text(vec![Span::Mention { account: bo, name: "Bo".into() }]));
    let body = &bodies(&Outgoing::of(text))[0];
    assert_eq!(body["allowed_mentions"]["parse"], json!([]));
    assert_eq!(body["allowed_mentions"]["users"], json!(["8"]));
    assert_eq!(body["content"], "\\<\\@7\\> \\@everyone <@8>");
}

#[test]
fn a_role_that_the_bot_mentions_pings_and_no_other_does() {
    let calling = Text(vec![role(PLATFORM, "helpers"), role(PLATFORM, "helpers")]);
    let elsewhere = Text(vec![role("elsewhere", "@others")]);
    let content = Outgoing::of(Text::bold(calling).then("<@&7> ").then(elsewhere));
    for content in [content.clone(), content.card()] {
        let body = &bodies(&content)[0];
        assert_eq!(
            body["allowed_mentions"],
            json!({
                "parse": [], "users": [], "roles": ["9"], "replied_user": false,
            })
        );
        let words = if content.is_card { &body["components"][0]["components"][0] } else { body };
        assert_eq!(words["content"], "**<@&9><@&9>**\\<\\@&7\\> \\@others");
    }
}

#[test]
fn a_hundred_roles_are_called_at_most() {
    let call = |number: u64| Span::RoleMention {
        platform: PLATFORM.into(),
        role: (number + 1).to_string().into(),
        name: String::new(),
    };
    let body = &bodies(&Outgoing::of(Text((0..101).map(call).collect())))[0];
    assert_eq!(body["allowed_mentions"]["roles"].as_array().map(Vec::len), Some(100));
}

#[test]
fn a_mention_from_elsewhere_is_a_name() {
    let account = Account::new("elsewhere", "8");
    assert_eq!(shown(Text(vec![Span::Mention { account, name: "@Bo".into() }])), "\\@Bo");
}

#[test]
fn two_thousand_characters_are_one_message_and_one_more_are_two() {
    assert_eq!(parts(&"ä".repeat(2_000).into(), MESSAGE_MAX).len(), 1);
    assert_eq!(parts(&"ä".repeat(2_001).into(), MESSAGE_MAX).len(), 2);
}

#[test]
fn a_cut_falls_between_paragraphs_and_else_sentences() {
    let parts_of = |words: String| parts(&words.into(), MESSAGE_MAX);
    let paragraphs = parts_of(format!("{}\n\n{}", "a".repeat(1_500), "b".repeat(1_500)));
    assert_eq!(paragraphs, ["a".repeat(1_500), "b".repeat(1_500)]);
    let sentences = parts_of(format!("{}! {}", "a ".repeat(600).trim_end(), "b ".repeat(800)));
    assert!(sentences[0].ends_with("a!") && sentences[1].starts_with('b'), "{sentences:?}");
}

#[test]
fn what_is_cut_is_closed_and_opened_again() {
    let block = parts(&code_block(Some("rust"), &"code line\n".repeat(300)), MESSAGE_MAX);
    assert_eq!(block.len(), 2);
    assert!(block[0].ends_with("code line\n```") && block[1].starts_with("```rust\ncode line"), "{block:?}");
    let covered = parts(&Text(vec![Span::Spoiler("word ".repeat(600).into())]), MESSAGE_MAX);
    assert!(
        covered.iter().all(|part| part.starts_with("||") && part.trim_end().ends_with("||")),
        "{covered:?}"
    );
    let quoted = parts(&Text::quote("word\n".repeat(600)), MESSAGE_MAX);
    assert!(quoted.iter().all(|part| part.starts_with("> word") && part.ends_with("word")), "{quoted:?}");
}

#[test]
fn an_emoji_is_never_cut_and_a_tower_of_marks_is() {
    let family = "👩‍👩‍👧‍👦";
    for part in parts(&family.repeat(400).into(), MESSAGE_MAX) {
        assert_eq!(part.replace(family, ""), "");
    }
    let tower = format!("a{}", "\u{0301}".repeat(9_000));
    assert!(parts(&tower.into(), MESSAGE_MAX).iter().all(|part| part.chars().count() <= MESSAGE_MAX));
}
