//! What holds for every text.

use fireside_core::{Account, Span, Text};
use proptest::prelude::*;
use teloxide::types::MessageEntityKind;

use super::*;
use crate::PLATFORM;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z @_*<>&]{0,20}",
        Just("😀👩‍👩‍👧‍👦".to_owned()),
        Just("</b> **x** [y](z) @admin".to_owned()),
    ]
}

fn text() -> impl Strategy<Value = Text> {
    let leaf = prop_oneof![
        words().prop_map(Span::Plain),
        words().prop_map(Span::Code),
        words().prop_map(|code| Span::CodeBlock { language: None, code }),
        (0u64..1 << 52, words())
            .prop_map(|(id, name)| Span::Mention { account: Account::new(PLATFORM, id.to_string()), name }),
    ];
    let span = leaf.prop_recursive(4, 24, 4, |inner| {
        let text = prop::collection::vec(inner, 0..4).prop_map(Text);
        prop_oneof![
            text.clone().prop_map(Span::Bold),
            text.clone().prop_map(Span::Italic),
            text.clone().prop_map(Span::Strike),
            text.clone().prop_map(Span::Quote),
            text.prop_map(|label| Span::Link { url: "https://example.org".to_owned(), label }),
        ]
    });
    prop::collection::vec(span, 0..6).prop_map(Text)
}

/// What a reader sees of a text, without what rendering may take or add.
fn seen(text: &str) -> String {
    text.chars().filter(|c| *c != '\u{2060}' && (!c.is_control() || matches!(c, '\n' | '\t'))).collect()
}

/// The characters that leave ink.
fn black(text: &str) -> String {
    text.chars().filter(|c| !fireside_core::text::is_blank(&c.to_string())).collect()
}

proptest! {
    #[test]
    fn entities_lie_on_characters_and_nest(text in text()) {
        let Formatted { text, entities } = entities::formatted(&text);
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
        let rendered = entities::formatted(&text);
        prop_assert_eq!(seen(&rendered.text), seen(&text.to_plain()));
        let back = crate::decode::entities::text(&rendered.text, &rendered.entities);
        prop_assert_eq!(seen(&back.to_plain()), seen(&text.to_plain()));
    }

    #[test]
    fn parts_fit_and_lose_no_word(text in text(), units_max in 2usize..40) {
        let whole = entities::formatted(&text);
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
        let rendered = entities::formatted(&Text::plain(words));
        prop_assert!(rendered.entities.is_empty());
    }
}

#[test]
fn a_name_after_an_at_sign_is_no_mention() {
    let rendered = entities::formatted(&Text::plain("@admin, mail a@b.c, (@x) @"));
    assert_eq!(rendered.text, "@\u{2060}admin, mail a@b.c, (@\u{2060}x) @\u{2060}");
    let apart = entities::formatted(&Text::plain("@").then(Text::bold("admin")));
    assert_eq!(apart.text, "@\u{2060}admin");
}

#[test]
fn the_author_stands_above_in_bold() {
    let outgoing = Outgoing::of("hello").author("Ana\u{202E}\nB");
    let rendered = content(&outgoing).expect("it is rendered");
    assert_eq!(rendered.parts[0].text, "Ana B:\nhello");
    assert_eq!(rendered.parts[0].entities, [MessageEntity::bold(0, 6)]);
}

#[test]
fn a_mention_of_an_account_elsewhere_is_its_name() {
    let mention = Span::Mention { account: Account::new("elsewhere", "7"), name: "Ana".to_owned() };
    let rendered = entities::formatted(&Text(vec![mention]));
    assert_eq!(rendered, Formatted { text: "Ana".to_owned(), entities: Vec::new() });
}

#[test]
fn a_mention_here_names_the_account() {
    let mention =
        Span::Mention { account: Account::new(PLATFORM, "4503599627370495"), name: "Ana".to_owned() };
    let rendered = entities::formatted(&Text(vec![mention]));
    assert!(matches!(&rendered.entities[0].kind, MessageEntityKind::TextMention { user }
        if user.id.0 == 4_503_599_627_370_495));
}

#[test]
fn what_shows_nothing_is_refused() {
    assert!(content(&Outgoing::of(" \u{200B}\n")).is_err());
}

#[test]
fn a_quotation_is_a_blockquote() {
    let rendered = entities::formatted(&Text::plain("he said\n").then(Text::quote("hello")));
    assert_eq!(rendered.entities[0].kind, MessageEntityKind::Blockquote);
    assert_eq!((rendered.entities[0].offset, rendered.entities[0].length), (8, 5));
}
