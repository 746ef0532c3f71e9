//! What of the settings does not fit the groups: whether the bot is there, and
//! may do in the staff's what it does there.

use serde::Deserialize;
use teloxide::payloads::{GetChat, GetChatMember};
use teloxide::types::{ChatId, Recipient, UserId};

use crate::client::ApiClient;
use crate::errors::CallError;
use crate::identity::Identity;
use crate::options::TelegramOptions;

/// A group, as far as it matters here.
#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    is_forum: bool,
}

/// Where the bot stands in a group.
#[derive(Deserialize)]
struct Membership {
    status: String,
    #[serde(default)]
    can_manage_topics: bool,
    /// Of one who is `restricted`: those can be out of the group.
    #[serde(default = "present")]
    is_member: bool,
}

fn present() -> bool {
    true
}

impl Membership {
    fn is_present(&self) -> bool {
        self.is_member && !matches!(self.status.as_str(), "left" | "kicked")
    }

    fn may_manage_topics(&self) -> bool {
        self.status == "administrator" && self.can_manage_topics
    }
}

/// What is wrong, one sentence each.
pub(crate) async fn check(client: &ApiClient, bot: &Identity, options: &TelegramOptions) -> Vec<String> {
    let mut found = Vec::new();
    for chat in &options.groups {
        let problem = look(client, bot, *chat).await.err();
        found.extend(problem.map(|what| format!("`telegram.groups`: {what}")));
    }
    for chat in &options.staff_chats {
        let problems = match look(client, bot, *chat).await {
            Ok((group, membership)) => staff_problems(*chat, &group, &membership),
            Err(what) => vec![what],
        };
        found.extend(problems.iter().map(|what| format!("`telegram.staff_group`: {what}")));
    }
    found
}

/// The group and the bot's standing there; else why the bot can't work there.
async fn look(client: &ApiClient, bot: &Identity, chat: i64) -> Result<(Group, Membership), String> {
    let recipient = || Recipient::Id(ChatId(chat));
    let group = client.call_for(&GetChat::new(recipient())).await;
    let group = group.map_err(|error| unseen(chat, &error))?;
    let question = GetChatMember::new(recipient(), UserId(bot.id));
    let membership: Membership = client.call_for(&question).await.map_err(|error| unseen(chat, &error))?;
    // A public group can be looked up from outside.
    if membership.is_present() { Ok((group, membership)) } else { Err(not_in(chat)) }
}

fn staff_problems(chat: i64, group: &Group, membership: &Membership) -> Vec<String> {
    let mut found = Vec::new();
    if !group.is_forum {
        found.push(format!("{chat} has no topics: switch them on in the group's settings"));
    }
    if !membership.may_manage_topics() {
        found.push(format!(
            "the bot can't open topics in {chat}: make the bot an administrator that may manage topics"
        ));
    }
    found
}

fn unseen(chat: i64, error: &CallError) -> String {
    match error {
        CallError::Refused { migrate_to: Some(to), .. } => {
            format!("{chat} has become the supergroup {to}: put that id there")
        }
        CallError::Refused { code: 400 | 403, .. } => not_in(chat),
        other => format!("{chat} can't be looked up: {other}"),
    }
}

fn not_in(chat: i64) -> String {
    format!("the bot is not in {chat}: add it to the group, or correct the id")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn membership(told: Value) -> Membership {
        serde_json::from_value(told).expect("a membership")
    }

    #[test]
    fn who_left_or_was_banned_is_not_there() {
        for told in [
            json!({"status": "left"}),
            json!({"status": "kicked", "until_date": 0}),
            json!({"status": "restricted", "is_member": false}),
        ] {
            assert!(!membership(told.clone()).is_present(), "{told}");
        }
        for told in [json!({"status": "member"}), json!({"status": "restricted", "is_member": true})] {
            assert!(membership(told.clone()).is_present(), "{told}");
        }
    }

    #[test]
    fn an_administrator_needs_the_right_to_manage_topics() {
        let admin = |right: bool| membership(json!({"status": "administrator", "can_manage_topics": right}));
        let forum = Group { is_forum: true };
        assert_eq!(staff_problems(-7, &forum, &admin(true)), Vec::<String>::new());
        for lacking in [admin(false), membership(json!({"status": "member"}))] {
            let found = staff_problems(-7, &forum, &lacking);
            assert!(found.len() == 1 && found[0].contains("may manage topics"), "{found:?}");
        }
    }
}
