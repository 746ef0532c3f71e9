//! What the binary says when it is asked, and when something is wrong.

use fireside_sim::{Clock, Scene};

use crate::process::{Configured, Said, bare, ended};

/// `fireside check` of a configuration that was changed.
async fn checked(change: impl FnOnce(Configured) -> Configured) -> Said {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let said = change(Configured::for_scene(&scene)).say("check").await;
    scene.stop().await;
    said
}

fn assert_refused(said: &Said, words: &[&str]) {
    assert!(!said.succeeded, "it is no success: {said:#?}");
    for word in words {
        assert!(said.err.contains(word), "«{word}» in {}", said.err);
    }
    assert!(!said.err.contains("panicked"), "{}", said.err);
}

#[tokio::test]
async fn without_an_argument_it_prints_help() {
    let said = ended(bare()).await;
    assert!(said.succeeded);
    for word in ["Usage: fireside", "run", "check", "demo"] {
        assert!(said.out.contains(word), "«{word}» in {}", said.out);
    }
}

#[tokio::test]
async fn the_demo_tells_both_sides_and_ends_by_itself() {
    let mut command = bare();
    command.args(["demo", "--speed", "0"]);
    let said = ended(command).await;
    assert!(said.succeeded, "{said:#?}");
    let words = [
        "What is it?",
        "Saved #1",
        "#1 The lamp flickers below half brightness",
        "2 voices",
        "I have called a person",
        "Which dimmer do you use?",
        "from before LEDs",
        "Case #1 is closed",
        "has shipped",
        "Does it do what you hoped?",
        "👍 1",
    ];
    for word in words {
        assert!(said.out.contains(word), "«{word}» in {}", said.out);
    }
    assert!(said.out.contains("as last week"), "the team's notes are shown on their side");
    assert!(!said.err.contains("ERROR"), "{}", said.err);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_that_is_right_passes() {
    let said = checked(|config| config).await;
    assert!(said.succeeded && said.out.contains("nothing wrong; every platform answers"), "{said:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_key_is_named_with_its_line_and_what_was_meant() {
    let change = |config: Configured| config.with("durability =", "durabilty =");
    let said = checked(change).await;
    assert_refused(&said, &["fireside.toml:3: unknown key `durabilty`; did you mean `durability`?"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_type_is_named_with_its_line() {
    let mut line = 0;
    let said = checked(|config| {
        let config = config.set("private_chats", "\"yes\"");
        line = config.line_of("private_chats");
        config
    })
    .await;
    assert_refused(&said, &[&format!("fireside.toml:{line}: "), "boolean"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_file_is_named() {
    let mut command = bare();
    command.args(["check", "--config", "nowhere/fireside.toml"]);
    assert_refused(&ended(command).await, &["nowhere/fireside.toml", "config/fireside.toml"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_token_names_where_it_goes() {
    let said = checked(|config| config.token(0, None)).await;
    assert_refused(&said, &["FIRESIDE_TELEGRAM_TOKEN", "token_file"]);
    let said = checked(|config| config.token(1, Some("  "))).await;
    assert_refused(&said, &["FIRESIDE_DISCORD_TOKEN"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_names_its_setting_and_is_not_shown() {
    let said = checked(|config| config.token(0, Some("42:WRONG-TOKEN-OF-A-BOT"))).await;
    assert_refused(&said, &["telegram: ", "telegram.token"]);
    let said = checked(|config| config.token(1, Some("MTIz.wrong.token-of-a-bot"))).await;
    assert_refused(&said, &["discord: ", "discord.token"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_the_bot_is_not_in_is_named() {
    let said = checked(|config| config.set("guild", "7")).await;
    assert_refused(&said, &["discord: ", "discord.guild"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_staff_channel_that_is_not_there_is_named() {
    let said = checked(|config| config.set("staff_channel", "7")).await;
    assert_refused(&said, &["discord: ", "discord.staff_channel"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_is_not_there_is_named() {
    let said = checked(|config| config.set("staff_roles", "[7]")).await;
    assert_refused(
        &said,
        &["discord: `discord.staff_roles`: 7 is no role of the guild", "one thing to mend"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_is_zero_is_refused_before_anything_is_called() {
    let said = checked(|config| config.set("guild", "0").set("staff_channel", "0")).await;
    assert_refused(&said, &["discord.guild: 0 is no id", "discord.staff_channel: 0 is no id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_the_bot_is_not_in_is_named() {
    let said = checked(|config| config.set("groups", "[-1000000000007]")).await;
    assert_refused(
        &said,
        &["telegram: `telegram.groups`: the bot is not in -1000000000007", "one thing to mend"],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_staff_group_without_topics_or_rights_is_named() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let group = scene.on_telegram.group;
    let said = Configured::for_scene(&scene).staff_group(group).say("check").await;
    let no_topics = format!("telegram: `telegram.staff_group`: {group} has no topics");
    let no_right = format!("the bot may not manage topics, pin messages, delete messages in {group}");
    assert_refused(&said, &[&no_topics, &no_right, "2 things to mend"]);
    let said = Configured::for_scene(&scene).staff_group(scene.on_telegram.staff_group).say("check").await;
    assert!(said.succeeded, "{said:#?}");
    scene.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_is_said_for_both_platforms_at_once() {
    let said = checked(|config| config.set("groups", "[-7]").set("staff_roles", "[7]")).await;
    assert_refused(&said, &["`telegram.groups`", "`discord.staff_roles`", "2 things to mend"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_cannot_be_reached_is_named() {
    // Port 1 on loopback: nobody listens there.
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let nobody = "http://127.0.0.1:1";
    for (url, setting) in
        [(scene.telegram.url(), "telegram.api_url"), (scene.discord.url(), "discord.api_url")]
    {
        let said = Configured::for_scene(&scene).with(url, nobody).say("check").await;
        assert_refused(&said, &[nobody, setting]);
    }
    scene.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_is_wrong_is_said_at_once() {
    let said = checked(|config| config.set("staff_home", "\"telegram\"").set("id", "\"Acme & Co\"")).await;
    let words = ["use lower-case letters", "set telegram.staff_group", "nobody is staff", "3 things to mend"];
    assert_refused(&said, &words);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_with_its_secret_passes_without_being_called() {
    // Port 1 on loopback: nobody listens there.
    let secret = Some("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let said = checked(|config| config.webhook("http://127.0.0.1:1/", secret)).await;
    assert!(said.succeeded, "{said:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_without_a_good_secret_says_where_it_goes_and_how_to_make_one() {
    let url = "http://127.0.0.1:1/";
    let said = checked(|config| config.webhook(url, None)).await;
    assert_refused(
        &said,
        &["community `acme`: webhook secret", "FIRESIDE_WEBHOOK_SECRET_ACME", "secret_file"],
    );
    let said = checked(|config| config.webhook(url, Some("correct-horse-battery"))).await;
    assert_refused(&said, &["community `acme`: webhook secret", "whsec_$(openssl rand -base64 32)"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_into_a_private_network_is_refused() {
    let secret = Some("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let said = checked(|config| config.webhook("https://169.254.169.254/latest", secret)).await;
    assert_refused(&said, &["webhook.url: 169.254.169.254 is no public address", "one thing to mend"]);
}
