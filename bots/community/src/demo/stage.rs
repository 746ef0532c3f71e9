//! The stage: both simulators, furnished, and the bot on them.

use std::time::Duration;

use anyhow::Context;
use fireside_runtime::Runtime;
use fireside_sim::{Clock, Scene};
use tempfile::TempDir;

use crate::config::Home;
use crate::wiring;

/// How long what was said last may take to show.
const SETTLING: Duration = Duration::from_secs(5);

pub(super) struct Stage {
    pub(super) scene: Scene,
    pub(super) runtime: Runtime,
    /// Goes away, with the store in it, when the stage is cleared.
    _folder: TempDir,
}

impl Stage {
    pub(super) async fn set() -> anyhow::Result<Self> {
        let scene =
            Scene::start(Clock::running()).await.context("no port on 127.0.0.1 can be listened on")?;
        let folder = tempfile::tempdir().context("no temporary folder can be made")?;
        let store = folder.path().join("store");
        let builder = crate::scene::builder(&scene, Home::Discord, &store, wiring::engine()?)?;
        let runtime = builder.start().await?;
        Ok(Self { scene, runtime, _folder: folder })
    }

    /// Waits until the bot has nothing under way, at most [`SETTLING`].
    pub(super) async fn settle(&self) {
        let idle = async {
            let telegram = self.scene.telegram.world();
            while telegram.pending_updates() > 0 || !self.runtime.is_idle() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let _ = tokio::time::timeout(SETTLING, idle).await;
    }

    pub(super) async fn clear(self) {
        self.runtime.stop().await;
        self.scene.stop().await;
    }
}
