//! Talk in many cases at once: how long words take, each way.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context, ensure};
use fireside_sim::telegram::{EventKind, World};
use tokio::time::Instant;

use crate::report::spread;
use crate::town::Town;
use crate::{Load, probe};

/// How often a batch of messages is said.
const TICK: Duration = Duration::from_millis(5);
/// How long what is under way may take after the last message.
const REST_MAX: Duration = Duration::from_secs(10);
/// What Discord's ids count milliseconds from.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

/// Plays it, and says what came of it.
pub(crate) async fn measure(load: &Load) -> anyhow::Result<String> {
    let town = Town::build(load.cases, false).await?;
    let before = town.bot.usage();
    let start = Instant::now();
    let end = start + Duration::from_secs(load.secs);
    let probes = probe::start(&town.scene, end);
    let listening = tokio::spawn(listen(town.scene.telegram.world(), end + REST_MAX, load.each_way()));
    let said = talk(&town, load, end).await?;
    let took = start.elapsed();
    let back = listening.await?;
    let all = |_: &fireside_sim::discord::World| {
        (heard_on_discord(&town, &said.customers).len() >= said.customers.len()).then_some(())
    };
    town.scene
        .discord
        .world()
        .wait_for(all, REST_MAX)
        .await
        .context("not all of the customers' words arrive")?;
    let floors = probes.await??;
    let used = town.bot.usage().since(before);
    let there = heard_on_discord(&town, &said.customers);
    let back: Vec<_> =
        said.staff.iter().filter_map(|(words, at)| Some(back.get(words)?.duration_since(*at))).collect();
    let (asked, answered) = (said.customers.len(), said.staff.len());
    ensure!(there.len() == asked, "{} of {asked} customers' words arrived", there.len());
    ensure!(back.len() == answered, "{} of {answered} staff's words arrived", back.len());
    let messages = u32::try_from(asked + answered)?;
    let report = format!(
        "{} cases, {:.0} messages/s in\n  customer → staff  {}\n  staff → customer  {}\n  \
         Discord's answer  {}\n  Telegram's answer {}\n  bot: {:.0} us CPU a message, {} MB at most",
        load.cases,
        f64::from(messages) / took.as_secs_f64(),
        spread(there),
        spread(back),
        spread(floors.discord),
        spread(floors.telegram),
        used.cpu.as_secs_f64() * 1e6 / f64::from(messages),
        used.rss_peak_kib / 1024,
    );
    town.clear().await?;
    Ok(report)
}

/// What was said, and when: customers' by Discord's clock, whose ids tell it.
#[derive(Default)]
struct Said {
    customers: HashMap<String, u64>,
    staff: Vec<(String, Instant)>,
}

/// Says so much until `end`, in every case by turns.
async fn talk(town: &Town, load: &Load, end: Instant) -> anyhow::Result<Said> {
    let (telegram, discord) = (town.scene.telegram.world(), town.scene.discord.world());
    let ana = town.scene.on_discord.ana;
    let mut said = Said::default();
    let mut ticks = tokio::time::interval(TICK);
    let start = Instant::now();
    let mut cases = town.cases.iter().cycle();
    while Instant::now() < end {
        ticks.tick().await;
        let due = usize::try_from(start.elapsed().as_micros() * u128::from(load.rate) / 2_000_000)?;
        while said.staff.len() < due.min(load.each_way()) {
            let case = cases.next().context("there is a case")?;
            let words = format!("c{}", said.customers.len());
            said.customers.insert(words.clone(), discord.clock().now_ms());
            telegram.say(case.chat, case.chat, &words);
            let words = format!("s{}", said.staff.len());
            said.staff.push((words.clone(), Instant::now()));
            discord.say(case.room, ana, &words, None).context("staff may speak")?;
        }
    }
    Ok(said)
}

/// When each of staff's words came to its customer.
async fn listen(world: World, until: Instant, count: usize) -> HashMap<String, Instant> {
    let mut heard = HashMap::new();
    let mut seen = world.events(0).last().map_or(0, |event| event.seq);
    while Instant::now() < until && heard.len() < count {
        let events = world.next_events(seen, Duration::from_millis(200)).await;
        let Some(last) = events.last() else { continue };
        seen = last.seq;
        let now = Instant::now();
        for event in events.iter().filter(|it| it.kind == EventKind::Sent && it.message.from_bot) {
            let words = event.message.text.rsplit_once('s').map(|(_, number)| format!("s{number}"));
            heard.extend(words.map(|words| (words, now)));
        }
    }
    heard
}

/// How long each of the customers' words took to its room.
fn heard_on_discord(town: &Town, said: &HashMap<String, u64>) -> Vec<Duration> {
    let discord = town.scene.discord.world();
    let history = town.cases.iter().flat_map(|case| discord.history(case.room));
    history
        .flat_map(|shown| {
            let at = (shown.id >> 22) + DISCORD_EPOCH_MS;
            let lines: Vec<_> =
                shown.text.split_whitespace().filter_map(|word| said.get(word)).copied().collect();
            lines.into_iter().map(move |since| Duration::from_millis(at.saturating_sub(since)))
        })
        .collect()
}
