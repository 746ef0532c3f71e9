//! Polls of the bot's and of people's.

use super::*;
use crate::telegram::{NewPoll, Post};

fn lunch() -> Value {
    json!({ "chat_id": GROUP, "question": "Lunch?", "options": [{ "text": "Soup" }, "Salad"] })
}

async fn asked(bench: &Bench, mut params: Value, more: Value) -> Value {
    let (Some(params_object), Value::Object(more)) = (params.as_object_mut(), more) else {
        panic!("objects")
    };
    params_object.extend(more);
    bench.ok("sendPoll", params).await
}

#[tokio::test]
async fn votes_in_the_bots_open_poll_are_told_with_their_voters() {
    let bench = acquainted().await;
    let sent = asked(&bench, lunch(), json!({ "is_anonymous": false })).await;
    let (id, poll) = (sent["message_id"].as_i64().expect("an id"), &sent["poll"]);
    assert_eq!((&poll["type"], &poll["is_anonymous"]), (&json!("regular"), &json!(false)));
    assert_eq!(poll["options"][1]["text"], "Salad");
    bench.world.vote(GROUP, id, ANNA, &[1]).expect("it is open");
    bench.world.vote(GROUP, id, 8, &[1]).expect("it is open");
    bench.world.vote(GROUP, id, 8, &[]).expect("votes can be taken back");
    let updates = bench.updates(0).await;
    let answers: Vec<_> = updates
        .iter()
        .filter_map(|update| update.get("poll_answer"))
        .map(|answer| &answer["option_ids"])
        .collect();
    assert_eq!(answers, [&json!([1]), &json!([1]), &json!([])]);
    let counts: Vec<_> = updates
        .iter()
        .filter_map(|update| update.get("poll"))
        .map(|poll| &poll["total_voter_count"])
        .collect();
    assert_eq!(counts, [1, 2, 1]);
    let shown = bench.world.message(GROUP, id).and_then(|shown| shown.poll).expect("a poll");
    assert_eq!((shown.options[1].votes, &shown.options[1].voters[..]), (1, &[ANNA][..]));
}

#[tokio::test]
async fn anonymous_is_the_default_and_names_nobody() {
    let bench = acquainted().await;
    let sent = asked(&bench, lunch(), json!({})).await;
    let id = sent["message_id"].as_i64().expect("an id");
    bench.world.vote(GROUP, id, ANNA, &[0]).expect("it is open");
    let updates = bench.updates(0).await;
    assert_eq!(updates.len(), 1, "{updates:?}");
    assert_eq!(updates[0]["poll"]["options"][0]["voter_count"], 1);
    assert!(bench.world.vote(GROUP, id, ANNA, &[0, 1]).is_err(), "only one answer");
    assert!(bench.world.vote(GROUP, id, ANNA, &[2]).is_err(), "no such answer");
    let shown = bench.world.message(GROUP, id).and_then(|shown| shown.poll).expect("a poll");
    assert!(shown.options[0].voters.is_empty());
}

#[tokio::test]
async fn a_quiz_has_right_answers_and_final_votes() {
    let bench = acquainted().await;
    let quiz = json!({ "type": "quiz", "correct_option_ids": [0], "explanation": "It rains",
        "is_anonymous": false });
    let sent = asked(&bench, lunch(), quiz).await;
    assert_eq!(sent["poll"]["correct_option_ids"], json!([0]));
    assert_eq!((&sent["poll"]["explanation"], &sent["poll"]["type"]), (&json!("It rains"), &json!("quiz")));
    let id = sent["message_id"].as_i64().expect("an id");
    bench.world.vote(GROUP, id, ANNA, &[1]).expect("it is open");
    assert!(bench.world.vote(GROUP, id, ANNA, &[0]).is_err());
    for wrong in [json!([]), json!([2]), json!([-1]), json!([1, 0])] {
        let mut params = lunch();
        params["type"] = "quiz".into();
        params["correct_option_ids"] = wrong;
        let reason = bad_request("wrong correct option ID specified");
        assert_eq!(bench.refused("sendPoll", params).await, reason);
    }
}

