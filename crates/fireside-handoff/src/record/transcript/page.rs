//! A transcript as a page: one file that is whole by itself. It runs nothing and
//! asks nobody for anything, whatever somebody wrote into it.

use fireside_core::Turn;

use super::shown::Shown;
use crate::case::{Line, Rating, Speaker};

/// How the page looks, in light and in dark, on a phone and on paper.
const STYLE: &str = include_str!("page.css");
/// What a browser is told not to do, should anything slip through.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";
/// The most stars that a customer can give.
const STARS_MAX: u8 = 5;

/// What a file begins with: what the case is, up to its first line.
pub(super) fn head(turn: &Turn<'_>, shown: &Shown<'_>) -> String {
    let case = shown.case;
    let args = [("number", case.number.get().into()), ("name", (&case.name).into())];
    let title = escaped(&turn.say_in(&shown.locale, "handoff-page-title", &args));
    let locale = escaped(&shown.locale);
    let brand = escaped(shown.brand);
    let facts: Vec<_> = facts(turn, shown).iter().map(|(label, fact)| row(label, fact)).collect();
    let facts = facts.concat();
    format!(
        "<!doctype html>\n<html lang=\"{locale}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <title>{title} · {brand}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<p class=\"brand\" dir=\"auto\">{brand}</p>\n<h1 dir=\"auto\">{title}</h1>\n\
         <dl>\n{facts}</dl>\n</header>\n<main>\n<ol>\n"
    )
}

/// What a file ends with.
pub(super) fn tail(turn: &Turn<'_>, shown: &Shown<'_>) -> String {
    let made = shown.local(shown.made);
    let (moment, zone) = (made.strftime("%Y-%m-%d %H:%M").to_string(), made.strftime("%Z").to_string());
    let args = [("moment", (&moment).into()), ("zone", (&zone).into())];
    let made = escaped(&turn.say_in(&shown.locale, "handoff-page-made", &args));
    format!("</ol>\n</main>\n<footer>\n<p>{made}</p>\n</footer>\n</body>\n</html>\n")
}

/// The summary: labels, each with what stands beside it.
fn facts(turn: &Turn<'_>, shown: &Shown<'_>) -> Vec<(String, String)> {
    let case = shown.case;
    let mut facts = Vec::new();
    let mut add = |label: &str, fact: String| {
        if !fact.is_empty() {
            facts.push((turn.say_in(&shown.locale, label, &[]), fact));
        }
    };
    add("handoff-page-customer", bidi(&case.name));
    if shown.is_for_staff() {
        add("handoff-page-language", escaped(&case.locale));
        add("handoff-page-owner", case.owner().map(|owner| bidi(&owner.name)).unwrap_or_default());
    }
    add("handoff-page-opened", time(shown, case.opened, "%Y-%m-%d %H:%M"));
    let answer = case.first_answer.map(|at| time(shown, at, "%Y-%m-%d %H:%M"));
    add("handoff-page-first-answer", answer.unwrap_or_default());
    let closure = case.closure();
    let closed = closure.map(|closure| time(shown, closure.at, "%Y-%m-%d %H:%M"));
    add("handoff-page-closed", closed.unwrap_or_default());
    if shown.is_for_staff() {
        let reason = closure.and_then(|closure| closure.reason.as_deref()).map(bidi);
        add("handoff-page-reason", reason.unwrap_or_default());
        let tags: Vec<_> = case.tags.iter().map(|tag| bidi(tag)).collect();
        add("handoff-page-tags", tags.join(", "));
    }
    add("handoff-page-rating", case.rating.as_ref().map(rating).unwrap_or_default());
    facts
}

/// What the customer said in the end: stars and a number, and their words.
fn rating(rating: &Rating) -> String {
    let full = usize::from(rating.stars.min(STARS_MAX));
    let stars = ["★".repeat(full), "☆".repeat(usize::from(STARS_MAX) - full)].concat();
    let stars = format!("<span aria-hidden=\"true\">{stars}</span> {full}/{STARS_MAX}");
    match &rating.words {
        Some(words) => format!("{stars}<br>{}", bidi(words)),
        None => stars,
    }
}

