//! Where a community's feedback is shown, and what is wrong with its settings.

use fireside_core::Place;

use crate::config::{CommunityConfig, Home};

const TELEGRAM: &str = fireside_telegram::PLATFORM;
const DISCORD: &str = fireside_discord::PLATFORM;

/// Where cards are put up: the place that was named, of two the one that was
/// chosen; `None`: where staff work.
pub(crate) fn place(config: &CommunityConfig) -> Option<Place> {
    match config.feedback_home {
        Some(Home::Discord) => on_discord(config),
        Some(Home::Telegram) => on_telegram(config),
        None => on_discord(config).or_else(|| on_telegram(config)),
    }
}

fn on_discord(config: &CommunityConfig) -> Option<Place> {
    let discord = config.discord.as_ref()?;
    let channel = discord.feedback_channel?;
    Some(Place::channel(DISCORD, channel.to_string()).within(discord.guild.to_string()))
}

fn on_telegram(config: &CommunityConfig) -> Option<Place> {
    let telegram = config.telegram.as_ref()?;
    let group = Place::channel(TELEGRAM, telegram.feedback_group?.to_string());
    Some(match telegram.feedback_topic {
        Some(topic) => group.thread(topic.to_string()),
        None => group,
    })
}

/// What can be seen to be wrong with it.
pub(crate) fn problems(config: &CommunityConfig) -> Vec<String> {
    let mut found = config.feedback.problems();
    for problem in &mut found {
        problem.insert_str(0, "feedback: ");
    }
    let named = (on_discord(config).is_some(), on_telegram(config).is_some());
    match (config.feedback_home, named) {
        (Some(Home::Discord), (false, _)) => {
            found.push("feedback_home is \"discord\": set discord.feedback_channel".to_owned());
        }
        (Some(Home::Telegram), (_, false)) => {
            found.push("feedback_home is \"telegram\": set telegram.feedback_group".to_owned());
        }
        (None, (true, true)) => found.push(
            "feedback_home: there are discord.feedback_channel and telegram.feedback_group: say \
             \"discord\" or \"telegram\""
                .to_owned(),
        ),
        _ => {}
    }
    if config.discord.as_ref().is_some_and(|places| places.feedback_channel == Some(0)) {
        found.push("discord.feedback_channel: 0 is no id: copy it from Discord".to_owned());
    }
    if let Some(telegram) = &config.telegram {
        if let Some(group) = telegram.feedback_group.filter(|group| *group >= 0) {
            found.push(format!("telegram.feedback_group: {group} is no group: a group's id is negative"));
        }
        if telegram.feedback_topic.is_some() && telegram.feedback_group.is_none() {
            found.push("telegram.feedback_topic: say in which group: set telegram.feedback_group".to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    /// A community with these lines, these on Discord and these on Telegram.
    fn community([top, discord, telegram, feedback]: [&str; 4]) -> CommunityConfig {
        let text = format!(
            "[[community]]\nid=\"acme\"\nname=\"Acme\"\nstaff_home=\"discord\"\n{top}\n\
             [community.discord]\nguild=1\nstaff_channel=2\n{discord}\n\
             [community.telegram]\n{telegram}\n[community.feedback]\n{feedback}\n"
        );
        config::parse(&text).expect("it can be read").communities.remove(0)
    }

    #[test]
    fn cards_are_where_the_one_place_is_or_the_chosen_one() {
        let (forum, group) = ("feedback_channel=7", "feedback_group=-9");
        let shown = |lines| place(&community(lines)).map(|place| place.to_string());
        assert_eq!(shown(["", "", "", ""]), None);
        assert_eq!(shown(["", forum, "", ""]).as_deref(), Some("discord:7"));
        assert_eq!(shown(["", "", group, ""]).as_deref(), Some("telegram:-9"));
        let chosen = shown(["feedback_home=\"telegram\"", forum, "feedback_group=-9\nfeedback_topic=3", ""]);
        assert_eq!(chosen.as_deref(), Some("telegram:-9/3"));
        assert_eq!(problems(&community(["", forum, "", ""])), Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_is_named_with_its_setting() {
        let first = |lines| problems(&community(lines)).into_iter().next().unwrap_or_default();
        let both = ["", "feedback_channel=7", "feedback_group=-9", ""];
        assert!(first(both).starts_with("feedback_home: there are"));
        let unnamed = first(["feedback_home=\"discord\"", "", "feedback_group=-9", ""]);
        assert_eq!(unnamed, "feedback_home is \"discord\": set discord.feedback_channel");
        assert!(first(["", "feedback_channel=0", "", ""]).contains("0 is no id"));
        assert!(first(["", "", "feedback_group=9", ""]).contains("negative"));
        assert!(first(["", "", "feedback_topic=9", ""]).contains("set telegram.feedback_group"));
        assert!(first(["", "", "", "pings=99"]).starts_with("feedback: `pings`"));
    }
}
