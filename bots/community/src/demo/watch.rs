//! Watches both simulators and shows what becomes visible there.

use std::collections::HashMap;
use std::time::Duration;

use super::screen::{Screen, Side};
use super::stage::Stage;

/// How often the rooms are looked at.
const EVERY: Duration = Duration::from_millis(40);

/// Shows what is said, edited and opened, until it is dropped.
pub(super) async fn watch(stage: &Stage, screen: Screen) {
    let mut shown = Shown { screen, seen: HashMap::new(), fresh: Vec::new() };
    loop {
        shown.look(stage);
        shown.show_fresh();
        tokio::time::sleep(EVERY).await;
    }
}

struct Shown {
    screen: Screen,
    /// What every message that was shown said.
    seen: HashMap<String, String>,
    /// What this look found.
    fresh: Vec<Fresh>,
}

/// Something that became visible since the last look.
struct Fresh {
    side: Side,
    who: String,
    words: String,
    from_bot: bool,
}

impl Shown {
    fn look(&mut self, stage: &Stage) {
        let (telegram, discord) = (stage.scene.telegram.world(), stage.scene.discord.world());
        let (on_telegram, on_discord) = (stage.scene.on_telegram, stage.scene.on_discord);
        for message in telegram.history(on_telegram.group) {
            let labels = message.buttons.iter().flatten().map(|button| button.text.as_str());
            let words = with_buttons(&message.text, labels);
            let id = format!("t{}", message.message_id);
            self.note(
                id,
                Fresh { side: Side::Telegram, who: message.from, words, from_bot: message.from_bot },
            );
        }
        let rooms = discord.threads(on_discord.desk).into_iter().chain(discord.threads(on_discord.feedback));
        let channels = std::iter::once((on_discord.desk, String::new()))
            .chain(rooms.map(|room| (room.id, format!(" in «{}»", room.name))));
        for (channel, place) in channels {
            for message in discord.history(channel) {
                let labels = message.buttons.iter().map(|button| button.label.as_str());
                let words = with_buttons(&unmarked(&message.text), labels);
                let who = format!("{}{place}", message.author_name);
                // People's words may be shown under their own name; the bot says those, too.
                let people = [on_discord.ana, on_discord.ben, on_discord.leo];
                let from_bot = !people.contains(&message.author);
                self.note(format!("d{}", message.id), Fresh { side: Side::Discord, who, words, from_bot });
            }
        }
        for (user, name) in [(on_discord.ana, "Ana"), (on_discord.ben, "Ben"), (on_discord.leo, "Leo")] {
            for message in discord.private_messages(user) {
                let who = format!("{} (only {name} sees it)", message.author_name);
                let words = unmarked(&message.text);
                self.note(
                    format!("p{}", message.id),
                    Fresh { side: Side::Discord, who, words, from_bot: true },
                );
            }
        }
    }

    /// Notes what a message says, if that is new.
    fn note(&mut self, id: String, mut fresh: Fresh) {
        if fresh.words.trim().is_empty() {
            return;
        }
        match self.seen.insert(id, fresh.words.clone()) {
            None => self.fresh.push(fresh),
            Some(before) if before != fresh.words => {
                fresh.who.push_str(", edited");
                self.fresh.push(fresh);
            }
            Some(_) => {}
        }
    }

    /// Shows what is new: people before the bot, since it answers them.
    fn show_fresh(&mut self) {
        self.fresh.sort_by_key(|fresh| fresh.from_bot);
        for Fresh { side, who, words, .. } in self.fresh.drain(..) {
            self.screen.said(side, &who, &words);
        }
    }
}

/// Markdown as a reader sees it: without marks and escapes, links as their text.
fn unmarked(markdown: &str) -> String {
    let mut shown = String::new();
    let mut chars = markdown.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => shown.extend(chars.next()),
            '*' | '[' => {}
            ']' if chars.as_str().starts_with("(<") => {
                chars.by_ref().find(|c| *c == '>');
                chars.next();
            }
            _ => shown.push(c),
        }
    }
    shown
}

fn with_buttons<'a>(text: &str, labels: impl Iterator<Item = &'a str>) -> String {
    let labels: Vec<_> = labels.map(|label| format!("[{label}]")).collect();
    if labels.is_empty() { text.to_owned() } else { format!("{text}\n{}", labels.join(" ")) }
}
