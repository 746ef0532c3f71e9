//! The written table against the code.

use std::collections::BTreeSet;

use crate::telegram::methods;

const WRITTEN: &str = include_str!("../../../../../docs/simulators.md");

#[test]
fn the_written_table_names_every_method_once_and_no_other() {
    let (_, after) = WRITTEN.split_once("### Telegram's methods\n").expect("the section is there");
    let (section, _) = after.split_once("\n### ").expect("another section follows");
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let cells = rows.filter_map(|row| row.split(" |").next());
    let written: Vec<&str> =
        cells.flat_map(|cell| cell.split(", ")).map(|name| name.trim_matches('`')).collect();
    let known: BTreeSet<&str> = methods::names().collect();
    let distinct: BTreeSet<&str> = written.iter().copied().collect();
    assert_eq!(distinct, known);
    assert_eq!(written.len(), distinct.len(), "a method stands in two rows");
}
