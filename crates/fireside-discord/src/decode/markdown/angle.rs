//! What stands between `<` and `>`: mentions, emoji, moments, addresses.

use fireside_core::{Account, Span};
use serenity::all::Timestamp;

use super::{ADDRESS_MAX, Mentioned, NameOf, is_address};
use crate::{PLATFORM, snowflake};

/// The latest second that Discord shows, counted from 1970, and the earliest below it.
const SECONDS_MAX: i64 = 8_640_000_000_000;

/// Reads what `text` begins with, and says how long it is.
pub(super) fn read(text: &str, name_of: NameOf<'_>) -> Option<(Span, usize)> {
    let inner = text.strip_prefix('<')?;
    let end = inner.bytes().take(ADDRESS_MAX).position(|byte| matches!(byte, b'<' | b'>' | b'\n'))?;
    let is_closed = inner.as_bytes()[end] == b'>';
    span(&inner[..end], name_of).filter(|_| is_closed).map(|span| (span, end + 2))
}

fn span(inner: &str, name_of: NameOf<'_>) -> Option<Span> {
    if is_address(inner) {
        return (!inner.contains(' ')).then(|| Span::Plain(inner.to_owned()));
    }
    let mut characters = inner.chars();
    match characters.next()? {
        '@' => mention(characters.as_str(), name_of),
        '#' => {
            let channel = snowflake::parse(characters.as_str())?;
            Some(Span::Plain(format!("#{}", name_of(Mentioned::Channel(channel))?)))
        }
        ':' => emoji(characters.as_str()),
        'a' => emoji(inner.strip_prefix("a:")?),
        't' => moment(inner.strip_prefix("t:")?),
        '/' => {
            let (command, id) = characters.as_str().rsplit_once(':')?;
            snowflake::parse(id).map(|_| Span::Plain(format!("/{command}")))
        }
        _ => None,
    }
}

fn mention(whom: &str, name_of: NameOf<'_>) -> Option<Span> {
    if let Some(role) = whom.strip_prefix('&') {
        return Some(Span::Plain(format!("@{}", name_of(Mentioned::Role(snowflake::parse(role)?))?)));
    }
    let id = snowflake::parse(whom.strip_prefix('!').unwrap_or(whom))?;
    let name = name_of(Mentioned::Account(id))?;
    Some(Span::Mention { account: Account::new(PLATFORM, id.to_string()), name })
}

/// An emoji that only Discord knows, by its name.
fn emoji(text: &str) -> Option<Span> {
    let (name, id) = text.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    snowflake::parse(id).filter(|_| is_name)?;
    Some(Span::Plain(format!(":{name}:")))
}

/// A moment, which Discord shows in each reader's own way: here in UTC.
fn moment(text: &str) -> Option<Span> {
    let (seconds, style) = text.split_once(':').unwrap_or((text, "f"));
    let is_style = matches!(style, "t" | "T" | "d" | "D" | "f" | "F" | "s" | "S" | "R");
    let seconds: i64 = seconds.parse().ok()?;
    if !is_style || !(-SECONDS_MAX..=SECONDS_MAX).contains(&seconds) {
        return None;
    }
    let told = Timestamp::from_unix_timestamp(seconds).ok()?.to_rfc3339()?;
    let (date, time) = (told.get(..10)?, told.get(11..16)?);
    Some(Span::Plain(match style {
        "d" | "D" => date.to_owned(),
        "t" | "T" => format!("{time} UTC"),
        _ => format!("{date} {time} UTC"),
    }))
}
