//! What of the settings does not fit the guilds: roles, and staff channels with
//! what the bot may do there.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serenity::all::{
    GuildId, PermissionOverwrite, PermissionOverwriteType as AppliesTo, Permissions, RoleId, UserId,
};
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::options::DiscordOptions;

/// What the bot does in the channels it works in: it shows cards, opens a room from
/// each, brings words, files and reactions there, looks back, and closes it.
const NEEDED: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::ADD_REACTIONS)
    .union(Permissions::READ_MESSAGE_HISTORY)
    .union(Permissions::CREATE_PUBLIC_THREADS)
    .union(Permissions::CREATE_PRIVATE_THREADS)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::MANAGE_THREADS);

/// A guild, as far as roles and permissions go.
struct Guild {
    id: GuildId,
    roles: Vec<Role>,
    bot: UserId,
    /// The roles the bot holds.
    held: Vec<RoleId>,
}

#[derive(Deserialize)]
struct Role {
    id: RoleId,
    permissions: Permissions,
}

#[derive(Deserialize)]
struct Member {
    roles: Vec<RoleId>,
}

#[derive(Deserialize)]
struct Channel {
    #[serde(rename = "type")]
    kind: u8,
    guild_id: Option<GuildId>,
    #[serde(default)]
    permission_overwrites: Vec<PermissionOverwrite>,
}

/// What is wrong, one sentence each.
pub(crate) async fn check(connection: &Connection) -> Vec<String> {
    let options = &connection.options;
    let (mut guilds, mut found) = (Vec::new(), Vec::new());
    for id in &options.guilds {
        match Guild::read(connection, *id).await {
            Ok(guild) => guilds.push(guild),
            Err(why) => found.push(format!("`discord.guild`: the roles of guild {id} can't be read: {why}")),
        }
    }
    // A role that is in none of the guilds may be in one that can't be read.
    if found.is_empty() {
        found.extend(options.staff_roles.iter().filter_map(|role| role_problem(*role, &guilds)));
    }
    for (id, setting) in options.channels() {
        let channel = ask(connection, Route::Channel { channel_id: id.into() }).await;
        let problem = match channel {
            Ok(channel) => channel_problem(id, &channel, needed(options), &options.guilds, &guilds),
            Err(why) => Some(format!("channel {id} can't be read: {why}")),
        };
        found.extend(problem.map(|what| format!("`{setting}`: {what}")));
    }
    found
}

async fn ask<T: DeserializeOwned>(connection: &Connection, route: Route<'_>) -> Result<T, String> {
    let told = connection.client.send(Call::get(route)).await.map_err(|error| error.to_string())?;
    serde_json::from_value(told).map_err(|error| error.to_string())
}

fn role_problem(role: u64, guilds: &[Guild]) -> Option<String> {
    if guilds.iter().any(|guild| guild.id.get() == role) {
        // It has its guild's id, and Discord lists it with nobody's roles.
        return Some(format!(
            "`discord.staff_roles`: {role} is the role @everyone, which makes nobody staff: name a role that \
             staff alone hold"
        ));
    }
    if guilds.is_empty() || guilds.iter().any(|guild| guild.has_role(role)) {
        return None;
    }
    let ids: Vec<_> = guilds.iter().map(|guild| guild.id.to_string()).collect();
    Some(format!(
        "`discord.staff_roles`: {role} is no role of the guild {}: copy the role's id from the \
         server settings",
        ids.join(" or ")
    ))
}

/// What the bot needs in the channels it works in; for personas a webhook, too.
fn needed(options: &DiscordOptions) -> Permissions {
    if options.personas { NEEDED | Permissions::MANAGE_WEBHOOKS } else { NEEDED }
}

fn channel_problem(
    id: u64,
    channel: &Channel,
    needed: Permissions,
    configured: &[u64],
    guilds: &[Guild],
) -> Option<String> {
    // Rooms are threads of text (0) or announcement (5) channels, or posts of a forum (15).
    if !matches!(channel.kind, 0 | 5 | 15) {
        return Some(format!("{id} is no text channel or forum: copy the id of one"));
    }
    let of = channel.guild_id?;
    if !configured.contains(&of.get()) {
        return Some(format!("channel {id} is in guild {of}: name a channel of `discord.guild`"));
    }
    let guild = guilds.iter().find(|guild| guild.id == of)?;
    let missing = needed - guild.granted(&channel.permission_overwrites);
    if missing.is_empty() {
        return None;
    }
    let names = missing.get_permission_names().join(", ");
    Some(format!("the bot lacks a permission in channel {id}: give its role {names} there"))
}

impl Guild {
    async fn read(connection: &Connection, id: u64) -> Result<Self, String> {
        let bot = connection.identity().await.map_err(|error| error.to_string())?.bot.into();
        let id = id.into();
        let roles = ask(connection, Route::GuildRoles { guild_id: id }).await?;
        let member: Member = ask(connection, Route::GuildMember { guild_id: id, user_id: bot }).await?;
        Ok(Self { id, roles, bot, held: member.roles })
    }

