//! Rich text as a tree that no platform's markup can be mistaken for.
//!
//! What a user wrote is a [`Span::Plain`]: an adapter escapes it, so it never
//! formats, pings or links.

mod blank;
mod cut;
mod extent;

use serde::{Deserialize, Serialize};

pub use blank::{cleaned, is_blank, shortened};
pub use cut::cut;

use crate::actor::Account;
use crate::ids::{Platform, RoleId};

/// A piece of rich text: spans, one after another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Span>);

/// One span of rich text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Characters as they are.
    Plain(String),
    /// Bold.
    Bold(Text),
    /// Italic.
    Italic(Text),
    /// Underlined.
    Underline(Text),
    /// Struck through.
    Strike(Text),
    /// Covered until the reader uncovers it.
    Spoiler(Text),
    /// Code within a line.
    Code(String),
    /// A block of code.
    CodeBlock {
        /// The language's name, where it is known.
        language: Option<String>,
        /// The code.
        code: String,
    },
    /// A quotation.
    Quote(Text),
    /// A link with a text of its own.
    Link {
        /// Where it leads.
        url: String,
        /// What is shown.
        label: Text,
    },
    /// A mention of an account.
    Mention {
        /// Who is mentioned.
        account: Account,
        /// The name to show where the mention can't be made.
        name: String,
    },
    /// A mention of everybody who holds a role: the bot's own alone, since what
    /// users wrote comes in as words.
    RoleMention {
        /// The platform that gives the role.
        platform: Platform,
        /// The role.
        role: RoleId,
        /// The name to show where the mention can't be made.
        name: String,
    },
}

impl Span {
    /// The text that it formats, where it holds any.
    pub fn inner(&self) -> Option<&Text> {
        match self {
            Self::Bold(inner)
            | Self::Italic(inner)
            | Self::Underline(inner)
            | Self::Strike(inner)
            | Self::Spoiler(inner)
            | Self::Quote(inner)
            | Self::Link { label: inner, .. } => Some(inner),
            Self::Plain(_)
            | Self::Code(_)
            | Self::CodeBlock { .. }
            | Self::Mention { .. }
            | Self::RoleMention { .. } => None,
        }
    }

    fn inner_mut(&mut self) -> Option<&mut Text> {
        match self {
            Self::Bold(inner)
            | Self::Italic(inner)
            | Self::Underline(inner)
            | Self::Strike(inner)
            | Self::Spoiler(inner)
            | Self::Quote(inner)
            | Self::Link { label: inner, .. } => Some(inner),
            Self::Plain(_)
            | Self::Code(_)
            | Self::CodeBlock { .. }
            | Self::Mention { .. }
            | Self::RoleMention { .. } => None,
        }
    }
}

impl Text {
    /// Text without any formatting.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::default() } else { Self(vec![Span::Plain(text)]) }
    }

    /// Text in bold.
    pub fn bold(text: impl Into<Self>) -> Self {
        Self(vec![Span::Bold(text.into())])
    }

    /// A quotation.
    pub fn quote(text: impl Into<Self>) -> Self {
        Self(vec![Span::Quote(text.into())])
    }

    /// A link.
    pub fn link(url: impl Into<String>, label: impl Into<Self>) -> Self {
        Self(vec![Span::Link { url: url.into(), label: label.into() }])
    }

    /// This text followed by `more`.
    #[must_use]
    pub fn then(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// This text, and `more` on a new line.
    #[must_use]
    pub fn line(self, more: impl Into<Self>) -> Self {
        if self.0.is_empty() { more.into() } else { self.then("\n").then(more) }
    }

    /// Text in which nobody is mentioned and every link shows where it leads:
    /// what somebody said in one place, safe to be said in another.
    #[must_use]
    pub fn tame(mut self) -> Self {
        for span in &mut self.0 {
            if let Some(inner) = span.inner_mut() {
                *inner = std::mem::take(inner).tame();
            }
            match span {
                Span::Mention { name, .. } | Span::RoleMention { name, .. } => {
                    *span = Span::Plain(std::mem::take(name));
                }
                Span::Link { url, label } => {
                    let label = label.to_plain();
                    *span = Span::Plain(if label == *url { label } else { format!("{label} ({url})") });
                }
                _ => {}
            }
        }
        self
    }

    /// The characters alone.
    pub fn to_plain(&self) -> String {
        let mut plain = String::new();
        self.push_plain(&mut plain);
        plain
    }

    fn push_plain(&self, plain: &mut String) {
        for span in &self.0 {
            match (span, span.inner()) {
                (_, Some(inner)) => inner.push_plain(plain),
                (Span::Plain(text) | Span::Code(text) | Span::CodeBlock { code: text, .. }, None) => {
                    plain.push_str(text);
                }
                (Span::Mention { name, .. } | Span::RoleMention { name, .. }, None) => plain.push_str(name),
                (_, None) => {}
            }
        }
    }

    /// Whether a reader would see nothing.
    pub fn is_blank(&self) -> bool {
        is_blank(&self.to_plain())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_what_the_spans_show() {
        let text = Text::bold("Ana").then(": see ").then(Text::link("https://example.org", "this"));
        assert_eq!(text.to_plain(), "Ana: see this");
    }

    #[test]
    fn the_first_line_has_no_break_before_it() {
        assert_eq!(Text::default().line("one").line("two").to_plain(), "one\ntwo");
    }

    #[test]
    fn a_tame_link_shows_where_it_leads() {
        let text = Text::bold(Text::link("https://evil.example", "your bank")).tame();
        assert_eq!(text, Text::bold("your bank (https://evil.example)"));
    }

    #[test]
    fn a_tame_mention_is_a_name() {
        let account = Account::new("p", "1");
        let text = Text(vec![Span::Mention { account, name: "@everyone".to_owned() }]);
        assert_eq!(text.tame(), Text::plain("@everyone"));
        let name = "helpers".to_owned();
        let role = Text(vec![Span::RoleMention { platform: "p".into(), role: "5".into(), name }]);
        assert_eq!(Text::bold(role).tame(), Text::bold("helpers"));
    }
}
