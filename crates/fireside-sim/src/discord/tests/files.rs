use std::time::Duration;

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::Fault;
use crate::discord::{Post, Upload};

const MIB: usize = 1024 * 1024;

fn form(body: &Value, files: &[(&str, Vec<u8>)]) -> Form {
    let form = Form::new().text("payload_json", body.to_string());
    files.iter().enumerate().fold(form, |form, (at, (name, bytes))| {
        let part = Part::bytes(bytes.clone()).file_name((*name).to_owned());
        form.part(format!("files[{at}]"), part)
    })
}

fn messages(scene: &Scene) -> String {
    format!("/channels/{}/messages", scene.channel)
}

fn one_file(name: &str, bytes: &[u8]) -> Upload {
    Upload { name: name.to_owned(), bytes: bytes.to_vec(), ..Upload::default() }
}

#[tokio::test]
async fn an_uploaded_file_is_described_and_downloaded_until_its_link_expires() {
    let scene = Scene::start().await;
    let described = json!([{ "id": 0, "description": "the log" }]);
    let body = json!({ "content": "see", "attachments": described });
    let form = form(&body, &[("SPOILER_a log.txt", b"lines".to_vec())]);
    let (status, message) = scene.send_form(Method::POST, &messages(&scene), form).await;
    assert_eq!(status, 200, "{message}");
    let attachment = &message["attachments"][0];
    assert_eq!(attachment["description"], "the log");
    assert_eq!((&attachment["filename"], &attachment["size"]), (&json!("SPOILER_a_log.txt"), &json!(5)));
    assert_eq!((&attachment["title"], &attachment["flags"]), (&json!("SPOILER_a log"), &json!(8)));
    let url = attachment["url"].as_str().expect("a link");
    let (status, bytes) = scene.download(url).await;
    assert_eq!((status, bytes.as_slice()), (200, &b"lines"[..]));
    assert_eq!(scene.download(&url.replace("hm=", "hm=0")).await.0, 404, "a forged link");
    scene.world.advance(Duration::from_hours(24));
    assert_eq!(scene.download(url).await.0, 404, "an old link");
    let asked = json!({ "attachment_urls": [url] });
    let (status, fresh) = scene.post("/attachments/refresh-urls", asked).await;
    assert_eq!((status, &fresh["refreshed_urls"][0]["original"]), (200, &json!(url)));
    let fresh = fresh["refreshed_urls"][0]["refreshed"].as_str().expect("a link");
    assert_eq!(scene.download(fresh).await.0, 200);
    let other = json!({ "attachment_urls": ["https://example.org/cat.png"] });
    assert_eq!(scene.post("/attachments/refresh-urls", other).await.1["code"], 50035);
}

#[tokio::test]
async fn a_file_may_be_ten_mebibytes_and_more_in_a_boosted_guild() {
    let scene = Scene::start().await;
    let path = messages(&scene);
    let send = async |sizes: &[usize]| {
        let files: Vec<(&str, Vec<u8>)> = sizes.iter().map(|size| ("a.bin", vec![1; *size])).collect();
        let (status, body) = scene.send_form(Method::POST, &path, form(&json!({}), &files)).await;
        (status, body["code"].clone())
    };
    assert_eq!(send(&[10 * MIB]).await.0, 200);
    assert_eq!(send(&[10 * MIB + 1]).await, (413, json!(40005)));
    assert_eq!(send(&[9 * MIB, 9 * MIB, 9 * MIB]).await, (413, json!(40005)), "27 MiB in one request");
    assert_eq!(send(&[1; 11]).await, (400, json!(50035)), "eleven files");
    scene.world.boost(scene.guild, 2);
    assert_eq!(send(&[20 * MIB]).await.0, 200);
}

