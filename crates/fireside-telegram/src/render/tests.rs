//! What holds for every text.

use std::collections::BTreeSet;

use fireside_core::{
    Account, Attachment, Author, Button, ButtonTarget, CarriedFile, FileKind, FileRef, Outgoing, Poll, Span,
    Text,
};
use proptest::prelude::*;
use serde_json::json;
use teloxide::types::{MessageEntity, MessageEntityKind};

use super::*;
use crate::PLATFORM;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z @_*<>&/#.]{0,20}",
        Just("😀👩‍👩‍👧‍👦".to_owned()),
        Just("</b> **x** [y](z) @admin".to_owned()),
    ]
}

fn role_mention(platform: &str, name: &str) -> Span {
    Span::RoleMention { platform: platform.into(), role: "9".into(), name: name.to_owned() }
}

fn text() -> impl Strategy<Value = Text> {
    let leaf = prop_oneof![
        words().prop_map(Span::Plain),
        words().prop_map(Span::Code),
        words().prop_map(|code| Span::CodeBlock { language: None, code }),
        (0u64..1 << 52, words())
            .prop_map(|(id, name)| Span::Mention { account: Account::new(PLATFORM, id.to_string()), name }),
        words().prop_map(|name| role_mention(PLATFORM, &name)),
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
            text.prop_map(|label| Span::Link { url: "https://example.org/".to_owned(), label }),
        ]
    });
    prop::collection::vec(span, 0..6).prop_map(Text)
}

fn carried() -> impl Strategy<Value = Vec<CarriedFile>> {
    use FileKind::{Animation, Audio, Document, Photo, Sticker, Video, VideoNote, Voice};
    let kinds = [Photo, Photo, Video, VideoNote, Animation, Voice, Audio, Sticker, Document];
    let file = (prop::sample::select(kinds.to_vec()), any::<String>()).prop_map(|(kind, name)| CarriedFile {
        attachment: Attachment { name: Some(name), ..Attachment::new(kind, "elsewhere", "1") },
        instead: Text::plain("a file"),
    });
    prop::collection::vec(file, 0..24)
}

/// What a reader sees of a text, without what rendering may take or add.
fn seen(text: &str) -> String {
    text.chars().filter(|c| *c != '\u{2060}' && (!c.is_control() || matches!(c, '\n' | '\t'))).collect()
}

/// How a character is shown. A tree and the entities made of it show each
/// character in the same way, however the tree is put together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Look {
    styles: BTreeSet<&'static str>,
    quoted: bool,
    code: Option<String>,
    link: Option<String>,
}

/// The characters of a tree as Telegram can show them: code takes no style and
/// stands in no link, a link in no other, a quotation in no other.
fn looks(text: &Text, around: &Look, out: &mut Vec<(char, Look)>) {
    let as_seen =
        |words: &str, look: &Look| -> Vec<_> { seen(words).chars().map(|c| (c, look.clone())).collect() };
    for span in &text.0 {
        let mut look = around.clone();
        let is_linked = look.link.is_some();
        match span {
            Span::Plain(words) | Span::RoleMention { name: words, .. } => out.extend(as_seen(words, &look)),
            Span::Code(words) | Span::CodeBlock { code: words, .. } if is_linked => {
                out.extend(as_seen(words, &look));
            }
            Span::Code(code) => {
                let look = Look { code: Some("code".to_owned()), quoted: look.quoted, ..Look::default() };
                out.extend(as_seen(code, &look));
            }
            Span::CodeBlock { language, code } => {
                let block = format!("block {language:?}");
                let look = Look { code: Some(block), quoted: look.quoted, ..Look::default() };
                out.extend(as_seen(code, &look));
            }
            Span::Mention { account, name } => {
                if !is_linked && !fireside_core::text::is_blank(name) {
                    look.link = Some(account.to_string());
                }
                out.extend(as_seen(name, &look));
            }
            Span::Bold(_) => drop(look.styles.insert("bold")),
            Span::Italic(_) => drop(look.styles.insert("italic")),
            Span::Underline(_) => drop(look.styles.insert("underline")),
            Span::Strike(_) => drop(look.styles.insert("strike")),
            Span::Spoiler(_) => drop(look.styles.insert("spoiler")),
            Span::Quote(_) => look.quoted |= !is_linked,
            Span::Link { url, .. } => look.link = look.link.or_else(|| Some(url.clone())),
        }
        if let Some(inner) = span.inner() {
            looks(inner, &look, out);
        }
    }
}

