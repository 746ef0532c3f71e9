//! Suggestions while staff write a command: cases, colleagues, tags, snippets.

use fireside_core::Turn;
use fireside_core::command::{SuggestRequest, Suggestion};
use fireside_core::turn::Interrupt;

use super::{CASE, colleague, filing, snippet, transfer};
use crate::case::{Case, State, recent};

/// The most cases that are looked through of each state.
const CASES_MAX: usize = 100;
/// The most of a kind that is suggested.
const SUGGESTIONS_MAX: usize = 25;

/// What is suggested for an option.
type Suggested = Result<Vec<Suggestion>, Interrupt>;

/// Cases that are open, by what is written of their number or of the
/// customer's name.
pub(crate) fn cases(turn: &mut Turn<'_>, request: &SuggestRequest) -> Suggested {
    let typed = typed(request);
    let mut suggestions = Vec::new();
    for state in State::ALL.into_iter().filter(|state| *state != State::Closed) {
        let cases = turn.page_of::<Case>(Case::BY_STATE, state.as_str(), None, CASES_MAX)?.records;
        suggestions.extend(cases.iter().filter(|case| is_like(case, &typed)).map(suggestion));
    }
    Ok(suggestions)
}

/// Cases that are closed, the newest first.
pub(super) fn closed_cases(turn: &mut Turn<'_>, request: &SuggestRequest) -> Suggested {
    let typed = typed(request);
    let found = recent::newest(turn, CASES_MAX, |case| !case.is_open() && is_like(case, &typed))?;
    Ok(found.iter().map(suggestion).collect())
}

/// Cases, the newest first.
pub(super) fn recent_cases(turn: &mut Turn<'_>, request: &SuggestRequest) -> Suggested {
    let typed = typed(request);
    let found = recent::newest(turn, CASES_MAX, |case| is_like(case, &typed))?;
    Ok(found.iter().map(suggestion).collect())
}

fn typed(request: &SuggestRequest) -> String {
    request.typed.trim().trim_start_matches('#').to_lowercase()
}

fn is_like(case: &Case, typed: &str) -> bool {
    case.number.to_string().starts_with(typed) || case.name.to_lowercase().contains(typed)
}

fn suggestion(case: &Case) -> Suggestion {
    let number = case.number.to_string();
    Suggestion { label: format!("#{number} {}", case.name), value: number }
}

/// Colleagues for an option that takes a name, else open cases.
pub(super) fn cases_or_colleagues(turn: &mut Turn<'_>, request: &SuggestRequest) -> Suggested {
    match request.option.as_str() {
        transfer::NAME => colleague::suggest(turn, &request.typed),
        _ => cases(turn, request),
    }
}

/// Snippets for an option that takes one, else open cases.
pub(super) fn cases_or_snippets(turn: &mut Turn<'_>, request: &SuggestRequest) -> Suggested {
    match request.option.as_str() {
        snippet::NAME => snippet::suggest(turn, &request.typed),
        _ => cases(turn, request),
    }
}

/// Tags that open cases have for an option that takes one, else the cases.
pub(super) fn cases_or_tags(turn: &mut Turn<'_>, request: &SuggestRequest) -> Suggested {
    if request.option == CASE {
        return cases(turn, request);
    }
    let typed = request.typed.trim().to_lowercase();
    let mut tags: Vec<String> = Vec::new();
    for state in State::ALL.into_iter().filter(|state| *state != State::Closed) {
        for case in turn.page_of::<Case>(Case::BY_STATE, state.as_str(), None, CASES_MAX)?.records {
            for tag in case.tags {
                if tag.to_lowercase().contains(&typed) && !tags.iter().any(|own| filing::is_same(own, &tag)) {
                    tags.push(tag);
                }
            }
        }
    }
    tags.sort_unstable();
    tags.truncate(SUGGESTIONS_MAX);
    Ok(tags.into_iter().map(|tag| Suggestion { label: tag.clone(), value: tag }).collect())
}
