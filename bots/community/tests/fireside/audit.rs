//! `fireside audit`: what staff did, read out of a store.

use std::fs;
use std::time::Duration;

use fireside_core::audit::AuditEntry;
use fireside_core::ports::{Batch, Store, Write};
use fireside_core::{Account, CommunityId, EventId, Place, Timestamp, record};
use fireside_store::{SledOptions, SledStore};
use serde_json::Value;
use tempfile::TempDir;

use crate::process::{Said, bare, ended};

/// 22 November 2026 at 22:00 in UTC, which is the day after in Tokyo at 7:00.
const BEGINNING_S: i64 = 1_795_384_800;

/// A store with entries of two communities, and a configuration that names it.
struct Kept {
    folder: TempDir,
}

impl Kept {
    /// Each entry is made an hour after the one before it.
    async fn with(entries: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let store = folder.path().join("store");
        let text = format!(
            "[store]\npath = \"{}\"\n\
             [[community]]\nid = \"acme\"\nname = \"Acme\"\nstaff_home = \"discord\"\n\
             [[community]]\nid = \"bright\"\nname = \"Bright\"\nstaff_home = \"discord\"\n\
             time_zone = \"Asia/Tokyo\"\n",
            store.display()
        );
        fs::write(folder.path().join("fireside.toml"), text).expect("the folder is the test's own");
        let store = SledStore::open(SledOptions::new(store)).expect("a new store");
        let mut at = Timestamp::from_secs(BEGINNING_S);
        for (community, what) in entries {
            let entry = entry(at, what);
            let path = AuditEntry::path(at, &EventId::new(format!("e{}", at.as_millis())), what);
            let rows = record::rows(&CommunityId::new(*community), &path, &entry).expect("it is JSON");
            let writes = rows.into_iter().map(|(key, value)| Write::Put(key, value)).collect();
            store.commit(Batch { writes, ..Batch::default() }).await.expect("it is kept");
            at = at + Duration::from_hours(1);
        }
        Self { folder }
    }

    async fn audit(&self, arguments: &[&str]) -> Said {
        let mut command = bare();
        command.arg("audit").arg("--config").arg(self.folder.path().join("fireside.toml"));
        command.args(arguments);
        ended(command).await
    }

    /// What was done, by community, in the order in which it is written.
    async fn done(&self, arguments: &[&str]) -> Vec<String> {
        let said = self.audit(arguments).await;
        assert!(said.succeeded, "{said:#?}");
        let rows =
            said.out.lines().map(|line| serde_json::from_str::<Value>(line).expect("each line is JSON"));
        let words = |value: &Value| value.as_str().expect("words").to_owned();
        rows.map(|row| format!("{} {}", words(&row["community"]), words(&row["what"]))).collect()
    }
}

fn entry(at: Timestamp, what: &str) -> AuditEntry {
    AuditEntry {
        at,
        account: Account::new("discord", "8"),
        name: "Sam \u{1B}[31m".to_owned(),
        place: Place::channel("discord", "2"),
        what: what.to_owned(),
        subject: "7".to_owned(),
        refused: what == "close",
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_entry_is_an_object_newest_first() {
    let kept = Kept::with(&[("acme", "claim"), ("bright", "join"), ("acme", "close")]).await;
    assert_eq!(kept.done(&[]).await, ["acme close", "acme claim", "bright join"]);
    let said = kept.audit(&["--community", "acme"]).await;
    let first: Value = serde_json::from_str(said.out.lines().last().expect("a line")).expect("JSON");
    let expected = serde_json::json!({
        "community": "acme",
        "at": "2026-11-22T22:00:00Z",
        "account": "discord:8",
        "name": "Sam \u{1B}[31m",
        "place": "discord:2",
        "what": "claim",
        "subject": "7",
    });
    assert_eq!(first, expected);
    assert!(said.out.contains("\"refused\":true"), "who was not let is told from who was");
    assert!(!said.out.contains('\u{1B}'), "nothing in it moves a terminal");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_begins_where_the_community_is() {
    let kept =
        Kept::with(&[("bright", "join"), ("acme", "claim"), ("acme", "note"), ("acme", "close")]).await;
    assert_eq!(kept.done(&["--since", "2026-11-23"]).await, ["acme close", "acme note", "bright join"]);
    assert_eq!(kept.done(&["--since", "2026-11-23T01:00:00Z"]).await, ["acme close"]);
    assert_eq!(kept.done(&["--since", "2026-11-24"]).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_not_be_meant_is_refused_with_what_can() {
    let kept = Kept::with(&[]).await;
    let said = kept.audit(&["--community", "nowhere"]).await;
    assert!(!said.succeeded && said.err.contains("use one of acme, bright"), "{said:#?}");
    let said = kept.audit(&["--since", "yesterday"]).await;
    assert!(!said.succeeded && said.err.contains("2026-11-22T14:30:00Z"), "{said:#?}");
    fs::remove_dir_all(kept.folder.path().join("store")).expect("the folder is the test's own");
    let said = kept.audit(&[]).await;
    assert!(!said.succeeded && said.err.contains("there is no store in"), "{said:#?}");
}
