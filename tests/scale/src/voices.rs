//! What a voice costs.

use std::time::Duration;

use anyhow::ensure;
use fireside_core::record::Record;
use fireside_core::{EventKind, Invocation, OptionValue};
use fireside_feedback::{Feedback, Voice};

use crate::bot::Bot;
use crate::counting_store::Commit;
use crate::measured::{self, Times};
use crate::town;
use crate::writing::Writer;

const VOICES: u64 = 1_000;
/// Longer than cards rest between two changes.
const CARDS_REST: Duration = Duration::from_millis(2_500);

/// `/voice` by a thousand people, half of them for one and the same item.
pub(crate) async fn measure(bot: &Bot, items: u64) -> anyhow::Result<()> {
    measured::heading("a voice");
    let mut writer = Writer::new(4);
    let mut times = Times::default();
    bot.rest().await;
    bot.store.take();
    bot.adapter.deliveries.so_far().await;
    for index in 0..VOICES {
        let number = if index % 2 == 0 { items / 2 } else { 1 + writer.number(items) };
        let number = OptionValue::Integer(i64::try_from(number)?);
        let voice = Invocation::of("voice").given("number", number);
        let (actor, place) = (town::newcomer(1_000_000 + index), town::place(index));
        let reply = bot.ask(&actor, &place, EventKind::Command(voice)).await?;
        times.add(reply.took);
    }
    times.print("`/voice`, until it is answered");
    tokio::time::sleep(CARDS_REST).await;
    bot.rest().await;
    print(&bot.store.take())?;
    let delivered = bot.adapter.deliveries.so_far().await.len();
    measured::said("changes of cards, their rooms and tags that were sent", delivered);
    Ok(())
}

fn print(commits: &[Commit]) -> anyhow::Result<()> {
    let given: Vec<_> = commits.iter().filter(|commit| commit.wrote(Voice::COLLECTION)).collect();
    let rows: usize = given.iter().map(|commit| commit.rows).sum();
    ensure!(given.iter().all(|commit| commit.is_durable), "a voice was not on disk");
    measured::said("voices given", VOICES);
    measured::said("commits with a voice", format_args!("{} (rows: {rows})", given.len()));
    let others = || commits.iter().filter(|commit| !commit.wrote(Voice::COLLECTION));
    let refreshed = others().filter(|commit| commit.wrote(Feedback::COLLECTION)).count();
    let durable = others().filter(|commit| commit.is_durable).count();
    let lazy = others().filter(|commit| !commit.is_durable).count();
    measured::said("commits that bring a card up to date", refreshed);
    measured::said(
        "all other commits than the voices', durable and lazy",
        format_args!("{durable} and {lazy}"),
    );
    Ok(())
}
