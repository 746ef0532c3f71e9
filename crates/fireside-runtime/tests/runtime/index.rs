//! The search index has what the store has, a moment later, whatever happens.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::Outcome;
use fireside_core::key::Key;
use fireside_core::ports::{Batch, Document, Order, Query, Search, Store, Write};
use fireside_core::record::{Record, Searchable};
use fireside_core::turn::effects::Manner;
use fireside_core::{Turn, Voice};
use fireside_runtime::{Progress, Runtime};
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::fake_search::FakeSearch;
use serde::{Deserialize, Serialize};

use crate::stage::{COMMUNITY, Stage, ana, log, square};

#[derive(Serialize, Deserialize)]
struct Note {
    words: String,
}

impl Record for Note {
    const COLLECTION: &'static str = "note";

    fn document(&self) -> Option<Document> {
        let is_draft = self.words.starts_with("draft");
        (!is_draft).then(|| Document { title: self.words.clone(), ..Document::default() })
    }
}

/// Keeps what is said as the account's note, counts it, and says in [`log`]
/// what is like the words after a question mark.
fn notes() -> FakeFeature {
    FakeFeature::default().searching(Searchable::of::<Note>(Some("note"))).on_message(|turn, message| {
        let words = message.text.to_plain();
        match words.split_once(' ') {
            Some(("?", asked)) => say_what_is_like(turn, asked)?,
            Some(("delete", number)) => turn.delete::<Note>(number)?,
            Some((number, words)) => {
                turn.next_number("note")?;
                turn.put(number, &Note { words: words.to_owned() })?;
            }
            None => {}
        }
        Ok(Outcome::Handled)
    })
}

fn say_what_is_like(turn: &mut Turn<'_>, asked: &str) -> Result<(), fireside_core::turn::Interrupt> {
    let found = turn.search::<Note>(&Query::new(Order::Like(asked.to_owned()), 5))?;
    let mut words: Vec<_> = found.records.into_iter().map(|(note, _)| note.words).collect();
    words.extend(found.is_partial.then(|| "and maybe more".to_owned()));
    turn.send(log(), words.join(", "), Manner::of(Voice::Bot));
    Ok(())
}

impl Stage {
    async fn say(&self, words: &str) {
        self.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    }

    async fn like(&self, words: &str, once: &str) -> String {
        self.say(&format!("? {words}{once}")).await;
        self.north.deliveries.next_words().await
    }

    /// The store, and an index that knows nothing of it.
    fn with_index(self, search: Arc<FakeSearch>) -> Self {
        let Self { store, clock, options, .. } = self;
        Self { store, search, clock, options, ..Self::set() }
    }

    fn unindexed(&self) -> usize {
        self.store.count(COMMUNITY, "unindexed")
    }
}

