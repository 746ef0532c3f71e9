//! What is said with more than words, and what is done to messages.

use std::time::Duration;

use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::file::Attachment;
use fireside_core::poll::{PollTally, PollVote, VoteChange};
use fireside_core::{Event, EventKind, Extra, FileKind, Message, Span, Text};
use fireside_sim::discord::{Options, Post, Upload};

use crate::stage::{SHOWN, Stage, simulated};

fn upload(name: &str, content_type: &str, voice_ms: Option<u64>) -> Upload {
    let (name, content_type) = (name.to_owned(), Some(content_type.to_owned()));
    Upload { name, bytes: vec![7; 70], content_type, description: None, voice_ms }
}

async fn said(stage: &Stage) -> Message {
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Message(_))).await;
    event.words().cloned().expect("it is a message")
}

async fn reacted(stage: &Stage, change: ReactionChange) -> (Event, Reaction) {
    let event = stage
        .inbox
        .event(|kind| matches!(kind, EventKind::Reaction(reaction) if reaction.change == change))
        .await;
    let EventKind::Reaction(reaction) = event.kind.clone() else { panic!("it is a reaction") };
    (event, reaction)
}

#[tokio::test]
async fn words_come_with_their_marks() {
    let stage = Stage::lit(simulated()).await;
    stage.say(&format!("**so** ||loud|| <@{}>", stage.ana));
    let message = said(&stage).await;
    assert_eq!(message.text.to_plain(), "so loud ana");
    assert_eq!(message.text.0[0], Span::Bold("so".into()));
    assert!(matches!(&message.text.0[4], Span::Mention { name, .. } if name == "ana"), "{message:?}");
}

#[tokio::test]
async fn a_file_comes_with_what_is_known_of_it() {
    let stage = Stage::lit(simulated()).await;
    let file = upload("SPOILER_end.png", "image/png", None);
    let id = stage.world.upload(stage.channel, stage.ana, "look", file).expect("she may");
    let message = said(&stage).await;
    let [Attachment { kind, file, name, mime, size_bytes, spoiler, .. }] = &message.attachments[..] else {
        panic!("{message:?}")
    };
    assert_eq!(
        (kind, name.as_deref(), mime.as_deref()),
        (&FileKind::Photo, Some("end.png"), Some("image/png"))
    );
    assert_eq!((size_bytes, spoiler), (&Some(70), &true));
    assert!(file.id.as_str().starts_with(&format!("{}/{id}/", stage.channel)), "{}", file.id);
}

#[tokio::test]
async fn what_was_spoken_is_a_voice() {
    let stage = Stage::lit(simulated()).await;
    let file = upload("voice-message.ogg", "audio/ogg", Some(2_100));
    stage.world.upload(stage.channel, stage.ana, "", file).expect("she may");
    let message = said(&stage).await;
    assert_eq!(
        (message.attachments[0].kind, message.attachments[0].duration_secs),
        (FileKind::Voice, Some(3))
    );
}

#[tokio::test]
async fn what_is_passed_on_is_marked_so() {
    let stage = Stage::lit(simulated()).await;
    let elsewhere = stage.world.add_channel(stage.guild, "elsewhere");
    let first = stage.world.say(elsewhere, stage.ana, "*news*", None).expect("she may talk");
    stage.world.forward(stage.channel, stage.ana, elsewhere, first).expect("she may");
    let is_passed =
        |kind: &EventKind| matches!(kind, EventKind::Message(message) if message.forwarded_from.is_some());
    let event = stage.inbox.event(is_passed).await;
    assert_eq!(event.words().expect("it is a message").text, Text(vec![Span::Italic("news".into())]));
    assert_eq!(event.place, stage.place());
}

#[tokio::test]
async fn reactions_are_heard_with_whose_they_are() {
    let stage = Stage::lit(simulated()).await;
    let message = stage.say("what do you think?");
    stage.world.react(stage.channel, stage.ana, message, "👍").expect("she may");
    let (event, reaction) = reacted(&stage, ReactionChange::Added).await;
    assert_eq!((event.actor.name.as_str(), reaction.emoji.as_str()), ("ana", "👍"));
    assert_eq!(reaction.message, message.to_string().into());
    stage.world.unreact(stage.channel, stage.ana, message, "👍").expect("it is hers");
    let (event, _) = reacted(&stage, ReactionChange::Removed).await;
    assert_eq!(event.actor.account.id.as_str(), stage.ana.to_string());
}