    fn has_role(&self, role: u64) -> bool {
        self.roles.iter().any(|it| it.id.get() == role)
    }

    /// What the bot may do in a channel with these overwrites, computed as
    /// Discord documents it ("Permissions", "Permission Overwrites").
    fn granted(&self, overwrites: &[PermissionOverwrite]) -> Permissions {
        let everyone = RoleId::new(self.id.get());
        let is_held = |role: &&Role| role.id == everyone || self.held.contains(&role.id);
        let none = Permissions::empty();
        let base = self.roles.iter().filter(is_held).fold(none, |sum, role| sum | role.permissions);
        if base.contains(Permissions::ADMINISTRATOR) {
            return Permissions::all();
        }
        // Everybody's overwrite, those of the roles held taken together, the bot's own:
        // each goes over the ones before.
        let rank = |applies_to| match applies_to {
            AppliesTo::Role(role) if role == everyone => Some(0),
            AppliesTo::Role(role) if self.held.contains(&role) => Some(1),
            AppliesTo::Member(member) if member == self.bot => Some(2),
            _ => None,
        };
        (0..3).fold(base, |granted, at| {
            let of_rank = overwrites.iter().filter(|overwrite| rank(overwrite.kind) == Some(at));
            let (allow, deny) =
                of_rank.fold((none, none), |(allow, deny), it| (allow | it.allow, deny | it.deny));
            (granted - deny) | allow
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYONE: AppliesTo = AppliesTo::Role(RoleId::new(1));
    const HELD: AppliesTo = AppliesTo::Role(RoleId::new(5));
    const OTHER: AppliesTo = AppliesTo::Role(RoleId::new(6));
    const BOT: AppliesTo = AppliesTo::Member(UserId::new(9));

    /// Guild 1, in which everybody may `everyone` and the bot's role 5 nothing.
    fn guild(everyone: Permissions) -> Guild {
        let role = |id, permissions| Role { id: RoleId::new(id), permissions };
        Guild {
            id: GuildId::new(1),
            roles: vec![
                role(1, everyone),
                role(5, Permissions::empty()),
                role(6, Permissions::ADMINISTRATOR),
            ],
            bot: UserId::new(9),
            held: vec![RoleId::new(5)],
        }
    }

    fn allowed(kind: AppliesTo, allow: Permissions) -> PermissionOverwrite {
        PermissionOverwrite { allow, deny: Permissions::empty(), kind }
    }

    fn denied(kind: AppliesTo, deny: Permissions) -> PermissionOverwrite {
        PermissionOverwrite { allow: Permissions::empty(), deny, kind }
    }

    #[test]
    fn overwrites_go_from_everyone_over_roles_to_the_bot() {
        let send = Permissions::SEND_MESSAGES;
        let may_send = |overwrites: &[PermissionOverwrite]| guild(send).granted(overwrites).contains(send);
        assert!(may_send(&[]));
        assert!(!may_send(&[denied(EVERYONE, send)]));
        assert!(
            may_send(&[allowed(HELD, send), denied(EVERYONE, send)]),
            "their order in the list is nothing"
        );
        assert!(!may_send(&[denied(BOT, send), allowed(HELD, send)]));
        assert!(may_send(&[denied(OTHER, send)]), "a role the bot doesn't hold");
    }

    #[test]
    fn an_administrator_may_anything() {
        let guild = guild(Permissions::ADMINISTRATOR);
        assert_eq!(guild.granted(&[denied(EVERYONE, NEEDED)]), Permissions::all());
    }

    #[test]
    fn a_missing_permission_is_named_with_its_channel() {
        let channel = Channel {
            kind: 0,
            guild_id: Some(GuildId::new(1)),
            permission_overwrites: vec![denied(HELD, Permissions::MANAGE_THREADS)],
        };
        let what = channel_problem(7, &channel, NEEDED, &[1], &[guild(NEEDED)]).expect("one is missing");
        assert_eq!(what, "the bot lacks a permission in channel 7: give its role Manage Threads there");
    }

    #[test]
    fn a_channel_that_can_hold_no_rooms_is_named() {
        let channel = |kind, guild| Channel {
            kind,
            guild_id: Some(GuildId::new(guild)),
            permission_overwrites: Vec::new(),
        };
        let problem = |channel| channel_problem(7, &channel, NEEDED, &[1], &[guild(NEEDED)]);
        assert_eq!(problem(channel(0, 1)), None);
        assert!(problem(channel(4, 1)).is_some_and(|what| what.contains("no text channel or forum")));
        assert!(problem(channel(0, 2)).is_some_and(|what| what.contains("guild 2")));
    }

    #[test]
    fn a_role_that_makes_nobody_staff_is_named() {
        let problem = |role| role_problem(role, &[guild(NEEDED)]);
        assert_eq!(problem(5), None);
        assert!(problem(77).is_some_and(|what| what.contains("77 is no role of the guild 1")));
        assert!(problem(1).is_some_and(|what| what.contains("@everyone")));
    }
}
