//! Interactions: answered at once, deferred, as a form, or too late.

use std::time::Duration;

use fireside_core::form::{ShownField, ShownForm};
use fireside_core::outgoing::{Button, ButtonTarget, Outgoing, Privacy};
use fireside_core::ports::Adapter;
use fireside_core::{Answer, Effect, EventKind, OptionValue};
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;

use crate::stage::{SHOWN, Stage, simulated};

fn say(words: &str, privacy: Privacy) -> Answer {
    Answer::Say { content: Box::new(Outgoing::of(words)), privacy }
}

fn form() -> Answer {
    let field = |name: &str, choices: &[(&str, &str)]| ShownField {
        files_max: 0,
        name: name.to_owned(),
        label: name.to_owned(),
        long: false,
        chars_max: 100,
        choices: choices.iter().map(|(value, shown)| ((*value).to_owned(), (*shown).to_owned())).collect(),
        required: true,
        value: String::new(),
    };
    let fields = vec![field("title", &[]), field("kind", &[("bug", "Bug"), ("idea", "Idea")])];
    Answer::Open(Box::new(ShownForm { token: "form-7".to_owned(), title: "Feedback".to_owned(), fields }))
}

/// Sends a message with a button, and gives back its id.
async fn button(stage: &Stage) -> u64 {
    let button = Button { label: "Claim".to_owned(), target: ButtonTarget::Press("claim-1".to_owned()) };
    let content = Outgoing::of("a case").row(vec![button]);
    let effect = Effect::Send { to: stage.place().into(), content };
    let sent = stage.adapter.deliver(&delivery(0, effect), &FakeFiles::default()).await.expect("it is sent");
    sent.message.expect("it has an id").as_str().parse().expect("it is a number")
}

#[tokio::test]
async fn a_public_answer_is_seen_by_all() {
    let stage = Stage::lit(simulated()).await;
    stage.inbox.answer(say("joined", Privacy::Public));
    stage.world.run_command(stage.channel, stage.ana, "join", &[]).expect("it is registered");
    assert!(stage.world.wait_for_text(stage.channel, "joined", SHOWN).await.is_some());
}

#[tokio::test]
async fn a_slow_answer_is_announced_and_given_later() {
    let stage = Stage::lit(simulated()).await;
    stage.inbox.hold();
    stage.inbox.answer(say("here it is", Privacy::Private));
    let asked = stage.world.run_command(stage.channel, stage.ana, "status", &[]).expect("it is registered");
    let announced = stage.world.wait_for(|world| world.is_answered(asked).then_some(()), SHOWN).await;
    assert!(announced.is_some(), "it is deferred within three seconds");
    stage.inbox.commit();
    assert!(stage.world.wait_for_private(stage.ana, "here it is", SHOWN).await.is_some());
}

#[tokio::test]
async fn a_slow_answer_to_a_press_follows_in_private() {
    let stage = Stage::lit(simulated()).await;
    let asked = button(&stage).await;
    stage.inbox.hold();
    stage.inbox.answer(say("you claimed it", Privacy::Private));
    stage.world.press(asked, stage.ana, "Claim").expect("it is there");
    stage.inbox.event(|kind| matches!(kind, EventKind::Press(_))).await;
    let pressed = stage.inbox.contents().events.last().map(|event| event.id.as_str().to_owned());
    let id = pressed.and_then(|id| id.rsplit(':').next()?.parse().ok()).expect("it is an interaction");
    stage.world.wait_for(|world| world.is_answered(id).then_some(()), SHOWN).await.expect("it is deferred");
    stage.inbox.commit();
    assert!(stage.world.wait_for_private(stage.ana, "you claimed it", SHOWN).await.is_some());
    assert_eq!(stage.world.history(stage.channel).len(), 1, "nobody else sees it");
}

#[tokio::test]
async fn an_answer_whose_own_answer_got_lost_is_given_once() {
    let stage = Stage::lit(simulated()).await;
    stage.inbox.answer(say("joined", Privacy::Public));
    let call = "POST /interactions/{interaction.id}/{interaction.token}/callback";
    stage.world.inject(call, fireside_sim::Fault::AnswerLost);
    stage.world.run_command(stage.channel, stage.ana, "join", &[]).expect("it is registered");
    assert!(stage.world.wait_for_text(stage.channel, "joined", SHOWN).await.is_some());
    assert_eq!(stage.world.history(stage.channel).len(), 1);
}

#[tokio::test]
async fn a_late_public_answer_goes_to_the_channel() {
    let stage = Stage::lit(simulated()).await;
    stage.inbox.hold();
    stage.inbox.answer(say("joined at last", Privacy::Public));
    let asked = stage.world.run_command(stage.channel, stage.ana, "join", &[]).expect("it is registered");
    stage
        .world
        .wait_for(|world| world.is_answered(asked).then_some(()), SHOWN)
        .await
        .expect("it is deferred");
    stage.world.advance(Duration::from_mins(16));
    stage.inbox.commit();
    let seen = stage.world.wait_for(
        |world| world.history(stage.channel).into_iter().find(|seen| seen.text == "joined at last"),
        SHOWN,
    );
    assert!(seen.await.is_some(), "everybody sees it");
}

#[tokio::test]
async fn a_form_opens_and_its_labelled_answers_come_back() {
    let stage = Stage::lit(simulated()).await;
    stage.inbox.answer(form());
    stage.world.run_command(stage.channel, stage.ana, "feedback", &[]).expect("it is registered");
    let modal = stage.world.wait_for_modal(stage.ana, SHOWN).await.expect("it opens");
    assert_eq!(modal.title, "Feedback");
    let filled_in = [("title", "too slow"), ("kind", "bug")];
    stage.inbox.answer(say("saved", Privacy::Private));
    stage.world.submit_modal(stage.ana, &modal.custom_id, &filled_in).expect("it is complete");
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Submit(_))).await;
    let EventKind::Submit(submission) = event.kind else { panic!("it is a submission") };
    assert_eq!(submission.token, "form-7");
    assert_eq!(submission.answers.get("title"), "too slow");
    assert_eq!(submission.answers.get("kind"), "bug");
    assert!(stage.world.wait_for_private(stage.ana, "saved", SHOWN).await.is_some());
}

#[tokio::test]
async fn a_press_without_an_answer_is_acknowledged() {
    let stage = Stage::lit(simulated()).await;
    let message = button(&stage).await;
    let asked = stage.world.press(message, stage.ana, "Claim").expect("it is there");
    assert!(stage.world.wait_for(|world| world.is_answered(asked).then_some(()), SHOWN).await.is_some());
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Press(_))).await;
    let EventKind::Press(press) = event.kind else { panic!("it is a press") };
    assert_eq!(press.data, "claim-1");
}

#[tokio::test]
async fn a_commands_event_says_who_may_do_what() {
    let stage = Stage::lit(simulated()).await;
    let role = stage.world.add_role(stage.guild, "Support", 0);
    stage.world.give_role(stage.guild, stage.ana, role).expect("she is a member");
    stage.world.run_command(stage.channel, stage.ana, "status", &[]).expect("it is registered");
    let event = stage.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let roles = event.actor.authority.expect("it is told").roles;
    assert!(roles.contains(&role.to_string().into()), "{roles:?}");
    let EventKind::Command(invocation) = event.kind else { panic!("it is a command") };
    assert_eq!(
        (invocation.name.as_str(), invocation.options),
        ("status", Vec::<(String, OptionValue)>::new())
    );
}
