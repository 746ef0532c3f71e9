//! After the story: the person at the terminal goes on as the customer or as staff.

use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};

use super::screen::Screen;
use super::stage::Stage;
use crate::wiring;

const INVITATION: &str = "Now you. `mia: …` speaks as the customer in Telegram, `ana: …` as staff in the newest \
                          room in Discord. Try `mia: /human …`, `ana: /claim`, `ana: /reply …`, `ana: /close`. An \
                          empty line ends.";

/// Reads lines until there is none or it is empty.
pub(super) async fn go_on(stage: &Stage, screen: &Screen) -> anyhow::Result<()> {
    screen.tell(INVITATION);
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Some(line) = lines.next_line().await?.filter(|line| !line.trim().is_empty()) {
        if let Err(why) = act(stage, line.trim()) {
            screen.tell(&why);
        }
    }
    stage.settle().await;
    // One more look of the watcher.
    tokio::time::sleep(Duration::from_millis(100)).await;
    screen.tell(&summary(stage));
    Ok(())
}

fn act(stage: &Stage, line: &str) -> Result<(), String> {
    match line.split_once(':').map(|(who, words)| (who.trim(), words.trim())) {
        Some(("mia", words)) => {
            let on = stage.scene.on_telegram;
            let world = stage.scene.telegram.world();
            // The bot hears what answers it: Mia answers its last message.
            let last = world.history(on.group).into_iter().rev().find(|shown| shown.from_bot);
            let answered = last.map(|shown| shown.message_id).filter(|_| !words.starts_with('/'));
            world.say_in(on.group, None, on.mia, words, answered);
            Ok(())
        }
        Some(("ana", words)) => staff_act(stage, words),
        _ => Err("Begin with `mia:` or `ana:`, or end with an empty line.".to_owned()),
    }
}

/// Staff speak or run a command in the newest room, else in the team's channel.
fn staff_act(stage: &Stage, words: &str) -> Result<(), String> {
    let on = stage.scene.on_discord;
    let world = stage.scene.discord.world();
    let place = world.threads(on.desk).pop().map_or(on.desk, |room| room.id);
    let Some(command) = words.strip_prefix('/') else {
        return world.say(place, on.ana, words, None).map(drop).map_err(|refused| refused.to_string());
    };
    let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
    let engine = wiring::engine().map_err(|error| error.to_string())?;
    let specs = engine.command_specs("en");
    let spec =
        specs.iter().find(|spec| spec.name() == name).ok_or_else(|| format!("There is no /{name}."))?;
    let (part, rest) = spec.command.addressed(rest, |_| true);
    let path = if spec.command.subcommands.is_empty() { name } else { &format!("{name} {}", part.name) };
    let given: Vec<_> = part.parse(rest).into_iter().map(|(name, value)| (name, value.to_string())).collect();
    let given: Vec<_> = given.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    world.run_command(place, on.ana, path, &given).map(drop).map_err(|refused| refused.to_string())
}

fn summary(stage: &Stage) -> String {
    let stats = stage.runtime.stats();
    format!(
        "{} updates taken in, {} commits, {} messages delivered, {} not deliverable. Good bye.",
        stats.received, stats.committed, stats.delivered, stats.undeliverable
    )
}
