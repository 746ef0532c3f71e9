//! A simulated Bot API for any SDK: `cargo run -p fireside-sim --example telegram -- 8081`.
//!
//! It prints its address and the bot's token; `/control` on the same port sets
//! up chats and acts as their people.

#![expect(clippy::print_stdout, reason = "the address is what a person starts this for")]

use fireside_sim::telegram::{Options, Server};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(0);
    let options = Options { port, ..Options::default() };
    let token = options.token.clone();
    let server = Server::start(options).await?;
    println!("{} token={token}", server.url());
    tokio::signal::ctrl_c().await?;
    server.stop().await;
    Ok(())
}
