//! The house rules that a machine can hold, each with the place that breaks it.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{Dependency, DependencyKind, Metadata, MetadataCommand, Package};

/// Who may import whom, of the workspace's own: bots import stores, adapters,
/// features and the runtime; all of these the core; and nobody a sibling.
const MAY_IMPORT: [(&str, &[&str]); 15] = [
    ("fireside-core", &[]),
    ("fireside-runtime", &["fireside-core"]),
    ("fireside-store", &["fireside-core"]),
    ("fireside-search", &["fireside-core"]),
    ("fireside-webhook", &["fireside-core"]),
    ("fireside-telegram", &["fireside-core"]),
    ("fireside-discord", &["fireside-core"]),
    ("fireside-feedback", &["fireside-core"]),
    ("fireside-handoff", &["fireside-core"]),
    ("fireside-sim", &[]),
    ("fireside-testkit", &["fireside-core"]),
    ("echo", &["fireside-core", "fireside-runtime", "fireside-telegram"]),
    (
        "fireside-scale",
        &[
            "fireside-core",
            "fireside-feedback",
            "fireside-runtime",
            "fireside-search",
            "fireside-store",
            "fireside-testkit",
        ],
    ),
    (
        "fireside",
        &[
            "fireside-core",
            "fireside-discord",
            "fireside-feedback",
            "fireside-handoff",
            "fireside-runtime",
            "fireside-search",
            "fireside-sim",
            "fireside-store",
            "fireside-telegram",
            "fireside-webhook",
        ],
    ),
    (
        "fireside-tests",
        &[
            "fireside",
            "fireside-core",
            "fireside-discord",
            "fireside-feedback",
            "fireside-handoff",
            "fireside-runtime",
            "fireside-search",
            "fireside-sim",
            "fireside-store",
            "fireside-telegram",
            "fireside-webhook",
        ],
    ),
];

/// What tests may import besides: the kit, and the platforms' stand-ins.
const TESTS_MAY_IMPORT: [&str; 2] = ["fireside-testkit", "fireside-sim"];

/// Those that decide without runtime, file, socket, clock or randomness.
const PURE: [&str; 3] = ["fireside-core", "fireside-feedback", "fireside-handoff"];

/// What would let them reach for one.
const IMPURE: [&str; 15] = [
    "tokio",
    "tokio-util",
    "async-std",
    "sled",
    "reqwest",
    "hyper",
    "axum",
    "serenity",
    "teloxide",
    "twilight-gateway",
    "rand",
    "getrandom",
    "uuid",
    "chrono",
    "time",
];

/// Where no platform is named.
const NEUTRAL: [&str; 4] = [
    "crates/fireside-core/src",
    "crates/fireside-feedback/src",
    "crates/fireside-handoff/src",
    "config/locales",
];

/// The longest file, in lines.
const FILE_LINES_MAX: usize = 500;

/// Tests that wait by the clock, each with its reason.
const MAY_SLEEP: [(&str, &str); 6] = [
    ("crates/fireside-runtime/tests/", "its time is paused: a sleep moves it"),
    ("crates/fireside-sim/src/", "the simulators are slow on demand"),
    ("crates/fireside-testkit/src/", "its fakes are slow on demand"),
    ("tests/examples/", "a measurement, no test"),
    ("tests/scale/", "a measurement, no test"),
    ("tests/tests/house.rs", "it looks for the word"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace is there")
}

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec().expect("cargo answers")
}

fn imports(package: &Package, kinds: &[DependencyKind]) -> BTreeSet<String> {
    let wanted = package.dependencies.iter().filter(|it| kinds.contains(&it.kind));
    wanted.map(|dependency| dependency.name.clone()).collect()
}

/// Every file below a folder of the repository whose name ends so.
fn files(below: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() && name != "target" && !name.to_string_lossy().starts_with('.') {
            found.extend(files(&path, ending));
        } else if path.is_file() && name.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Lines of files that `is_wrong` finds, as `path:line: text`.
fn wrong_lines(files: Vec<PathBuf>, is_wrong: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let root = root();
    let mut wrong = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("it is text");
        let shown = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| is_wrong(&shown, line)) {
            wrong.push(format!("{shown}:{}: {}", index + 1, line.trim()));
        }
    }
    wrong
}

