//! Faults of places: what people and platforms do to the rooms of a case.

use fireside_sim::discord::permissions::MANAGE_THREADS;
use fireside_sim::{discord, telegram};
use fireside_tests::{Home, PATIENCE, Stage};

/// Row 18.
#[tokio::test]
async fn a_topic_that_somebody_closed_is_opened_for_what_the_customer_says() {
    let stage = Stage::set(Home::Telegram).await;
    let there = stage.there;
    let case = stage.call_from_lounge("hello").await;
    stage.telegram.close_topic(there.staff_group, case.thread, there.ana, true);
    stage.discord.say(stage.here.lounge, stage.here.leo, "are you there?", None).expect("may speak");
    stage.in_topic(case.thread, "are you there?").await;
    let is_open = |world: &telegram::World| {
        let topics = world.topics(there.staff_group);
        topics.iter().any(|topic| topic.thread == case.thread && !topic.closed).then_some(())
    };
    stage.telegram.wait_for(PATIENCE, is_open).await.expect("it is open again");
    assert_eq!(stage.telegram.topics(there.staff_group).len(), 1, "no other is opened");
    stage.clear().await;
}

/// Row 19.
#[tokio::test]
async fn a_customers_words_are_not_left_in_general() {
    let stage = Stage::set(Home::Telegram).await;
    let group = stage.there.staff_group;
    let case = stage.call_from_lounge("hello").await;
    stage.telegram.delete_topic(group, case.thread);
    stage.telegram.let_gone_topics_lead_to_general();
    stage.discord.say(stage.here.lounge, stage.here.leo, "for staff alone", None).expect("may speak");
    let renewed =
        |world: &telegram::World| world.topics(group).into_iter().find(|topic| topic.thread != case.thread);
    let topic = stage.telegram.wait_for(PATIENCE, renewed).await.expect("another topic is opened");
    stage.in_topic(topic.thread, "for staff alone").await;
    let general = stage.telegram.thread_history(group, None);
    let left = general.iter().filter(|shown| !shown.deleted && shown.text.contains("for staff alone"));
    assert_eq!(left.count(), 0, "{general:#?}");
    stage.clear().await;
}

/// Row 31.
#[tokio::test]
async fn an_archived_or_locked_thread_is_opened_for_what_the_customer_says() {
    for is_locked in [false, true] {
        let stage = Stage::set(Home::Discord).await;
        let (group, mia) = (stage.there.group, stage.there.mia);
        let case = stage.call_from_group("hello").await;
        let (desk, ana) = (stage.here.desk, stage.here.ana);
        stage.discord.set_overwrite(desk, ana, true, MANAGE_THREADS, 0).expect("it is a channel");
        stage.discord.lock_thread(case.room, ana, is_locked).expect("may manage threads");
        stage.discord.archive_thread(case.room, ana, true).expect("may manage threads");
        stage.telegram.say_in(group, None, mia, "are you there?", Some(case.called));
        stage.in_channel(case.room, "are you there?").await;
        let opened = |world: &discord::World| {
            world.thread(case.room).filter(|thread| !thread.is_archived && !thread.is_locked)
        };
        stage.discord.wait_for(opened, PATIENCE).await.expect("it is open again");
        assert_eq!(stage.discord.threads(desk).len(), 1, "no other is opened");
        stage.clear().await;
    }
}