#[tokio::test]
async fn polls_out_of_bounds_are_refused() {
    let bench = acquainted().await;
    let cases = [
        ("question", json!(" "), "poll question must be non-empty"),
        ("question", json!("x".repeat(301)), "poll question length must not exceed 300"),
        ("options", json!([]), "poll must have at least 1 option"),
        ("options", json!(vec!["x"; 13]), "poll can't have more than 12 options"),
        ("options", json!(["", "x"]), "poll options must be non-empty"),
        ("options", json!(["x".repeat(101), "x"]), "poll options length must not exceed 100"),
        ("type", json!("exam"), "unsupported poll type specified"),
        ("open_period", json!(4), "wrong poll auto-close time specified"),
    ];
    for (field, value, reason) in cases {
        let mut params = lunch();
        params[field] = value;
        assert_eq!(bench.refused("sendPoll", params).await, bad_request(reason));
    }
    assert!(bench.world.history(GROUP).is_empty());
}

#[tokio::test]
async fn a_poll_is_stopped_once_and_only_by_whoever_posted_it() {
    let bench = acquainted().await;
    let id = asked(&bench, lunch(), json!({})).await["message_id"].as_i64().expect("an id");
    let which = |id: i64| json!({ "chat_id": GROUP, "message_id": id });
    let stopped = bench.ok("stopPoll", which(id)).await;
    assert_eq!(stopped["is_closed"], true);
    assert_eq!(bench.updates(0).await[0]["poll"]["is_closed"], true);
    assert!(bench.world.vote(GROUP, id, ANNA, &[0]).is_err());
    let again = bad_request("poll has already been closed");
    assert_eq!(bench.refused("stopPoll", which(id)).await, again);
    let options = vec!["Yes".to_owned(), "No".to_owned()];
    let poll = NewPoll { question: "Tea?".to_owned(), options, ..NewPoll::default() };
    let foreign = bench.world.send_poll(&Post::new(GROUP, ANNA), poll);
    assert_eq!(bench.refused("stopPoll", which(foreign)).await, bad_request("poll can't be stopped"));
    let missing = bad_request("message with poll to stop not found");
    assert_eq!(bench.refused("stopPoll", which(99)).await, missing);
    bench.drop_pending().await;
    bench.world.vote(GROUP, foreign, 8, &[0]).expect("it is open");
    assert!(bench.updates(0).await.is_empty(), "votes in people's polls aren't the bot's business");
    bench.world.close_poll(GROUP, foreign).expect("it is there");
    assert_eq!(bench.updates(0).await[0]["poll"]["is_closed"], true);
}

#[tokio::test]
async fn a_poll_closes_by_itself_when_its_time_is_over() {
    let bench = acquainted().await;
    let sent = asked(&bench, lunch(), json!({ "open_period": 60 })).await;
    assert_eq!(
        (&sent["poll"]["open_period"], &sent["poll"]["close_date"]),
        (&json!(60), &json!(1_700_000_060))
    );
    let id = sent["message_id"].as_i64().expect("an id");
    bench.world.clock().advance(Duration::from_secs(59));
    bench.world.vote(GROUP, id, ANNA, &[0]).expect("it is open");
    bench.world.clock().advance(Duration::from_secs(1));
    assert!(bench.world.vote(GROUP, id, 8, &[0]).is_err());
    assert!(bench.world.message(GROUP, id).and_then(|shown| shown.poll).is_some_and(|poll| poll.closed));
}

#[tokio::test]
async fn a_forwarded_poll_counts_on_and_a_copied_one_starts_anew() {
    let bench = acquainted().await;
    let id = asked(&bench, lunch(), json!({})).await["message_id"].as_i64().expect("an id");
    bench.world.vote(GROUP, id, ANNA, &[0]).expect("it is open");
    let params = json!({ "chat_id": ANNA, "from_chat_id": GROUP, "message_id": id });
    let forward = bench.ok("forwardMessage", params.clone()).await;
    assert_eq!(forward["poll"]["total_voter_count"], 1);
    let copy = bench.ok("copyMessage", params).await["message_id"].as_i64().expect("an id");
    let copied = bench.world.message(ANNA, copy).and_then(|shown| shown.poll).expect("a poll");
    assert_eq!((copied.total_voters, copied.question.as_str()), (0, "Lunch?"));
}
