//! Proving the settings, and the menus.

use std::collections::BTreeMap;
use std::sync::Arc;

use fireside_core::engine::Translation;
use fireside_core::ports::{Adapter, AdapterError, Notice};
use fireside_core::{Command, CommandSpec};
use fireside_sim::telegram::BotCommand;
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

/// What each menu holds, by its scope and language.
fn menus(bench: &Bench) -> BTreeMap<String, Vec<String>> {
    let commands = |menu: &[BotCommand]| menu.iter().map(|entry| entry.description.clone()).collect();
    bench.world.commands().iter().map(|(scope, menu)| (scope.clone(), commands(menu))).collect()
}

#[tokio::test]
async fn staff_commands_are_in_staffs_menus_alone() {
    const GROUP: i64 = -1_000_000_000_066;
    let bench = Bench::serving(vec![GROUP]).await;
    bench.world.add_supergroup(GROUP, "Customers", false);
    let human = CommandSpec::from(Command::new("human", "Ask for a person"));
    let close = CommandSpec::from(Command::new("close", "").staff());
    bench.adapter.register(&[human, close]).await.expect("they are registered");
    let everyone = vec!["Ask for a person".to_owned()];
    let staff = vec!["Ask for a person".to_owned(), "close".to_owned()];
    let expected = BTreeMap::from([
        ("/".to_owned(), everyone.clone()),
        ("all_private_chats/".to_owned(), everyone.clone()),
        ("all_group_chats/".to_owned(), everyone),
        (format!("chat {FORUM}/"), staff.clone()),
        (format!("chat_administrators {GROUP}/"), staff),
    ]);
    assert_eq!(menus(&bench), expected);
}

#[tokio::test]
async fn menus_are_in_every_language_telegram_knows() {
    let bench = Bench::start().await;
    let translated = |words: &str| Translation::from(Command::new("human", words));
    let mut human = CommandSpec::from(Command::new("human", "Ask for a person"));
    human.translations = BTreeMap::from([
        ("de".to_owned(), translated("Nach einem Menschen fragen")),
        ("fil".to_owned(), translated("Humingi ng tao")),
        ("pt-BR".to_owned(), translated("Pedir uma pessoa")),
    ]);
    bench.adapter.register(&[human]).await.expect("they are registered");
    let menus = menus(&bench);
    assert_eq!(menus["all_private_chats/de"], ["Nach einem Menschen fragen"]);
    assert_eq!(menus["all_private_chats/pt"], ["Pedir uma pessoa"]);
    assert_eq!(menus["/"], ["Ask for a person"]);
    assert_eq!(menus.keys().filter(|scope| scope.starts_with('/')).count(), 3);
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
    assert!(
        found.len() == 1
            && found[0].contains("an administrator that may manage topics, pin messages, delete messages"),
        "{found:?}"
    );
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
