//! The adapter: the port's methods, each handed on to where it is done.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use async_trait::async_trait;
use fireside_core::ids::FileId;
use fireside_core::ports::{Adapter, AdapterError, DeliveryError, FileError, FileStream, Files};
use fireside_core::ports::{Inbox, Limit, MessageLink, Notice};
use fireside_core::{Capabilities, Capability, CommandSpec, Delivery, Effect};
use fireside_core::{Platform, Receipt};
use serde::Deserialize;
use teloxide::payloads::{DeleteWebhook, GetMe, GetWebhookInfo};
use tokio::sync::watch;

use crate::PLATFORM;
use crate::address;
use crate::authority::StaffAuthority;
use crate::client::ApiClient;
use crate::deliver::{Courier, Found};
use crate::errors::CallError;
use crate::identity::Identity;
use crate::intake::Intake;
use crate::open_file::{self, DOWNLOAD_BYTES_MAX};
use crate::options::{OFFICIAL_API_URL, TelegramOptions};
use crate::poll::Poller;
use crate::polls::Polls;
use crate::render::{ALBUM_LEN_MAX, TEXT_UNITS_MAX, UPLOAD_BYTES_MAX};
use crate::topics::Topics;
use crate::{check, limits, register, webhook};

/// What Telegram lets a bot do. Reactions are heard where the bot is an
/// administrator; rooms are opened where the group has topics.
const ABLE: [Capability; 8] = [
    Capability::PrivateLinks,
    Capability::Edits,
    Capability::Reactions,
    Capability::Typing,
    Capability::Pins,
    Capability::Polls,
    Capability::Albums,
    Capability::Rooms,
];
/// The most buttons below a message (Bot API server; no document states it).
const BUTTONS_MAX: usize = 100;
/// How long to wait for the service message of a topic whose opening got no answer.
const ADOPTION_PATIENCE: Duration = Duration::from_secs(5);

/// Telegram, plugged in.
pub struct TelegramAdapter {
    shared: Arc<Shared>,
    courier: Courier,
    identity: OnceLock<Identity>,
}

/// What the adapter's parts have in common.
pub(crate) struct Shared {
    pub(crate) options: TelegramOptions,
    pub(crate) client: ApiClient,
    pub(crate) authority: StaffAuthority,
    pub(crate) topics: Arc<Topics>,
    pub(crate) polls: Arc<Polls>,
    /// Counts what may have told of topics: updates taken in, and what was kept.
    pub(crate) heard: watch::Sender<u64>,
}

impl std::fmt::Debug for TelegramAdapter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TelegramAdapter").field("options", &self.shared.options).finish_non_exhaustive()
    }
}

impl TelegramAdapter {
    /// An adapter with these options; nothing is called yet.
    ///
    /// # Errors
    /// When the token or the address can't be one; the message names the setting.
    pub fn new(options: TelegramOptions) -> Result<Self, AdapterError> {
        let api_url = options.api_url.as_deref().unwrap_or(OFFICIAL_API_URL);
        let client = ApiClient::new(api_url, options.token.clone())?;
        let (topics, polls) = (Arc::new(Topics::default()), Arc::new(Polls::default()));
        let clock = Arc::clone(&options.clock);
        if let Some(webhook) = &options.webhook {
            webhook.check()?;
        }
        let shared = Arc::new(Shared {
            authority: StaffAuthority::new(&options.staff_chats, &options.staff_of, client.clone(), clock),
            topics: Arc::clone(&topics),
            polls: Arc::clone(&polls),
            heard: watch::Sender::new(0),
            client: client.clone(),
            options,
        });
        let courier = Courier::new(client, topics, polls);
        Ok(Self { shared, courier, identity: OnceLock::new() })
    }

    /// The bot's username without the `@`, once connected: links to private
    /// chats begin with it.
    pub fn username(&self) -> Option<&str> {
        self.identity.get().map(|identity| identity.username.as_str())
    }

    /// A webhook keeps the bot from polling. Its updates stay to be polled. Says
    /// whether one was set.
    async fn remove_webhook(&self) -> Result<bool, CallError> {
        let webhook: WebhookInfo = match self.shared.client.call_for(&GetWebhookInfo::new()).await {
            // A server without webhooks has none set.
            Err(error) if error.code() == Some(404) => return Ok(false),
            answer => answer?,
        };
        if !webhook.url.is_empty() {
            self.shared.client.call(&DeleteWebhook::new()).await?;
        }
        Ok(!webhook.url.is_empty())
    }
}

