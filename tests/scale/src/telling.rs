//! A status that changes, with ten thousand voices in forty places.

use std::time::{Duration, Instant};

use fireside_core::{Invocation, OptionValue};
use fireside_feedback::{Announcement, FeedbackNumber};

use crate::bot::Bot;
use crate::filling::HOT;
use crate::measured::{self, Times, Watch, megabytes, millis};

/// How often the status changes.
const CHANGES: [&str; 4] = ["planned", "started", "under_review", "shipped"];
/// How often it is looked whether everybody was told.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Changes the status and waits until everybody was told.
pub(crate) async fn measure(bot: &Bot) -> anyhow::Result<()> {
    measured::heading("a status that changes, 10,000 voices in 40 places");
    let (mut answered, mut committed, mut told) = (Times::default(), Times::default(), Times::default());
    let mut lines = Vec::new();
    for status in CHANGES {
        bot.rest().await;
        bot.adapter.deliveries.so_far().await;
        bot.store.take();
        let before = measured::memory_kib();
        let watch = Watch::begin();
        let change = Invocation::of("feedback")
            .subcommand("status")
            .given("number", OptionValue::Integer(HOT.try_into()?))
            .given("status", OptionValue::Text(status.to_owned()));
        let began = Instant::now();
        let reply = bot.staff(change).await?;
        answered.add(reply.took);
        committed.add(reply.committing);
        let announcement = until_told(bot).await?;
        told.add(began.elapsed());
        let (most, after) = (watch.end(), measured::memory_kib());
        let largest = bot.store.take().iter().map(|commit| commit.rows).max().unwrap_or_default();
        let [before, most, after] = [before, most, after].map(megabytes);
        let messages = announcement.told;
        lines.push(format!(
            "{status}: {messages} messages; memory before {before}, at most {most}, after {after}; largest commit \
             {largest} rows; committed in {:.2} ms",
            millis(reply.committing)
        ));
    }
    answered.print("`/feedback status`, until it is answered");
    committed.print("  of that, the commit");
    told.print("until all 40 places were told");
    for line in lines {
        println!("{line}");
    }
    Ok(())
}

async fn until_told(bot: &Bot) -> anyhow::Result<Announcement> {
    loop {
        let announcement: Announcement = bot.record(&FeedbackNumber::new(HOT)).await?;
        let stage = serde_json::to_value(announcement.stage)?;
        if stage == "done" && announcement.under_way == 0 {
            return Ok(announcement);
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
