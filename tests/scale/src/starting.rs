//! From the start of the process to the first answer, with the index there and
//! without it.

use std::path::Path;
use std::time::{Duration, Instant};

use fireside_core::{Invocation, OptionValue};

use crate::bot::{Bot, index_in};
use crate::measured::{self, megabytes, millis};

/// How often it is looked how far the index is.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Starts the bot without its index, and waits until it is made anew.
pub(crate) async fn without_index(folder: &Path, began: Instant) -> anyhow::Result<()> {
    match std::fs::remove_dir_all(index_in(folder)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let bot = Bot::start(folder).await?;
    answered(&bot, "start to first answer, without the index", began).await?;
    let (making, mut slowest, mut answers) = (Instant::now(), Duration::ZERO, 0);
    let mut of = 0;
    while let Some(progress) = bot.runtime.indexing() {
        of = progress.of.max(of);
        let reply = bot.staff(show()).await?;
        slowest = slowest.max(reply.took);
        answers += 1;
        tokio::time::sleep(LOOK_EVERY).await;
    }
    let (took, slowest) = (making.elapsed().as_secs_f64(), millis(slowest));
    measured::said("the index made anew, behind the running bot", format_args!("{took:.1} s, {of} items"));
    let slow = format_args!("{slowest:.1} ms, of {answers}").to_string();
    measured::said("slowest answer meanwhile", slow);
    bot.runtime.stop().await;
    measured::said("peak memory, mapped files included", megabytes(measured::peak_kib()));
    Ok(())
}

/// Starts the bot with everything there.
pub(crate) async fn with_index(folder: &Path, began: Instant) -> anyhow::Result<()> {
    let bot = Bot::start(folder).await?;
    measured::said("start, until the runtime is up", format_args!("{:.0} ms", millis(began.elapsed())));
    answered(&bot, "start to first answer, with the index", began).await?;
    measured::said("memory then", megabytes(measured::memory_kib()));
    bot.runtime.stop().await;
    Ok(())
}

async fn answered(bot: &Bot, what: &str, began: Instant) -> anyhow::Result<()> {
    bot.staff(show()).await?;
    measured::said(what, format_args!("{:.0} ms", millis(began.elapsed())));
    Ok(())
}

fn show() -> Invocation {
    Invocation::of("feedback").subcommand("show").given("number", OptionValue::Integer(7))
}
