use fireside_core::{Account, Outgoing};
use proptest::prelude::*;

use super::*;
use crate::PLATFORM;

fn read(content: &str) -> Text {
    tree(content, &|mentioned| match mentioned {
        Mentioned::Account(8) => Some("Bo".to_owned()),
        Mentioned::Role(9) => Some("team".to_owned()),
        Mentioned::Channel(5) => Some("lounge".to_owned()),
        _ => None,
    })
}

fn words(text: &str) -> Text {
    Text::plain(text)
}

fn spans(spans: impl IntoIterator<Item = Span>) -> Text {
    Text(spans.into_iter().collect())
}

fn plain(text: &str) -> Span {
    Span::Plain(text.to_owned())
}

fn code_block(language: Option<&str>, code: &str) -> Span {
    Span::CodeBlock { language: language.map(str::to_owned), code: code.to_owned() }
}

#[test]
fn each_mark_is_read() {
    type Marked = (&'static str, fn(Text) -> Span);
    let marks: [Marked; 7] = [
        ("**", Span::Bold),
        ("*", Span::Italic),
        ("_", Span::Italic),
        ("__", Span::Underline),
        ("~~", Span::Strike),
        ("||", Span::Spoiler),
        ("***", |inner| Span::Bold(spans([Span::Italic(inner)]))),
    ];
    for (mark, span) in marks {
        let expected = spans([plain("so "), span(words("it is")), plain(".")]);
        assert_eq!(read(&format!("so {mark}it is{mark}.")), expected, "{mark}");
    }
}

#[test]
fn an_address_is_one_in_capitals_too() {
    assert_eq!(read("see <hTTps://a.b/c_d_e>"), words("see hTTps://a.b/c_d_e"));
}

#[test]
fn marks_are_nested() {
    let italic = Span::Italic(words("and"));
    assert_eq!(
        read("**one *and* two**"),
        spans([Span::Bold(spans([plain("one "), italic.clone(), plain(" two")]))])
    );
    let bold = Span::Bold(words("and"));
    assert_eq!(read("*one **and***"), spans([Span::Italic(spans([plain("one "), bold]))]));
    assert_eq!(read("||_and_||"), spans([Span::Spoiler(spans([italic]))]));
}

#[test]
fn what_is_never_closed_is_words() {
    for content in
        ["**bold", "a * b * c", "snake_case_name", "~~", "||||", "****", "`tick", "[label](", "a ** b"]
    {
        assert_eq!(read(content), words(content), "{content}");
    }
    assert_eq!(read("**a *b* c"), spans([plain("**a "), Span::Italic(words("b")), plain(" c")]));
    assert_eq!(read("**a ~~b** c"), spans([Span::Bold(words("a ~~b")), plain(" c")]));
}

#[test]
fn a_backslash_shows_the_sign() {
    assert_eq!(read(r"\*\*no\*\* \<\@8\> 1\. \# \\"), words(r"**no** <@8> 1. # \"));
    assert_eq!(read(r"a\b \"), words(r"a\b \"));
}

#[test]
fn code_holds_no_markup() {
    assert_eq!(read("`**a** <@8>`"), spans([Span::Code("**a** <@8>".to_owned())]));
    assert_eq!(read("`` `a` ``"), spans([Span::Code("`a`".to_owned())]));
    assert_eq!(read("**`x`**"), spans([Span::Bold(spans([Span::Code("x".to_owned())]))]));
}

#[test]
fn a_block_of_code_has_a_language_only_on_a_line_of_its_own() {
    assert_eq!(read("```rust\nlet a = `b`;\n```"), spans([code_block(Some("rust"), "let a = `b`;")]));
    assert_eq!(read("```rust```"), spans([code_block(None, "rust")]));
    assert_eq!(read("a\n```\n> b\n```c"), spans([plain("a\n"), code_block(None, "> b"), plain("c")]));
    assert_eq!(read("```never closed"), words("```never closed"));
}

#[test]
fn quotations_are_of_lines_or_of_all_that_follows() {
    let quote = |text: &str| Span::Quote(words(text));
    assert_eq!(
        read("they said\n> one\n> two\nso"),
        spans([plain("they said\n"), quote("one\ntwo"), plain("so")])
    );
    assert_eq!(read(">>> one\n> two"), spans([quote("one\n> two")]));
    assert_eq!(read("a > b\n>c"), words("a > b\n>c"));
    let block = spans([code_block(Some("sh"), "ls")]);
    assert_eq!(read("> ```sh\n> ls\n> ```"), spans([Span::Quote(block)]));
}

#[test]
fn links_show_their_label() {
    let link = |label: Text| Span::Link { url: "https://a.b/c".to_owned(), label };
    assert_eq!(read("[here](https://a.b/c)"), spans([link(words("here"))]));
    assert_eq!(read("[**here**](<https://a.b/c>)"), spans([link(Text::bold("here"))]));
    assert_eq!(read("[a [b](https://a.b/c)"), spans([plain("[a "), link(words("b"))]));
    assert_eq!(read("[a](javascript:x)"), words("[a](javascript:x)"));
    assert_eq!(read("<https://a.b/c>"), words("https://a.b/c"));
}

#[test]
fn an_address_keeps_its_signs() {
    assert_eq!(read("see https://a.b/_x_/*y* now"), words("see https://a.b/_x_/*y* now"));
    assert_eq!(read("**https://a.b/**"), spans([Span::Bold(words("https://a.b/"))]));
}

#[test]
fn mentions_are_names() {
    let bo = || Span::Mention { account: Account::new(PLATFORM, "8"), name: "Bo".to_owned() };
    assert_eq!(read("<@8> <@!8>"), spans([bo(), plain(" "), bo()]));
    assert_eq!(read("<@&9> in <#5>"), words("@team in #lounge"));
    assert_eq!(read("<@7> <@&7> <#7> <@x>"), words("<@7> <@&7> <#7> <@x>"));
}

#[test]
fn what_only_discord_shows_is_said_in_words() {
    assert_eq!(read("<:wave:1> <a:dance:2> </help me:3>"), words(":wave: :dance: /help me"));
    assert_eq!(
        read("<t:1700000000> <t:1700000000:d> <t:0:R>"),
        words("2023-11-14 22:13 UTC 2023-11-14 1970-01-01 00:00 UTC")
    );
    assert_eq!(read("<t:9999999999999999:f> <t:1:x>"), words("<t:9999999999999999:f> <t:1:x>"));
    assert_eq!(read("# Title\n- one\n1. two"), words("# Title\n- one\n1. two"));
}

#[test]
fn a_tower_of_marks_takes_no_time() {
    for unit in ["**", "*_", "[", "](", "<", "`", "``` ", "> ", "||__", "[a](https://", "***a", "``a`"] {
        let content = unit.repeat(50_000);
        let deepest = depth(&read(&content));
        assert!(deepest <= 10, "{unit}: {deepest}");
    }
}

fn depth(text: &Text) -> usize {
    text.0.iter().map(|span| 1 + span.inner().map_or(0, depth)).max().unwrap_or(0)
}

proptest! {
    #[test]
    fn any_words_can_be_read(content in "([*_~|`<>@#:\\[\\]()\\\\ \nah0-9.é😀]|https://|```|<@8>){0,60}") {
        let text = read(&content);
        prop_assert!(depth(&text) <= 10);
        for span in &text.0 {
            prop_assert_ne!(span, &Span::Plain(String::new()));
        }
    }

    #[test]
    fn words_without_signs_stay_as_they_are(content in "[a-gi-zA-Z0-9 .,;!?éß😀\n]{0,80}") {
        prop_assert_eq!(read(&content).to_plain(), content);
    }

    #[test]
    fn escaped_words_are_the_words(content in "\\PC{0,60}|[*_~|`<>@:#\\-+()\\[\\]\\\\0-9. \n]{0,60}") {
        prop_assert_eq!(read(&crate::render::markdown(&Outgoing::of(content.as_str()))), words(&content));
    }
}
