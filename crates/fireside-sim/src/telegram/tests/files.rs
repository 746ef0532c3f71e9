//! Links to files and downloads by them.

use super::*;
use crate::Fault;
use crate::telegram::{Attachment, Limits, MediaKind, Post};

/// A person's document, as an update brings it; returns its file's id.
async fn received(bench: &Bench, bytes: Vec<u8>) -> Value {
    let document =
        Attachment { file_name: Some("notes.txt".to_owned()), ..Attachment::new(MediaKind::Document, bytes) };
    bench.world.send_file(&Post::new(ANNA, ANNA), document);
    let update = bench.updates(0).await.pop().expect("an update");
    assert_eq!(update["message"]["document"]["file_name"], "notes.txt");
    update["message"]["document"]["file_id"].clone()
}

async fn link(bench: &Bench, file_id: &Value) -> String {
    let file = bench.ok("getFile", json!({ "file_id": file_id })).await;
    assert_eq!(&file["file_id"], file_id);
    file["file_path"].as_str().expect("a path").to_owned()
}

async fn download(bench: &Bench, path: &str) -> reqwest::Response {
    let url = format!("{}/file/bot42:secret/{path}", bench.server.url());
    bench.client.get(url).timeout(PATIENCE).send().await.expect("an answer")
}

#[tokio::test]
async fn a_file_is_downloaded_by_its_link_slashes_escaped_or_not() {
    let bench = acquainted().await;
    let bytes: Vec<u8> = (0..=250).cycle().take(300_000).collect();
    let path = link(&bench, &received(&bench, bytes.clone()).await).await;
    for path in [path.clone(), path.replace('/', "%2F")] {
        let answer = download(&bench, &path).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.content_length(), Some(300_000));
        assert_eq!(answer.bytes().await.expect("the whole file")[..], bytes);
    }
}

#[tokio::test]
async fn a_link_lasts_an_hour_and_a_new_one_is_given() {
    let bench = acquainted().await;
    let file_id = received(&bench, b"words".to_vec()).await;
    let path = link(&bench, &file_id).await;
    bench.world.clock().advance(Duration::from_hours(1));
    let gone = download(&bench, &path).await;
    assert_eq!(gone.status(), 404);
    assert_eq!(gone.json::<Value>().await.expect("JSON")["description"], "Not Found");
    let path = link(&bench, &file_id).await;
    assert_eq!(download(&bench, &path).await.text().await.expect("a body"), "words");
    let url = format!("{}/file/bot42:other/{path}", bench.server.url());
    assert_eq!(bench.client.get(url).send().await.expect("an answer").status(), 401);
}

#[tokio::test]
async fn unknown_and_too_large_files_have_no_link() {
    let limits = Limits { download_len_max: 4, ..Limits::default() };
    let bench = Bench::with(|options| options.limits = limits).await;
    let large = received(&bench, b"large".to_vec()).await;
    assert_eq!(bench.refused("getFile", json!({ "file_id": large })).await, bad_request("file is too big"));
    assert_eq!(bench.refused("getFile", json!({ "file_id": "x" })).await, bad_request("invalid file_id"));
    assert_eq!(bench.refused("getFile", json!({})).await, bad_request("file_id not specified"));
    assert_eq!(download(&bench, "documents/file_0.txt").await.status(), 404);
    assert_eq!(download(&bench, "..%2f..%2fetc%2fpasswd").await.status(), 404);
}

#[tokio::test]
async fn a_download_can_be_cut_stalled_or_refused() {
    let bench = acquainted().await;
    let path = link(&bench, &received(&bench, vec![7; 300_000]).await).await;
    bench.world.inject("file/", Fault::AnswerCut);
    let mut cut = download(&bench, &path).await;
    assert_eq!(cut.content_length(), Some(300_000));
    let mut came = 0;
    while let Ok(chunk) = cut.chunk().await {
        came += chunk.expect("the body doesn't end well").len();
    }
    assert!((149_000..150_000).contains(&came), "{came} bytes came");
    bench.world.inject("file/documents", Fault::SlowAnswer { delay_ms: 60_000 });
    let mut stalled = download(&bench, &path).await;
    let mut came = 0;
    while came < 150_000 {
        came += stalled.chunk().await.expect("no error").expect("the first half comes").len();
    }
    assert_eq!(came, 150_000);
    bench.world.inject("file/", Fault::ServerError { status: 502, html: true });
    assert_eq!(download(&bench, &path).await.status(), 502);
    bench.world.inject("file/", Fault::TooManyRequests { retry_after_ms: 3_000, global: false });
    assert_eq!(download(&bench, &path).await.status(), 429);
    assert_eq!(download(&bench, &path).await.bytes().await.expect("the whole file").len(), 300_000);
}