/// Where Telegram pushes updates to; empty: nowhere.
#[derive(Deserialize)]
struct WebhookInfo {
    #[serde(default)]
    url: String,
}

#[async_trait]
impl Adapter for TelegramAdapter {
    fn platform(&self) -> Platform {
        Platform::new(PLATFORM)
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities {
            able: &ABLE,
            text_len_max: TEXT_UNITS_MAX,
            buttons_max: BUTTONS_MAX,
            files_max: ALBUM_LEN_MAX,
            upload_bytes_max: UPLOAD_BYTES_MAX,
            download_bytes_max: DOWNLOAD_BYTES_MAX,
        }
    }

    async fn connect(&self) -> Result<(), AdapterError> {
        let client = &self.shared.client;
        let identity: Identity =
            client.call_for(&GetMe::new()).await.map_err(|error| error.for_connecting(client.api_url()))?;
        tracing::info!(bot = identity.username, hears_all = identity.hears_all, "connected to Telegram");
        if !identity.hears_all {
            tracing::info!(
                "the bot has privacy mode: in groups it hears commands, mentions and replies to it, and \
                 everything where it is an administrator"
            );
        }
        // Connecting again finds the same bot: the token is the same.
        let _ = self.identity.set(identity);
        Ok(())
    }

    async fn check(&self) -> Vec<String> {
        let Some(identity) = self.identity.get() else {
            return vec!["Telegram is not connected yet".to_owned()];
        };
        check::check(&self.shared.client, identity, &self.shared.options).await
    }

    async fn register(&self, commands: &[CommandSpec]) -> Result<(), AdapterError> {
        let Shared { client, options, .. } = &*self.shared;
        let set = register::menus(client, (&options.staff_chats, &options.groups), commands).await;
        set.map_err(|error| error.for_adapter(client.api_url()))
    }

    async fn run(&self, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError> {
        let Some(identity) = self.identity.get() else {
            return Err(AdapterError::Later { what: "Telegram is not connected yet".to_owned() });
        };
        let intake = Intake::new(Arc::clone(&self.shared), identity.clone(), Arc::clone(&inbox));
        if let Some(webhook) = &self.shared.options.webhook {
            return webhook::serve(webhook, intake).await;
        }
        let removed = self.remove_webhook().await;
        if removed.map_err(|error| error.for_adapter(self.shared.client.api_url()))? {
            let what = "a webhook was set for the bot and has been removed, since it is polled: whatever \
                        it served gets nothing more"
                .to_owned();
            inbox.notice(Notice::Trouble { platform: self.platform(), what });
        }
        Poller::new(intake).run().await
    }

    fn limits(&self, delivery: &Delivery) -> Vec<Limit> {
        limits::of(delivery, &self.shared.options.limits)
    }

    async fn deliver(&self, delivery: &Delivery, files: &dyn Files) -> Result<Receipt, DeliveryError> {
        self.courier.deliver(delivery, files, self.username().unwrap_or_default()).await
    }

    fn message_link(&self) -> MessageLink {
        address::message_link
    }

    async fn open_file(&self, file: &FileId) -> Result<FileStream, FileError> {
        open_file::open(&self.shared.client, file).await
    }

    /// Finds a topic by the service message of its opening. That message may
    /// still be on its way, so one more poll is awaited.
    async fn reconcile(&self, delivery: &Delivery) -> Result<Option<Receipt>, DeliveryError> {
        if !matches!(delivery.effect, Effect::OpenRoom(_)) {
            return Ok(None);
        }
        let mut heard = self.shared.heard.subscribe();
        let found = tokio::time::timeout(ADOPTION_PATIENCE, async {
            loop {
                match self.courier.opened(delivery) {
                    Some(Found::Done(receipt)) => return Some(receipt),
                    // The next attempt goes on in it.
                    Some(Found::Begun) => return None,
                    None => {}
                }
                if heard.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        });
        Ok(found.await.ok().flatten())
    }
}
