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
    let card = teller.feedback().await?;
    let room = teller.call_a_human().await?;
    teller.answer(room).await?;
    teller.close(room).await?;
    teller.ship(card).await
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

    /// Feedback, in a line; what is missing is asked for. Its card stands in
    /// the forum, where Leo backs it; the card comes back.
    async fn feedback(&self) -> anyhow::Result<u64> {
        let on = self.stage.scene.on_telegram;
        let world = self.stage.scene.telegram.world();
        self.screen.tell("Mia gives feedback: /feedback");
        self.customer_says("/feedback The lamp flickers below half brightness");
        let question = self.customer_sees("What is it?").await?;
        self.pause().await;
        world.press(on.group, question, on.mia, "Bug").map_err(|error| anyhow::anyhow!("{error}"))?;
        self.customer_sees("Saved #").await?;
        let forum = self.stage.scene.on_discord.feedback;
        let discord = self.stage.scene.discord.world();
        let post = discord.wait_for(|world| world.threads(forum).pop(), PATIENCE).await;
        // A post begins with the message that has its id.
        let card = post.context("no card was put up in Discord")?.id;
        self.staff_see(card, "below half brightness").await?;
        self.pause().await;
        self.screen.tell("Leo, a customer in Discord, has seen it too: he adds his voice on the card.");
        discord.press(card, self.stage.scene.on_discord.leo, "Add my voice")?;
        self.staff_see(card, "2 voices").await?;
        self.pause().await;
        Ok(card)
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
        self.screen.tell("Ana, of Acme's team, takes it on from Discord: /claim");
        world.run_command(room, on.ana, "claim", &[])?;
        self.customer_sees("Ana").await?;
        self.pause().await;
        Ok(room)
    }

    /// Words both ways.
    async fn answer(&self, room: u64) -> anyhow::Result<()> {
        let on = self.stage.scene.on_discord;
        let world = self.stage.scene.discord.world();
        let asked = self.staff_see(room, "still flickers").await?;
        self.stage.settle().await;
        self.screen.tell("Ana answers Mia's message: that goes out. What she just writes stays among staff.");
        world.say(room, on.ana, "Hi Mia! Which dimmer do you use?", Some(asked))?;
        let question = self.customer_sees("Which dimmer").await?;
        self.pause().await;
        self.customer_answers(question, "An old one, from before LEDs.");
        let told = self.staff_see(room, "from before LEDs").await?;
        self.stage.settle().await;
        self.pause().await;
        world.say(room, on.ana, "It's the dimmer, as last week.", None)?;
        self.pause().await;
        world.say(
            room,
            on.ana,
            "That's it: it needs a trailing-edge dimmer. We're sending you one.",
            Some(told),
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

    /// What was asked for is there: who asked for it hears so where they asked.
    async fn ship(&self, card: u64) -> anyhow::Result<()> {
        let (there, here) = (self.stage.scene.on_telegram, self.stage.scene.on_discord);
        self.screen.tell("Weeks later it ships, and Ana says so: /feedback status");
        let shipped = [
            ("number", "1"),
            ("status", "shipped"),
            ("note", "Version 2 of the lamp works with every dimmer."),
        ];
        self.stage.scene.discord.world().run_command(here.desk, here.ana, "feedback status", &shipped)?;
        self.customer_sees("has shipped").await?;
        self.pause().await;
        self.screen.tell("Mia says whether it does what she hoped, in private.");
        let world = self.stage.scene.telegram.world();
        let news =
            world.history(there.group).into_iter().rev().find(|shown| shown.text.contains("has shipped"));
        let buttons = news.into_iter().flat_map(|shown| shown.buttons.into_iter().flatten());
        let link = buttons.filter(|button| button.text == "👍 Yes").find_map(|button| button.url);
        let link = link.context("the news have no button that leads to the bot")?;
        let (_, payload) = link.split_once("start=").context("the button leads elsewhere")?;
        world.open_start_link(there.mia, payload)?;
        self.staff_see(card, "👍 1").await?;
        self.pause().await;
        Ok(())
    }
}
