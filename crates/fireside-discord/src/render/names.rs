//! Names of rooms and people, as Discord takes them.

use fireside_core::text::{cleaned, cut};

/// The longest name of a thread, in characters.
const ROOM_MAX: usize = 100;
/// The longest name a webhook speaks under, in characters.
const PERSONA_MAX: usize = 80;
/// What a webhook may not be called by (Discord's webhook page), nor what
/// would look like a mention of all.
const FORBIDDEN: [&str; 6] = ["discord", "clyde", "```", "@everyone", "@here", "system message"];

/// One line that can be seen, of at most `chars_max` characters.
pub(super) fn line(text: &str, chars_max: usize) -> String {
    let line = cut(&cleaned(text, chars_max), chars_max);
    if line.is_empty() { "…".to_owned() } else { line }
}

/// The name of a room.
pub(crate) fn room_name(name: &str) -> String {
    line(name, ROOM_MAX)
}

/// The name somebody's words are shown under; `None` where Discord takes none
/// like it.
pub(crate) fn persona(name: &str) -> Option<String> {
    let name = cut(&cleaned(name, PERSONA_MAX), PERSONA_MAX);
    let lower = name.to_lowercase();
    let is_taken = !name.is_empty() && FORBIDDEN.iter().all(|word| !lower.contains(word));
    is_taken.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persona_never_bears_a_name_that_discord_forbids() {
        assert_eq!(persona("Ana *B*"), Some("Ana *B*".to_owned()));
        assert_eq!(persona("Not DisCord"), None);
        assert_eq!(persona("dis\u{200B}cord"), None);
        assert_eq!(persona("\u{202E}\n"), None);
        assert_eq!(persona(&"é".repeat(300)).unwrap().chars().count(), 80);
    }

    #[test]
    fn a_rooms_name_can_be_seen() {
        assert_eq!(room_name("#7\n\u{202E}login"), "#7 login");
        assert_eq!(room_name("\u{200B}"), "…");
        assert_eq!(room_name(&"x".repeat(101)).chars().count(), 100);
    }
}
