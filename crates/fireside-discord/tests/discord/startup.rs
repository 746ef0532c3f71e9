//! What a person reads when a setting is wrong, and what Discord is told at the start.

use fireside_core::ports::{Adapter, AdapterError};
use fireside_discord::{DiscordAdapter, DiscordOptions};
use fireside_sim::Fault;
use fireside_sim::discord::permissions;

use crate::stage::{Stage, simulated};

async fn stopped(options: DiscordOptions) -> String {
    match DiscordAdapter::new(options).connect().await {
        Err(AdapterError::Stop { what }) => what,
        other => panic!("it should stop, not end with {other:?}"),
    }
}

#[tokio::test]
async fn an_address_nobody_answers_at_is_named() {
    let stage = Stage::dark(simulated()).await;
    let options = DiscordOptions { api_url: Some("http://127.0.0.1:1".to_owned()), ..stage.options.clone() };
    let what = stopped(options).await;
    assert!(what.contains("discord.api_url") && what.contains("http://127.0.0.1:1"), "{what}");
}

#[tokio::test]
async fn a_guild_without_the_bot_is_named() {
    let stage = Stage::dark(simulated()).await;
    stage.world.kick_bot(stage.guild);
    let what = stopped(stage.options.clone()).await;
    assert!(what.contains(&stage.guild.to_string()) && what.contains("discord.guild"), "{what}");
}

#[tokio::test]
async fn a_staff_channel_that_is_not_there_is_named() {
    let stage = Stage::dark(simulated()).await;
    let what = stopped(DiscordOptions { staff_channels: vec![12_345], ..stage.options.clone() }).await;
    assert!(what.contains("12345") && what.contains("discord.staff_channel"), "{what}");
}

#[tokio::test]
async fn settings_that_fit_pass_the_check() {
    let stage = Stage::dark(simulated()).await;
    let team = stage.world.add_role(stage.guild, "team", 0);
    let desk = stage.world.add_private_channel(stage.guild, "desk", &[team]);
    let options =
        DiscordOptions { staff_channels: vec![desk], staff_roles: vec![team], ..stage.options.clone() };
    let adapter = DiscordAdapter::new(options);
    adapter.connect().await.expect("it connects");
    assert_eq!(adapter.check().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_role_of_no_guild_is_named() {
    let stage = Stage::dark(simulated()).await;
    let elsewhere = stage.world.add_guild("Elsewhere", stage.ana);
    let role = stage.world.add_role(elsewhere, "team", 0);
    let adapter = DiscordAdapter::new(DiscordOptions { staff_roles: vec![role], ..stage.options.clone() });
    adapter.connect().await.expect("it connects");
    let named = format!("`discord.staff_roles`: {role} is no role of the guild {}", stage.guild);
    let found = adapter.check().await;
    assert!(found.len() == 1 && found[0].starts_with(&named), "{found:?}");
}

#[tokio::test]
async fn a_permission_that_the_bot_lacks_in_a_staff_channel_is_named() {
    let stage = Stage::dark(simulated()).await;
    let modest = permissions::BOT_DEFAULT & !permissions::MANAGE_THREADS;
    let guild = stage.world.add_guild_where_bot_may("Modest", stage.ana, modest);
    let desk = stage.world.add_channel(guild, "desk");
    let options = DiscordOptions { guilds: vec![guild], staff_channels: vec![desk], ..stage.options.clone() };
    let adapter = DiscordAdapter::new(options);
    adapter.connect().await.expect("it connects");
    let lacks = format!(
        "`discord.staff_channel`: the bot lacks a permission in channel {desk}: give its role \
         Manage Threads there"
    );
    assert_eq!(adapter.check().await, [lacks]);
}

#[tokio::test]
async fn roles_that_cannot_be_read_are_no_wrong_roles() {
    let stage = Stage::dark(simulated()).await;
    let adapter = DiscordAdapter::new(DiscordOptions { staff_roles: vec![7], ..stage.options.clone() });
    adapter.connect().await.expect("it connects");
    stage.world.inject("/roles", Fault::ServerError { status: 502, html: true });
    let found = adapter.check().await;
    assert!(found.len() == 1 && found[0].contains("can't be read"), "{found:?}");
}

#[tokio::test]
async fn commands_are_registered_in_the_guild() {
    let stage = Stage::lit(simulated()).await;
    let commands = stage.world.commands(Some(stage.guild));
    let mut names: Vec<_> = commands.iter().filter_map(|command| command["name"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["feedback", "join", "status"]);
}
