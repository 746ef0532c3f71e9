//! A simulated Discord for any SDK: `cargo run -p fireside-sim --example discord -- 8090`.
//!
//! It prints its address, the bot's token and the ids to begin with; `/control` on
//! the same port sets up guilds and acts as their people.

#![expect(clippy::print_stdout, reason = "the address is what a person starts this for")]

use fireside_sim::discord::{Limits, Options, Server};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(0);
    let options = Options { port, limits: Limits::unlimited(), ..Options::default() };
    let token = options.token.clone();
    let server = Server::start(options).await?;
    let world = server.world();
    let owner = world.add_user("owner");
    let guild = world.add_guild("Example", owner);
    let channel = world.add_channel(guild, "general");
    println!("{} token={token} guild={guild} channel={channel} owner={owner}", server.url());
    tokio::signal::ctrl_c().await?;
    server.stop().await;
    Ok(())
}
