//! Sending files one by one, and changing them.

use super::*;
use crate::telegram::{Limits, MediaKind};

/// The file in a message; of a photo the largest size.
fn file_in<'a>(message: &'a Value, field: &str) -> &'a Value {
    message[field].as_array().map_or(&message[field], |sizes| &sizes[sizes.len() - 1])
}

#[tokio::test]
async fn every_kind_of_file_is_sent_and_its_bytes_are_kept() {
    let bench = acquainted().await;
    let picture = png(640, 480);
    let kinds: [(&str, &str, &[u8]); 8] = [
        ("sendPhoto", "photo", &picture),
        ("sendVideo", "video", b"video"),
        ("sendAnimation", "animation", b"gif"),
        ("sendAudio", "audio", b"music"),
        ("sendVoice", "voice", b"OggS"),
        ("sendVideoNote", "video_note", b"round"),
        ("sendDocument", "document", b"%PDF"),
        ("sendSticker", "sticker", b"RIFF"),
    ];
    for (method, field, bytes) in kinds {
        let files = [(field, "some.bin", bytes)];
        let message = bench.uploaded(method, json!({ "chat_id": ANNA, "duration": 3 }), &files).await;
        let object = file_in(&message, field);
        assert!(object["file_id"].is_string(), "{method}: {message}");
        assert_eq!(object["file_size"], bytes.len(), "{method}");
        assert!(message.get("text").is_none(), "{method}: a file is no text");
        let id = message["message_id"].as_i64().expect("an id");
        assert_eq!(&bench.world.file_bytes(ANNA, id).expect("it is kept")[..], bytes);
        let shown = bench.world.message(ANNA, id).and_then(|shown| shown.media).expect("it is shown");
        assert_eq!((shown.kind.field(), shown.size), (field, bytes.len()));
        let again = bench.ok(method, json!({ "chat_id": ANNA, field: object["file_id"] })).await;
        assert_eq!(file_in(&again, field)["file_unique_id"], object["file_unique_id"], "{method}");
    }
}

#[tokio::test]
async fn a_photo_has_sizes_and_a_small_one_is_no_copy_of_the_large() {
    let bench = acquainted().await;
    let picture = png(1280, 720);
    let photo =
        bench.uploaded("sendPhoto", json!({ "chat_id": ANNA }), &[("photo", "a.png", &picture)]).await;
    let sizes = photo["photo"].as_array().expect("sizes");
    let pixels: Vec<_> = sizes.iter().map(|size| (size["width"].as_i64(), size["height"].as_i64())).collect();
    assert_eq!(pixels, [(Some(90), Some(50)), (Some(1280), Some(720))]);
    assert_ne!(sizes[0]["file_id"], sizes[1]["file_id"]);
    assert_ne!(sizes[0]["file_size"], sizes[1]["file_size"]);
}

#[tokio::test]
async fn names_types_and_thumbnails_come_along() {
    let bench = acquainted().await;
    let params = json!({ "chat_id": ANNA, "thumbnail": "attach://small", "document": "attach://big" });
    let files: [(&str, &str, &[u8]); 2] =
        [("big", "../../Rechnung März.pdf", b"%PDF-1.7"), ("small", "t.jpg", b"\xFF\xD8\xFF")];
    let message = bench.uploaded("sendDocument", params, &files).await;
    let document = &message["document"];
    assert_eq!(document["file_name"], "Rechnung März.pdf");
    assert_eq!(document["mime_type"], "application/pdf");
    assert_eq!(document["thumbnail"]["file_size"], 3);
    let as_document = json!({ "chat_id": ANNA, "document": document["thumbnail"]["file_id"] });
    let mismatch = bad_request("can't use file of type Thumbnail as Document");
    assert_eq!(bench.refused("sendDocument", as_document).await, mismatch);
}

