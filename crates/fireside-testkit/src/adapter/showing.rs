//! How words are set apart: under another's name, as a card, covered, and in
//! rooms of their own kind.

use fireside_core::ports::Adapter;
use fireside_core::ports::DeliveryError;
use fireside_core::{Button, ButtonTarget, Capability, Effect, EventKind, Outgoing, RoomPlan, Span, Text};

use super::RichStage;
use super::running::{Running, message};

/// The name of whose words they are stands before them, however it is written:
/// above them by itself, where the platform shows words under another's name.
pub async fn whose_words_they_are_is_shown(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let name = "Zoë </b> *the* [cat]";
    let id = running.send(&stage.place(), Outgoing::of("it is slow").author(name)).await;
    let mut text = running.seen(&stage.place(), &id).expect("it is shown").text;
    if running.adapter.capabilities().can(Capability::Personas) {
        text.insert_str(0, &stage.shown_under(&stage.place(), &id));
    }
    assert!(text.starts_with(name) && text.ends_with("it is slow"), "{text}");
}

/// Words are shown under the name of whose they are where the adapter says so;
/// else under the bot's, with that name above them. They can be changed and
/// removed either way.
pub async fn words_are_shown_under_their_authors_name_where_that_is_declared(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let id = running.send(&place, Outgoing::of("it is slow").author("Zoë")).await;
    let shows = |words: &str| {
        let text = running.seen(&place, &id).expect("it is shown").text;
        let is_theirs = stage.shown_under(&place, &id) == "Zoë";
        assert_eq!(is_theirs, running.adapter.capabilities().can(Capability::Personas));
        if is_theirs {
            assert_eq!(text, words);
        } else {
            let (name, below) = text.split_once('\n').expect("the name stands above");
            assert!(name.starts_with("Zoë") && below == words, "{text}");
        }
    };
    shows("it is slow");
    let content = Outgoing::of("it is fast").author("Zoë");
    let edit = Effect::Edit { message: message(&place, &id), content };
    running.deliver(edit).await.expect("it is edited");
    shows("it is fast");
    running.deliver(Effect::Delete { message: message(&place, &id) }).await.expect("it is removed");
    let left = running.said(&place);
    assert!(left.iter().all(|seen| seen.id != id), "{left:?}");
}

/// A card shows its words and buttons, before and after a change, on every
/// platform. That it is set apart where cards are declared is looks, which no
/// stage can tell: the adapter's own tests of what it renders hold that.
pub async fn a_card_shows_its_words_and_buttons(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let card = |words: &str| {
        let join = Button { label: "Join".to_owned(), target: ButtonTarget::Press("a:join".to_owned()) };
        Outgoing::of(Text::bold("Case #7").line(words)).row(vec![join]).card()
    };
    let id = running.send(&stage.place(), card("@everyone *waits*")).await;
    let seen = running.seen(&stage.place(), &id).expect("it is shown");
    assert!(seen.text.contains("Case #7") && seen.text.contains("@everyone *waits*"), "{}", seen.text);
    assert_eq!((seen.buttons, seen.pings), (vec!["Join".to_owned()], false));
    let edit = Effect::Edit { message: message(&stage.place(), &id), content: card("Sam is there") };
    running.deliver(edit).await.expect("it is edited");
    let seen = running.seen(&stage.place(), &id).expect("it is shown");
    assert!(seen.text.contains("Sam is there") && !seen.text.contains("waits"), "{}", seen.text);
    assert_eq!(seen.buttons, ["Join"]);
}

/// Formatting that the bot asks for is shown as such: every kind of it at once.
pub async fn formatting_is_shown(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let inner = |words: &str| Text::plain(words);
    let text = Text(vec![
        Span::Bold(inner("bold")),
        Span::Italic(inner("slanted")),
        Span::Underline(inner("under")),
        Span::Strike(inner("gone")),
        Span::Spoiler(inner("covered")),
        Span::Code("code".to_owned()),
        Span::Link { url: "https://example.org/".to_owned(), label: inner("link") },
    ]);
    let words = text.to_plain();
    let id = running.send(&stage.place(), Outgoing::of(text)).await;
    let seen = running.seen(&stage.place(), &id).expect("it is shown");
    assert_eq!((seen.text, seen.is_formatted, seen.pings), (words, true, false));
}

/// Formatting that the customer chose comes in as such, right where it was.
pub async fn formatting_comes_in(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    stage.say_bold(&stage.place(), "🛟 ", "help");
    let event = running.inbox.event(|kind| matches!(kind, EventKind::Message(_))).await;
    let text = event.words().map(|message| message.text.clone());
    assert_eq!(text, Some(Text::plain("🛟 ").then(Text::bold("help"))));
}

/// A room for those who are let in is seen by nobody else where the adapter
/// says so; else it is refused, so that another way is found.
pub async fn a_private_room_is_seen_by_those_in_it(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let plan = RoomPlan { is_private: true, ..RoomPlan::new(stage.place(), "between us") };
    let opened = running.deliver(Effect::OpenRoom(plan)).await;
    if !running.adapter.capabilities().can(Capability::PrivateRooms) {
        assert!(matches!(opened, Err(DeliveryError::Refused { .. })), "{opened:?}");
        return;
    }
    let room = opened.expect("it is opened").place.expect("it is a room");
    assert!(!stage.sees_room(&room));
    let let_in = Effect::AddMember { room: room.clone().into(), account: stage.customer() };
    running.deliver(let_in).await.expect("they are let in");
    assert!(stage.sees_room(&room));
    running.send(&room, "good morning").await;
}

/// A post opens with its words and tags; its tags change, and its name does.
pub async fn a_post_opens_with_its_words_and_tags(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let can = |capability| running.adapter.capabilities().can(capability);
    let Some(forum) = stage.forum() else {
        assert!(!can(Capability::RoomTags), "a platform with tags has channels of posts");
        return;
    };
    let plan = RoomPlan {
        opening: Some(Box::new(Outgoing::of("the lid is stuck"))),
        tags: vec!["open".to_owned(), "nobody made this one".to_owned()],
        ..RoomPlan::new(forum, "#7 *lid* @everyone")
    };
    let receipt = running.deliver(Effect::OpenRoom(plan)).await.expect("it is opened");
    let room = receipt.place.expect("it is a room");
    assert_eq!(stage.tags(&room), ["open"]);
    let first = running.said(&room).into_iter().next().expect("its first words");
    assert_eq!((first.text.as_str(), first.pings), ("the lid is stuck", false));
    let tags = Effect::TagRoom { room: room.clone().into(), tags: vec!["done".to_owned()] };
    running.deliver(tags).await.expect("it is tagged");
    assert_eq!(stage.tags(&room), ["done"]);
}

/// A room has the name it was given last.
pub async fn a_room_is_given_another_name(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-12").await;
    let name = "case-12 *solved*".to_owned();
    running.deliver(Effect::RenameRoom { room: room.clone().into(), name }).await.expect("it is renamed");
    assert_eq!(running.rooms("case-12").len(), 0);
    assert_eq!(running.rooms("case-12 *solved*")[0].place, room);
}

/// Tags are refused where rooms have none.
pub async fn tags_are_refused_where_rooms_have_none(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    if running.adapter.capabilities().can(Capability::RoomTags) {
        return;
    }
    let room = running.open("case-13").await;
    let tagged = running.deliver(Effect::TagRoom { room: room.into(), tags: vec!["open".to_owned()] }).await;
    assert!(matches!(tagged, Err(DeliveryError::Refused { .. })), "{tagged:?}");
}
