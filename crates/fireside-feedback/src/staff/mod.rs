//! Staff: what those who look after feedback do with it.
//!
//! Each subcommand of `/feedback` that is for staff has its file. A number of
//! an item that was merged leads on to where it went, and the answer says so.

mod area;
mod assign;
mod edit;
pub(crate) mod history;
mod list;
mod meant;
mod merge;
mod query;
mod show;
mod status;
mod steps;
mod suggest;
mod words;

pub use history::{Change, What};
pub use merge::{Merge, MergeStage};
pub(crate) use merge::{merge_button, merged_into, parts};
pub(crate) use query::Wanted;

use fireside_core::parts::Handlers;

/// What this part answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[
        list::LIST,
        show::SHOW,
        status::STATUS,
        words::ANSWER,
        words::NOTE,
        edit::EDIT,
        area::AREA,
        assign::ASSIGN,
        merge::MERGE,
        merge::UNMERGE,
    ],
    presses: &[
        (list::PAGE, list::on_page),
        (crate::card::STATUS, status::on_offer),
        (status::CHOSEN, status::on_chosen),
        (merge::PRESSED, merge::on_pressed),
    ],
    forms: &[(edit::form, edit::on_form)],
    timers: &[(steps::TIMER, steps::on_timer)],
    ..Handlers::NONE
};
