//! How polls stand, and who voted.

use fireside_core::poll::{PollTally, PollVote, VoteChange};

use super::*;

fn standing(id: &str) -> Value {
    let options = json!([{ "text": "a", "voter_count": 2 }, { "text": "b", "voter_count": 1 }]);
    let poll = json!({ "id": id, "question": "?", "options": options, "is_closed": true });
    json!({ "update_id": 9, "poll": poll })
}

fn answered(by: &Value, options: &Value) -> Value {
    let mut answer = json!({ "poll_id": "99", "option_ids": options, "option_persistent_ids": [] });
    for (name, value) in by.as_object().expect("an object") {
        answer[name] = value.clone();
    }
    json!({ "update_id": 9, "poll_answer": answer })
}

#[test]
fn how_a_poll_stands_is_told_where_its_message_is() {
    let event = one(&standing("99"));
    let tally = PollTally { message: MessageId::new("12"), counts: vec![2, 1], is_closed: true };
    assert_eq!(event.kind, EventKind::PollTally(tally));
    assert_eq!(event.place, Place::channel(PLATFORM, FORUM.to_string()).thread("3"));
    assert_eq!(event.audience, Audience::Group);
}

#[test]
fn a_vote_is_set_or_withdrawn() {
    for chosen in [vec![0, 1], vec![]] {
        let event = one(&answered(&json!({ "user": ana() }), &json!(chosen)));
        let vote = PollVote { message: MessageId::new("12"), change: VoteChange::Set(chosen) };
        assert_eq!((event.kind, event.actor.name.as_str()), (EventKind::PollVote(vote), "Ana"));
    }
    let chat = json!({ "voter_chat": { "id": -5, "type": "channel", "title": "News" } });
    assert!(one(&answered(&chat, &json!([0]))).actor.is_anonymous);
}

#[test]
fn what_is_not_known_of_a_poll_tells_nothing() {
    assert!(none(&standing("98")));
    assert!(none(&answered(&json!({}), &json!([0]))));
}
