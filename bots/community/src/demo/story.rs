//! The story: a customer in a Telegram group, staff in Discord.

use std::time::Duration;

use anyhow::Context;

use super::screen::Screen;
use super::stage::Stage;

/// How long the story waits for something it is sure will happen.
const PATIENCE: Duration = Duration::from_secs(10);
/// The pause in which a person reads a line.
const PAUSE: Duration = Duration::from_millis(1200);

/// Tells the story.
pub(super) async fn tell(stage: &Stage, screen: &Screen, speed: f32) -> anyhow::Result<()> {
    let teller = Teller { stage, screen, speed };
    teller.talk().await?;
    teller.feedback().await?;
    let room = teller.call_a_human().await?;
    teller.answer(room).await?;
    teller.close(room).await
}

struct Teller<'a> {
    stage: &'a Stage,
    screen: &'a Screen,
    speed: f32,
}

impl Teller<'_> {
    async fn pause(&self) {
        if self.speed > 0.0 {
            tokio::time::sleep(PAUSE.div_f32(self.speed)).await;
        }
    }

    fn customer_says(&self, words: &str) -> i64 {
        let on = self.stage.scene.on_telegram;
        self.stage.scene.telegram.world().say(on.group, on.mia, words)
    }

    /// In a group the bot hears only what answers it: the customer replies.
    fn customer_answers(&self, message: i64, words: &str) {
        let on = self.stage.scene.on_telegram;
        self.stage.scene.telegram.world().say_in(on.group, None, on.mia, words, Some(message));
    }

    /// Waits until the customers' group shows something.
    async fn customer_sees(&self, words: &str) -> anyhow::Result<i64> {
        let group = self.stage.scene.on_telegram.group;
        let shown = self.stage.scene.telegram.world().wait_for_text(group, words, PATIENCE).await;
        Ok(shown.map_err(|error| anyhow::anyhow!("{error}"))?.message_id)
    }

    async fn staff_see(&self, channel: u64, words: &str) -> anyhow::Result<u64> {
        let shown = self.stage.scene.discord.world().wait_for_text(channel, words, PATIENCE).await;
        Ok(shown.with_context(|| format!("«{words}» never came to Discord"))?.id)
    }

    /// Customers talk among themselves; the bot listens.
    async fn talk(&self) -> anyhow::Result<()> {
        let on = self.stage.scene.on_telegram;
        self.screen.tell("Customers talk to each other. The bot listens and keeps out of it.");
        self.customer_says("My new lamp flickers when I dim it. Anybody else?");
        self.pause().await;
        self.stage.scene.telegram.world().say(on.group, on.tom, "Mine did too, until I changed the bulb.");
        self.pause().await;
        Ok(())
    }

    /// Feedback, asked for question by question because a group has no forms.
    async fn feedback(&self) -> anyhow::Result<()> {
        let on = self.stage.scene.on_telegram;
        let world = self.stage.scene.telegram.world();
        self.screen.tell("Mia gives feedback: /feedback");
        self.customer_says("/feedback");
        let question = self.customer_sees("What is your feedback about?").await?;
        self.pause().await;
        self.customer_answers(question, "The lamp flickers below half brightness");
        let question = self.customer_sees("category").await?;
        self.pause().await;
        world.press(on.group, question, on.mia, "Bug").map_err(|error| anyhow::anyhow!("{error}"))?;
        self.customer_sees("Saved #").await?;
        self.pause().await;
        Ok(())
    }

    /// Mia asks for a human; a card and a room appear in Discord.
    async fn call_a_human(&self) -> anyhow::Result<u64> {
        let on = self.stage.scene.on_discord;
        let world = self.stage.scene.discord.world();
        self.screen.tell("Mia asks for a human: /human");
        self.customer_says("/human I tried another bulb, it still flickers");
        let room = world.wait_for(|world| world.threads(on.desk).pop(), PATIENCE).await;
        let room = room.context("no room was opened in Discord")?.id;
        self.staff_see(room, "still flickers").await?;
        self.pause().await;
        self.screen.tell("Ana, of Acme's team, joins from Discord: /join");
        world.run_command(room, on.ana, "join", &[])?;
        self.customer_sees("Ana").await?;
        self.pause().await;
        Ok(room)
    }

    /// Words both ways.
    async fn answer(&self, room: u64) -> anyhow::Result<()> {
        let on = self.stage.scene.on_discord;
        let world = self.stage.scene.discord.world();
        world.say(room, on.ana, "Hi Mia! Which dimmer do you use?", None)?;
        let question = self.customer_sees("Which dimmer").await?;
        self.pause().await;
        self.customer_answers(question, "An old one, from before LEDs.");
        self.staff_see(room, "from before LEDs").await?;
        self.pause().await;
        world.say(room, on.ana, "// it's the dimmer, as last week", None)?;
        self.pause().await;
        world.say(
            room,
            on.ana,
            "That's it: it needs a trailing-edge dimmer. We're sending you one.",
            None,
        )?;
        let promise = self.customer_sees("trailing-edge").await?;
        self.pause().await;
        self.customer_answers(promise, "Wow, thank you!");
        self.staff_see(room, "thank you").await?;
        self.pause().await;
        Ok(())
    }

    async fn close(&self, room: u64) -> anyhow::Result<()> {
        let on = self.stage.scene.on_discord;
        self.screen.tell("Ana closes the case: /close");
        self.stage.scene.discord.world().run_command(room, on.ana, "close", &[])?;
        self.customer_sees("closed").await?;
        self.pause().await;
        Ok(())
    }
}