fn look_of(text: &Text) -> Vec<(char, Look)> {
    let mut out = Vec::new();
    looks(text, &Look::default(), &mut out);
    out
}

/// The characters that leave ink.
fn black(text: &str) -> String {
    text.chars().filter(|c| !fireside_core::text::is_blank(&c.to_string())).collect()
}

proptest! {
    #[test]
    fn entities_lie_on_characters_and_nest(text in text()) {
        let Formatted { text, entities } = entities::formatted(&text, Wording::Own);
        let units: Vec<u16> = text.encode_utf16().collect();
        for one in &entities {
            prop_assert!(one.length > 0);
            let part = units.get(one.offset..one.offset + one.length);
            prop_assert!(part.is_some_and(|part| String::from_utf16(part).is_ok()));
            for other in &entities {
                let (a, b) = (one.offset, one.offset + one.length);
                let (c, d) = (other.offset, other.offset + other.length);
                let apart = b <= c || d <= a;
                let nested = (a <= c && d <= b) || (c <= a && b <= d);
                prop_assert!(apart || nested);
            }
        }
    }

    #[test]
    fn rendering_keeps_the_words(text in text()) {
        let rendered = entities::formatted(&text, Wording::Own);
        prop_assert_eq!(seen(&rendered.text), seen(&text.to_plain()));
        let back = crate::decode::entities::text(&rendered.text, &rendered.entities);
        prop_assert_eq!(seen(&back.to_plain()), seen(&text.to_plain()));
    }

    #[test]
    fn a_tree_goes_there_and_back(text in text()) {
        let rendered = entities::formatted(&text, Wording::Others);
        let back = crate::decode::entities::text(&rendered.text, &rendered.entities);
        prop_assert_eq!(look_of(&back), look_of(&text));
    }

    #[test]
    fn pieces_are_within_what_telegram_takes(text in text(), files in carried(), has_buttons: bool) {
        let button = Button { label: "Go".to_owned(), target: ButtonTarget::Press("a:b".to_owned()) };
        let outgoing = Outgoing::of(text).author("Ana").files(files);
        let outgoing = if has_buttons { outgoing.row(vec![button]) } else { outgoing };
        let Ok(Rendered { pieces, .. }) = content(&outgoing, Wording::Others, "bot") else { return Ok(()) };
        let ends_with_album =
            matches!(pieces.back(), Some(Piece::Files { files, .. }) if files.len() > 1);
        prop_assert!(!(has_buttons && ends_with_album));
        let mut brought = Vec::new();
        for piece in &pieces {
            match piece {
                Piece::Words(words) => prop_assert!(!words.is_blank() && words.units() <= TEXT_UNITS_MAX),
                Piece::Files { files, caption } => {
                    prop_assert!((1..=ALBUM_LEN_MAX).contains(&files.len()));
                    prop_assert!(caption.units() <= CAPTION_UNITS_MAX);
                    brought.extend(files.iter().map(|file| file.index));
                }
                Piece::Poll => prop_assert!(false, "there is no poll"),
            }
        }
        prop_assert_eq!(brought, (0..outgoing.files.len()).collect::<Vec<_>>());
        bodies(&outgoing, "bot").expect("they are written");
    }

    #[test]
    fn parts_fit_and_lose_no_word(text in text(), units_max in 2usize..40) {
        let whole = entities::formatted(&text, Wording::Own);
        let expected = black(&whole.text);
        let parts = split::parts(whole, units_max);
        for part in &parts {
            prop_assert!(part.text.encode_utf16().count() <= units_max);
            for entity in &part.entities {
                prop_assert!(entity.offset + entity.length <= part.text.encode_utf16().count());
            }
        }
        prop_assert_eq!(black(&parts.iter().map(|part| part.text.as_str()).collect::<String>()), expected);
    }

    #[test]
    fn plain_words_are_never_formatted(words in words()) {
        let rendered = entities::formatted(&Text::plain(words), Wording::Own);
        prop_assert!(rendered.entities.is_empty());
    }
}

