//! Who is pinged: whom the bot mentions on purpose, and nobody else.

use fireside_core::{Account, Effect, Outgoing, Span, Text};

use super::AdapterStage;
use super::running::{Running, message};

fn mention(account: Account, name: &str) -> Text {
    Text(vec![Span::Mention { account, name: name.to_owned() }])
}

/// Whom the bot mentions is pinged: in what is sent, on a card, and in what a
/// message is changed into. Without the mention it pings nobody any more.
pub async fn whom_the_bot_mentions_is_pinged(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    let calling = || Text::plain("Shipped: ").then(mention(stage.customer(), stage.customer_name()));
    for content in
        [Outgoing::of(calling()), Outgoing::of(Text::bold(calling())), Outgoing::of(calling()).card()]
    {
        let id = running.send(&place, content.clone()).await;
        let pings = || running.seen(&place, &id).expect("it is shown").pings;
        assert!(pings(), "{content:?}");
        for (calls, content) in
            [(false, Outgoing { text: "nobody".into(), ..content.clone() }), (true, content)]
        {
            let edit = Effect::Edit { message: message(&place, &id), content };
            running.deliver(edit).await.expect("it is edited");
            assert_eq!(pings(), calls);
        }
    }
}

/// An account of another platform can't be mentioned here: its name is said.
pub async fn whom_the_bot_mentions_elsewhere_is_a_name(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let account = Account::new("elsewhere", stage.customer().id.as_str());
    let id = running.send(&stage.place(), mention(account, "@everyone *Zoë*")).await;
    let seen = running.seen(&stage.place(), &id).expect("it is shown");
    assert_eq!((seen.text.as_str(), seen.pings), ("@everyone *Zoë*", false));
}

/// A role of another platform calls nobody here: its name is said.
pub async fn a_role_of_another_platform_is_a_name(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let name = "@here *helpers*".to_owned();
    let role = Span::RoleMention { platform: "elsewhere".into(), role: "9".into(), name };
    let id = running.send(&stage.place(), Text(vec![role])).await;
    let seen = running.seen(&stage.place(), &id).expect("it is shown");
    assert_eq!((seen.text.as_str(), seen.pings), ("@here *helpers*", false));
}

/// Whom a user mentions comes in as mentioned, and is a name where their words
/// are passed on.
pub async fn whom_a_user_mentions_is_a_name_when_it_is_passed_on(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let place = stage.place();
    stage.say_mention(&place, &stage.stranger());
    let event = running.inbox.events(1).await.remove(0);
    let text = event.words().expect("it is a message").text.clone();
    let is_stranger =
        |span: &Span| matches!(span, Span::Mention { account, .. } if *account == stage.stranger());
    assert!(text.0.iter().any(is_stranger), "{text:?}");
    let name = text.to_plain();
    let id = running.send(&place, text.clone().tame()).await;
    let seen = running.seen(&place, &id).expect("it is shown");
    assert_eq!((&seen.text, seen.pings), (&name, false));
    let edit =
        Effect::Edit { message: message(&place, &id), content: Text::plain("> ").then(text.tame()).into() };
    running.deliver(edit).await.expect("it is edited");
    assert!(!running.seen(&place, &id).expect("it is shown").pings);
}
