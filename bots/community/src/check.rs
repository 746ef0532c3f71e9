//! `fireside check`: what is wrong in the configuration, where, and how to mend it.

use std::path::Path;

use anyhow::bail;
use fireside_core::time;

use crate::config::{self, CommunityConfig, Config, Home, OutwardConfig, Problem};
use crate::wiring::{self, Tokens};
use crate::{feedback, languages};

pub(crate) async fn check(path: &Path, offline: bool) -> anyhow::Result<()> {
    let config = config::read(path)?;
    let mut found: Vec<_> = problems(&config).iter().map(|it| format!("{}:{it}", path.display())).collect();
    if found.is_empty() && !offline {
        found = platform_problems(&config).await;
    }
    for problem in &found {
        eprintln!("{problem}");
    }
    match found.len() {
        0 if offline => say(&format!("{}: nothing wrong in the file", path.display())),
        0 => say(&format!("{}: nothing wrong; every platform answers", path.display())),
        1 => bail!("one thing to mend"),
        more => bail!("{more} things to mend"),
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "it is what was asked for")]
fn say(line: &str) {
    println!("{line}");
}

/// What can be seen to be wrong without asking anybody.
pub(crate) fn problems(config: &Config) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut add = |what: String| found.push(Problem::of_all(what));
    if config.telegram.is_none() && config.discord.is_none() {
        add("there is no platform: add a [telegram] or a [discord] section".to_owned());
    }
    if config.communities.is_empty() {
        add("there is no community: add a [[community]] section".to_owned());
    }
    if !wiring::can_hold_store(&config.store.path) {
        add(format!("store.path: nothing can be written in {}", config.store.path.display()));
    }
    for (index, community) in config.communities.iter().enumerate() {
        let twice = config.communities[..index].iter().any(|other| other.id == community.id);
        if twice {
            add(format!("two communities have the id `{}`: give one another", community.id));
        }
        let private = private_chats_problems(&config.communities[..index], community);
        for what in community_problems(config, community).into_iter().chain(private) {
            add(format!("community `{}`: {what}", community.id));
        }
    }
    found
}

/// Why staff's rooms can't be what they are set to.
fn rooms_problem(community: &CommunityConfig) -> Option<&'static str> {
    let forum = community.discord.as_ref().and_then(|places| places.staff_forum);
    let is_post = community.handoff.rooms == fireside_handoff::Rooms::Post;
    match (community.staff_home, is_post, forum) {
        (_, _, Some(0)) => Some("discord.staff_forum: 0 is no id: copy it from Discord"),
        (Home::Discord, true, None) => {
            Some("handoff: rooms is \"post\": set discord.staff_forum, a forum that only staff see")
        }
        (Home::Discord, false, Some(_)) => {
            Some("discord.staff_forum: rooms are opened there only with handoff rooms = \"post\"")
        }
        (Home::Telegram, _, Some(_)) => Some("discord.staff_forum: staff work on Telegram: leave it out"),
        _ => None,
    }
}

/// Why private chats can't be what they are set to.
fn private_chats_problems(earlier: &[CommunityConfig], community: &CommunityConfig) -> Vec<String> {
    let on_telegram = |it: &CommunityConfig| it.telegram.as_ref().is_some_and(|places| places.private_chats);
    let on_discord = |it: &CommunityConfig| it.discord.as_ref().is_some_and(|places| places.private_chats);
    let mut found = Vec::new();
    let mut taken = |key: &str, first: Option<&CommunityConfig>| {
        if let Some(first) = first {
            let first = &first.id;
            found.push(format!(
                "{key}.private_chats: they are community `{first}`'s already: set it to false"
            ));
        }
    };
    taken("telegram", earlier.iter().find(|it| on_telegram(it)).filter(|_| on_telegram(community)));
    taken("discord", earlier.iter().find(|it| on_discord(it)).filter(|_| on_discord(community)));
    let is_private = community.handoff.place == fireside_handoff::WhereTo::Private;
    if is_private && community.telegram.is_some() && !on_telegram(community) {
        found.push("handoff: place is \"private\": set telegram.private_chats = true".to_owned());
    }
    found
}