/// Time is paused: it passes only while everything waits.
async fn idle(runtime: &Runtime) {
    while !runtime.is_idle() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_kept_is_found_and_what_is_gone_is_not() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    stage.say("1 dark mode").await;
    stage.say("2 darker mode").await;
    idle(&runtime).await;
    assert_eq!(stage.like("dark mode", "").await, "dark mode, darker mode");
    stage.say("delete 1").await;
    idle(&runtime).await;
    assert_eq!(stage.like("dark mode", "?").await, "darker mode");
    stage.say("2 draft of a dark mode").await;
    idle(&runtime).await;
    assert_eq!(stage.like("dark mode", "??").await, "");
    assert_eq!(stage.unindexed(), 0);
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn an_index_is_made_from_a_store_it_does_not_know() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    for number in 0..600 {
        stage.say(&format!("{number} dark mode")).await;
    }
    runtime.stop().await;

    let stage = stage.with_index(Arc::default());
    stage.search.hold();
    let runtime = stage.start(notes()).await;
    stage.search.waiting().await;
    assert_eq!(runtime.indexing(), Some(Progress { done: 600, of: 600 }));
    assert!(!runtime.is_idle());
    assert!(stage.like("dark mode", "").await.ends_with("and maybe more"));
    stage.search.release();
    idle(&runtime).await;
    assert_eq!(runtime.indexing(), None);
    assert!(!stage.like("dark mode", "?").await.ends_with("and maybe more"));
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn an_index_that_follows_its_store_is_not_made_again() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    stage.say("1 dark mode").await;
    idle(&runtime).await;
    let origin = stage.search.origin(&COMMUNITY.into());
    runtime.stop().await;
    assert!(origin.is_some());

    let search = Arc::clone(&stage.search);
    let stage = stage.with_index(search);
    let runtime = stage.start(notes()).await;
    assert_eq!(runtime.indexing(), None);
    assert_eq!(stage.like("dark mode", "").await, "dark mode");
    assert_eq!(stage.search.origin(&COMMUNITY.into()), origin);
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn an_index_of_an_earlier_state_is_made_again() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    stage.say("1 dark mode").await;
    idle(&runtime).await;
    runtime.stop().await;
    let earlier = Arc::clone(&stage.search);

    let stage = stage.with_index(Arc::default());
    let runtime = stage.start(notes()).await;
    stage.say("1 a crash").await;
    idle(&runtime).await;
    runtime.stop().await;

    let stage = stage.with_index(earlier);
    let runtime = stage.start(notes()).await;
    idle(&runtime).await;
    assert_eq!(stage.like("dark mode", "").await, "");
    assert_eq!(stage.like("crash", "").await, "a crash");
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn what_a_crash_kept_from_the_index_is_found_after_it() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    idle(&runtime).await;
    stage.search.fail(true);
    stage.say("1 dark mode").await;
    assert_eq!(stage.unindexed(), 1);
    runtime.stop().await;

    stage.search.fail(false);
    let search = Arc::clone(&stage.search);
    let stage = stage.with_index(search);
    let runtime = stage.start(notes()).await;
    assert_eq!(runtime.indexing(), None);
    idle(&runtime).await;
    assert_eq!(stage.like("dark mode", "").await, "dark mode");
    assert_eq!(stage.unindexed(), 0);
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn where_nobody_knows_what_the_index_lacks_it_is_made_again() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    stage.say("1 dark mode").await;
    idle(&runtime).await;
    let origin = stage.search.origin(&COMMUNITY.into());
    runtime.stop().await;
    let row = Key::new(&COMMUNITY.into(), "unindexed", "damaged");
    let writes = vec![Write::Put(row, b"?".to_vec())];
    stage.store.commit(Batch { writes, ..Batch::default() }).await.unwrap();

    let search = Arc::clone(&stage.search);
    let stage = stage.with_index(search);
    let runtime = stage.start(notes()).await;
    assert!(runtime.indexing().is_some());
    idle(&runtime).await;
    assert_ne!(stage.search.origin(&COMMUNITY.into()), origin);
    assert_eq!(stage.unindexed(), 0);
    assert_eq!(stage.like("dark mode", "").await, "dark mode");
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn an_index_that_was_not_made_to_its_end_is_made_again() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    stage.say("1 dark mode").await;
    runtime.stop().await;

    let stage = stage.with_index(Arc::default());
    stage.search.hold();
    let runtime = stage.start(notes()).await;
    stage.search.waiting().await;
    runtime.stop().await;

    // It forgets what was never flushed.
    let half = Arc::<FakeSearch>::default();
    let origin = stage.search.origin(&COMMUNITY.into()).unwrap();
    half.reset(&COMMUNITY.into(), &origin).await.unwrap();
    let stage = stage.with_index(half);
    let runtime = stage.start(notes()).await;
    idle(&runtime).await;
    assert_eq!(stage.like("dark mode", "").await, "dark mode");
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn what_changes_while_the_index_is_made_wins() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    stage.say("1 dark mode").await;
    runtime.stop().await;

    let stage = stage.with_index(Arc::default());
    stage.search.hold();
    let runtime = stage.start(notes()).await;
    stage.search.waiting().await;
    stage.say("1 a crash").await;
    stage.search.release();
    idle(&runtime).await;
    assert_eq!(stage.like("crash", "").await, "a crash");
    assert_eq!(stage.like("dark mode", "").await, "");
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn an_index_that_fails_keeps_nobody_from_speaking() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    idle(&runtime).await;
    stage.search.fail(true);
    stage.say("1 dark mode").await;
    assert_eq!(stage.like("dark mode", "").await, "and maybe more");
    assert!(!runtime.is_idle());
    stage.search.fail(false);
    idle(&runtime).await;
    assert_eq!(stage.like("dark mode", "?").await, "dark mode");
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn many_changes_are_flushed_together() {
    let stage = Stage::set();
    let runtime = stage.start(notes()).await;
    idle(&runtime).await;
    stage.search.hold();
    stage.say("1 first").await;
    stage.search.waiting().await;
    for number in 0..100 {
        stage.say(&format!("2 version {number}")).await;
    }
    assert_eq!(stage.unindexed(), 101);
    stage.search.release();
    idle(&runtime).await;
    assert_eq!(stage.unindexed(), 0);
    assert_eq!(stage.like("version 99", "").await, "version 99");
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_bot_that_searches_nothing_keeps_no_index() {
    let stage = Stage::set();
    let runtime = stage.start(crate::stage::echo()).await;
    stage.say("hello").await;
    assert_eq!(stage.north.deliveries.next_words().await, "hello");
    runtime.stop().await;
    assert_eq!(stage.search.origin(&COMMUNITY.into()), None);
    assert_eq!(stage.store.count(COMMUNITY, "index") + stage.unindexed(), 0);
}
