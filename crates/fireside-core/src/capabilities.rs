//! What an adapter says its platform can do.

use serde::{Deserialize, Serialize};

/// What a platform can do. Core and the features ask this, never which platform it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Capabilities {
    /// An interaction can be answered with a form; else a form is walked
    /// through question by question.
    pub forms: bool,
    /// An answer can be shown to one member of a group alone.
    pub private_answers: bool,
    /// A message can be changed after it was sent.
    pub edits: bool,
    /// The bot can put an account into a room; else staff are given its link.
    pub adds_members: bool,
    /// A room starts from a message that is already there.
    pub rooms_from_messages: bool,
    /// Sending the same delivery twice shows it once.
    pub sends_once: bool,
    /// The longest text of one message, in the platform's own units.
    pub text_len_max: usize,
    /// The most buttons of one message.
    pub buttons_max: usize,
}
