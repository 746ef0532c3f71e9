//! The Telegram Bot API on a loopback port.
//!
//! Point any SDK's base URL at [`Server::url`]. Calls go to
//! `/bot<TOKEN>/<method>` by GET or POST, parameters in the query string, as a
//! JSON object, an urlencoded form or multipart; the method's letter case
//! doesn't matter. Answers and refusals are those of the Bot API 10.1.
//!
//! ```
//! use fireside_sim::telegram::{Options, Server};
//!
//! # async fn example() -> std::io::Result<()> {
//! let server = Server::start(Options::default()).await?;
//! let world = server.world();
//! world.add_user(7, "Anna");
//! world.say(7, 7, "/start");
//! // A bot that polls `server.url()` now gets the update, and what it sends
//! // is in `world.history(7)`.
//! assert_eq!(world.pending_updates(), 1);
//! # server.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! # Methods
//!
//! | about | methods |
//! |---|---|
//! | updates | `getUpdates`, `setWebhook`, `deleteWebhook`, `getWebhookInfo` |
//! | messages | `sendMessage`, `setMessageReaction`, `sendChatAction` |
//! | edits | `editMessageText`, `editMessageReplyMarkup`, `deleteMessage`, `deleteMessages` |
//! | buttons | `answerCallbackQuery` |
//! | chats | `getMe`, `getChat`, `createChatInviteLink`, `exportChatInviteLink`, `leaveChat` |
//! | members | `getChatMember`, `getChatAdministrators`, `getChatMemberCount` |
//! | topics | `createForumTopic`, `editForumTopic`, `deleteForumTopic` |
//! | closing them | `closeForumTopic`, `reopenForumTopic` |
//! | commands | `setMyCommands`, `getMyCommands`, `deleteMyCommands` |
//!
//! # Where it differs from Telegram
//!
//! - It knows one bot and one token; any other method is 404.
//! - Message ids count per chat in private chats and basic groups too.
//! - A webhook is remembered and stops polling, but nothing is delivered to it.
//! - `parse_mode` is HTML or none; text is not trimmed.
//! - Chats are addressed by id, not by `@username`.
//! - Every administrator has every right; members have none.
//! - Too long names of topics are refused, where Telegram cuts some of them.
//! - A closed topic refuses administrators too, unless
//!   [`Options::closed_topics_refuse_admins`] is off.
//! - People may do what their clients would refuse, such as write in a closed topic.
//! - A press can be answered once, within 150 s.
//! - In privacy mode a message in the bot's own topic is no reply to the bot.
//! - Timeouts of long polls pass in real time; expiry, limits and dates follow
//!   the [`Clock`](crate::Clock).

mod bot_api;
mod callbacks;
mod chat;
pub mod control;
mod entities;
mod errors;
mod history;
mod html;
mod limits;
mod methods;
mod objects;
mod params;
mod privacy;
mod queue;
mod server;
mod shown;
mod state;
#[cfg(test)]
mod tests;
mod world;

pub use callbacks::{Press, PressAnswer};
pub use chat::{ChatKind, Status};
pub use entities::Entity;
pub use limits::Limits;
pub use objects::User;
pub use server::{Options, Server};
pub use shown::{Button, CallRecord, Event, EventKind, Shown};
pub use state::BotCommand;
pub use world::{ActError, TopicRecord, WaitError, World};