#[test]
fn an_at_sign_and_a_name_apart_are_no_mention() {
    let apart = entities::formatted(&Text::plain("@").then(Text::bold("admin")), Wording::Own);
    assert_eq!(apart.text, "@\u{2060}admin");
}

#[test]
fn code_keeps_its_form_within_a_style() {
    let text = Text::bold(Text::plain("a ").then(Text(vec![Span::Code("b".to_owned())])).then(" c"));
    let rendered = entities::formatted(&text, Wording::Own);
    let expected = [MessageEntity::bold(0, 2), MessageEntity::code(2, 1), MessageEntity::bold(3, 2)];
    assert_eq!(rendered.entities, expected);
}

#[test]
fn the_author_stands_above_in_bold_and_runs_no_command() {
    let outgoing = Outgoing::of("hello").author("/ban\u{202E}\nB");
    let calls = bodies(&outgoing, "bot").expect("it is rendered");
    assert_eq!(calls[0]["text"], "/\u{2060}ban B:\nhello");
    assert_eq!(calls[0]["entities"], json!([{ "type": "bold", "offset": 0, "length": 8 }]));
}

#[test]
fn a_mention_of_an_account_elsewhere_is_its_name() {
    let mention = Span::Mention { account: Account::new("elsewhere", "7"), name: "Ana".to_owned() };
    let rendered = entities::formatted(&Text(vec![mention]), Wording::Own);
    assert_eq!(rendered, Formatted { text: "Ana".to_owned(), entities: Vec::new() });
}

#[test]
fn a_role_is_its_name_wherever_it_is_from() {
    for platform in [PLATFORM, "elsewhere"] {
        let text = Text::bold(Text(vec![role_mention(platform, "@helpers")]));
        let rendered = entities::formatted(&text, Wording::Own);
        assert_eq!(rendered.text, entities::formatted(&Text::bold("@helpers"), Wording::Own).text);
        assert!(
            matches!(rendered.entities.as_slice(), [MessageEntity { kind: MessageEntityKind::Bold, .. }]),
            "{rendered:?}"
        );
    }
}

#[test]
fn a_mention_here_names_the_account() {
    let mention =
        Span::Mention { account: Account::new(PLATFORM, "4503599627370495"), name: "Ana".to_owned() };
    let rendered = entities::formatted(&Text(vec![mention]), Wording::Own);
    assert!(matches!(&rendered.entities[0].kind, MessageEntityKind::TextMention { user }
        if user.id.0 == 4_503_599_627_370_495));
}

#[test]
fn a_link_to_an_account_calls_nobody() {
    for url in ["tg://user?id=7", "TG://USER?id=7", "tg:user?id=7", "tg://resolve?domain=ana"] {
        let rendered = entities::formatted(&Text::link(url, "our page"), Wording::Own);
        assert_eq!(rendered, Formatted { text: "our page".to_owned(), entities: Vec::new() }, "{url}");
    }
}

#[test]
fn what_shows_nothing_is_refused() {
    assert!(bodies(&Outgoing::of(" \u{200B}\n"), "bot").is_err());
    assert!(bodies(&Outgoing::of("").author("Ana"), "bot").is_err());
}

#[test]
fn a_quotation_is_a_blockquote() {
    let text = Text::plain("he said\n").then(Text::quote("hello"));
    let rendered = entities::formatted(&text, Wording::Own);
    assert_eq!(rendered.entities[0].kind, MessageEntityKind::Blockquote);
    assert_eq!((rendered.entities[0].offset, rendered.entities[0].length), (8, 5));
}

fn picture(spoiler: bool) -> CarriedFile {
    let mut attachment = Attachment::new(FileKind::Photo, "elsewhere", "1");
    attachment.spoiler = spoiler;
    CarriedFile { attachment, instead: Text::plain("[a picture]") }
}

