//! Who administers the staff chats, as Telegram says it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use fireside_core::event::{Membership, ReactionChange};
use fireside_core::{Authority, Clock, Event, EventKind, Timestamp};
use serde::Deserialize;
use teloxide::payloads::GetChatAdministrators;
use teloxide::types::{ChatId, Recipient};
use tokio::sync::Mutex;

use crate::ADMIN_ROLE;
use crate::client::ApiClient;

/// How long an answer counts: an event may still wait, and its actor's authority
/// must not be older than 30 s when it is decided.
const KEPT_FOR: Duration = Duration::from_secs(20);
/// How long a question without an answer is not asked again.
const ASKED_AGAIN_AFTER: Duration = Duration::from_secs(2);
/// How long to wait for an answer: everything else waits meanwhile.
const PATIENCE: Duration = Duration::from_secs(5);

/// Tells who administers the staff chats.
pub(crate) struct StaffAuthority {
    chats: HashSet<i64>,
    /// The staff chat of each group where customers talk.
    staff_of: BTreeMap<i64, i64>,
    client: ApiClient,
    clock: Arc<dyn Clock>,
    /// Locked while asking, so that one question is on its way at a time.
    known: Mutex<HashMap<i64, Administrators>>,
}

/// The administrators of one chat; `None` where they couldn't be had.
struct Administrators {
    accounts: Option<HashSet<u64>>,
    as_of: Timestamp,
}

impl Administrators {
    /// Whether it is time to ask again.
    fn is_stale(&self, now: Timestamp) -> bool {
        let kept_for = if self.accounts.is_some() { KEPT_FOR } else { ASKED_AGAIN_AFTER };
        now.since(self.as_of) > kept_for
    }
}

/// A member of a chat, as far as it matters here.
#[derive(Deserialize)]
struct Member {
    user: User,
}

#[derive(Deserialize)]
struct User {
    id: u64,
}

impl StaffAuthority {
    /// For these chats, and for the groups of customers they belong to.
    pub(crate) fn new(
        chats: &[i64],
        staff_of: &BTreeMap<i64, i64>,
        client: ApiClient,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let chats = chats.iter().copied().collect();
        Self { chats, staff_of: staff_of.clone(), client, clock, known: Mutex::default() }
    }

    /// Puts what its actor may do onto an event in a staff chat, and onto a
    /// reaction among customers: what staff say there is answered where everybody
    /// reads it, so that nothing else is theirs to do there. Where Telegram
    /// doesn't say, the actor may do nothing.
    pub(crate) async fn attach(&self, event: &mut Event) {
        let Ok(here) = event.place.channel.as_str().parse::<i64>() else { return };
        let reacts = matches!(&event.kind, EventKind::Reaction(it) if it.change == ReactionChange::Added);
        let chat = if self.chats.contains(&here) { Some(&here) } else { self.staff_of.get(&here) };
        let Some(chat) = chat.copied().filter(|chat| *chat == here || reacts) else { return };
        if matches!(event.kind, EventKind::Membership(Membership::RolesChanged)) {
            self.known.lock().await.remove(&chat);
        }
        let acts = matches!(
            event.kind,
            EventKind::Command(_) | EventKind::Press(_) | EventKind::Message(_) | EventKind::Edited(_)
        );
        if (acts || reacts) && !event.actor.is_anonymous && !event.actor.is_bot {
            event.actor.authority = self.of(chat, event.actor.account.id.as_str()).await;
        }
    }

    async fn of(&self, chat: i64, account: &str) -> Option<Authority> {
        let mut known = self.known.lock().await;
        let now = self.clock.now();
        if known.get(&chat).is_none_or(|known| known.is_stale(now)) {
            known.insert(chat, Administrators { accounts: self.ask(chat).await, as_of: now });
        }
        let administrators = known.get(&chat)?;
        let is_admin = administrators.accounts.as_ref()?.contains(&account.parse().ok()?);
        let roles = if is_admin { vec![ADMIN_ROLE.into()] } else { Vec::new() };
        Some(Authority { roles, as_of: administrators.as_of })
    }

    async fn ask(&self, chat: i64) -> Option<HashSet<u64>> {
        let question = GetChatAdministrators::new(Recipient::Id(ChatId(chat)));
        let answer = tokio::time::timeout(PATIENCE, self.client.call_for::<Vec<Member>, _>(&question));
        let why = match answer.await {
            Ok(Ok(members)) => return Some(members.iter().map(|member| member.user.id).collect()),
            Ok(Err(error)) => error.to_string(),
            Err(_) => "no answer in time".to_owned(),
        };
        tracing::warn!(chat, why, "the administrators of the staff chat are not known");
        None
    }
}
