//! Who somebody is: accounts, members, their names and pictures.

use fireside_core::text::cleaned;
use fireside_core::{Account, Actor, Authority, Timestamp};
use serde::Deserialize;
use serenity::all::{GuildId, RoleId, UserId};

use crate::PLATFORM;

/// The longest name that is shown, in characters as a reader counts them.
const NAME_MAX: usize = 64;
/// Where Discord keeps pictures.
const CDN: &str = "https://cdn.discordapp.com";

/// An account as Discord tells it, as far as actors need it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct User {
    pub(crate) id: UserId,
    #[serde(default)]
    username: String,
    #[serde(default)]
    global_name: Option<String>,
    #[serde(default)]
    avatar: Option<String>,
    #[serde(default)]
    bot: bool,
    #[serde(default)]
    system: bool,
    /// What it is in the guild, where it is mentioned in a message.
    #[serde(default)]
    member: Option<Box<Member>>,
}

/// What an account is in a guild.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Member {
    #[serde(default)]
    pub(crate) user: Option<User>,
    #[serde(default)]
    nick: Option<String>,
    #[serde(default)]
    avatar: Option<String>,
    #[serde(default)]
    roles: Vec<RoleId>,
}

/// Somebody in a guild, or nowhere in particular.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Who<'a> {
    pub(crate) user: &'a User,
    pub(crate) member: Option<&'a Member>,
    pub(crate) guild: Option<GuildId>,
}

impl Member {
    /// A member with this nickname, picture and roles.
    pub(crate) fn of(nick: Option<String>, avatar: Option<String>, roles: Vec<RoleId>) -> Self {
        Self { user: None, nick, avatar, roles }
    }
}

impl User {
    /// The name others see, as it is shown.
    pub(crate) fn name(&self) -> String {
        self.name_in(self.member.as_deref())
    }

    fn name_in(&self, member: Option<&Member>) -> String {
        let nick = member.and_then(|member| member.nick.as_deref());
        let shown = nick.or(self.global_name.as_deref()).unwrap_or(&self.username);
        match cleaned(shown, NAME_MAX) {
            invisible if invisible.is_empty() => cleaned(&self.username, NAME_MAX),
            name => name,
        }
    }
}

impl Who<'_> {
    /// The one who acted, with roles that were right at `as_of`.
    pub(crate) fn actor(self, as_of: Timestamp) -> Actor {
        let Self { user, member, .. } = self;
        Actor {
            authority: member.map(|member| authority(&member.roles, as_of)),
            avatar_url: self.avatar_url(),
            is_bot: user.bot || user.system,
            ..Actor::human(account(user.id), user.name_in(member))
        }
    }

    fn avatar_url(self) -> Option<String> {
        let id = self.user.id;
        let of_member = self.member.and_then(|member| picture(member.avatar.as_deref()));
        match (of_member, self.guild) {
            (Some(hash), Some(guild)) => Some(format!("{CDN}/guilds/{guild}/users/{id}/avatars/{hash}.png")),
            _ => picture(self.user.avatar.as_deref()).map(|hash| format!("{CDN}/avatars/{id}/{hash}.png")),
        }
    }
}

/// Somebody of whom Discord tells nothing but the number.
pub(crate) fn stranger(id: UserId) -> Actor {
    Actor::human(account(id), "")
}

/// The account with this number.
pub(crate) fn account(id: UserId) -> Account {
    Account::new(PLATFORM, id.to_string())
}

/// A picture's hash, if it can stand in an address.
fn picture(hash: Option<&str>) -> Option<&str> {
    hash.filter(|hash| {
        !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    })
}

fn authority(roles: &[RoleId], as_of: Timestamp) -> Authority {
    Authority { roles: roles.iter().map(|role| role.to_string().into()).collect(), as_of }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn acts(user: Value, member: Value) -> Actor {
        let user: User = serde_json::from_value(user).unwrap();
        let member: Option<Member> = serde_json::from_value(member).unwrap();
        let guild = Some(GuildId::new(2));
        Who { user: &user, member: member.as_ref(), guild }.actor(Timestamp::default())
    }

    #[test]
    fn the_name_and_picture_in_the_guild_come_first() {
        let user = json!({"id": "7", "username": "ana", "global_name": "Ana", "avatar": "a_1f"});
        let of_account = acts(user.clone(), Value::Null);
        assert_eq!(of_account.name, "Ana");
        let url = "https://cdn.discordapp.com/avatars/7/a_1f.png";
        assert_eq!(of_account.avatar_url.as_deref(), Some(url));
        assert_eq!(of_account.authority, None);
        let of_member = acts(user, json!({"nick": "Ana of Oz", "avatar": "2e", "roles": ["11"]}));
        assert_eq!(of_member.name, "Ana of Oz");
        let url = "https://cdn.discordapp.com/guilds/2/users/7/avatars/2e.png";
        assert_eq!(of_member.avatar_url.as_deref(), Some(url));
        assert_eq!(of_member.authority.unwrap().roles, vec!["11".into()]);
    }

    #[test]
    fn a_name_nobody_can_see_is_not_shown() {
        let actor = acts(json!({"id": "7", "username": "ana", "global_name": "\u{200B}"}), Value::Null);
        assert_eq!(actor.name, "ana");
    }

    #[test]
    fn a_picture_that_leads_elsewhere_is_none() {
        let user = json!({"id": "7", "username": "ana", "avatar": "../../evil?x="});
        assert_eq!(acts(user, Value::Null).avatar_url, None);
    }
}