#[tokio::test]
async fn captions_are_marked_up_and_at_most_1024_units_long() {
    let bench = acquainted().await;
    let id = bench.uploaded("sendVoice", json!({ "chat_id": ANNA }), &[("voice", "v.ogg", b"OggS")]).await;
    let voice = &id["voice"]["file_id"];
    let with = |caption: String| {
        json!({ "chat_id": ANNA, "voice": voice,
            "caption": caption, "parse_mode": "HTML" })
    };
    let message = bench.ok("sendVoice", with("<b>Listen</b> /help".to_owned())).await;
    assert_eq!(message["caption"], "Listen /help");
    let kinds: Vec<_> = message["caption_entities"]
        .as_array()
        .expect("entities")
        .iter()
        .map(|entity| &entity["type"])
        .collect();
    assert_eq!(kinds, ["bold", "bot_command"]);
    assert!(message.get("entities").is_none());
    bench.ok("sendVoice", with("👋".repeat(512))).await;
    let too_long = bad_request("message caption is too long");
    assert_eq!(bench.refused("sendVoice", with("👋".repeat(512) + "x")).await, too_long);
    let shown = bench.world.wait_for_text(ANNA, "Listen", PATIENCE).await.expect("captions are found too");
    assert_eq!(shown.media.map(|media| media.kind), Some(MediaKind::Voice));
}

#[tokio::test]
async fn spoilers_protection_replies_and_topics_are_kept() {
    let bench = Bench::start().await;
    let thread = bench.world.add_topic(FORUM, ANNA, "Tents");
    let picture = png(10, 10);
    let params = json!({ "chat_id": FORUM, "message_thread_id": thread, "caption": "Over it",
        "has_spoiler": true, "show_caption_above_media": true, "protect_content": true,
        "reply_parameters": { "message_id": thread } });
    let message = bench.uploaded("sendPhoto", params, &[("photo", "a.png", &picture)]).await;
    for field in ["has_media_spoiler", "show_caption_above_media", "has_protected_content"] {
        assert_eq!(message[field], true, "{field}");
    }
    assert_eq!(message["message_thread_id"], thread);
    let shown = bench.world.thread_history(FORUM, Some(thread)).pop().expect("it is shown");
    assert!(shown.protected && shown.media.is_some_and(|media| media.spoiler && media.caption_above));
}

#[tokio::test]
async fn files_that_are_not_there_or_of_another_kind_are_refused() {
    let bench = acquainted().await;
    let with = |photo: Value| json!({ "chat_id": ANNA, "photo": photo });
    let video = bench.uploaded("sendVideo", json!({ "chat_id": ANNA }), &[("video", "v.mp4", b"v")]).await;
    let cases = [
        (json!({ "chat_id": ANNA }), "there is no photo in the request"),
        (with(json!("attach://nothing")), "there is no photo in the request"),
        (with(json!("made-up")), "wrong file identifier/HTTP URL specified"),
        (with(json!("https://example.com/a.png")), "failed to get HTTP URL content"),
        (with(video["video"]["file_id"].clone()), "can't use file of type Video as Photo"),
    ];
    for (params, reason) in cases {
        assert_eq!(bench.refused("sendPhoto", params).await, bad_request(reason));
    }
    let note = bench.refused("sendVideoNote", json!({ "chat_id": ANNA })).await;
    assert_eq!(note, bad_request("there is no video note in the request"));
    assert_eq!(bench.world.history(ANNA).len(), 2);
}

#[tokio::test]
async fn photos_must_be_pictures_of_bearable_size() {
    let limits = Limits { photo_len_max: 64, ..Limits::default() };
    let bench = Bench::with(|options| options.limits = limits).await;
    let mut heavy = png(10, 10);
    heavy.resize(65, 0);
    let (long, wide) = (png(9_999, 2), png(6_000, 4_001));
    let too_big = "file of size 65 bytes is too big for a photo; the maximum size is 64 bytes";
    let cases: [(&[u8], &str); 5] = [
        (b"", "file must be non-empty"),
        (b"<svg/>", "IMAGE_PROCESS_FAILED"),
        (&heavy, too_big),
        (&long, "PHOTO_INVALID_DIMENSIONS"),
        (&wide, "PHOTO_INVALID_DIMENSIONS"),
    ];
    for (bytes, reason) in cases {
        let answer =
            bench.upload("sendPhoto", json!({ "chat_id": GROUP }), &[("photo", "a.png", bytes)]).await;
        assert_eq!(refusal(&answer), bad_request(reason));
    }
    assert!(bench.world.history(GROUP).is_empty());
}

