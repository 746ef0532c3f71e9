//! The stage: both simulators, furnished, and the bot on them.

use anyhow::Context;
use fireside_runtime::Runtime;
use fireside_sim::{Clock, Scene};
use tempfile::TempDir;

use crate::config::Home;
use crate::wiring;

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

    pub(super) async fn clear(self) {
        self.runtime.stop().await;
        self.scene.stop().await;
    }
}
