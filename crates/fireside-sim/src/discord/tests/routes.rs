use std::collections::BTreeSet;

use crate::discord::routes::TABLES;

/// The document that says what is simulated.
const DOCUMENT: &str = include_str!("../../../../../docs/simulators.md");

/// The first cells of the rows below a heading, up to the next heading of its level.
fn rows(heading: &str) -> BTreeSet<&'static str> {
    let section = DOCUMENT.split_once(heading).expect("the heading is there").1;
    let section = section.split("\n## ").next().unwrap_or(section);
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    cells.map(|(cell, _)| cell).collect()
}

#[test]
fn the_document_lists_every_route_and_no_other() {
    let written: BTreeSet<&str> =
        rows("\n## Discord").into_iter().filter(|cell| cell.contains(" /")).collect();
    let served: BTreeSet<&str> = TABLES.into_iter().flatten().map(|route| route.name).collect();
    let missing: Vec<_> = served.difference(&written).collect();
    let gone: Vec<_> = written.difference(&served).collect();
    assert_eq!((missing, gone), (vec![], vec![]), "docs/simulators.md and the routes differ");
}

/// The events that the document names, in its order. `_UPDATE` alone follows
/// another event of the same thing.
fn written_events() -> Vec<String> {
    let section = DOCUMENT.split_once("\n## Discord").expect("the heading is there").1;
    let section = section.split_once("\n### Events\n").expect("the heading is there").1;
    let section = section.split("\n### ").next().unwrap_or(section);
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once(" |"));
    let mut thing = "";
    let mut events = Vec::new();
    for name in cells.flat_map(|(cell, _)| cell.split(", ")).map(|name| name.trim_matches('`')) {
        if name.starts_with('_') {
            events.push(format!("{thing}{name}"));
        } else {
            thing = name.rsplit_once('_').map_or(name, |(thing, _)| thing);
            events.push(name.to_owned());
        }
    }
    events
}

#[test]
fn the_document_names_each_event_once() {
    let events = written_events();
    let distinct: BTreeSet<_> = events.iter().collect();
    assert!(distinct.len() > 30, "{events:?}");
    assert_eq!(events.len(), distinct.len(), "an event stands in two rows: {events:?}");
}
