use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};

const THUMB: &str = "\u{1F44D}";
const THUMB_IN_PATH: &str = "%F0%9F%91%8D";

fn message_and_path(scene: &Scene) -> (u64, String) {
    let message = scene.world.say(scene.channel, scene.member, "vote here", None).expect("sent");
    (message, format!("/channels/{}/messages/{message}/reactions", scene.channel))
}

#[tokio::test]
async fn who_reacted_is_listed_by_page_and_kind() {
    let scene = Scene::start().await;
    let (message, path) = message_and_path(&scene);
    let mine = format!("{path}/{THUMB_IN_PATH}/@me");
    assert_eq!(scene.call(Method::PUT, &mine, Value::Null).await.0, 204);
    scene.world.react(scene.channel, scene.owner, message, THUMB).expect("reacted");
    scene.world.super_react(scene.channel, scene.member, message, THUMB).expect("reacted");
    let names = |listed: Value| -> Vec<String> {
        let users = listed.as_array().expect("a list").clone();
        users.iter().map(|user| user["username"].as_str().expect("a name").to_owned()).collect()
    };
    let list = format!("{path}/{THUMB_IN_PATH}");
    let normal = names(scene.get(&list).await.1);
    assert_eq!(normal.len(), 2, "{normal:?}");
    assert_eq!(names(scene.get(&format!("{list}?type=1")).await.1), ["mia"]);
    let (_, first) = scene.get(&format!("{list}?limit=1")).await;
    let after = first[0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(names(scene.get(&format!("{list}?after={after}")).await.1).len(), 1);
    assert_eq!(scene.get(&format!("{list}?limit=101")).await.1["code"], 50035);
    let (_, shown) = scene.get(&format!("/channels/{}/messages/{message}", scene.channel)).await;
    let reaction = &shown["reactions"][0];
    assert_eq!((&reaction["count"], &reaction["me"]), (&json!(3), &json!(true)));
    assert_eq!(reaction["count_details"], json!({ "burst": 1, "normal": 2 }));
}

#[tokio::test]
async fn reactions_are_cleared_by_emoji_and_all_at_once() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let (message, path) = message_and_path(&scene);
    for emoji in [THUMB, "\u{2764}", "party:77"] {
        scene.world.react(scene.channel, scene.member, message, emoji).expect("reacted");
    }
    assert_eq!(scene.call(Method::DELETE, &format!("{path}/renamed:77"), Value::Null).await.0, 204);
    let cleared = gateway.event_among_others("MESSAGE_REACTION_REMOVE_EMOJI").await;
    assert_eq!(cleared["emoji"]["id"], "77");
    assert_eq!(scene.world.history(scene.channel)[0].reactions.len(), 2);
    assert_eq!(scene.call(Method::DELETE, &path, Value::Null).await.0, 204);
    let cleared = gateway.event("MESSAGE_REACTION_REMOVE_ALL").await;
    assert_eq!((cleared.get("emoji"), cleared.get("user_id")), (None, None));
    assert!(scene.world.history(scene.channel)[0].reactions.is_empty());
}

#[tokio::test]
async fn a_super_reaction_says_so() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let (message, _) = message_and_path(&scene);
    scene.world.super_react(scene.channel, scene.member, message, THUMB).expect("reacted");
    scene.world.unreact(scene.channel, scene.member, message, THUMB).expect("taken back");
    let added = gateway.event_among_others("MESSAGE_REACTION_ADD").await;
    assert_eq!((&added["burst"], &added["type"]), (&json!(true), &json!(1)));
    assert_eq!(gateway.event("MESSAGE_REACTION_REMOVE").await["burst"], json!(true));
}

#[tokio::test]
async fn emojis_that_arent_any_and_the_twenty_first_are_refused() {
    let scene = Scene::start().await;
    let (message, path) = message_and_path(&scene);
    for unknown in ["x", "name:id", ":1"] {
        let (status, error) = scene.call(Method::PUT, &format!("{path}/{unknown}/@me"), Value::Null).await;
        assert_eq!((status, &error["code"]), (400, &json!(10014)), "{unknown}");
    }
    for number in 0..20 {
        scene.world.react(scene.channel, scene.member, message, &format!("e:{number}")).expect("reacted");
    }
    let (status, error) = scene.call(Method::PUT, &format!("{path}/one_more:99/@me"), Value::Null).await;
    assert_eq!((status, &error["code"]), (400, &json!(30010)));
    assert_eq!(scene.call(Method::PUT, &format!("{path}/e:7/@me"), Value::Null).await.0, 204);
}
