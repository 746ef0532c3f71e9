//! A furnished scene: one brand on both platforms, with customers and staff.
//!
//! The demo plays in it, the end-to-end tests and the benchmark too.

use std::io;

use crate::clock::Clock;
use crate::{discord, telegram};

/// The token of the bot on both simulated platforms.
pub const TELEGRAM_TOKEN: &str = "42:TEST-TOKEN";

/// The tags of the forum in which feedback is shown: kinds and statuses.
const FEEDBACK_TAGS: [&str; 12] = [
    "Bug",
    "Idea",
    "Praise",
    "Question",
    "Complaint",
    "Open",
    "Under review",
    "Planned",
    "Started",
    "Shipped",
    "Declined",
    "Duplicate",
];

/// Both simulators, with Acme's places and people in them.
#[derive(Debug)]
pub struct Scene {
    /// The Telegram side.
    pub telegram: telegram::Server,
    /// The Discord side.
    pub discord: discord::Server,
    /// The Discord bot's token.
    pub discord_token: String,
    /// Who and what is on Telegram.
    pub on_telegram: OnTelegram,
    /// Who and what is on Discord.
    pub on_discord: OnDiscord,
}

/// Ids on Telegram.
#[derive(Debug, Clone, Copy)]
pub struct OnTelegram {
    /// The group in which customers talk. The bot is a member.
    pub group: i64,
    /// The staff's forum group. The bot is an administrator.
    pub staff_group: i64,
    /// Mia, a customer in the group.
    pub mia: i64,
    /// Tom, a customer in the group.
    pub tom: i64,
    /// Ana, staff: an administrator of the staff group.
    pub ana: i64,
}

/// Ids on Discord.
#[derive(Debug, Clone, Copy)]
pub struct OnDiscord {
    /// Acme's guild.
    pub guild: u64,
    /// A channel everybody sees.
    pub lounge: u64,
    /// A private channel that only the team sees.
    pub desk: u64,
    /// A forum everybody sees, with tags for feedback.
    pub feedback: u64,
    /// The role that makes its holders staff.
    pub team: u64,
    /// Ana, of the team.
    pub ana: u64,
    /// Ben, of the team.
    pub ben: u64,
    /// Leo, a customer.
    pub leo: u64,
}

impl Scene {
    /// Starts both simulators on free ports and furnishes them.
    ///
    /// # Errors
    /// When no port can be listened on.
    pub async fn start(clock: Clock) -> io::Result<Self> {
        Self::start_with(
            telegram::Options {
                token: TELEGRAM_TOKEN.to_owned(),
                clock: clock.clone(),
                ..Default::default()
            },
            discord::Options { clock, ..Default::default() },
        )
        .await
    }

    /// Starts both simulators as `telegram` and `discord` say and furnishes them.
    ///
    /// # Errors
    /// When a port can't be listened on.
    pub async fn start_with(telegram: telegram::Options, discord: discord::Options) -> io::Result<Self> {
        let discord_token = discord.token.clone();
        let telegram = telegram::Server::start(telegram).await?;
        let discord = discord::Server::start(discord).await?;
        let on_telegram = furnish_telegram(&telegram.world());
        let on_discord = furnish_discord(&discord.world());
        Ok(Self { telegram, discord, discord_token, on_telegram, on_discord })
    }

    /// Ends both.
    pub async fn stop(self) {
        self.telegram.stop().await;
        self.discord.stop().await;
    }
}

fn furnish_telegram(world: &telegram::World) -> OnTelegram {
    let scene =
        OnTelegram { group: -1_000_000_000_100, staff_group: -1_000_000_000_200, mia: 11, tom: 12, ana: 21 };
    for (id, name) in [(scene.mia, "Mia"), (scene.tom, "Tom"), (scene.ana, "Ana")] {
        world.add_user(id, name);
    }
    world.add_supergroup(scene.group, "Acme Lamps", false);
    world.add_member(scene.group, scene.mia);
    world.add_member(scene.group, scene.tom);
    world.add_supergroup(scene.staff_group, "Acme team", true);
    world.add_member(scene.staff_group, scene.ana);
    world.promote(scene.staff_group, scene.ana);
    world.promote(scene.staff_group, world.bot_id());
    scene
}

#[expect(
    clippy::expect_used,
    reason = "what is furnished was just made, and each tag is short and there once"
)]
fn furnish_discord(world: &discord::World) -> OnDiscord {
    let [owner, ana, ben, leo] = ["Olga", "Ana", "Ben", "Leo"].map(|name| world.add_user(name));
    let guild = world.add_guild("Acme", owner);
    let team = world.add_role(guild, "Team", 0);
    for user in [ana, ben, leo] {
        world.add_member(guild, user);
    }
    for user in [ana, ben] {
        world.give_role(guild, user, team).expect("both were just made");
    }
    let lounge = world.add_channel(guild, "lounge");
    let desk = world.add_private_channel(guild, "team-desk", &[team]);
    let feedback =
        world.add_forum(guild, "feedback", &FEEDBACK_TAGS).expect("each tag is short, and there once");
    OnDiscord { guild, lounge, desk, feedback, team, ana, ben, leo }
}
