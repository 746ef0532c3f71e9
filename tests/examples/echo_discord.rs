//! Says back on Discord what it hears, durably: the smallest bot against
//! anything that speaks Discord's API, for measuring.
//!
//! `DISCORD_API=http://127.0.0.1:8090 DISCORD_TOKEN=… STORE=folder cargo run
//! --release -p fireside-tests --example echo_discord`. It ends at Ctrl-C.

use std::env;
use std::sync::Arc;

use anyhow::Context;
use fireside_core::{Community, Decision, Engine, Feature, Ground, Message, Outcome, Turn};
use fireside_discord::{DiscordAdapter, DiscordOptions, PLATFORM};
use fireside_runtime::{Runtime, SystemClock};
use fireside_store::{SledOptions, SledStore};

struct Echo;

impl Feature for Echo {
    fn name(&self) -> &'static str {
        "echo"
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        turn.answer_public(message.text.clone());
        Ok(Outcome::Handled)
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let token = env::var("DISCORD_TOKEN").unwrap_or_else(|_| "token".to_owned());
    let api_url = env::var("DISCORD_API").context("DISCORD_API is the address to connect to")?;
    let folder = env::var("STORE").context("STORE is the store's folder")?;
    let discord = DiscordOptions {
        api_url: Some(api_url),
        calls_per_second: None,
        ..DiscordOptions::new(token.into(), Arc::new(SystemClock))
    };
    let runtime = Runtime::builder(Engine::builder().feature(Echo).build()?)
        .community(Community::new("echo", "Echo").ground(Ground::Platform(PLATFORM.into())))
        .store(Arc::new(SledStore::open(SledOptions::new(folder))?))
        .adapter(Arc::new(DiscordAdapter::new(discord)))
        .start()
        .await?;
    tokio::signal::ctrl_c().await?;
    runtime.stop().await;
    Ok(())
}
