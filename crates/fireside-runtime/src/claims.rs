//! Which community an event belongs to.

use std::collections::BTreeMap;
use std::sync::Arc;

use fireside_core::{Audience, Community, CommunityId, Event};

/// The communities of this process.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    communities: Vec<Arc<Community>>,
    by_id: BTreeMap<CommunityId, Arc<Community>>,
}

impl Claims {
    pub(crate) fn new(communities: Vec<Community>) -> Self {
        let communities: Vec<_> = communities.into_iter().map(Arc::new).collect();
        let by_id =
            communities.iter().map(|community| (community.id.clone(), Arc::clone(community))).collect();
        Self { communities, by_id }
    }

    pub(crate) fn all(&self) -> &[Arc<Community>] {
        &self.communities
    }

    pub(crate) fn get(&self, id: &CommunityId) -> Option<Arc<Community>> {
        self.by_id.get(id).cloned()
    }

    /// The community that the event's place belongs to; for a private chat, the
    /// first that takes private chats on that platform.
    pub(crate) fn claim(&self, event: &Event) -> Option<Arc<Community>> {
        let here = self.communities.iter().find(|community| community.holds(&event.place));
        let private = || {
            let platform = &event.place.platform;
            self.communities.iter().find(|community| {
                event.audience == Audience::Private && community.hears_private_chats(platform)
            })
        };
        here.or_else(private).cloned()
    }
}