#[tokio::test]
async fn a_poll_is_heard_from_its_question_to_its_end() {
    let stage = Stage::lit(simulated()).await;
    let poll =
        stage.world.ask_poll(stage.channel, stage.ana, "Tea?", &["yes", "no"], 1, false).expect("she may");
    let message = said(&stage).await;
    let [Extra::Poll(asked)] = &message.extras[..] else { panic!("{message:?}") };
    assert_eq!((asked.question.as_str(), asked.lasts), ("Tea?", Some(Duration::from_hours(1))));
    assert_eq!(asked.options, ["yes", "no"]);
    stage.world.vote(stage.channel, stage.ana, poll, 2).expect("she may");
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::PollVote(_))).await;
    let vote = PollVote { message: poll.to_string().into(), change: VoteChange::Added(1) };
    assert_eq!(event.kind, EventKind::PollVote(vote));
    stage.world.advance(Duration::from_hours(2));
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::PollTally(_))).await;
    let tally = PollTally { message: poll.to_string().into(), counts: vec![0, 1], is_closed: true };
    assert_eq!(event.kind, EventKind::PollTally(tally));
}

#[tokio::test]
async fn a_pin_and_somebody_writing_are_heard() {
    let stage = Stage::lit(simulated()).await;
    let message = stage.say("the rules");
    stage.world.start_typing(stage.channel, stage.ana);
    let event = stage.inbox.event(|kind| *kind == EventKind::Typing).await;
    assert_eq!((event.actor.name.as_str(), &event.place), ("ana", &stage.place()));
    let owner = stage.world.add_user("owner");
    let guild = stage.world.add_guild("Other", owner);
    let channel = stage.world.add_channel(guild, "there");
    let said = stage.world.say(channel, owner, "mine", None).expect("she may talk");
    stage.world.pin(channel, owner, said).expect("it is hers");
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Pinned { .. })).await;
    assert_eq!(event.kind, EventKind::Pinned { message: said.to_string().into() });
    assert_ne!(said, message);
}

#[tokio::test]
async fn a_forums_post_begins_in_its_own_room() {
    let stage = Stage::lit(simulated()).await;
    let forum = stage.world.add_forum(stage.guild, "ideas", &["open"]).expect("it can be made");
    let tags: Vec<u64> = stage.world.tags(forum).into_iter().map(|(id, _)| id).collect();
    let words = Post { text: "please".to_owned(), ..Post::default() };
    let post = stage.world.post_in_forum(forum, stage.ana, "Dark mode", &words, &tags).expect("she may");
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Message(_))).await;
    assert_eq!(event.place.channel.as_str(), forum.to_string());
    assert_eq!(event.place.thread.map(|thread| thread.as_str().to_owned()), Some(post.to_string()));
}

#[tokio::test]
async fn what_nothing_is_made_of_is_told_of_once() {
    let stage = Stage::lit(simulated()).await;
    for _ in 0..2 {
        stage.world.gateway_dispatch("SOMETHING_NEW", &serde_json::json!({}));
        stage.world.gateway_dispatch("PRESENCE_UPDATE", &serde_json::json!({}));
    }
    stage.say("still there");
    assert_eq!(stage.inbox.words(1).await, ["still there"]);
    let told = stage.inbox.contents().notices.clone();
    let [fireside_core::ports::Notice::Skipped { kind, .. }] = &told[..] else { panic!("{told:?}") };
    assert_eq!(kind, "SOMETHING_NEW");
}

#[tokio::test]
async fn without_the_words_of_all_those_meant_for_the_bot_are_heard() {
    let mut stage = Stage::dark(Options { privileged_intents: 0, ..simulated() }).await;
    stage.options.message_content = false;
    stage.restart().await;
    assert!(stage.world.wait_for_bot(SHOWN).await, "the bot comes");
    stage.say("among ourselves");
    stage.say(&format!("<@{}> **help**", stage.world.bot()));
    stage.world.say_directly(stage.ana, "in private").expect("she may");
    let heard = stage.inbox.words(3).await;
    assert_eq!(heard, ["", "fireside help", "in private"]);
}
