//! A burst in one case: everything arrives, in order, within the platform's
//! limits, and memory stays flat.

use std::time::Duration;

use anyhow::{Context, ensure};
use fireside_sim::discord::World;
use tokio::time::Instant;

use crate::Load;
use crate::town::Town;

/// How often the bot's memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// Plays it, and says what came of it.
pub(crate) async fn measure(load: &Load) -> anyhow::Result<String> {
    let town = Town::build(1, true).await?;
    let case = *town.cases.first().context("there is a case")?;
    let (telegram, discord) = (town.scene.telegram.world(), town.scene.discord.world());
    let before = town.bot.usage();
    let posts_before = discord.history(case.room).len();
    let start = Instant::now();
    for index in 0..load.burst {
        telegram.say(case.chat, case.chat, &words_of(index));
    }
    let said = start.elapsed();
    let mut most = before.rss_kib;
    let deadline = start + load.patience();
    let mut looks = tokio::time::interval(LOOK_EVERY);
    let last = words_of(load.burst - 1);
    while arrived(&discord, case.room).last().is_none_or(|words| *words != last) {
        ensure!(
            Instant::now() < deadline,
            "{} of {} have arrived",
            arrived(&discord, case.room).len(),
            load.burst
        );
        looks.tick().await;
        most = most.max(town.bot.usage().rss_kib);
    }
    let took = start.elapsed();
    let expected: Vec<_> = (0..load.burst).map(words_of).collect();
    ensure!(arrived(&discord, case.room) == expected, "they are not in order, or not all there once");
    let posts = discord.history(case.room).len() - posts_before;
    let refused = discord.calls().iter().filter(|call| call.status == 429).count();
    let report = format!(
        "a burst of {} messages in one case, said in {:.1} s\n  in order in {posts} posts after {:.1} s, \
         {refused} refused as too many\n  memory {} MB before, {} MB at most",
        load.burst,
        said.as_secs_f64(),
        took.as_secs_f64(),
        before.rss_kib / 1024,
        most / 1024,
    );
    town.clear().await?;
    Ok(report)
}

fn words_of(index: usize) -> String {
    format!("message {index} of the burst")
}

/// The burst's messages that are shown in the room, in their order.
fn arrived(world: &World, room: u64) -> Vec<String> {
    let history = world.history(room);
    let lines = history.iter().flat_map(|shown| shown.text.lines());
    lines.map(str::trim).filter(|line| line.ends_with("of the burst")).map(str::to_owned).collect()
}
