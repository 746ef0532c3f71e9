//! What is wrong in a configuration: where, and what was meant.

use std::fmt;

/// Something wrong in a configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The line, from 1; `None` where it is about the whole.
    pub(crate) line: Option<usize>,
    /// What is wrong and how to mend it.
    pub(crate) what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{line}: {}", self.what),
            None => write!(f, " {}", self.what),
        }
    }
}

impl Problem {
    /// A problem with the whole.
    pub(crate) fn of_all(what: impl Into<String>) -> Self {
        Self { line: None, what: what.into() }
    }

    pub(super) fn of_toml(text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        Self { line, what: meant(error.message()) }
    }
}

/// Keys that are written in another section than one may think, and where.
const ELSEWHERE: [(&str, &str); 1] =
    [("time_zone", "it belongs to the community: write it under [[community]]")];

/// An unknown key with the known one it looks like most, where one does.
fn meant(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let Some(unknown) = quoted.next().filter(|_| message.starts_with("unknown field")) else {
        return message.to_owned();
    };
    if let Some((_, place)) = ELSEWHERE.iter().find(|(key, _)| *key == unknown) {
        return format!("unknown key `{unknown}`: {place}");
    }
    let nearest =
        quoted.max_by(|a, b| strsim::jaro_winkler(unknown, a).total_cmp(&strsim::jaro_winkler(unknown, b)));
    match nearest.filter(|known| strsim::jaro_winkler(unknown, known) > 0.8) {
        Some(known) => format!("unknown key `{unknown}`; did you mean `{known}`?"),
        None => message.replacen("unknown field", "unknown key", 1),
    }
}
