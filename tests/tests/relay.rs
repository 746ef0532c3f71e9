//! What is carried from one side to the other, and what never is.

use fireside_sim::discord::Call;
use fireside_tests::{Home, Stage};
use serde_json::{Value, json};

/// How many messages a loop of two bots would have made by then.
const ECHOES: usize = 1_000;

#[tokio::test]
async fn what_a_webhook_or_another_bot_says_in_a_room_is_not_relayed() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    let robot = stage.discord.add_bot_user("Robot");
    stage.discord.add_member(here.guild, robot);
    stage.discord.give_role(here.guild, robot, here.team).expect("a member");
    for echo in 0..ECHOES / 2 {
        stage.discord.say_as_webhook(case.room, "Ana", &format!("echo {echo}")).expect("there is a room");
        stage.discord.say(case.room, robot, &format!("echo {echo}"), None).expect("may speak");
    }
    stage.discord.say(case.room, here.ana, "after the echoes", None).expect("may speak");
    stage.in_group("after the echoes").await;
    assert_eq!(stage.times_in_chat(there.group, "echo "), 0, "nothing of it is relayed");
    let own = stage.discord.history(case.room).iter().filter(|it| it.author == stage.discord.bot()).count();
    assert!(own < 10, "nor answered: the bot said {own} things in the room");
    stage.clear().await;
}

#[tokio::test]
async fn what_a_webhook_or_another_bot_says_beside_a_customer_is_not_relayed() {
    let stage = Stage::set(Home::Telegram).await;
    let here = stage.here;
    let case = stage.call_from_lounge("hello").await;
    for echo in 0..ECHOES {
        stage.discord.say_as_webhook(here.lounge, "Leo", &format!("echo {echo}")).expect("a channel");
    }
    stage.discord.say(here.lounge, here.leo, "after the echoes", None).expect("may speak");
    stage.in_topic(case.thread, "after the echoes").await;
    let said = stage.texts_in_topic(case.thread);
    assert!(!said.iter().any(|text| text.contains("echo 1")), "{said:#?}");
    stage.clear().await;
}

#[tokio::test]
async fn notes_stay_among_staff() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    for note in ["// a note", "  // another note", "\u{200B}// a note behind nothing", "/clsoe a typing slip"]
    {
        stage.discord.say(case.room, here.ana, note, None).expect("may speak");
    }
    stage.discord.say(case.room, here.ana, "not a note // at all", None).expect("may speak");
    stage.in_group("not a note // at all").await;
    assert_eq!(stage.times_in_chat(stage.there.group, "a note"), 1);
    assert_eq!(stage.times_in_chat(stage.there.group, "another note"), 0);
    assert_eq!(stage.times_in_chat(stage.there.group, "typing slip"), 0);
    stage.in_channel(case.room, "Not sent: it begins like a command").await;
    stage.clear().await;
}

#[tokio::test]
async fn a_link_preview_is_no_edit() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    let link = "https://acme.example/manual";
    let said = stage.discord.say(case.room, here.ana, &format!("See {link}"), None).expect("may speak");
    let heard = stage.in_group(link).await;
    stage.discord.preview_link(case.room, said, link).expect("it is there");
    stage.discord.say(case.room, here.ana, "Did that help?", None).expect("may speak");
    stage.in_group("Did that help?").await;
    assert_eq!(stage.times_in_chat(stage.there.group, link), 1, "it is not said again");
    let heard = stage.telegram.message(stage.there.group, heard.message_id).expect("it is there");
    assert!(!heard.edited, "nor edited");
    stage.clear().await;
}

#[tokio::test]
async fn a_customer_neither_pings_nor_formats_anything_in_discord() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    stage.telegram.add_user(there.mia, "**Mia** @everyone");
    let nasty = format!(
        "@everyone @here <@{}> <@&{}> <#{}> **bold** [bank](https://evil.example) ```code",
        here.ana, here.team, here.desk
    );
    let said = stage.telegram.say(there.group, there.mia, &format!("/human {nasty}"));
    let called = stage.telegram.wait_for_text_after(there.group, said, "#1", fireside_tests::PATIENCE).await;
    let called = called.expect("answered").message_id;
    let room = stage.discord.wait_for(|world| world.threads(here.desk).pop(), fireside_tests::PATIENCE).await;
    let room = room.expect("a room is opened");
    stage.telegram.say_in(there.group, None, there.mia, &format!("{nasty} again"), Some(called));
    stage.in_channel(room.id, " again").await;
    stage.discord.run_command(room.id, here.ana, "claim", &[]).expect("registered");
    stage.in_group("Ana").await;
    stage.discord.run_command(room.id, here.ana, "close", &[]).expect("registered");
    stage.in_group("closed").await;

    let shown = [stage.discord.history(room.id), stage.discord.history(here.desk)].concat();
    assert!(shown.iter().filter(|message| message.text.contains("evil.example")).count() >= 3, "{shown:#?}");
    for message in shown {
        assert!(message.pings.is_empty() && message.pings_roles.is_empty(), "{message:#?}");
        assert!(!message.pings_everyone, "{message:#?}");
        let text = message.text.replace("\\*", "").replace("\\`", "").replace("\\[", "");
        assert!(!text.contains("**bold") && !text.contains("```") && !text.contains("[bank]("), "{text}");
        assert!(!text.contains("****Mia"), "a name formats nothing either: {text}");
    }
    every_word_says_whom_it_pings(&stage.discord.calls());
    stage.clear().await;
}

#[tokio::test]
async fn a_customer_formats_nothing_in_telegram() {
    let stage = Stage::set(Home::Telegram).await;
    let nasty = "<b>bold</b> </a> *stars* [bank](https://evil.example) `x`";
    let case = stage.call_from_lounge(nasty).await;
    stage.discord.say(stage.here.lounge, stage.here.leo, "<i>again</i>", None).expect("may speak");
    let relayed = stage.in_topic(case.thread, "again").await;
    assert!(relayed.text.contains("<i>again</i>"), "words are kept as they are: {}", relayed.text);
    let said = stage.telegram.thread_history(stage.there.staff_group, Some(case.thread));
    let customers =
        |shown: &&fireside_sim::telegram::Shown| shown.text.contains("bold") || shown.text.contains("again");
    let marked: Vec<_> = said
        .iter()
        .filter(customers)
        .flat_map(|shown| shown.entities.iter().map(|it| serde_json::to_value(it).expect("is JSON")))
        .map(|entity| entity["type"].clone())
        .collect();
    assert!(!marked.contains(&json!("text_link")) && !marked.contains(&json!("italic")), "{marked:?}");
    stage.clear().await;
}

/// Absent `allowed_mentions` let everybody be pinged, on an edit too.
fn every_word_says_whom_it_pings(calls: &[Call]) {
    let says = |call: &&Call| {
        let is_message = call.name.contains("/messages") && !call.name.contains("/threads");
        is_message && (call.name.starts_with("POST") || call.name.starts_with("PATCH"))
    };
    let said: Vec<_> = calls.iter().filter(says).collect();
    assert!(said.iter().any(|call| call.name.starts_with("PATCH")), "the card was edited: {said:#?}");
    for call in said {
        let allowed = &call.body["allowed_mentions"];
        assert_eq!(allowed["parse"], json!([]), "{call:#?}");
        let named = |kind: &str| allowed[kind].as_array().is_some_and(|named: &Vec<Value>| !named.is_empty());
        assert!(!named("users") && !named("roles"), "{call:#?}");
    }
}
