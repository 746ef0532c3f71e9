//! Proving the settings, and the menus.

use std::sync::Arc;

use fireside_core::ports::{Adapter, AdapterError, Notice};
use fireside_core::{Command, CommandSpec};
use fireside_telegram::{TelegramAdapter, TelegramOptions};
use fireside_testkit::adapter::FakeInbox;

use crate::bench::{Bench, FORUM};

#[tokio::test]
async fn a_right_token_connects() {
    let bench = Bench::start().await;
    assert_eq!(bench.adapter.username(), Some("fireside_bot"));
}

#[tokio::test]
async fn an_unreachable_server_names_its_setting_and_keeps_the_token_secret() {
    struct Epoch;
    impl fireside_core::Clock for Epoch {
        fn now(&self) -> fireside_core::Timestamp {
            fireside_core::Timestamp::default()
        }
    }
    let free = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = free.local_addr().expect("an address");
    drop(free);
    let mut options = TelegramOptions::new("42:secret".into(), Arc::new(Epoch));
    options.api_url = Some(format!("http://{address}"));
    let adapter = TelegramAdapter::new(options).expect("the options can be right");
    let error = adapter.connect().await.expect_err("nobody is there");
    assert!(matches!(&error, AdapterError::Later { what } if what.contains("`telegram.api_url`")));
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[tokio::test]
async fn a_webhook_is_removed_and_told_of() {
    let bench = Bench::unconnected().await;
    let url = format!("{}/bot42:test-token/setWebhook?url=https://example.org/hook", bench.server.url());
    assert!(reqwest::get(url).await.expect("an answer").status().is_success());
    bench.adapter.connect().await.expect("it connects");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let Notice::Trouble { what, .. } = inbox.notice().await else { panic!("another notice") };
    assert!(what.contains("webhook"), "{what}");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn staff_commands_are_in_the_staff_chats_menu_alone() {
    let bench = Bench::start().await;
    let spec = |command: Command| CommandSpec::from(command);
    let human = spec(Command::new("human", "Ask for a person"));
    let close = spec(Command::new("close", "").staff());
    bench.adapter.register(&[human, close]).await.expect("they are registered");
    let menus = bench.world.commands();
    let names = |scope: &str| {
        let found = menus.iter().find(|(name, _)| name.starts_with(scope)).expect("a menu").1;
        found.iter().map(|entry| entry.command.clone()).collect::<Vec<_>>()
    };
    assert_eq!(menus.len(), 2, "{menus:?}");
    let staff = menus.keys().find(|name| name.contains(&FORUM.to_string())).expect("the staff chat's");
    assert_eq!(names(staff), ["human", "close"]);
    let default = menus.keys().find(|name| *name != staff).expect("everybody's");
    assert_eq!(names(default), ["human"]);
}

#[tokio::test]
async fn a_forum_that_the_bot_administers_passes_the_check() {
    let bench = Bench::start().await;
    assert_eq!(bench.adapter.check().await, Vec::<String>::new());
}

#[tokio::test]
async fn a_staff_chat_the_bot_may_not_manage_or_was_removed_from_is_named() {
    let bench = Bench::start().await;
    bench.world.demote(FORUM, bench.world.bot_id());
    let found = bench.adapter.check().await;
    assert!(found.len() == 1 && found[0].contains("an administrator that may manage topics"), "{found:?}");
    bench.world.kick(FORUM, bench.world.bot_id());
    let named =
        format!("`telegram.staff_group`: the bot is not in {FORUM}: add it to the group, or correct the id");
    assert_eq!(bench.adapter.check().await, [named]);
}

#[tokio::test]
async fn a_group_that_moved_is_named_with_its_new_id() {
    const OLD: i64 = -55;
    const NEW: i64 = -1_000_000_000_055;
    let bench = Bench::serving(vec![OLD]).await;
    bench.world.add_group(OLD, "Customers");
    assert_eq!(bench.adapter.check().await, Vec::<String>::new());
    bench.world.migrate(OLD, NEW, false);
    let found = bench.adapter.check().await;
    let named = format!("`telegram.groups`: {OLD} has become the supergroup {NEW}");
    assert!(found.len() == 1 && found[0].starts_with(&named), "{found:?}");
}
