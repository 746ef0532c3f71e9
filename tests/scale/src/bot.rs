//! The bot as it runs, on an invented platform that answers at once.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use fireside_core::event::{Press, ReplyHandle, Submission};
use fireside_core::key::{Key, KeyPath};
use fireside_core::ports::{Batch, Store, Write};
use fireside_core::record::{self, Record};
use fireside_core::{
    Actor, Answer, Answers, Clock, CommunityId, Engine, EventKind, Invocation, Outgoing, Place,
};
use fireside_feedback::FeedbackFeature;
use fireside_runtime::{Runtime, SystemClock};
use fireside_search::TantivySearch;
use fireside_store::{SledOptions, SledStore};
use fireside_testkit::fake_adapter::FakeAdapter;
use fireside_testkit::fake_feature::event;
use fireside_testkit::script::NORTH;

use crate::counting_store::CountingStore;
use crate::town;

/// How long the platform waits for an answer.
const ANSWER_WITHIN: Duration = Duration::from_mins(15);
/// How often it is looked whether the bot rests.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// What came of something somebody did.
#[derive(Debug)]
pub(crate) struct Reply {
    /// What they got.
    pub(crate) content: Outgoing,
    /// How long they waited for it.
    pub(crate) took: Duration,
    /// How long of that the commit took.
    pub(crate) committing: Duration,
}

/// The bot, with its store and its index.
#[derive(Debug)]
pub(crate) struct Bot {
    pub(crate) runtime: Runtime,
    pub(crate) adapter: Arc<FakeAdapter>,
    pub(crate) store: Arc<CountingStore>,
    pub(crate) search: TantivySearch,
    pub(crate) community: CommunityId,
    events: AtomicU64,
}

/// The folder of the index in a store's folder.
pub(crate) fn index_in(folder: &Path) -> std::path::PathBuf {
    folder.join("index")
}

impl Bot {
    /// Starts it on the store in a folder.
    pub(crate) async fn start(folder: &Path) -> anyhow::Result<Self> {
        let engine = Engine::builder()
            .feature(FeedbackFeature)
            .phrases("en", include_str!("../../../config/locales/en.ftl"))
            .build()?;
        let store = Arc::new(CountingStore::new(SledStore::open(SledOptions::new(folder))?));
        let search = TantivySearch::open(index_in(folder))?;
        let adapter = Arc::new(FakeAdapter::new(NORTH));
        let community = town::community();
        let id = community.id.clone();
        let runtime = Runtime::builder(engine)
            .store(Arc::clone(&store) as Arc<dyn Store>)
            .search(Arc::new(search.clone()))
            .adapter(Arc::clone(&adapter) as Arc<_>)
            .community(community)
            .start()
            .await?;
        Ok(Self { runtime, adapter, store, search, community: id, events: AtomicU64::new(0) })
    }

    /// Somebody does something, and waits for the answer.
    pub(crate) async fn ask(&self, actor: &Actor, place: &Place, kind: EventKind) -> anyhow::Result<Reply> {
        // Marks of an earlier run are in the store.
        let id = format!("{}-{}", std::process::id(), self.events.fetch_add(1, Ordering::Relaxed));
        let now = SystemClock.now();
        let (respond_by, expires_at) = (now + ANSWER_WITHIN, now + ANSWER_WITHIN);
        let reply = Some(ReplyHandle { respond_by, expires_at, opens_forms: false });
        let event = fireside_core::Event { at: now, reply, ..event(&id, actor, place, kind) };
        let began = Instant::now();
        let answer = self.adapter.push(event).await?.await?;
        let took = began.elapsed();
        let committing = self.store.decided(&id);
        match answer {
            Some(Answer::Say { content, .. }) => Ok(Reply { content: *content, took, committing }),
            other => anyhow::bail!("no words came back: {other:?}"),
        }
    }

    /// Staff run a subcommand of `/feedback`.
    pub(crate) async fn staff(&self, invocation: Invocation) -> anyhow::Result<Reply> {
        self.ask(&town::staff(), &town::place(0), EventKind::Command(invocation)).await
    }

    /// Somebody sends the form in.
    pub(crate) async fn submit(
        &self,
        actor: &Actor,
        place: &Place,
        answers: Answers,
    ) -> anyhow::Result<Reply> {
        let submission = Submission { token: "feedback".to_owned(), answers };
        self.ask(actor, place, EventKind::Submit(submission)).await
    }

    /// Staff press the button that stands for an action.
    pub(crate) async fn press(&self, data: String) -> anyhow::Result<Reply> {
        self.ask(&town::staff(), &town::place(0), EventKind::Press(Press { data, message: None })).await
    }

    /// The record at a path.
    pub(crate) async fn record<R: Record>(&self, path: &impl KeyPath) -> anyhow::Result<R> {
        let key = Key::new(&self.community, R::COLLECTION, path);
        let found = Store::get(self.store.as_ref(), &[key]).await?.into_iter().next().flatten();
        Ok(record::decode(&found.context("there is no such record")?.value)?)
    }

    /// Keeps a record beneath the bot's hands.
    pub(crate) async fn put<R: Record>(&self, path: &str, kept: &R) -> anyhow::Result<()> {
        let rows = record::rows(&self.community, path, kept)?;
        let writes = rows.into_iter().map(|(key, value)| Write::Put(key, value)).collect();
        Ok(self.store.commit(Batch { writes, ..Batch::default() }).await?)
    }

    /// Resolves when nothing is under way any more.
    pub(crate) async fn rest(&self) {
        while !self.runtime.is_idle() {
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}
