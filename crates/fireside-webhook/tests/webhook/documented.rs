//! `docs/webhooks.md` keeps its word: its scripts are run on real requests, and
//! its examples are of the promised shape.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::receiver::{Receiver, Reply, Request};
use crate::stage::{SECRET, Stage};

const PAGE: &str = include_str!("../../../../docs/webhooks.md");
const OTHER_SECRET: &str = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The blocks of the page in a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let parts = PAGE.split("```").skip(1).step_by(2);
    parts.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).collect()
}

/// Whether a program can be started; where it can't, its test says so and ends.
fn is_there(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        eprintln!("skipped: {program} is not on this machine");
    }
    found
}

/// Requests, each with what is verified of it: as it came, and forged in every way.
fn cases(request: &Request) -> Value {
    let headers: serde_json::Map<_, _> = ["webhook-id", "webhook-timestamp", "webhook-signature"]
        .map(|name| (name.to_owned(), request.header(name).into()))
        .into_iter()
        .collect();
    let case = |secret: &str, name: &str, value: &str, body: &[u8]| {
        let mut headers = headers.clone();
        if !name.is_empty() {
            headers.insert(name.to_owned(), value.into());
        }
        json!({ "secret": secret, "headers": headers, "body": STANDARD.encode(body) })
    };
    let mut forged = request.body.to_vec();
    forged[0] ^= 1;
    json!([
        case(SECRET, "", "", &request.body),
        case(
            SECRET,
            "webhook-signature",
            &format!("v1,AAAA {}", request.header("webhook-signature")),
            &request.body
        ),
        case(SECRET, "", "", &forged),
        case(OTHER_SECRET, "", "", &request.body),
        case(SECRET, "webhook-id", "msg_other", &request.body),
        case(SECRET, "webhook-timestamp", "1750000000", &request.body),
        case(SECRET, "webhook-signature", "", &request.body),
        case(SECRET, "webhook-signature", "v1,", &request.body),
    ])
}

/// What `program` says of the cases.
fn verified(program: &str, arguments: &[&str], cases: &Value) -> Value {
    let mut command = Command::new(program);
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(cases.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} failed");
    serde_json::from_slice(&output.stdout).expect("it says JSON")
}

async fn a_request() -> Request {
    let receiver = Receiver::listen().await;
    Stage::before(receiver.address.port()).tell(0).await.expect("it is taken");
    receiver.requests().remove(0)
}

fn expected() -> Value {
    json!([true, true, false, false, false, false, false, false])
}

#[tokio::test]
async fn the_documented_python_verifies_what_is_sent_and_nothing_else() {
    if !is_there("python3") {
        return;
    }
    let script = format!(
        "{}\nimport json, sys\nprint(json.dumps([verify(case['secret'], case['headers'], \
         base64.b64decode(case['body'])) for case in json.load(sys.stdin)]))\n",
        blocks("python")[0]
    );
    assert_eq!(verified("python3", &["-c", &script], &cases(&a_request().await)), expected());
}

#[tokio::test]
async fn the_documented_javascript_verifies_what_is_sent_and_nothing_else() {
    if !is_there("node") {
        return;
    }
    let script = format!(
        "{}\nimport {{ readFileSync }} from 'node:fs';\nconst cases = JSON.parse(readFileSync(0, 'utf8'));\n\
         console.log(JSON.stringify(cases.map((one) => \
         verify(one.secret, one.headers, Buffer.from(one.body, 'base64')))));\n",
        blocks("javascript")[0]
    );
    let arguments = ["--input-type=module", "--eval", &script];
    assert_eq!(verified("node", &arguments, &cases(&a_request().await)), expected());
}

/// The receiver of the page, which runs until it is dropped.
struct Glue {
    child: Child,
    port: u16,
}

impl Drop for Glue {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn glue(github: &Receiver) -> Glue {
    let mut child = Command::new("python3")
        .args(["-c", &blocks("python").join("\n")])
        .env("PORT", "0")
        .env("FIRESIDE_SECRET", SECRET)
        .env("GITHUB_API_URL", format!("http://{}", github.address))
        .env("GITHUB_REPOSITORY", "acme/lamps")
        .env("GITHUB_TOKEN", "a-token")
        .env("NO_PROXY", "127.0.0.1")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let port = line.trim().rsplit(' ').next().unwrap().parse().expect("it says its port");
    Glue { child, port }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_documented_glue_opens_one_issue_for_an_item() {
    if !is_there("python3") {
        return;
    }
    let github = Receiver::listen().await;
    github.reply(Reply::Status(502));
    let glue = glue(&github);
    let stage = Stage::before(glue.port);
    stage.tell(0).await.expect_err("GitHub is down, so the receiver gives no answer");
    stage.tell(0).await.expect("the issue is opened");
    stage.tell(0).await.expect("a repetition is taken");
    let [_, opened] = github.requests().try_into().expect("it was tried twice, and opened once");
    assert_eq!(opened.header("authorization"), "Bearer a-token");
    let issue = opened.json();
    assert_eq!(issue["title"], "A dimmer that remembers: «ä» 🛟");
    assert_eq!(issue["labels"], json!(["idea"]));
    let body = issue["body"].as_str().unwrap();
    assert!(body.contains("has it dark") && !body.contains("@everyone"), "nobody is pinged: {body}");
}

#[test]
fn every_documented_example_has_the_promised_shape() {
    let examples: Vec<Value> =
        blocks("json").iter().map(|block| serde_json::from_str(block).unwrap()).collect();
    let types = ["feedback.created", "feedback.voiced", "feedback.merged", "feedback.status_changed"];
    assert_eq!(examples.iter().map(|example| example["type"].as_str().unwrap()).collect::<Vec<_>>(), types);
    for example in &examples {
        assert_eq!(example["version"], fireside_webhook::VERSION);
        let at: Result<jiff::Timestamp, _> = example["timestamp"].as_str().unwrap().parse();
        assert!(at.is_ok(), "{example}");
        for field in ["number", "kind", "status", "title", "details", "area", "voices", "link"] {
            assert!(example["data"].get(field).is_some(), "{field} in {example}");
        }
    }
    assert!(types.iter().all(|event_type| PAGE.contains(&format!("### `{event_type}`"))));
}