#[tokio::test]
async fn an_edit_keeps_the_files_it_names() {
    let scene = Scene::start().await;
    let files = [("a.txt", b"a".to_vec()), ("b.txt", b"b".to_vec())];
    let (_, message) = scene.send_form(Method::POST, &messages(&scene), form(&json!({}), &files)).await;
    let path = format!("{}/{}", messages(&scene), message["id"].as_str().expect("an id"));
    let (_, same) = scene.call(Method::PATCH, &path, json!({ "content": "text" })).await;
    assert_eq!(same["attachments"].as_array().map(Vec::len), Some(2), "not named, so kept");
    let kept = json!([{ "id": message["attachments"][1]["id"], "description": "b" }, { "id": "0" }]);
    let more = form(&json!({ "attachments": kept }), &[("c.txt", b"c".to_vec())]);
    let (status, edited) = scene.send_form(Method::PATCH, &path, more).await;
    assert_eq!(status, 200, "{edited}");
    let names: Vec<_> = scene.world.history(scene.channel)[0].attachments.clone();
    assert_eq!(names.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["b.txt", "c.txt"]);
    assert_eq!(edited["attachments"][0]["description"], "b");
    let unknown = json!({ "attachments": [{ "id": "123456789" }] });
    assert_eq!(scene.call(Method::PATCH, &path, unknown).await.1["code"], 50035);
    let (status, error) = scene.call(Method::PATCH, &path, json!({ "content": "", "attachments": [] })).await;
    assert_eq!((status, &error["code"]), (400, &json!(50006)));
}

#[tokio::test]
async fn a_users_file_is_heard_and_read() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03".as_slice();
    let sent = scene.world.upload(scene.channel, scene.member, "look", one_file("cat.png", picture));
    sent.expect("sent");
    let event = gateway.event("MESSAGE_CREATE").await;
    let attachment = &event["attachments"][0];
    assert_eq!((&attachment["width"], &attachment["height"]), (&json!(2), &json!(3)));
    assert_eq!(attachment["content_type"], "image/png");
    let seen = &scene.world.history(scene.channel)[0].attachments[0];
    assert_eq!(scene.world.attachment_bytes(seen.id).as_deref(), Some(picture));
    assert_eq!(scene.download(&seen.url).await.1, picture);
}

#[tokio::test]
async fn a_voice_message_is_one_file_and_nothing_else() {
    let scene = Scene::start().await;
    let voice = Upload { voice_ms: Some(1_500), ..one_file("voice-message.ogg", b"OggS") };
    let post = Post { files: vec![voice.clone()], ..Post::default() };
    scene.world.post(scene.channel, scene.member, &post).expect("sent");
    let seen = &scene.world.history(scene.channel)[0].attachments[0];
    assert_eq!((seen.duration_ms, seen.content_type.as_deref()), (Some(1_500), Some("audio/ogg")));
    let talking = Post { text: "and more".to_owned(), ..post.clone() };
    assert!(scene.world.post(scene.channel, scene.member, &talking).is_err());
    let body = json!({ "flags": 8192, "attachments": [{ "id": 0 }] });
    let voice = scene.world.history(scene.channel)[0].id;
    assert!(scene.world.edit(scene.channel, scene.member, voice, "words").is_err(), "nor by an edit");
    let bare = form(&body, &[("voice-message.ogg", b"OggS".to_vec())]);
    let (_, error) = scene.send_form(Method::POST, &messages(&scene), bare).await;
    assert_eq!(error["code"], 50161);
}

#[tokio::test]
async fn odd_multipart_bodies_are_refused_without_a_panic() {
    let scene = Scene::start().await;
    for body in [json!([1, 2]), json!("text"), json!(null), json!({ "attachments": 7, "embeds": [[]] })] {
        let form = form(&body, &[]).text("other", "field");
        let (status, error) = scene.send_form(Method::POST, &messages(&scene), form).await;
        assert_eq!(status, 400, "{error}");
    }
}

#[tokio::test]
async fn a_download_breaks_off_or_fails_on_demand() {
    let scene = Scene::start().await;
    let file = one_file("big.bin", &vec![7; MIB]);
    scene.world.upload(scene.channel, scene.member, "", file).expect("sent");
    let url = scene.world.history(scene.channel)[0].attachments[0].url.clone();
    scene.world.inject("/attachments/", Fault::AnswerCut);
    let cut = reqwest::get(&url).await.expect("a head");
    assert!(cut.bytes().await.is_err(), "the body isn't whole");
    scene.world.inject("/attachments/", Fault::ServerError { status: 503, html: false });
    assert_eq!(scene.download(&url).await.0, 503);
    assert_eq!(scene.download(&url).await.1.len(), MIB);
}
