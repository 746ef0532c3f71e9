//! Both simulated platforms with one brand on them: customers, staff, a group,
//! a guild. `cargo run -p fireside-sim --example scene -- 8081 8090`.
//!
//! It prints a configuration for `fireside run` and the tokens to go with it.
//! `/control` on either port acts as the people and shows what they see.

#![expect(clippy::print_stdout, reason = "the configuration is what a person starts this for")]

use fireside_sim::{Scene, discord, telegram};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let mut ports = std::env::args().skip(1).map(|port| port.parse().unwrap_or(0));
    let telegram = telegram::Options {
        token: fireside_sim::scene::TELEGRAM_TOKEN.to_owned(),
        port: ports.next().unwrap_or(0),
        ..telegram::Options::default()
    };
    let discord = discord::Options { port: ports.next().unwrap_or(0), ..discord::Options::default() };
    let scene = Scene::start_with(telegram, discord).await?;
    println!("{}", configuration(&scene));
    tokio::signal::ctrl_c().await?;
    scene.stop().await;
    Ok(())
}

fn configuration(scene: &Scene) -> String {
    let (there, here) = (scene.on_telegram, scene.on_discord);
    format!(
        r#"# FIRESIDE_TELEGRAM_TOKEN={telegram_token}
# FIRESIDE_DISCORD_TOKEN={discord_token}
# On Telegram: Mia {mia}, Tom {tom}, staff Ana {ana_there}. On Discord: staff Ana {ana}, Ben {ben}; customer Leo {leo}.
# Everybody on Discord talks in the lounge, {lounge}. Ana works on Telegram in private with the bot.

[telegram]
api_url = "{telegram}"
limits = false

[discord]
api_url = "{discord}"

[[community]]
id = "acme"
name = "Acme"
staff_home = "discord"

[community.telegram]
groups = [{group}]
private_chats = true
staff_accounts = [{ana_there}]

[community.discord]
guild = {guild}
staff_channel = {desk}
feedback_channel = {feedback}
staff_roles = [{team}]
"#,
        telegram_token = fireside_sim::scene::TELEGRAM_TOKEN,
        discord_token = scene.discord_token,
        mia = there.mia,
        tom = there.tom,
        ana_there = there.ana,
        ana = here.ana,
        ben = here.ben,
        leo = here.leo,
        telegram = scene.telegram.url(),
        discord = scene.discord.url(),
        group = there.group,
        guild = here.guild,
        lounge = here.lounge,
        desk = here.desk,
        feedback = here.feedback,
        team = here.team,
    )
}
