//! Handlers: what each part of the feature answers, so that what is added to
//! one part is written in that part alone.

use fireside_core::command::SuggestRequest;
use fireside_core::event::{Reaction, ReceiptEvent, TimerEvent};
use fireside_core::turn::Interrupt;
use fireside_core::{Answers, Command, Decision, Event, Form, Invocation, Turn};

/// Decides what comes of something that happened.
pub(crate) type Decide<T> = fn(&mut Turn<'_>, &T) -> Decision;

/// Declares a form.
pub(crate) type Declare = fn() -> Form;

/// What one part of the feature answers.
#[derive(Clone, Copy)]
pub(crate) struct Handlers {
    /// Subcommands of `/feedback`, and commands beside it.
    pub(crate) commands: &'static [Subcommand],
    /// Presses of buttons, by action.
    pub(crate) presses: &'static [(&'static str, Decide<str>)],
    /// Forms.
    pub(crate) forms: &'static [(Declare, Decide<Answers>)],
    /// Timers, by label.
    pub(crate) timers: &'static [(&'static str, Decide<TimerEvent>)],
    /// Ends of deliveries, by label.
    pub(crate) receipts: &'static [(&'static str, Decide<ReceiptEvent>)],
    /// Reactions; the first that takes one on has it.
    pub(crate) reactions: &'static [Decide<Reaction>],
    /// Whatever else happens; the first that takes it on has it.
    pub(crate) events: &'static [Decide<Event>],
}

impl Handlers {
    /// Nothing.
    pub(crate) const NONE: Self = Self {
        commands: &[],
        presses: &[],
        forms: &[],
        timers: &[],
        receipts: &[],
        reactions: &[],
        events: &[],
    };
}

/// A command's declaration and what it does.
#[derive(Clone, Copy)]
pub(crate) struct Subcommand {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its declaration.
    pub(crate) command: fn() -> Command,
    /// What it does.
    pub(crate) run: Decide<Invocation>,
    /// What can be given for its options.
    pub(crate) suggest: Option<Suggest>,
}

/// What could be given for an option, best first.
pub(crate) type Suggest =
    fn(&mut Turn<'_>, &SuggestRequest) -> Result<Vec<fireside_core::command::Suggestion>, Interrupt>;
