//! From core's rich text to Discord's Markdown.

mod escape;
mod split;

use fireside_core::{Button, ButtonTarget, Outgoing, Span, Text};
use serenity::all::{ButtonStyle, CreateActionRow, CreateAllowedMentions, CreateButton, UserId};

pub(crate) use split::{cut, split};

use crate::{PLATFORM, snowflake};

/// The longest message, in characters (Discord's message page).
pub(crate) const MESSAGE_MAX: usize = 2_000;
/// The most accounts one message may ping.
const MENTIONS_MAX: usize = 100;
/// The most buttons in a row, and rows on a message.
const ROW_MAX: usize = 5;
/// The longest button label, in characters.
const LABEL_MAX: usize = 80;

/// All that is said, with the name of whose words they are above them.
pub(crate) fn markdown(content: &Outgoing) -> String {
    let mut rendered = String::new();
    if let Some(author) = &content.author {
        rendered.push_str("**");
        rendered.push_str(&escape::escaped(&author.name));
        rendered.push_str("**\n");
    }
    push(&content.text, &mut rendered);
    rendered
}

fn push(text: &Text, out: &mut String) {
    for span in &text.0 {
        match span {
            Span::Plain(words) => out.push_str(&escape::escaped(words)),
            Span::Bold(inner) => wrap(inner, "**", out),
            Span::Italic(inner) => wrap(inner, "*", out),
            Span::Underline(inner) => wrap(inner, "__", out),
            Span::Strike(inner) => wrap(inner, "~~", out),
            Span::Spoiler(inner) => wrap(inner, "||", out),
            Span::Code(code) => out.push_str(&escape::inline_code(code)),
            Span::CodeBlock { language, code } => {
                start_line(out);
                out.push_str(&escape::code_block(language.as_deref(), code));
            }
            Span::Quote(inner) => quote(inner, out),
            Span::Link { url, label } => link(url, label, out),
            Span::Mention { account, name } => match snowflake::parse(account.id.as_str()) {
                Some(id) if account.platform.as_str() == PLATFORM => out.extend(["<@", &id.to_string(), ">"]),
                _ => out.push_str(&escape::escaped(&format!("@{name}"))),
            },
        }
    }
}

/// Puts markers around what can be seen; markers around nothing would show.
fn wrap(inner: &Text, marker: &str, out: &mut String) {
    let mut words = String::new();
    push(inner, &mut words);
    let seen = words.trim();
    if seen.is_empty() {
        out.push_str(&words);
        return;
    }
    let start = words.len() - words.trim_start().len();
    out.push_str(&words[..start]);
    out.push_str(marker);
    out.push_str(seen);
    out.push_str(marker);
    out.push_str(&words[start + seen.len()..]);
}

fn quote(inner: &Text, out: &mut String) {
    let mut words = String::new();
    push(inner, &mut words);
    start_line(out);
    for line in words.lines() {
        out.push_str("> ");
        out.push_str(line);
        out.push('\n');
    }
}

fn link(url: &str, label: &Text, out: &mut String) {
    let mut words = String::new();
    push(label, &mut words);
    match escape::link_target(url) {
        Some(target) if !words.trim().is_empty() => {
            out.extend(["[", &words.replace('\n', " "), "](<", &target, ">)"]);
        }
        Some(target) => out.extend(["<", &target, ">"]),
        None => out.push_str(&words),
    }
}

fn start_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Who may be pinged: the accounts the bot itself mentions, nobody else.
pub(crate) fn allowed_mentions(text: &Text) -> CreateAllowedMentions {
    let mut mentioned = Vec::new();
    gather_mentions(text, &mut mentioned);
    mentioned.sort_unstable();
    mentioned.dedup();
    mentioned.truncate(MENTIONS_MAX);
    CreateAllowedMentions::new().users(mentioned).replied_user(false)
}

fn gather_mentions(text: &Text, mentioned: &mut Vec<UserId>) {
    for span in &text.0 {
        if let Span::Mention { account, .. } = span
            && account.platform.as_str() == PLATFORM
        {
            mentioned.extend(snowflake::parse(account.id.as_str()).map(UserId::new));
        }
        if let Some(inner) = span.inner() {
            gather_mentions(inner, mentioned);
        }
    }
}

/// Buttons, in rows of at most five.
pub(crate) fn buttons(content: &Outgoing) -> Vec<CreateActionRow> {
    let rows = content.buttons.iter().flat_map(|row| row.chunks(ROW_MAX)).take(ROW_MAX);
    rows.map(|row| CreateActionRow::Buttons(row.iter().map(button).collect())).collect()
}

fn button(button: &Button) -> CreateButton {
    let created = match &button.target {
        ButtonTarget::Press(data) | ButtonTarget::Private(data) => {
            CreateButton::new(data).style(ButtonStyle::Secondary)
        }
        ButtonTarget::Link(url) => CreateButton::new_link(url),
    };
    created.label(cut(&button.label, LABEL_MAX))
}

#[cfg(test)]
mod tests {
    use fireside_core::Account;
    use serde_json::json;

    use super::*;

    fn shown(text: Text) -> String {
        markdown(&Outgoing::of(text))
    }

    #[test]
    fn an_author_stands_above_the_words() {
        let content = Outgoing::of("it's *slow*").author("Ana_");
        assert_eq!(markdown(&content), "**Ana\\_**\nit's \\*slow\\*");
    }

    #[test]
    fn a_quote_marks_every_line() {
        let text = Text::plain("they said").then(Text::quote("one\ntwo")).then("so");
        assert_eq!(shown(text), "they said\n> one\n> two\nso");
    }

    #[test]
    fn a_link_shows_its_label() {
        assert_eq!(shown(Text::link("https://a.b/", "room [1]")), "[room \\[1\\]](<https://a.b/>)");
    }

    #[test]
    fn only_the_bots_own_mentions_ping() {
        let bo = Account::new(PLATFORM, "8");
        let text =
            Text::plain("<@7> @everyone ").then(Text(vec![Span::Mention { account: bo, name: "Bo".into() }]));
        let allowed = serde_json::to_value(allowed_mentions(&text)).unwrap();
        assert_eq!(allowed["parse"], json!([]));
        assert_eq!(allowed["users"], json!(["8"]));
        assert_eq!(shown(text), "\\<\\@7\\> \\@everyone <@8>");
    }

    #[test]
    fn a_mention_from_elsewhere_is_a_name() {
        let account = Account::new("elsewhere", "8");
        assert_eq!(shown(Text(vec![Span::Mention { account, name: "Bo".into() }])), "\\@Bo");
    }
}
