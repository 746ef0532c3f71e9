//! `fireside demo`: the story, told by the real bot on simulated platforms.
//!
//! Both simulators and the bot run on loopback, through the real adapters; the
//! store is in a temporary folder. Nothing here is needed to run the bot.

mod interactive;
mod replay;
mod screen;
mod stage;
mod story;
mod watch;

use std::path::PathBuf;

use clap::Args;

use self::stage::Stage;

/// What the demo is asked to show.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Play a chat log instead of the story: one JSON object a line with `ts`,
    /// `user` and `text`, plain or gzipped.
    #[arg(long, value_name = "FILE")]
    replay: Option<PathBuf>,
    /// Of a chat log, play at most this many messages.
    #[arg(long, value_name = "COUNT", requires = "replay")]
    limit: Option<usize>,
    /// How much faster than at reading pace the story is told; 0 tells it at once.
    #[arg(long, value_name = "TIMES", default_value_t = 1.0)]
    speed: f32,
}

pub(crate) async fn demo(options: Options) -> anyhow::Result<()> {
    let stage = Stage::set().await?;
    if let Some(log) = &options.replay {
        let replayed = replay::replay(&stage, log, options.limit).await;
        stage.clear().await;
        return replayed;
    }
    let screen = screen::Screen::new();
    screen.opening();
    let watching = watch::watch(&stage, screen.clone());
    let told = async {
        story::tell(&stage, &screen, options.speed).await?;
        interactive::go_on(&stage, &screen).await
    };
    let told = tokio::select! {
        told = told => told,
        () = watching => Ok(()),
        () = crate::run::told_to_stop() => Ok(()),
    };
    stage.clear().await;
    told
}
