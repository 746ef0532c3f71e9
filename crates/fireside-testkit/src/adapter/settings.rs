//! Settings that are wrong, secrets that stay so, and capabilities that are true.

use std::net::{Ipv4Addr, TcpListener};

use fireside_core::form::{ShownField, ShownForm};
use fireside_core::ports::{Adapter, AdapterError};
use fireside_core::{Answer, Capability, EventKind, Outgoing, Privacy};

use super::running::{Running, send};
use super::{AdapterStage, Call, Trouble};

/// An address at which nobody answers any more.
fn deserted() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    format!("http://{}", listener.local_addr().expect("it has an address"))
}

/// A token of the right form that the platform does not know.
fn wrong_token(stage: &impl AdapterStage) -> String {
    let mut token = stage.token().to_owned();
    token.push_str("-no-more");
    token
}

/// A wrong token is found when connecting, and the person is told what to mend.
pub async fn a_wrong_token_stops_and_names_its_setting(stage: &impl AdapterStage) {
    let adapter = stage.adapter(stage.address(), &wrong_token(stage));
    let connected = adapter.connect().await;
    let Err(AdapterError::Stop { what }) = connected else { panic!("it does not stop: {connected:?}") };
    assert!(what.contains(stage.token_setting()), "{what}");
}

/// An address at which nobody answers is told as it is written.
pub async fn an_address_nobody_answers_at_is_named(stage: &impl AdapterStage) {
    let address = deserted();
    let error = stage.adapter(&address, stage.token()).connect().await.expect_err("nobody is there");
    assert!(matches!(error, AdapterError::Stop { .. } | AdapterError::Later { .. }), "{error:?}");
    assert!(error.to_string().contains(&address), "{error}");
}

/// No error and nothing that is shown of the adapter holds the token.
pub async fn the_token_is_nowhere_to_be_read(stage: &impl AdapterStage) {
    let mut shown = Vec::new();
    let wrong = stage.adapter(stage.address(), &wrong_token(stage));
    shown.push(format!("{:?}", wrong.connect().await.expect_err("the token is wrong")));
    let stranded = stage.adapter(&deserted(), stage.token());
    shown.push(format!("{:?}", stranded.connect().await.expect_err("nobody is there")));
    let running = Running::start(stage).await;
    shown.push(format!("{:?} {:?}", stranded, running.adapter));
    let stranded = stranded.deliver(&running.delivery(send(&stage.place(), "hello")), &running.files).await;
    shown.push(format!("{:?}", stranded.expect_err("nobody is there")));
    for trouble in [Trouble::AnswerLost, Trouble::Down] {
        stage.trouble(Call::Send, trouble);
        shown.push(format!("{:?}", running.deliver(send(&stage.place(), "hello")).await));
    }
    shown.push(format!("{:?}", running.inbox.contents()));
    for text in shown {
        assert!(!text.contains(stage.token()), "{text}");
    }
}

/// A form opens at once where the adapter says so; where it can't, no event
/// claims that one could be opened.
pub async fn a_form_opens_where_the_capabilities_say_so(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let title = ShownField {
        name: "title".to_owned(),
        label: "What is it about?".to_owned(),
        long: false,
        files_max: 0,
        chars_max: 100,
        choices: Vec::new(),
        required: true,
        value: String::new(),
    };
    let form = ShownForm { token: "f:7".to_owned(), title: "Feedback".to_owned(), fields: vec![title] };
    running.inbox.answer(Answer::Open(Box::new(form)));
    stage.run_command("feedback", &[]);
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let forms = running.adapter.capabilities().can(Capability::Forms);
    assert_eq!(event.reply.is_some_and(|reply| reply.opens_forms), forms);
    if forms {
        assert_eq!(stage.form_title().await.as_deref(), Some("Feedback"));
    }
}

/// An answer for one is seen by that one alone where the adapter says so;
/// where it can't, no event claims that it could be given.
pub async fn a_private_answer_is_private_or_not_promised(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let content = Box::new(Outgoing::of("all is well"));
    running.inbox.answer(Answer::Say { content, privacy: Privacy::Private });
    stage.run_command("status", &[]);
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Command(_))).await;
    let private_answers = running.adapter.capabilities().can(Capability::PrivateAnswers);
    assert_eq!(event.reply.is_some(), private_answers);
    if private_answers {
        assert!(stage.seen_alone("all is well").await, "the customer is answered");
        assert_eq!(running.said(&stage.place()), [], "nobody else sees it");
    }
}
