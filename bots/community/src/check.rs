//! `fireside check`: what is wrong in the configuration, where, and how to mend it.

use std::path::Path;

use anyhow::bail;

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
        for what in community_problems(config, community) {
            add(format!("community `{}`: {what}", community.id));
        }
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
    found.extend(feedback::problems(community));
    if let Some(Err(error)) = community.webhook.as_ref().map(OutwardConfig::address) {
        found.push(format!("webhook.url: {error}"));
    }
    if let Some(places) = &community.discord {
        let named = [("guild", Some(places.guild)), ("staff_channel", places.staff_channel)];
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
