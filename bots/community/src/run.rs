//! `fireside run`: the bot, until it is told to stop.

use std::path::Path;
use std::sync::Arc;

use anyhow::bail;
use fireside_core::ports::Adapter;
use tokio_util::task::AbortOnDropHandle;
use tracing::{info, warn};

use crate::config;
use crate::index;
use crate::wiring::{self, Tokens};

pub(crate) async fn run(path: &Path, replay_set_aside: bool) -> anyhow::Result<()> {
    let config = config::read(path)?;
    let wrong = crate::check::problems(&config);
    if let Some(first) = wrong.first() {
        bail!("{}:{first} (`fireside check` tells more)", path.display());
    }
    let adapters = wiring::adapters(&config, Tokens::read(&config)?)?;
    let runtime = wiring::builder(&config, wiring::engine()?, &adapters)?.start().await?;
    if replay_set_aside {
        let count = runtime.replay_quarantined().await?;
        info!(count, "what was set aside is decided again");
    }
    info!("running");
    // Beside the running bot: a setting that is wrong somewhere stops nothing elsewhere.
    let _checking = AbortOnDropHandle::new(tokio::spawn(warn_of_settings(adapters)));
    tokio::select! {
        never = index::show(&runtime) => match never {},
        () = told_to_stop() => {
            info!("stopping");
            runtime.stop().await;
            Ok(())
        }
        () = runtime.ended() => {
            let notices = runtime.notices();
            runtime.stop().await;
            bail!("it can't go on: {}", notices.last().map_or_else(
                || "the store failed; see the log".to_owned(),
                |notice| format!("{notice}"),
            ));
        }
    }
}

async fn warn_of_settings(adapters: Vec<Arc<dyn Adapter>>) {
    for adapter in adapters {
        for what in adapter.check().await {
            warn!(platform = %adapter.platform(), what, "a setting does not fit the platform");
        }
    }
}

/// Resolves at Ctrl-C or, where there is such a thing, SIGTERM.
pub(crate) async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