#[test]
fn everybody_imports_only_whom_they_may() {
    let allowed: BTreeMap<_, _> = MAY_IMPORT.into_iter().collect();
    let mut wrong = Vec::new();
    for package in &metadata().packages {
        let name = package.name.as_str();
        let Some(allowed) = allowed.get(name) else {
            wrong.push(format!("{name} is not in the table of who may import whom"));
            continue;
        };
        let own = |kinds: &[DependencyKind]| {
            let all = imports(package, kinds);
            all.into_iter().filter(|name| name.starts_with("fireside")).collect::<Vec<_>>()
        };
        let built = own(&[DependencyKind::Normal, DependencyKind::Build]);
        let tested = own(&[DependencyKind::Development]);
        let is_wrong = |it: &&String| !allowed.contains(&it.as_str());
        wrong.extend(built.iter().filter(is_wrong).map(|it| format!("{name} imports {it}")));
        let is_wrong = |it: &&String| is_wrong(it) && !TESTS_MAY_IMPORT.contains(&it.as_str());
        wrong.extend(tested.iter().filter(is_wrong).map(|it| format!("{name}'s tests import {it}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_decides_can_reach_no_clock_file_socket_or_chance() {
    let mut wrong = Vec::new();
    for package in metadata().packages.iter().filter(|package| PURE.contains(&package.name.as_str())) {
        let all = imports(package, &[DependencyKind::Normal, DependencyKind::Build]);
        let impure = all.iter().filter(|name| IMPURE.contains(&name.as_str()));
        wrong.extend(impure.map(|name| format!("{} depends on {name}", package.name)));
        // Without its `std` this one knows calendars, and no clock.
        let calendar = package.dependencies.iter().filter(|it| it.name == "jiff");
        let has_clock =
            |it: &&Dependency| it.uses_default_features || it.features.iter().any(|it| it == "std");
        wrong.extend(calendar.filter(has_clock).map(|_| format!("{} can read the clock", package.name)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let sources = PURE.map(|name| root().join("crates").join(name).join("src"));
    let sources = sources.iter().flat_map(|source| files(source, ".rs")).collect();
    let reaches = ["std::fs", "std::net", "std::thread", "std::process", "SystemTime::now", "Instant::now"];
    let wrong = wrong_lines(sources, |_, line| reaches.iter().any(|reach| line.contains(reach)));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn neither_core_nor_features_nor_sentences_name_a_platform() {
    let all = NEUTRAL
        .iter()
        .flat_map(|folder| [files(&root().join(folder), ".rs"), { files(&root().join(folder), ".ftl") }]);
    let all: Vec<_> = all.flatten().collect();
    assert!(all.len() > 40, "the files are where they were: {}", all.len());
    let wrong = wrong_lines(all, |_, line| {
        let line = line.to_lowercase();
        ["discord", "telegram"].iter().any(|name| line.contains(name))
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_are_short_enough_to_read() {
    let long = |path: &PathBuf| {
        let lines = fs::read_to_string(path).expect("it is text").lines().count();
        (lines > FILE_LINES_MAX).then(|| format!("{}: {lines} lines", path.display()))
    };
    let all = files(&root(), ".rs");
    assert!(all.len() > 100, "the files are where they were: {}", all.len());
    let too_long: Vec<_> = all.iter().filter_map(long).collect();
    assert!(too_long.is_empty(), "{too_long:#?}");
}

#[test]
fn no_test_waits_by_the_clock() {
    let is_test = |path: &PathBuf| path.to_string_lossy().contains("/tests");
    let tests = files(&root(), ".rs").into_iter().filter(is_test).collect();
    let may = |path: &str| MAY_SLEEP.iter().any(|(allowed, _)| path.starts_with(allowed));
    let wrong = wrong_lines(tests, |path, line| line.contains("sleep(") && !may(path));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_member_keeps_the_workspaces_lints() {
    let mut without = Vec::new();
    for package in &metadata().packages {
        let manifest = fs::read_to_string(&package.manifest_path).expect("it is text");
        if !manifest.replace(' ', "").contains("[lints]\nworkspace=true") {
            without.push(package.manifest_path.to_string());
        }
    }
    assert!(without.is_empty(), "{without:#?}");
}

#[test]
fn the_smallest_bot_fits_on_a_page() {
    let main = fs::read_to_string(root().join("bots/echo/src/main.rs")).expect("it is there");
    let lines = main.lines().count();
    assert!(lines < 30, "{lines} lines");
}

#[test]
fn the_table_of_capabilities_is_what_the_adapters_declare() {
    let page = root().join("docs/capabilities.md");
    let written = fs::read_to_string(&page).expect("the table is there");
    assert!(
        written == fireside_tests::capability_table(),
        "write it anew: cargo run -p fireside-tests --example capabilities"
    );
}
