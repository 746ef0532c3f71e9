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
#[expect(clippy::struct_excessive_bools, reason = "each is a right, told as the Bot API tells it")]
struct Membership {
    status: String,
    #[serde(default)]
    can_manage_topics: bool,
    #[serde(default)]
    can_pin_messages: bool,
    #[serde(default)]
    can_delete_messages: bool,
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

    fn is_admin(&self) -> bool {
        self.status == "administrator"
    }

    /// The rights that the bot works with in a staff chat and does not have,
    /// by the names that clients give them.
    fn lacks(&self) -> Vec<&'static str> {
        let rights = [
            (self.can_manage_topics, "manage topics"),
            (self.can_pin_messages, "pin messages"),
            (self.can_delete_messages, "delete messages"),
        ];
        let missing = rights.into_iter().filter(|(has, _)| !(*has && self.is_admin()));
        missing.map(|(_, name)| name).collect()
    }
}

/// What is wrong, one sentence each.
pub(crate) async fn check(client: &ApiClient, bot: &Identity, options: &TelegramOptions) -> Vec<String> {
    let mut found = Vec::new();
    for chat in &options.groups {
        match look(client, bot, *chat).await {
            Ok((_, membership)) if !membership.is_admin() => {
                // Many communities want it so: it is told, and nothing is to be mended.
                tracing::info!(
                    chat,
                    "the bot is no administrator of the group: it hears no reactions there, and can \
                     neither pin messages nor remove those of others"
                );
            }
            Ok(_) => {}
            Err(what) => found.push(format!("`telegram.groups`: {what}")),
        }
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
    let lacks = membership.lacks();
    if !lacks.is_empty() {
        let rights = lacks.join(", ");
        found.push(format!("the bot may not {rights} in {chat}: make it an administrator that may {rights}"));
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
    fn an_administrator_needs_the_rights_that_it_works_with() {
        let admin = |topics: bool, pins: bool| {
            membership(json!({
                "status": "administrator",
                "can_manage_topics": topics,
                "can_pin_messages": pins,
                "can_delete_messages": true,
            }))
        };
        let forum = Group { is_forum: true };
        assert_eq!(staff_problems(-7, &forum, &admin(true, true)), Vec::<String>::new());
        let found = staff_problems(-7, &forum, &admin(false, false));
        let named = "the bot may not manage topics, pin messages in -7: make it an administrator that may \
                     manage topics, pin messages";
        assert_eq!(found, [named]);
        let member = membership(json!({ "status": "member", "can_pin_messages": true }));
        assert!(
            staff_problems(-7, &forum, &member)[0].contains("manage topics, pin messages, delete messages")
        );
    }
}
