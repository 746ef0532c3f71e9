//! Holds the traffic of both adapters, and of both simulators, against the
//! platforms' own specifications: `cargo run -p fireside-tests --example
//! conformance -- --shared ../shared`.
//!
//! The community bot, with a feature that shows one of each thing it can say,
//! plays in a furnished scene through recording proxies; validators then read
//! what was recorded, which is at least what `coverage.rs` lists. It fails on any finding that `explained.rs` doesn't give a
//! reason for, and on anything that should have been in the recording and isn't.

#![expect(clippy::print_stdout, reason = "its findings are what it is run for")]

mod brought;
mod coverage;
mod exhibit;
mod explained;
mod on_discord;
mod on_telegram;
mod people;
mod recording;
mod story;
mod verdict;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use fireside_community::scene::Reach;
use fireside_sim::{Clock, Scene, discord, scene::TELEGRAM_TOKEN, telegram};
use serde_json::Value;

use crate::recording::Proxy;
use crate::story::Story;
use crate::verdict::Validators;

/// Holds recorded traffic against the platforms' specifications.
#[derive(Debug, Parser)]
struct Arguments {
    /// The folder with `specs` and `tools`.
    #[arg(long, default_value = "../shared")]
    shared: PathBuf,
    /// A Python that has aiohttp, jsonschema and referencing.
    #[arg(long, default_value = "python3")]
    python: String,
    /// Where the recordings are left; nowhere if it isn't given.
    #[arg(long)]
    keep: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    let tools = arguments.shared.join("tools");
    if !tools.is_dir() {
        println!("not run: there are no specifications and validators in {}", arguments.shared.display());
        return Ok(ExitCode::SUCCESS);
    }
    let folder = tempfile::tempdir()?;
    let kept = arguments.keep.clone().unwrap_or_else(|| folder.path().to_owned());
    std::fs::create_dir_all(&kept)?;
    // Discord's files are linked to where the bot finds Discord: behind the proxy.
    let told = recording::free_address()?;
    let scene = furnished(told).await?;
    let proxy = Proxy { python: &arguments.python, tools: &tools };
    let on_telegram =
        proxy.record(scene.telegram.url(), recording::free_address()?, kept.join("telegram.jsonl")).await?;
    let on_discord = proxy.record(scene.discord.url(), told, kept.join("discord.jsonl")).await?;
    let reach = Reach {
        telegram_url: on_telegram.url(),
        discord_url: on_discord.url(),
        hears_members: true,
        ..Reach::of(&scene)
    };
    let webhook = proxy.door(kept.join("webhook.jsonl")).await?;
    let interactions = proxy.door(kept.join("interactions.jsonl")).await?;
    let bots_folder = folder.path().join("store");
    let story =
        Story { scene: &scene, reach, webhook: &webhook, interactions: &interactions, folder: &bots_folder };
    let told = story.tell().await;
    scene.stop().await;
    told?;
    let (updates, interactions) = (webhook.recording.rows()?, interactions.recording.rows()?);
    let mut telegram = on_telegram.rows()?;
    telegram.extend(brought::updates(&updates));
    let mut discord = on_discord.rows()?;
    discord.extend(brought::interactions(&interactions));
    discord.extend(brought::answers(&interactions));
    println!("by webhook: {} updates; by endpoint: {} interactions", updates.len(), interactions.len());
    let scratch = folder.path();
    judge(Validators { python: &arguments.python, shared: &arguments.shared, scratch }, &telegram, &discord)
}

async fn furnished(told: SocketAddr) -> std::io::Result<Scene> {
    let clock = Clock::running();
    let telegram = telegram::Options {
        token: TELEGRAM_TOKEN.to_owned(),
        clock: clock.clone(),
        ..telegram::Options::default()
    };
    let discord = discord::Options {
        clock,
        limits: discord::Limits::unlimited(),
        heartbeat_interval_ms: 2_000,
        told_address: Some(told.to_string()),
        ..discord::Options::default()
    };
    Scene::start_with(telegram, discord).await
}

fn judge(validators: Validators<'_>, telegram: &[Value], discord: &[Value]) -> anyhow::Result<ExitCode> {
    let verdicts =
        [validators.telegram(telegram)?, validators.discord(discord)?, validators.gateway(discord)?];
    let mut unexplained = 0;
    for verdict in &verdicts {
        verdict.print();
        unexplained += verdict.unexplained().count();
    }
    let missing = [coverage::missing_on_telegram(telegram), coverage::missing_on_discord(discord)].concat();
    for what in &missing {
        println!("  NOT SEEN  {what}");
    }
    println!("\n{unexplained} findings without a reason, {} things not seen", missing.len());
    Ok(if unexplained == 0 && missing.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
