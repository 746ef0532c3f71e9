//! Copying and forwarding, by the bot and by people.

use super::*;
use crate::telegram::{Attachment, MediaKind, Origin, Post};

fn from_anna(message_id: i64) -> Value {
    json!({ "chat_id": GROUP, "from_chat_id": ANNA, "message_id": message_id })
}

#[tokio::test]
async fn a_copy_has_no_origin_and_may_have_another_caption() {
    let bench = acquainted().await;
    let photo = Attachment { caption: "Old".to_owned(), ..Attachment::new(MediaKind::Photo, png(9, 9)) };
    let id = bench.world.send_file(&Post::new(ANNA, ANNA), photo);
    let mut params = from_anna(id);
    assert_eq!(bench.ok("copyMessage", params.clone()).await, json!({ "message_id": 1 }));
    params["caption"] = "New".into();
    bench.ok("copyMessage", params).await;
    let shown = bench.world.history(GROUP);
    let seen: Vec<_> = shown.iter().map(|shown| (shown.text.as_str(), &shown.forwarded_from)).collect();
    assert_eq!(seen, [("Old", &None), ("New", &None)]);
    assert_eq!(bench.world.file_bytes(GROUP, 1), bench.world.file_bytes(ANNA, id));
}

#[tokio::test]
async fn a_forward_names_who_wrote_it_unless_they_hide() {
    let bench = acquainted().await;
    let forward = bench.ok("forwardMessage", from_anna(1)).await;
    assert_eq!(forward["forward_origin"]["type"], "user");
    assert_eq!(forward["forward_origin"]["sender_user"]["id"], ANNA);
    assert_eq!(forward["text"], "/start");
    bench.world.hide_in_forwards(ANNA, true);
    let hidden = bench.ok("forwardMessage", from_anna(1)).await;
    let origin = json!({ "type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Anna" });
    assert_eq!(hidden["forward_origin"], origin);
}

#[tokio::test]
async fn what_is_protected_or_gone_stays_where_it_is() {
    let bench = acquainted().await;
    let secret = json!({ "chat_id": ANNA, "text": "Secret", "protect_content": true });
    let secret = bench.ok("sendMessage", secret).await["message_id"].as_i64().expect("an id");
    let cases = [
        ("copyMessage", secret, "message can't be copied"),
        ("forwardMessage", secret, "message can't be forwarded"),
        ("copyMessage", 99, "message to copy not found"),
        ("forwardMessage", 99, "message to forward not found"),
    ];
    for (method, id, reason) in cases {
        assert_eq!(bench.refused(method, from_anna(id)).await, bad_request(reason));
    }
    let nowhere = json!({ "chat_id": GROUP, "message_id": 1 });
    assert_eq!(bench.refused("copyMessage", nowhere).await, bad_request("from_chat_id is empty"));
}

#[tokio::test]
async fn several_at_once_skip_what_is_missing_and_keep_albums_together() {
    let bench = acquainted().await;
    let part = |caption: &str| Attachment {
        caption: caption.to_owned(),
        ..Attachment::new(MediaKind::Photo, png(9, 9))
    };
    bench.world.send_album(&Post::new(ANNA, ANNA), vec![part("one"), part("two")], None);
    let old = bench.world.message(ANNA, 2).and_then(|shown| shown.album);
    let several = |ids: &[i64]| json!({ "chat_id": GROUP, "from_chat_id": ANNA, "message_ids": ids });
    let sent = bench.ok("forwardMessages", several(&[1, 2, 3, 50])).await;
    assert_eq!(sent, json!([{ "message_id": 1 }, { "message_id": 2 }, { "message_id": 3 }]));
    let albums: Vec<_> = bench.world.history(GROUP).into_iter().map(|shown| shown.album).collect();
    assert!(albums[0].is_none() && albums[1].is_some() && albums[1] == albums[2] && albums[1] != old);
    let mut bare = several(&[2]);
    bare["remove_caption"] = true.into();
    bench.ok("copyMessages", bare).await;
    assert_eq!(bench.world.history(GROUP)[3].text, "");
    let nothing = bad_request("there are no messages to copy");
    assert_eq!(bench.refused("copyMessages", several(&[50])).await, nothing);
    let unordered = bad_request("message identifiers must be in a strictly increasing order");
    assert_eq!(bench.refused("forwardMessages", several(&[2, 1])).await, unordered);
}

#[tokio::test]
async fn people_forward_what_the_simulator_knows_and_what_it_does_not() {
    let bench = acquainted().await;
    let said = bench.world.say(GROUP, 8, "Look here");
    bench.drop_pending().await;
    let at = Post::new(ANNA, ANNA);
    bench.world.forward(&at, GROUP, said).expect("it is there");
    assert!(bench.world.forward(&at, GROUP, 99).is_err());
    let channel = Origin::Channel { id: -1_009, title: "News".to_owned(), message_id: 4 };
    bench.world.forward_from(&at, &channel, "Today");
    let hidden = Origin::HiddenUser { name: "Somebody".to_owned() };
    bench.world.forward_from(&at, &hidden, "Psst");
    let updates = bench.updates(0).await;
    let origins: Vec<_> = updates.iter().map(|update| &update["message"]["forward_origin"]).collect();
    assert_eq!(origins[0]["sender_user"]["id"], 8);
    assert_eq!((&origins[1]["chat"]["title"], &origins[1]["message_id"]), (&json!("News"), &json!(4)));
    assert_eq!(origins[2]["sender_user_name"], "Somebody");
    let names: Vec<_> =
        bench.world.history(ANNA).into_iter().filter_map(|shown| shown.forwarded_from).collect();
    assert_eq!(names, ["User 8", "News", "Somebody"]);
}
