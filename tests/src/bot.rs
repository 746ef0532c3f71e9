//! The bot of the end-to-end tests.

use std::path::Path;
use std::time::Duration;

use fireside_community::Home;
use fireside_community::scene::Reach;
use fireside_core::Engine;
use fireside_runtime::{Runtime, StartError};
use fireside_sim::Scene;

/// How long a test waits for what must happen.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The bot, running in a scene.
#[derive(Debug)]
pub struct Bot {
    /// The runtime inside.
    pub runtime: Runtime,
}

impl Bot {
    /// Starts a bot of these features with both adapters and its store in `folder`.
    ///
    /// # Errors
    /// When a platform refuses it.
    ///
    /// # Panics
    /// When there can be no store in `folder`.
    pub async fn start(
        scene: &Scene,
        reach: &Reach,
        home: Home,
        folder: &Path,
        engine: Engine,
    ) -> Result<Self, StartError> {
        let builder = fireside_community::scene::builder_reaching(scene, reach, home, folder, engine);
        let builder = builder.expect("the folder is the test's own");
        Ok(Self { runtime: builder.start().await? })
    }

    /// Stops the bot in an orderly way.
    pub async fn stop(self) {
        self.runtime.stop().await;
    }
}

/// The community bot's features and sentences.
///
/// # Panics
/// When the features don't fit together.
pub fn engine() -> Engine {
    fireside_community::engine().expect("each name is there once")
}
