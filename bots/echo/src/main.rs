//! Says back what it hears: `TELEGRAM_TOKEN=… cargo run -p echo`.
use fireside_core::{Community, Decision, Engine, Feature, Ground, Message, Outcome, Turn};
use fireside_runtime::{Runtime, SystemClock};
use fireside_telegram::{PLATFORM, TelegramAdapter, TelegramOptions};
use std::sync::Arc;
#[cfg(test)]
mod tests;

struct Echo;

impl Feature for Echo {
    fn name(&self) -> &'static str {
        "echo"
    }
    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        turn.answer_public(message.text.clone().tame());
        Ok(Outcome::Handled)
    }
}
#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = TelegramOptions::new(std::env::var("TELEGRAM_TOKEN")?.into(), Arc::new(SystemClock));
    let echo = Community::new("echo", "Echo").ground(Ground::Platform(PLATFORM.into()));
    let bot = Runtime::builder(Engine::builder().feature(Echo).build()?);
    let bot = bot.community(echo).adapter(Arc::new(TelegramAdapter::new(options)?)).start().await?;
    tokio::signal::ctrl_c().await?;
    bot.stop().await;
    Ok(())
}
