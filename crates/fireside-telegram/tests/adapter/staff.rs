//! Who may act as staff.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::{Event, EventKind};
use fireside_telegram::TelegramOptions;
use fireside_testkit::adapter::{Contents, FakeInbox};

use crate::bench::{ANA, Bench, FORUM};

const BEN: i64 = 8;

#[tokio::test]
async fn an_administrator_of_the_staff_chat_holds_its_role_there() {
    let bench = Bench::start().await;
    bench.world.add_user(BEN, "Ben");
    bench.world.promote(FORUM, BEN);
    bench.world.say(FORUM, BEN, "/join");
    bench.world.say(FORUM, ANA, "/join");
    bench.world.say(BEN, BEN, "/join");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let commands = inbox.wait_for(|contents| {
        let commands =
            contents.events.iter().filter(|event| matches!(event.kind, fireside_core::EventKind::Command(_)));
        let commands: Vec<_> = commands.cloned().collect();
        (commands.len() == 3).then_some(commands)
    });
    let roles: Vec<_> = commands
        .await
        .into_iter()
        .map(|event| event.actor.authority.map(|authority| authority.roles.len()))
        .collect();
    assert_eq!(roles, [Some(1), Some(0), None]);
    assert_eq!(bench.world.calls("getChatAdministrators").len(), 1);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_role_that_was_taken_away_is_gone_within_twenty_seconds() {
    let bench = Bench::start().await;
    bench.world.add_user(BEN, "Ben");
    bench.world.promote(FORUM, BEN);
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.say(FORUM, BEN, "first");
    let words = |contents: &Contents, count: usize| {
        let said: Vec<_> = contents.events.iter().filter(|event| event.words().is_some()).cloned().collect();
        (said.len() == count).then_some(said)
    };
    let said = inbox.wait_for(|contents| words(contents, 1)).await;
    assert_eq!(said[0].actor.authority.as_ref().map(|authority| authority.roles.len()), Some(1));
    bench.world.demote(FORUM, BEN);
    bench.world.clock().advance(Duration::from_secs(21));
    bench.world.say(FORUM, BEN, "second");
    let said = inbox.wait_for(|contents| words(contents, 2)).await;
    assert_eq!(said[1].actor.authority.as_ref().map(|authority| authority.roles.len()), Some(0));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn an_administrator_who_changes_their_words_holds_the_role_still() {
    let bench = Bench::start().await;
    bench.world.add_user(BEN, "Ben");
    bench.world.promote(FORUM, BEN);
    let said = bench.world.say(FORUM, BEN, "helo");
    bench.world.edit(FORUM, said, "hello").expect("it is changed");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let edited = inbox.event(|kind| matches!(kind, fireside_core::EventKind::Edited(_))).await;
    assert_eq!(edited.actor.authority.map(|authority| authority.roles.len()), Some(1));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn of_what_staff_do_among_customers_their_reactions_alone_are_staffs() {
    const GROUP: i64 = -1_009_876_543_210;
    let bench = Bench::with(|options| TelegramOptions {
        groups: vec![GROUP],
        staff_of: [(GROUP, FORUM)].into(),
        ..options
    })
    .await;
    let world = &bench.world;
    world.add_supergroup(GROUP, "Customers", false);
    world.add_user(BEN, "Ben");
    world.promote(GROUP, world.bot_id());
    world.promote(FORUM, BEN);
    world.promote(GROUP, ANA);
    let said = world.say(GROUP, ANA, "the lid sticks");
    world.say(GROUP, BEN, "/feedback");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    // Telegram tells of reactions once it was asked for them.
    inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    for user in [BEN, ANA] {
        world.react(GROUP, said, user, "✍").expect("it is put there");
    }
    let is_asked = |kind: &EventKind| matches!(kind, EventKind::Command(_) | EventKind::Reaction(_));
    let events = inbox.wait_for(|contents| {
        let events: Vec<_> = contents.events.iter().filter(|event| is_asked(&event.kind)).cloned().collect();
        (events.len() == 3).then_some(events)
    });
    let roles = |event: Event| event.actor.authority.map(|authority| authority.roles.len());
    let roles: Vec<_> = events.await.into_iter().map(roles).collect();
    assert_eq!(roles, [None, Some(1), Some(0)], "who administers the group is not staff by that");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}
