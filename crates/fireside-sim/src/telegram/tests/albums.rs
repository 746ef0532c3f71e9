//! Albums, sent by the bot and by people.

use super::*;
use crate::telegram::{Attachment, MediaKind, Post};

fn photos(count: usize) -> Value {
    (0..count).map(|place| json!({ "type": "photo", "media": format!("attach://p{place}") })).collect()
}

#[tokio::test]
async fn an_album_is_answered_as_a_list_under_one_id() {
    let bench = acquainted().await;
    let (picture, mut media) = (png(10, 10), photos(2));
    media[0]["caption"] = "Two of them".into();
    media[1]["has_spoiler"] = true.into();
    let files = [("p0", "a.png", &picture[..]), ("p1", "b.png", &picture[..])];
    let sent = bench.uploaded("sendMediaGroup", json!({ "chat_id": ANNA, "media": media }), &files).await;
    assert_eq!(sent.as_array().map(Vec::len), Some(2));
    assert!(sent[0]["media_group_id"].is_string());
    assert_eq!(sent[0]["media_group_id"], sent[1]["media_group_id"]);
    assert_eq!((&sent[0]["caption"], &sent[1]["has_media_spoiler"]), (&json!("Two of them"), &json!(true)));
    let albums: Vec<_> = bench.world.history(ANNA)[1..].iter().map(|shown| shown.album.clone()).collect();
    assert!(albums[0].is_some() && albums[0] == albums[1]);
}

#[tokio::test]
async fn albums_are_2_to_10_files_that_may_stand_together_or_nothing_is_sent() {
    let bench = acquainted().await;
    let picture = png(10, 10);
    let photo =
        bench.uploaded("sendPhoto", json!({ "chat_id": ANNA }), &[("photo", "a.png", &picture)]).await;
    let audio = bench.uploaded("sendAudio", json!({ "chat_id": ANNA }), &[("audio", "a.mp3", b"a")]).await;
    let photo = json!({ "type": "photo", "media": photo["photo"][1]["file_id"] });
    let audio = json!({ "type": "audio", "media": audio["audio"]["file_id"] });
    let missing = json!({ "type": "photo", "media": "attach://nothing" });
    let cases = [
        (json!([]), "there are no messages to send"),
        (json!([photo]), "media group must include 2-10 items"),
        (vec![photo.clone(); 11].into(), "too many messages to send as an album"),
        (json!([photo, audio]), "audio can't be mixed with other media types"),
        (
            json!([photo, { "type": "animation", "media": "x" }]),
            "type \"animation\" can't be used in sendMediaGroup",
        ),
        (json!([photo, { "type": "poem" }]), "can't parse InputMedia: media type is not supported"),
        (json!([photo, missing]), "there is no photo in the request"),
    ];
    for (media, reason) in cases {
        let params = json!({ "chat_id": ANNA, "media": media });
        assert_eq!(bench.refused("sendMediaGroup", params).await, bad_request(reason));
    }
    assert_eq!(bench.world.history(ANNA).len(), 3);
    bench.ok("sendMediaGroup", json!({ "chat_id": ANNA, "media": [audio, audio] })).await;
    bench.ok("sendMediaGroup", json!({ "chat_id": ANNA, "media": vec![photo; 10] })).await;
}

#[tokio::test]
async fn a_part_of_an_album_takes_only_another_file_that_may_stand_there() {
    let bench = acquainted().await;
    let picture = png(10, 10);
    let files = [("p0", "a.png", &picture[..]), ("p1", "b.png", &picture[..])];
    let sent = bench.uploaded("sendMediaGroup", json!({ "chat_id": ANNA, "media": photos(2) }), &files).await;
    let id = sent[0]["message_id"].clone();
    let other = |kind: &str| {
        json!({ "chat_id": ANNA, "message_id": id,
        "media": { "type": kind, "media": "attach://f" } })
    };
    let answer = bench.upload("editMessageMedia", other("document"), &[("f", "a.txt", b"x")]).await;
    assert_eq!(refusal(&answer), bad_request("there is no media in the message to edit"));
    let edited = bench.uploaded("editMessageMedia", other("video"), &[("f", "a.mp4", b"x")]).await;
    assert_eq!(edited["media_group_id"], sent[0]["media_group_id"]);
}

#[tokio::test]
async fn a_persons_album_may_reach_the_bot_in_two_polls() {
    let bench = acquainted().await;
    let parts: Vec<_> = ["one", "two", "three"]
        .map(|caption| Attachment {
            caption: caption.to_owned(),
            ..Attachment::new(MediaKind::Photo, png(10, 10))
        })
        .into();
    let ids = bench.world.send_album(&Post::new(ANNA, ANNA), parts, Some(2));
    assert_eq!(ids, [2, 3, 4]);
    let first = bench.updates(0).await;
    let captions: Vec<_> = first.iter().map(|update| &update["message"]["caption"]).collect();
    assert_eq!(captions, ["one", "two"]);
    let next = first[1]["update_id"].as_i64().expect("an id") + 1;
    let second = bench.updates(next).await;
    assert_eq!(second[0]["message"]["caption"], "three");
    assert_eq!(second[0]["message"]["media_group_id"], first[0]["message"]["media_group_id"]);
}