fn community_problems(config: &Config, community: &CommunityConfig) -> Vec<String> {
    let mut found = Vec::new();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if community.id.is_empty() || !community.id.chars().all(plain) {
        found.push("id: use lower-case letters, digits and `-`".to_owned());
    }
    if !languages::is_known(&community.locale) {
        let known = languages::listed();
        found.push(format!("locale: the bot does not speak `{}`: use one of {known}", community.locale));
    }
    if time::zone_named(&community.time_zone).is_none() {
        let zone = &community.time_zone;
        found.push(format!("time_zone: there is no `{zone}`: write a name like \"Europe/Berlin\""));
    }
    if community.telegram.is_some() && config.telegram.is_none() {
        found.push("it has places on Telegram, but there is no [telegram] section".to_owned());
    }
    if community.discord.is_some() && config.discord.is_none() {
        found.push("it has places on Discord, but there is no [discord] section".to_owned());
    }
    match (community.staff_home, &community.discord, &community.telegram) {
        (Home::Discord, discord, _) => match discord {
            None => found.push("staff_home is \"discord\": add [community.discord]".to_owned()),
            Some(places) => {
                if places.staff_channel.is_none() {
                    found.push("staff_home is \"discord\": set discord.staff_channel".to_owned());
                }
                if places.staff_roles.is_empty() && places.staff_accounts.is_empty() {
                    found.push(
                        "nobody is staff: set discord.staff_roles or discord.staff_accounts".to_owned(),
                    );
                }
            }
        },
        (Home::Telegram, _, telegram) => match telegram {
            None => found.push("staff_home is \"telegram\": add [community.telegram]".to_owned()),
            Some(places) => {
                if places.staff_group.is_none() {
                    found.push("staff_home is \"telegram\": set telegram.staff_group".to_owned());
                }
                if places.staff_accounts.is_empty() && !places.staff_admins {
                    found.push(
                        "nobody is staff: set telegram.staff_accounts, or telegram.staff_admins = true"
                            .to_owned(),
                    );
                }
            }
        },
    }
    found.extend(rooms_problem(community).map(str::to_owned));
    found.extend(feedback::problems(community));
    found.extend(community.handoff.problems().iter().map(|problem| format!("handoff: {problem}")));
    if let Some(Err(error)) = community.webhook.as_ref().map(OutwardConfig::address) {
        found.push(format!("webhook.url: {error}"));
    }
    if let Some(places) = &community.discord {
        let named = [
            ("guild", Some(places.guild)),
            ("staff_channel", places.staff_channel),
            ("duty_role", places.duty_role),
        ];
        let zero = named.iter().filter(|(_, id)| *id == Some(0));
        found.extend(zero.map(|(key, _)| format!("discord.{key}: 0 is no id: copy it from Discord")));
    }
    if let Some(group) = community.telegram.iter().flat_map(|places| &places.groups).find(|id| **id >= 0) {
        found.push(format!("telegram.groups: {group} is no group: a group's id is negative"));
    }
    found
}

