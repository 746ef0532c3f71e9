//! What could be given for an option while a command is written.

use fireside_core::command::{SuggestRequest, Suggestion};
use fireside_core::ports::{Order, Query};
use fireside_core::turn::Interrupt;
use fireside_core::{Turn, text};

use crate::feedback::{Feedback, FeedbackNumber, rank};
use crate::ledger;
use crate::settings::Settings;

/// The most that is suggested.
const SUGGESTIONS_MAX: usize = 25;
/// The longest suggestion, in characters as a reader counts them.
const LABEL_LEN_MAX: usize = 90;
/// Among how many items the areas in use are looked for.
const ITEMS_READ: usize = 50;

/// Areas for an option that takes one, else items.
pub(super) fn suggest(turn: &mut Turn<'_>, request: &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt> {
    match request.option.as_str() {
        "area" | super::area::NAME => areas(turn, &request.typed),
        _ => items(turn, &request.typed),
    }
}

/// The item of the number that is typed, and those whose words are like what
/// is; where nothing is typed, those that rise.
fn items(turn: &mut Turn<'_>, typed: &str) -> Result<Vec<Suggestion>, Interrupt> {
    let typed = typed.trim().trim_start_matches('#');
    let mut found = Vec::new();
    if let Some(number) = FeedbackNumber::parse(typed) {
        found.extend(ledger::live(turn, number)?);
    }
    let order = if text::is_blank(typed) { Order::Rank(rank::HEAT) } else { Order::Like(typed.to_owned()) };
    let like = turn.search::<Feedback>(&Query::new(order, SUGGESTIONS_MAX).has("live:yes"))?.records;
    for (item, _) in like {
        if found.iter().all(|known: &Feedback| known.number != item.number) {
            found.push(item);
        }
    }
    let suggestion = |item: &Feedback| Suggestion {
        label: text::shortened(&format!("#{} {}", item.number, item.title), LABEL_LEN_MAX),
        value: item.number.to_string(),
    };
    Ok(found.iter().take(SUGGESTIONS_MAX).map(suggestion).collect())
}

/// The community's areas, or where it has listed none those in use, that hold
/// what is typed.
fn areas(turn: &mut Turn<'_>, typed: &str) -> Result<Vec<Suggestion>, Interrupt> {
    let mut areas = turn.settings::<Settings>()?.areas;
    if areas.is_empty() {
        let query = Query::new(Order::Rank(rank::HEAT), ITEMS_READ).has("live:yes");
        let items = turn.search::<Feedback>(&query)?.records;
        areas = items.into_iter().filter_map(|(item, _)| item.area).collect();
        areas.sort_unstable();
        areas.dedup();
    }
    let typed = typed.trim().to_lowercase();
    areas.retain(|area| area.to_lowercase().contains(&typed));
    areas.truncate(SUGGESTIONS_MAX);
    let suggestion = |area: String| Suggestion { label: text::shortened(&area, LABEL_LEN_MAX), value: area };
    Ok(areas.into_iter().map(suggestion).collect())
}
