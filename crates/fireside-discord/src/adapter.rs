//! The port, implemented.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use async_trait::async_trait;
use fireside_core::ids::FileId;
use fireside_core::ports::{
    Adapter, AdapterError, DeliveryError, FileError, FileStream, Files, Inbox, Limit, MessageLink,
};
use fireside_core::{Capabilities, Capability, CommandSpec, Delivery, Effect, Platform, Receipt};
use serde_json::Value;
use serenity::http::Route;
use tokio::sync::OnceCell;

use crate::PLATFORM;
use crate::channels::{ChannelFrame, Channels};
use crate::check;
use crate::client::{Call, Client};
use crate::commands::Commands;
use crate::deliver::{self, FILES_MAX, Progress};
use crate::direct::DirectChats;
use crate::endpoint;
use crate::errors::CallError;
use crate::files;
use crate::gateway;
use crate::names::Names;
use crate::options::DiscordOptions;
use crate::reconcile;
use crate::register;
use crate::render::MESSAGE_MAX;
use crate::rooms;
use crate::snowflake;
use crate::upload::{self, UploadLimits};
use crate::webhooks::{self, Webhooks};

/// What Discord can do. There is no link into a private chat with a bot.
const ABLE: &[Capability] = &[
    Capability::Forms,
    Capability::PrivateAnswers,
    Capability::Suggestions,
    Capability::Menus,
    Capability::Selects,
    Capability::Edits,
    Capability::HearsDeletes,
    Capability::Reactions,
    Capability::ManyReactions,
    Capability::Typing,
    Capability::HearsTyping,
    Capability::Pins,
    Capability::Polls,
    Capability::Albums,
    Capability::Personas,
    Capability::Cards,
    Capability::Rooms,
    Capability::RoomsFromMessages,
    Capability::PrivateRooms,
    Capability::AddsMembers,
    Capability::RoomTags,
    Capability::SendsOnce,
];

/// Discord, plugged in.
pub struct DiscordAdapter {
    connection: Arc<Connection>,
}

/// What every part of the adapter works with.
pub(crate) struct Connection {
    pub(crate) options: DiscordOptions,
    pub(crate) client: Client,
    pub(crate) channels: Channels,
    pub(crate) webhooks: Webhooks,
    pub(crate) direct_chats: DirectChats,
    pub(crate) upload_limits: UploadLimits,
    pub(crate) progress: Progress,
    identity: OnceCell<Identity>,
    pub(crate) names: Names,
    commands: RwLock<Arc<Commands>>,
    /// Where interactions are taken in over HTTP.
    pub(crate) endpoint: OnceLock<SocketAddr>,
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
            webhooks: Webhooks::default(),
            direct_chats: DirectChats::default(),
            upload_limits: UploadLimits::default(),
            progress: Progress::default(),
            identity: OnceCell::new(),
            names: Names::default(),
            commands: RwLock::default(),
            endpoint: OnceLock::new(),
        };
        Self { connection: Arc::new(connection) }
    }

    /// Where interactions are taken in over HTTP, once they are.
    pub fn interactions_address(&self) -> Option<SocketAddr> {
        self.connection.endpoint.get().copied()
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
        endpoint::check(&self.options, application["verify_key"].as_str())?;
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

    /// The commands there are.
    pub(crate) fn commands(&self) -> Arc<Commands> {
        Arc::clone(&self.commands.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether the guild can be reached, and the channels the bot works in with it.
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
        for (channel, setting) in self.options.channels() {
            let call = Call::get(Route::Channel { channel_id: channel.into() });
            let told = self.client.send(call).await.map_err(|error| match error.status() {
                403 | 404 => AdapterError::Stop {
                    what: format!(
                        "the bot can't see channel {channel}: give it View Channel there, or correct \
                         `{setting}`"
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
            able: ABLE,
            text_len_max: MESSAGE_MAX,
            buttons_max: 25,
            files_max: FILES_MAX,
            upload_bytes_max: upload::FILE_MAX,
            download_bytes_max: files::FILE_MAX,
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
        let known = Arc::new(Commands::of(commands));
        *self.connection.commands.write().unwrap_or_else(PoisonError::into_inner) = known;
        register::register(&self.connection, commands).await
    }

    async fn run(&self, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError> {
        let connection = &self.connection;
        let gateway = gateway::run(Arc::clone(connection), Arc::clone(&inbox));
        let endpoint = endpoint::run(Arc::clone(connection), inbox);
        tokio::try_join!(gateway, endpoint).map(|_| ())
    }

    fn limits(&self, delivery: &Delivery) -> Vec<Limit> {
        deliver::limits(&self.connection, delivery)
    }

    async fn deliver(&self, delivery: &Delivery, files: &dyn Files) -> Result<Receipt, DeliveryError> {
        deliver::deliver(&self.connection, delivery, files).await
    }

    fn message_link(&self) -> MessageLink {
        deliver::message_link
    }

    async fn open_file(&self, file: &FileId) -> Result<FileStream, FileError> {
        files::open(&self.connection, file).await
    }

    /// A webhook takes no nonce, and neither does the opening of a room that
    /// starts from no message.
    fn shows_once(&self, delivery: &Delivery) -> bool {
        match &delivery.effect {
            Effect::Send { content, .. } => !webhooks::may_speak(&self.connection, content),
            Effect::OpenRoom(plan) => rooms::shows_once(&self.connection, plan),
            _ => true,
        }
    }

    async fn reconcile(&self, delivery: &Delivery) -> Result<Option<Receipt>, DeliveryError> {
        reconcile::reconcile(&self.connection, delivery).await
    }
}