#[test]
fn an_album_has_its_words_below_the_first_and_is_named_by_its_parts() {
    let there = Attachment {
        file: FileRef { platform: PLATFORM.into(), id: "AgAC".into() },
        ..picture(false).attachment
    };
    let there = CarriedFile { attachment: there, instead: Text::default() };
    let outgoing = Outgoing::of(Text::bold("look")).files(vec![picture(true), there]);
    let calls = bodies(&outgoing, "bot").expect("it is rendered");
    let expected = json!([{ "method": "sendMediaGroup", "media": [
        { "type": "photo", "media": "attach://file0", "has_spoiler": true, "caption": "look",
          "caption_entities": [{ "type": "bold", "offset": 0, "length": 4 }] },
        { "type": "photo", "media": "AgAC" },
    ] }]);
    assert_eq!(json!(calls), expected);
}

#[test]
fn words_that_ask_stand_below_an_album_with_their_buttons() {
    let button = Button { label: "Go".to_owned(), target: ButtonTarget::Press("a:b".to_owned()) };
    let album = Outgoing::of("look").files(vec![picture(false), picture(false)]).row(vec![button]);
    let methods = |outgoing: &Outgoing| -> Vec<String> {
        let calls = bodies(outgoing, "bot").expect("it is rendered");
        calls.iter().map(|call| call["method"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(methods(&album), ["sendMediaGroup", "sendMessage"]);
    let wordless = Outgoing { text: Text::default(), ..album };
    assert_eq!(methods(&wordless), ["sendPhoto", "sendPhoto"]);
}

#[test]
fn words_too_long_to_stand_below_a_file_come_before_it() {
    let outgoing = Outgoing::of("a".repeat(CAPTION_UNITS_MAX + 1)).files(vec![picture(false)]);
    let calls = bodies(&outgoing, "bot").expect("it is rendered");
    assert_eq!((&calls[0]["method"], &calls[1]["method"]), (&json!("sendMessage"), &json!("sendPhoto")));
    assert!(calls[1].get("caption").is_none());
}

#[test]
fn a_file_too_long_to_be_brought_is_told_of() {
    let mut file = picture(false);
    file.attachment.size_bytes = Some(UPLOAD_BYTES_MAX + 1);
    let outgoing = Outgoing::of("look").author(Author::from("Ana")).files(vec![file]);
    let calls = bodies(&outgoing, "bot").expect("it is rendered");
    assert_eq!(calls[0]["text"], "Ana:\nlook\n[a picture]");
}

#[test]
fn a_poll_is_public_and_within_what_telegram_takes() {
    let poll = Poll {
        question: "🙂".repeat(400),
        options: vec!["yes".to_owned(), "no\n@admin".to_owned()],
        is_multiple: true,
        lasts: Some(std::time::Duration::from_secs(u64::MAX)),
    };
    let outgoing = Outgoing { poll: Some(poll.clone()), ..Outgoing::of("vote!") };
    let calls = bodies(&outgoing, "bot").expect("it is rendered");
    let sent = &calls[1];
    assert_eq!((&sent["method"], &sent["is_anonymous"]), (&json!("sendPoll"), &json!(false)));
    assert_eq!(sent["options"], json!([{ "text": "yes" }, { "text": "no @admin" }]));
    assert_eq!(sent["open_period"], 2_628_000);
    assert!(sent["question"].as_str().is_some_and(|question| question.encode_utf16().count() <= 300));
    let one = Poll { options: vec!["yes".to_owned()], ..poll };
    assert!(bodies(&Outgoing { poll: Some(one), ..Outgoing::default() }, "bot").is_err());
}

#[test]
fn what_is_quoted_runs_no_command_whoever_quotes_it() {
    let quoted = Text::quote(Text::plain("/close ").then(Text::bold("#urgent")));
    let text = Text::plain("/help\n").then(quoted).then("\n/feedback");
    let rendered = entities::formatted(&text, Wording::Own);
    assert_eq!(rendered.text, "/help\n/\u{2060}close #\u{2060}urgent\n/feedback");
}
