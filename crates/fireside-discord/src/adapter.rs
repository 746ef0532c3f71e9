//! The port, implemented.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use fireside_core::ports::{Adapter, AdapterError, DeliveryError, Files, Inbox, Limit};
use fireside_core::{Capabilities, Capability, CommandSpec, Delivery, FirstReply, Platform, Receipt};
use serde_json::Value;
use serenity::http::Route;
use tokio::sync::OnceCell;

use crate::PLATFORM;
use crate::channels::{ChannelFrame, Channels};
use crate::check;
use crate::client::{Call, Client};
use crate::deliver;
use crate::errors::CallError;
use crate::gateway;
use crate::options::DiscordOptions;
use crate::reconcile;
use crate::register;
use crate::render::MESSAGE_MAX;
use crate::snowflake;

/// Discord, plugged in.
pub struct DiscordAdapter {
    connection: Arc<Connection>,
}

/// What every part of the adapter works with.
pub(crate) struct Connection {
    pub(crate) options: DiscordOptions,
    pub(crate) client: Client,
    pub(crate) channels: Channels,
    identity: OnceCell<Identity>,
    first_replies: RwLock<HashMap<String, FirstReply>>,
}

/// Who the bot is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Identity {
    /// The bot's account.
    pub(crate) bot: u64,
    /// The application it belongs to.
    pub(crate) application: u64,
}

impl DiscordAdapter {
    /// An adapter that has not asked Discord anything yet.
    pub fn new(options: DiscordOptions) -> Self {
        let client = Client::new(options.token.clone(), options.base(), Arc::clone(&options.clock));
        let connection = Connection {
            options,
            client,
            channels: Channels::default(),
            identity: OnceCell::new(),
            first_replies: RwLock::default(),
        };
        Self { connection: Arc::new(connection) }
    }
}

impl std::fmt::Debug for DiscordAdapter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DiscordAdapter").field("options", &self.connection.options).finish_non_exhaustive()
    }
}

impl Connection {
    /// Who the bot is; Discord is asked once.
    pub(crate) async fn identity(&self) -> Result<Identity, AdapterError> {
        self.identity.get_or_try_init(|| self.ask_identity()).await.copied()
    }

    async fn ask_identity(&self) -> Result<Identity, AdapterError> {
        let user =
            self.client.send(Call::get(Route::UserMe)).await.map_err(|error| self.unreachable(error))?;
        let route = Route::Oauth2ApplicationCurrent;
        let application =
            self.client.send(Call::get(route)).await.map_err(|error| self.unreachable(error))?;
        match (id(&user), id(&application)) {
            (Some(bot), Some(application)) => Ok(Identity { bot, application }),
            _ => Err(self.no_discord("what answers there is not Discord's API")),
        }
    }

    fn unreachable(&self, error: CallError) -> AdapterError {
        match error {
            CallError::Rejected { status: 404, .. } => {
                self.no_discord("what answers there is not Discord's API")
            }
            CallError::Rejected { .. } | CallError::RateLimited { .. } | CallError::Halted { .. } => {
                error.for_adapter()
            }
            other => self.no_discord(&other.to_string()),
        }
    }

    fn no_discord(&self, why: &str) -> AdapterError {
        let url = self.options.base();
        AdapterError::Stop {
            what: format!("{why}: is `discord.api_url` ({url}) right, and is it reachable?"),
        }
    }

    /// What the first answer to the command `name` will be.
    pub(crate) fn first_reply(&self, name: &str) -> FirstReply {
        let known = self.first_replies.read().unwrap_or_else(PoisonError::into_inner);
        known.get(name).copied().unwrap_or(FirstReply::Private)
    }

    /// Whether the guild can be reached, and the staff channels with it.
    async fn check_grounds(&self) -> Result<(), AdapterError> {
        for guild in &self.options.guilds {
            let call = Call::get(Route::Guild { guild_id: (*guild).into() });
            self.client.send(call).await.map_err(|error| match error.status() {
                403 | 404 => AdapterError::Stop {
                    what: format!("the bot is not in guild {guild}: invite it, or correct `discord.guild`"),
                },
                _ => error.for_adapter(),
            })?;
        }
        for channel in &self.options.staff_channels {
            let call = Call::get(Route::Channel { channel_id: (*channel).into() });
            let told = self.client.send(call).await.map_err(|error| match error.status() {
                403 | 404 => AdapterError::Stop {
                    what: format!(
                        "the bot can't see channel {channel}: give it View Channel there, or correct \
                         `discord.staff_channel`"
                    ),
                },
                _ => error.for_adapter(),
            })?;
            if let Ok(frame) = serde_json::from_value::<ChannelFrame>(told) {
                self.channels.learn(&frame, None);
            }
        }
        Ok(())
    }
}

fn id(told: &Value) -> Option<u64> {
    told["id"].as_str().and_then(snowflake::parse)
}

#[async_trait]
impl Adapter for DiscordAdapter {
    fn platform(&self) -> Platform {
        Platform::new(PLATFORM)
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            able: &[
                Capability::Forms,
                Capability::PrivateAnswers,
                Capability::Edits,
                Capability::HearsDeletes,
                Capability::Rooms,
                Capability::RoomsFromMessages,
                Capability::AddsMembers,
                Capability::SendsOnce,
            ],
            text_len_max: MESSAGE_MAX,
            buttons_max: 25,
            ..Capabilities::LEAST
        }
    }

    async fn connect(&self) -> Result<(), AdapterError> {
        self.connection.identity().await?;
        self.connection.check_grounds().await
    }

    async fn check(&self) -> Vec<String> {
        check::check(&self.connection).await
    }

    async fn register(&self, commands: &[CommandSpec]) -> Result<(), AdapterError> {
        let first_replies =
            commands.iter().map(|command| (command.name().to_owned(), command.first_reply())).collect();
        *self.connection.first_replies.write().unwrap_or_else(PoisonError::into_inner) = first_replies;
        register::register(&self.connection, commands).await
    }

    async fn run(&self, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError> {
        gateway::run(Arc::clone(&self.connection), inbox).await
    }

    fn limits(&self, delivery: &Delivery) -> Vec<Limit> {
        deliver::limits(&self.connection, delivery)
    }

    async fn deliver(&self, delivery: &Delivery, _files: &dyn Files) -> Result<Receipt, DeliveryError> {
        deliver::deliver(&self.connection, delivery).await
    }

    async fn reconcile(&self, delivery: &Delivery) -> Result<Option<Receipt>, DeliveryError> {
        reconcile::reconcile(&self.connection, delivery).await
    }
}