#[tokio::test]
async fn an_upload_over_the_limit_is_refused_and_one_at_the_limit_is_not() {
    let limits = Limits { upload_len_max: 300_000, ..Limits::default() };
    let bench = Bench::with(|options| options.limits = limits).await;
    let bytes = vec![7; 300_001];
    let too_long = [("document", "a.bin", &bytes[..])];
    let two = [("document", "a.bin", &bytes[..150_001]), ("thumbnail", "b.jpg", &bytes[150_000..])];
    for files in [&too_long[..], &two] {
        let answer = bench.upload("sendDocument", json!({ "chat_id": GROUP }), files).await;
        assert_eq!(refusal(&answer), (413, "Request Entity Too Large".to_owned()));
    }
    bench.uploaded("sendDocument", json!({ "chat_id": GROUP }), &[("document", "a.bin", &bytes[1..])]).await;
    assert_eq!(bench.world.file_bytes(GROUP, 1).map(|kept| kept.len()), Some(300_000));
}

#[tokio::test]
async fn captions_and_files_are_edited_where_there_are_any() {
    let bench = acquainted().await;
    let picture = png(10, 10);
    let sent = bench.uploaded("sendPhoto", json!({ "chat_id": ANNA }), &[("photo", "a.png", &picture)]).await;
    let id = sent["message_id"].clone();
    let caption = json!({ "chat_id": ANNA, "message_id": id, "caption": "Look" });
    assert_eq!(bench.ok("editMessageCaption", caption.clone()).await["caption"], "Look");
    let (_, unchanged) = bench.refused("editMessageCaption", caption).await;
    assert!(unchanged.starts_with("Bad Request: message is not modified"), "{unchanged}");
    let text = json!({ "chat_id": ANNA, "message_id": id, "text": "Look" });
    let no_text = bad_request("there is no text in the message to edit");
    assert_eq!(bench.refused("editMessageText", text).await, no_text);
    let media = json!({ "type": "document", "media": "attach://f", "caption": "Read" });
    let params = json!({ "chat_id": ANNA, "message_id": id, "media": media });
    let edited = bench.uploaded("editMessageMedia", params, &[("f", "a.txt", b"words")]).await;
    assert_eq!((&edited["document"]["file_name"], &edited["caption"]), (&json!("a.txt"), &json!("Read")));
    assert!(edited.get("photo").is_none());
    let words = bench.ok("sendMessage", json!({ "chat_id": ANNA, "text": "Hi" })).await;
    let on_text = json!({ "chat_id": ANNA, "message_id": words["message_id"], "caption": "x" });
    let no_caption = bad_request("there is no caption in the message to edit");
    assert_eq!(bench.refused("editMessageCaption", on_text).await, no_caption);
}

#[tokio::test]
async fn the_log_of_calls_tells_of_a_file_without_holding_it() {
    let bench = acquainted().await;
    bench.uploaded("sendVoice", json!({ "chat_id": ANNA }), &[("voice", "v.ogg", b"OggS")]).await;
    let call = bench.world.calls("sendVoice").pop().expect("it is logged");
    let told = json!({ "file_name": "v.ogg", "file_size": 4, "mime_type": null });
    assert_eq!(call.params["voice"], told);
}

#[tokio::test]
async fn a_connection_outlives_an_upload_whose_end_comes_late() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let bench = acquainted().await;
    let address = bench.server.url().trim_start_matches("http://").to_owned();
    let mut stream = tokio::net::TcpStream::connect(&address).await.expect("a connection");
    stream.set_nodelay(true).expect("a socket");
    let part = |name: &str, value: &str| {
        format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let form = format!("{}{}--B--\r\n", part("chat_id", "7"), part("text", "Hi"));
    for _ in 0..3 {
        let head = "POST /bot42:secret/sendMessage HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\
                    Content-Type: multipart/form-data; boundary=B\r\n\r\n";
        let chunk = format!("{head}{:x}\r\n{form}\r\n", form.len());
        stream.write_all(chunk.as_bytes()).await.expect("it is open");
        tokio::task::yield_now().await;
        stream.write_all(b"0\r\n\r\n").await.expect("it is open");
        let mut answer = vec![0; 4096];
        let len = stream.read(&mut answer).await.expect("an answer");
        assert!(answer[..len].starts_with(b"HTTP/1.1 200 OK"), "{}", String::from_utf8_lossy(&answer[..len]));
    }
}
