//! What is kept, as it is written today.

use fireside_core::{Account, Message, MessageRef, Outgoing, Place, Timestamp};
use fireside_handoff::{
    AcceptedAnswer, Blocked, Called, CaseFacts, CaseNumber, Colleague, Copying, Draft, FirstAnswers,
    FirstWords, KeptBack, LastSaid, Line, LineOf, Mirror, Offered, OpenCase, Picture, Snippet, StaffMember,
    State, Transcript, Typed,
};
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

#[test]
fn a_case_is_written_like_this() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.hold_deliveries();
    scene.call("The lid is stuck");
    insta::assert_json_snapshot!("case_waiting", scene.case(1));
    scene.script.deliver_all();
    let room = scene.room();
    scene.script.command(&scene.sam, &room, "claim", "");
    assert_eq!(scene.case(1).state(), State::Active);
    scene.script.command(&scene.sam, &room, "close", "solved");
    insta::assert_json_snapshot!("case_closed", scene.case(1));
}

#[test]
fn an_open_case_is_written_like_this() {
    insta::assert_json_snapshot!("open_case", OpenCase { number: CaseNumber::new(7) });
}

#[test]
fn what_is_kept_of_a_customer_is_written_like_this() {
    let scene = Scene::new(SOUTH, NORTH);
    let by = StaffMember { account: scene.sam.account.clone(), name: "Sam".to_owned() };
    let until = Some(scene.script.now());
    let blocked = Blocked { until, reason: Some("spam".to_owned()), by };
    let answer = AcceptedAnswer {
        place: scene.group.clone(),
        message: "a1".into(),
        question: "How do I open the lid?".to_owned(),
        words: "Turn it".to_owned(),
        author: "Cleo".to_owned(),
        author_account: scene.kim.account.clone(),
        link: Some("https://north.example/square/a1".to_owned()),
        by: scene.ana.account.clone(),
        at: scene.script.now(),
    };
    insta::assert_json_snapshot!("of_a_customer", (blocked, answer, Offered {}));
}

#[test]
fn a_copy_keeps_its_shape() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.hold_deliveries();
    let message = Message { id: Some("a1".into()), ..Message::of("which dimmer?") };
    scene.script.post(&scene.ana, &scene.group, message);
    let path = (scene.group.to_string(), "a1".to_owned());
    let mirror: Option<Mirror> = scene.script.record(&path);
    let delivery = scene.script.deliveries().last().expect("it is on its way").delivery.id.clone();
    let copying: Option<Copying> = scene.script.record(&delivery);
    insta::assert_json_snapshot!("a_copy_on_its_way", (mirror, copying));
    scene.script.deliver_all();
    assert_eq!(scene.script.record::<Copying>(&delivery), None, "it has arrived");
    assert_eq!(scene.last_in(&room), "Ana: which dimmer?");
}

#[test]
fn what_the_desk_keeps_is_written_like_this() {
    let by = StaffMember { account: Account::new(NORTH, "8"), name: "Sam".to_owned() };
    let at = Timestamp::from_secs(1_750_000_000);
    let snippet = Snippet { name: "hi".to_owned(), words: "Hi {customer}".to_owned(), by: by.clone() };
    let draft = Draft { case: CaseNumber::new(7), words: "Hi Ana".to_owned(), by: by.clone() };
    let blocked = Blocked { until: Some(at), reason: Some("spam".to_owned()), by: by.clone() };
    insta::assert_json_snapshot!("the_desk", (Colleague { member: by, last: at }, snippet, draft, blocked));
}

#[test]
fn what_the_relay_keeps_is_written_like_this() {
    let (case, at) = (CaseNumber::new(7), Timestamp::from_secs(1_750_000_000));
    let place = Place::channel(NORTH, "staff");
    let original = MessageRef::Known { place: place.clone(), id: "s1".into() };
    let copying = Copying {
        originals: vec![original.clone()],
        content: Outgoing::of("turn it left").author("Sam · Acme"),
        line: Some(LineOf { case, at, mark: "s1/e9".to_owned() }),
        answers: None,
        refused_by: vec![place],
        is_late: true,
        put_up: Some(original.clone()),
        is_taken_back: false,
    };
    let kept = KeptBack { words: vec![copying] };
    let first = FirstWords { messages: vec![original.clone()] };
    insta::assert_json_snapshot!(
        "the_relay",
        (kept, LastSaid { original }, first, Typed { at }, Called { at })
    );
}

#[test]
fn what_is_kept_for_transcripts_and_figures_is_written_like_this() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let message = Message { id: Some("100".into()), ..Message::of("which dimmer?") };
    scene.script.post(&scene.ana, &scene.group, message);
    scene.script.say(&scene.sam, &room, "Any.");
    scene.script.command(&scene.sam, &room, "close", "");
    let of: LineOf = scene.script.record(&LineOf::path(&scene.group, &"100".into())).expect("it is a line");
    let line: Option<Line> = scene.script.record(&(of.case, of.at, of.mark.as_str()));
    insta::assert_json_snapshot!("a_line", (of, line));
    let facts: Option<CaseFacts> = scene.script.record(&CaseNumber::new(1));
    let answers: Option<FirstAnswers> = scene.script.record("last");
    insta::assert_json_snapshot!("facts", (facts, answers));
    scene.script.hold_deliveries();
    scene.script.command(&scene.sam, &scene.home, "transcript", "1 jsonl");
    scene.script.command(&scene.sam, &scene.home, "stats", "");
    let transcript: Option<Transcript> = scene.script.record(&1_u64);
    let picture: Option<Picture> = scene.script.record(&1_u64);
    // How well the picture is packed is no shape of ours.
    let picture = picture.map(|mut picture| {
        picture.output.files[0].bytes = 0;
        picture
    });
    insta::assert_json_snapshot!("files_on_their_way", (transcript, picture));
}
