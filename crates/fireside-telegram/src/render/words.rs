//! Plain words that stay plain.
//!
//! Telegram makes mentions, commands and hashtags of plain words by itself,
//! whatever entities are sent along. A word joiner, which shows nothing, keeps
//! it from that.

/// Behind an `@`, a `/` or a `#`, it keeps what follows from being taken for a name.
const WORD_JOINER: char = '\u{2060}';

/// Whose words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Wording {
    /// The bot's: the commands it names can be tapped.
    #[default]
    Own,
    /// Somebody else's: a tap on them runs nothing.
    Others,
}

/// `text` without the characters that a client can't show.
pub(super) fn visible(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
}

/// `text`, to stand behind the character `before`, in which nothing calls anybody.
pub(super) fn tamed(text: &str, before: Option<char>, wording: Wording) -> String {
    let text: String = visible(text).collect();
    let mut out = String::with_capacity(text.len());
    let (mut before, mut address_end) = (before, 0);
    for (at, c) in text.char_indices() {
        out.push(c);
        if at >= address_end {
            address_end = at + address_len(&text[at..]);
        }
        // An address is one entity, in which Telegram looks for no other.
        if at >= address_end && calls(c, before, &text[at + c.len_utf8()..], wording) {
            out.push(WORD_JOINER);
        }
        before = Some(c);
    }
    out
}

/// Whether `c` between `before` and `rest` begins something that can be tapped.
fn calls(c: char, before: Option<char>, rest: &str, wording: Wording) -> bool {
    if before.is_some_and(|before| before.is_alphanumeric() || before == '_') {
        return false;
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let name_len = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
    let (name, after) = rest.split_at(name_len);
    // What stands at the end may go on in the next span.
    match c {
        '@' => rest.is_empty() || name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'),
        '/' if wording == Wording::Others => {
            let is_path = before.is_some_and(|before| matches!(before, '/' | '<' | '>'))
                || after.starts_with(['/', '<', '>']);
            rest.is_empty() || (!is_path && !name.is_empty())
        }
        '#' if wording == Wording::Others => rest.is_empty() || name.contains(char::is_alphabetic),
        _ => false,
    }
}

/// How many bytes of an address `text` begins with. One without a host that
/// everybody takes for one counts as none.
fn address_len(text: &str) -> usize {
    let Some(bare) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return 0 };
    let is_host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let host = &bare[..bare.find(|c| !is_host(c)).unwrap_or(bare.len())];
    let is_known = host.rsplit_once('.').is_some_and(|(name, end)| {
        !name.is_empty() && end.len() >= 2 && end.chars().all(|c| c.is_ascii_alphabetic())
    });
    if !is_known || !bare[host.len()..].starts_with('/') {
        return 0;
    }
    let ends = |c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"');
    text.find(ends).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, wording: Wording) -> String {
        tamed(text, None, wording).replace(WORD_JOINER, "|")
    }

    #[test]
    fn a_name_after_an_at_sign_is_no_mention() {
        for wording in [Wording::Own, Wording::Others] {
            assert_eq!(shown("@admin, mail a@b.c, (@x) @", wording), "@|admin, mail a@b.c, (@|x) @|");
        }
    }

    #[test]
    fn a_command_of_somebody_elses_can_not_be_tapped() {
        assert_eq!(shown("/close (/ban@bot) /", Wording::Others), "/|close (/|ban@bot) /|");
        assert_eq!(shown("/close", Wording::Own), "/close");
    }

    #[test]
    fn a_path_or_a_fraction_is_no_command() {
        for text in ["/usr/bin/", "and/or", "1/2", "</a>"] {
            assert_eq!(shown(text, Wording::Others), text);
        }
    }

    #[test]
    fn a_hashtag_of_somebody_elses_is_words() {
        assert_eq!(shown("#urgent #42 C# #", Wording::Others), "#|urgent #42 C# #|");
    }

    #[test]
    fn an_address_stays_whole() {
        for text in ["https://video.example/@ana/#top", "see http://a.example/x?to=@ana."] {
            assert_eq!(shown(text, Wording::Others), text);
        }
        assert_eq!(shown("https://@admin http://x/@admin", Wording::Own), "https://@|admin http://x/@|admin");
        assert_eq!(shown("https://a.example/ @admin", Wording::Own), "https://a.example/ @|admin");
    }

    #[test]
    fn control_characters_are_left_out() {
        assert_eq!(shown("a\0b\u{7}\tc\nd\r", Wording::Own), "ab\tc\nd");
    }
}
