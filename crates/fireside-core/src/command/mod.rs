//! Commands: what a platform registers, parses and hands back.

mod check;
mod declaration;
mod invocation;
mod option;
mod words;

pub use check::CommandError;
pub use declaration::{Access, Command, FirstReply};
pub use invocation::{Invocation, SuggestRequest, Suggestion, Target, Written};
pub use option::{CommandOption, OptionKind, OptionValue};