fn row(label: &str, fact: &str) -> String {
    format!("<div><dt>{}</dt><dd>{fact}</dd></div>\n", escaped(label))
}

/// A line of the case as an item of the page; before the first of a day, the day.
pub(super) fn line(turn: &Turn<'_>, shown: &Shown<'_>, day: &mut Option<String>, line: &Line) -> String {
    let mut item = String::new();
    let today = shown.local(line.at).date().to_string();
    if day.as_ref() != Some(&today) {
        item = format!("<li class=\"day\"><h2><time datetime=\"{today}\">{today}</time></h2></li>\n");
        *day = Some(today);
    }
    let class = match line.speaker {
        Speaker::Customer => "customer",
        Speaker::Staff => "staff",
        Speaker::Note => "note",
        Speaker::Service => "service",
    };
    let (who, body) = (who(turn, shown, line), body(turn, shown, line));
    item + &format!("<li class=\"{class}\">\n<p class=\"who\">{who}</p>\n{body}</li>\n")
}

/// Whose a line is, when it was said, and what became of it.
fn who(turn: &Turn<'_>, shown: &Shown<'_>, line: &Line) -> String {
    let say = |key: &str| escaped(&turn.say_in(&shown.locale, key, &[]));
    let (side, is_internal) = match line.speaker {
        Speaker::Customer => ("handoff-page-customer", false),
        Speaker::Staff => ("handoff-page-team", false),
        Speaker::Note => ("handoff-page-note", true),
        Speaker::Service => ("handoff-page-service", false),
    };
    let name = &line.name;
    let name = if name.is_empty() { String::new() } else { format!("<b>{}</b> ", bidi(name)) };
    let class = if is_internal { "badge" } else { "side" };
    let side = format!("<span class=\"{class}\">{}</span>", say(side));
    let is_marked = line.edited && !line.removed;
    let mark = || format!(" <span class=\"mark\">{}</span>", say("handoff-page-edited"));
    let mark = if is_marked { mark() } else { String::new() };
    let refused = if line.undelivered { " 🚫" } else { "" };
    format!("{name}{side} {}{mark}{refused}", time(shown, line.at, "%H:%M"))
}

/// What was said, and the names of the files that came with it.
fn body(turn: &Turn<'_>, shown: &Shown<'_>, line: &Line) -> String {
    if line.removed {
        let removed = escaped(&turn.say_in(&shown.locale, "handoff-page-removed", &[]));
        return format!("<p class=\"words\"><i>{removed}</i></p>\n");
    }
    let mut body = Vec::new();
    if !line.words.is_empty() {
        body.push(format!("<p class=\"words\" dir=\"auto\">{}</p>\n", escaped(&line.words)));
    }
    if !line.files.is_empty() {
        let files: Vec<_> = line.files.iter().map(|file| format!("<li>{}</li>", bidi(file))).collect();
        body.push(format!("<ul class=\"files\">{}</ul>\n", files.concat()));
    }
    body.concat()
}

fn time(shown: &Shown<'_>, at: fireside_core::Timestamp, format: &str) -> String {
    let clock = shown.local(at).strftime(format).to_string();
    format!("<time datetime=\"{}\">{clock}</time>", shown.moment(at))
}

/// A name beside other words: it can't turn their direction.
fn bidi(words: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(words))
}

/// Words as a page shows them, and as nothing else: no markup, no control
/// characters, none that turn the reading direction of what follows.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            '\n' | '\t' => escaped.push(c),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_escaped_is_words_alone() {
        assert_eq!(
            escaped("</style><script>'a' & \"b\"\u{0}\u{202E}c\u{2066}\r\n"),
            "&lt;/style&gt;&lt;script&gt;&#39;a&#39; &amp; &quot;b&quot;c\n"
        );
        assert_eq!(escaped("👩‍👩‍👧 می‌خواهم"), "👩‍👩‍👧 می‌خواهم", "joiners stay");
    }

    proptest! {
        #[test]
        fn nothing_that_is_escaped_is_markup(words in ".*") {
            let escaped = escaped(&words);
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
        }
    }

    #[test]
    fn the_style_ends_where_it_should() {
        assert!(!STYLE.contains("</") && !STYLE.contains("url(") && !STYLE.contains("@import"));
    }
}
