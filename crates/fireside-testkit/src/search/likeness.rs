//! What is like what.

use fireside_core::ports::Document;

use super::{SearchPlace, fill, find, found, like, titled};

/// The likest comes first, others that share something after it.
pub async fn the_likest_comes_first(place: &impl SearchPlace) {
    let search = place.open();
    let titles = [
        "The app crashes when I export a report",
        "Please add a dark mode",
        "Export to CSV, please",
        "Darker icons",
    ];
    fill(&*search, titles.map(titled)).await;
    assert_eq!(found(&*search, &like("please add dark mode"))[0], 2);
    assert_eq!(found(&*search, &like("crashing on export of reports"))[0], 1);
    let scores: Vec<_> = find(&*search, &like("dark mode")).hits.iter().map(|hit| hit.score).collect();
    assert!(scores.len() >= 2 && scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
    assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)), "{scores:?}");
}

/// The same words score nearly 1, words that share little much less.
pub async fn the_same_words_are_as_like_as_can_be(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, ["Please add a dark mode", "Add more languages"].map(titled)).await;
    let hits = find(&*search, &like("please add a dark mode")).hits;
    assert!(hits[0].score > 0.9, "{hits:?}");
    assert!(hits.get(1).is_none_or(|hit| hit.score < 0.6), "{hits:?}");
}

/// What has nothing of the words is left out, and not counted.
pub async fn what_shares_nothing_is_left_out(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, ["dark mode", "zzz qqq xxx"].map(titled)).await;
    let hits = find(&*search, &like("dark mode"));
    assert_eq!((hits.total, hits.hits.len()), (1, 1));
}

/// Of two that say the same, the one that says it in its title comes first.
pub async fn a_title_counts_more_than_a_body(place: &impl SearchPlace) {
    let search = place.open();
    let of = |title: &str, body: &str| Document { body: body.to_owned(), ..titled(title) };
    let filler = "something happened yesterday evening";
    fill(&*search, [of(filler, "printer jam"), of("printer jam", filler), of(filler, "nothing else")]).await;
    assert_eq!(found(&*search, &like("printer jam"))[..2], [2, 1]);
}

/// It works without knowing the language, also where nothing parts the words.
pub async fn likeness_is_found_in_any_language(place: &impl SearchPlace) {
    let search = place.open();
    let titles = [
        "应用启动时闪退，请修复",
        "Приложение вылетает при запуске",
        "Die Anwendung stürzt beim Starten ab",
        "การแจ้งเตือนไม่ทำงาน",
        "アプリがすぐに落ちます",
        "التطبيق يتعطل عند الفتح",
    ];
    fill(&*search, titles.map(titled)).await;
    let asked = [
        "启动闪退怎么修复",
        "вылетает приложение",
        "Anwendungen stürzen ab",
        "แจ้งเตือนไม่ทำงานเลย",
        "アプリが落ちます",
        "يتعطل التطبيق",
    ];
    for (words, number) in asked.into_iter().zip(1..) {
        assert_eq!(found(&*search, &like(words)).first(), Some(&number), "{words}");
    }
}

/// Likeness among what has the terms.
pub async fn likeness_keeps_to_the_terms(place: &impl SearchPlace) {
    let search = place.open();
    let of = |status: &str| Document { terms: vec![format!("status:{status}")], ..titled("dark mode") };
    fill(&*search, [of("open"), of("done"), of("planned")]).await;
    assert_eq!(found(&*search, &like("dark mode").has("status:open")), [1]);
    let hits = find(&*search, &like("dark mode").has_not("status:done"));
    assert_eq!((hits.total, hits.hits.len()), (2, 2));
}

/// Nothing is like nothing.
pub async fn words_without_letters_find_nothing(place: &impl SearchPlace) {
    let search = place.open();
    fill(&*search, [titled("dark mode"), titled("")]).await;
    for words in ["", "   ", "\u{200b}\u{200b}"] {
        assert_eq!(find(&*search, &like(words)).total, 0, "{words:?}");
    }
}

/// Operators, quotes, zero bytes and any length are words like others.
pub async fn hostile_words_are_only_words(place: &impl SearchPlace) {
    let search = place.open();
    let long = "dark mode ".repeat(10_000);
    let hostile = ["dark\0mode", "\"dark (mode", "+dark -mode title:*", "dark\u{202e}mode", &long];
    let documents = hostile.map(|words| Document { body: words.to_owned(), ..titled(words) });
    fill(&*search, documents).await;
    for words in hostile {
        assert!(!found(&*search, &like(words)).is_empty(), "{:?}", &words[..9]);
    }
}
