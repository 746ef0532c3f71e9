//! Waiting for the world to become as a test expects, without sleeping.

use std::time::Duration;

use super::World;
use super::modals::Modal;
use super::seen::SeenMessage;

impl World {
    /// Waits until `found` finds something, looking again after each change; none
    /// when `timeout` of real time has passed.
    pub async fn wait_for<T>(&self, found: impl Fn(&Self) -> Option<T>, timeout: Duration) -> Option<T> {
        let mut changes = self.changes();
        let search = async {
            loop {
                changes.borrow_and_update();
                if let Some(it) = found(self) {
                    return Some(it);
                }
                changes.changed().await.ok()?;
            }
        };
        tokio::time::timeout(timeout, search).await.ok().flatten()
    }

    /// Waits for a message in a channel or thread that contains `part`.
    pub async fn wait_for_text(&self, channel: u64, part: &str, timeout: Duration) -> Option<SeenMessage> {
        let newest = |world: &Self| world.read(|state| state.newest_containing(channel, part));
        self.wait_for(newest, timeout).await
    }

    /// Waits for a direct message between the bot and `user` that contains `part`.
    pub async fn wait_for_direct(&self, user: u64, part: &str, timeout: Duration) -> Option<SeenMessage> {
        let newest = |world: &Self| {
            world.read(|state| state.newest_containing(*state.direct_channels.get(&user)?, part))
        };
        self.wait_for(newest, timeout).await
    }

    /// Waits for an ephemeral answer to `user` that contains `part`.
    pub async fn wait_for_private(&self, user: u64, part: &str, timeout: Duration) -> Option<SeenMessage> {
        let contains = |message: &SeenMessage| {
            message.text.contains(part) || message.embeds.iter().any(|embed| embed.contains(part))
        };
        let newest = |world: &Self| world.private_messages(user).into_iter().rev().find(contains);
        self.wait_for(newest, timeout).await
    }

    /// Waits until a modal is open before `user`.
    pub async fn wait_for_modal(&self, user: u64, timeout: Duration) -> Option<Modal> {
        self.wait_for(|world| world.open_modal(user), timeout).await
    }

    /// Waits until the bot has an identified gateway connection; false when
    /// `timeout` has passed.
    pub async fn wait_for_bot(&self, timeout: Duration) -> bool {
        let is_there = |world: &Self| (world.gateway_connections() > 0).then_some(());
        self.wait_for(is_there, timeout).await.is_some()
    }
}
