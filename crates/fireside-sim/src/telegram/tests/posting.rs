//! People who send more than words, in Rust and over HTTP.

use super::control::{get, post};
use super::*;
use crate::telegram::{Attachment, MediaKind, Post, Share};

#[tokio::test]
async fn the_bot_gets_every_kind_of_file_that_people_send() {
    let bench = acquainted().await;
    for kind in MediaKind::ALL {
        bench.world.send_file(&Post::new(ANNA, ANNA), Attachment::new(kind, b"any bytes at all"));
    }
    let updates = bench.updates(0).await;
    assert_eq!(updates.len(), MediaKind::ALL.len());
    for (update, kind) in updates.iter().zip(MediaKind::ALL) {
        assert!(update["message"].get(kind.field()).is_some(), "{kind:?}: {update}");
        assert!(update["message"].get("text").is_none());
    }
}

#[tokio::test]
async fn a_persons_file_may_reply_stand_in_a_topic_and_be_covered() {
    let bench = Bench::start().await;
    let thread = bench.world.add_topic(FORUM, ANNA, "Tents");
    let said = bench.world.say_in(FORUM, Some(thread), ANNA, "See", None);
    bench.drop_pending().await;
    let photo = Attachment {
        caption: "Torn #tent".to_owned(),
        spoiler: true,
        ..Attachment::new(MediaKind::Photo, png(30, 20))
    };
    let at = Post { reply_to: Some(said), ..Post::new(FORUM, ANNA) };
    let id = bench.world.send_file(&at, photo);
    let message = bench.updates(0).await.pop().expect("an update")["message"].take();
    assert_eq!((&message["message_thread_id"], &message["is_topic_message"]), (&json!(thread), &json!(true)));
    assert_eq!(message["reply_to_message"]["message_id"], said);
    assert_eq!(message["caption_entities"][0]["type"], "hashtag");
    assert_eq!(message["has_media_spoiler"], true);
    bench.world.edit(FORUM, id, "Mended").expect("it is there");
    let edited = bench.updates(0).await.pop().expect("an update")["edited_message"].take();
    assert_eq!(edited["caption"], "Mended");
    assert_eq!(edited["photo"], message["photo"]);
    let other = json!({ "kind": "video", "text": "moving", "caption": "See how" });
    post(&bench, "edit_file", json!({ "chat": FORUM, "message_id": id, "media": other })).await;
    let edited = bench.updates(0).await.pop().expect("an update")["edited_message"].take();
    assert_eq!((&edited["caption"], &edited["video"]["file_size"]), (&json!("See how"), &json!(6)));
    assert!(edited.get("photo").is_none());
}

#[tokio::test]
async fn a_caption_that_names_the_bot_is_heard_in_privacy_mode() {
    let bench = acquainted().await;
    let with = |caption: &str| Attachment {
        caption: caption.to_owned(),
        ..Attachment::new(MediaKind::Document, b"x")
    };
    let at = Post::new(GROUP, ANNA);
    bench.world.send_file(&at, with("for us"));
    bench.world.share(&at, &Share::Dice { emoji: "🎲".to_owned(), value: 6 });
    bench.world.send_file(&at, with("@fireside_bot look"));
    let updates = bench.updates(0).await;
    assert_eq!(updates.len(), 1, "{updates:?}");
    assert_eq!(updates[0]["message"]["caption"], "@fireside_bot look");
}

#[tokio::test]
async fn files_are_sent_and_read_back_over_http() {
    let bench = acquainted().await;
    let media = json!([
        { "kind": "document", "text": "first words", "file_name": "a.txt", "caption": "One" },
        { "kind": "document", "size": 1_000 },
    ]);
    let ids =
        post(&bench, "media", json!({ "chat": ANNA, "user": ANNA, "media": media, "apart_from": 1 })).await;
    assert_eq!(ids, json!({ "message_ids": [2, 3] }));
    assert_eq!(bench.updates(0).await.len(), 1, "the second part comes later");
    let url = |id: i64| format!("{}/control/file?chat={ANNA}&message_id={id}", bench.server.url());
    let text = bench.client.get(url(2)).send().await.expect("an answer").text().await.expect("a body");
    assert_eq!(text, "first words");
    let made_up = bench.client.get(url(3)).send().await.expect("an answer").bytes().await.expect("a body");
    assert_eq!((made_up.len(), made_up[251], made_up[252]), (1_000, 0, 1));
    assert_eq!(bench.client.get(url(1)).send().await.expect("an answer").status(), 404);
    let history = get(&bench, &format!("history?chat={ANNA}")).await;
    assert_eq!(history[1]["media"]["file_name"], "a.txt");
    assert_eq!(history[1]["album"], history[2]["album"]);
}

#[tokio::test]
async fn an_uploaded_part_becomes_a_persons_file() {
    let bench = acquainted().await;
    let media = json!([{ "kind": "voice", "upload": "note", "duration_s": 4 }]).to_string();
    let note = reqwest::multipart::Part::bytes(b"OggS".to_vec()).file_name("note.ogg");
    let form = reqwest::multipart::Form::new()
        .text("chat", ANNA.to_string())
        .text("user", ANNA.to_string())
        .text("media", media)
        .part("note", note);
    let url = format!("{}/control/media", bench.server.url());
    let answer = bench.client.post(&url).multipart(form).send().await.expect("an answer");
    assert_eq!(answer.status(), 200);
    let voice = bench.updates(0).await.pop().expect("an update")["message"]["voice"].take();
    assert_eq!((&voice["duration"], &voice["mime_type"]), (&json!(4), &json!("audio/ogg")));
    let nothing = json!({ "chat": ANNA, "user": ANNA, "media": [{ "kind": "voice" }] });
    let answer = bench.client.post(&url).json(&nothing).send().await.expect("an answer");
    assert_eq!(answer.status(), 400);
}

#[tokio::test]
async fn places_polls_votes_and_forwards_are_reached_over_http() {
    let bench = acquainted().await;
    let venue = json!({ "latitude": 1.5, "longitude": 2.5, "title": "Camp", "address": "Lake 1" });
    post(&bench, "share", json!({ "chat": ANNA, "user": ANNA, "venue": venue })).await;
    let poll = json!({ "question": "Tea?", "options": ["Yes", "No"] });
    let poll = post(&bench, "poll", json!({ "chat": ANNA, "user": ANNA, "poll": poll })).await;
    let which = json!({ "chat": ANNA, "message_id": poll["message_id"] });
    let vote = json!({ "chat": ANNA, "message_id": poll["message_id"], "user": ANNA, "options": [1] });
    post(&bench, "vote", vote).await;
    post(&bench, "close_poll", which).await;
    post(&bench, "hide_in_forwards", json!({ "user": ANNA })).await;
    post(&bench, "forward", json!({ "chat": ANNA, "user": ANNA, "from_chat": ANNA, "message_id": 1 })).await;
    let origin = json!({ "type": "channel", "id": -1_009, "title": "News", "message_id": 4 });
    post(&bench, "forward", json!({ "chat": ANNA, "user": ANNA, "origin": origin, "text": "Today" })).await;
    let history = get(&bench, &format!("history?chat={ANNA}")).await;
    assert_eq!(history[1]["shared"]["venue"]["title"], "Camp");
    let poll = &history[2]["poll"];
    assert_eq!((&poll["options"][1]["votes"], &poll["closed"]), (&json!(1), &json!(true)));
    assert_eq!(history[3]["forwarded_from"], "Anna");
    assert_eq!(history[4]["forwarded_from"], "News");
}