/// What the platforms say about tokens, servers, channels and roles.
async fn platform_problems(config: &Config) -> Vec<String> {
    let adapters = match Tokens::read(config).and_then(|tokens| wiring::adapters(config, tokens)) {
        Ok(adapters) => adapters,
        Err(error) => return vec![format!("{error:#}")],
    };
    let mut found = Vec::new();
    for adapter in adapters {
        let platform = adapter.platform();
        match adapter.connect().await {
            Ok(()) => found.extend(adapter.check().await.iter().map(|what| format!("{platform}: {what}"))),
            Err(error) => found.push(format!("{platform}: {error}")),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        problems(&config::parse(text).expect("can be read")).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_empty_configuration_says_what_is_missing() {
        assert_eq!(
            found(""),
            [
                " there is no platform: add a [telegram] or a [discord] section",
                " there is no community: add a [[community]] section"
            ]
        );
    }

    #[test]
    fn a_home_without_staff_is_named_with_its_setting() {
        let text = "[discord]\n[[community]]\nid=\"acme\"\nname=\"Acme\"\nstaff_home=\"discord\"\n[community.discord]\nguild=1\n";
        assert_eq!(
            found(text),
            [
                " community `acme`: staff_home is \"discord\": set discord.staff_channel",
                " community `acme`: nobody is staff: set discord.staff_roles or discord.staff_accounts"
            ]
        );
    }

    #[test]
    fn a_language_the_bot_does_not_speak_is_named_with_those_it_does() {
        let file = |locale: &str| {
            let shipped = include_str!("../../../config/fireside.toml");
            shipped.replace("locale = \"en\"", &format!("locale = \"{locale}\""))
        };
        let known = "de, en, es, pt-BR, ru, uk, zh-CN";
        let named = |locale: &str| {
            format!(" community `acme`: locale: the bot does not speak `{locale}`: use one of {known}")
        };
        for unknown in ["fi", "english", ""] {
            assert_eq!(found(&file(unknown)), [named(unknown)]);
        }
        for spoken in ["uk", "pt", "es-MX", "zh-TW"] {
            assert_eq!(found(&file(spoken)), Vec::<String>::new(), "{spoken}");
        }
    }

    #[test]
    fn a_time_zone_that_there_is_not_is_named() {
        let shipped = include_str!("../../../config/fireside.toml");
        let in_zone = |zone: &str| shipped.replace("time_zone = \"UTC\"", &format!("time_zone = \"{zone}\""));
        let none: [&str; 0] = [];
        assert_eq!(found(&in_zone("Europe/Berlin")), none);
        assert_eq!(
            found(&in_zone("Atlantis")),
            [" community `acme`: time_zone: there is no `Atlantis`: write a name like \"Europe/Berlin\""]
        );
    }

    #[test]
    fn rooms_that_can_not_be_are_named_with_their_setting() {
        let shipped = include_str!("../../../config/fireside.toml");
        let with = |rooms: &str, forum: &str| {
            let rooms = shipped.replace("rooms = \"thread\"", &format!("rooms = \"{rooms}\""));
            found(&rooms.replace("[community.discord]\n", &format!("[community.discord]\n{forum}\n")))
        };
        let none: [&str; 0] = [];
        assert_eq!(with("post", "staff_forum = 7"), none);
        assert!(with("post", "")[0].ends_with("set discord.staff_forum, a forum that only staff see"));
        assert!(with("private", "staff_forum = 7")[0].contains("only with handoff rooms = \"post\""));
        assert!(with("post", "staff_forum = 0")[0].contains("0 is no id"));
    }

    #[test]
    fn private_chats_that_nobody_would_hear_are_named() {
        let shipped = include_str!("../../../config/fireside.toml");
        let beta = "\n[[community]]\nid = \"beta\"\nname = \"Beta\"\nstaff_home = \"telegram\"\n\
                    [community.telegram]\nstaff_group = -7\nstaff_accounts = [7]\nprivate_chats = ";
        let both = |private: &str| found(&format!("{shipped}{beta}{private}\n"));
        assert_eq!(both("false"), Vec::<String>::new());
        let taken =
            " community `beta`: telegram.private_chats: they are community `acme`'s already: set it to false";
        assert_eq!(both("true"), [taken]);
        let silent = shipped.replace("private_chats = true ", "private_chats = false ");
        assert_eq!(found(&silent), Vec::<String>::new());
        let private = silent.replace("place = \"ask\"", "place = \"private\"");
        assert!(found(&private)[0].ends_with("set telegram.private_chats = true"), "{:?}", found(&private));
    }

    #[test]
    fn hours_that_are_none_are_named_with_what_to_write() {
        let shipped = include_str!("../../../config/fireside.toml");
        let with = |lines: &str| {
            shipped.replace("[community.handoff]\n", &format!("[community.handoff]\n{lines}\n"))
        };
        let none: [&str; 0] = [];
        assert_eq!(found(&with("working_hours = { mon = \"9:00-12:00, 13:00-17:00\", sat = \"\" }")), none);
        let refused = |text: &str| config::parse(text).expect_err("refused").to_string();
        assert!(refused(&with("working_hours = { mon = \"22:00-6:00\" }")).contains("over midnight"));
        assert!(refused(&with("working_hours = { monday = \"9:00-17:00\" }")).contains("`monday`"));
        let christmas = shipped.replace("holidays = []", "holidays = [\"Christmas\"]");
        assert!(refused(&christmas).contains("`Christmas` is no day"));
        assert_eq!(
            found(&shipped.replace("warn_before = \"24h\"", "warn_before = \"7d\"")),
            [" community `acme`: handoff: `warn_before`: it must be shorter than `close_after`"]
        );
    }

    #[test]
    fn a_webhook_into_a_private_network_is_refused() {
        let shipped = include_str!("../../../config/fireside.toml");
        let found = |webhook: &str| found(&format!("{shipped}\n[community.webhook]\n{webhook}\n"));
        let none: [&str; 0] = [];
        assert_eq!(found("url = \"https://hooks.example.com/fireside\""), none);
        assert_eq!(found("url = \"http://127.0.0.1:8080/\"\nallow_loopback = true"), none);
        assert_eq!(
            found("url = \"https://10.0.0.1/\""),
            [" community `acme`: webhook.url: 10.0.0.1 is no public address: webhooks are not sent into \
                 private networks"]
        );
        assert_eq!(
            found("url = \"http://127.0.0.1:8080/\""),
            [" community `acme`: webhook.url: 127.0.0.1 is this machine: for a trial set \
                 `allow_loopback = true`, else give a public host"]
        );
    }

    #[test]
    fn the_documented_webhook_has_nothing_wrong() {
        let page = include_str!("../../../docs/webhooks.md");
        let block = page.split("```").find_map(|part| part.strip_prefix("toml\n")).expect("it is shown");
        let shipped = include_str!("../../../config/fireside.toml");
        assert_eq!(found(&format!("{shipped}\n{block}")), Vec::<String>::new());
    }

    #[test]
    fn the_shipped_configuration_has_nothing_wrong() {
        assert_eq!(found(include_str!("../../../config/fireside.toml")), Vec::<String>::new());
    }
}
