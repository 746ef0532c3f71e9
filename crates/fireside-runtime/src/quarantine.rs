//! Events that can't be decided are set aside with their error, so that others
//! go on; they can be decided again after a mend.

use std::sync::Arc;

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, CommitError, StoreError, Write};
use fireside_core::record::{self, Record};
use fireside_core::{Event, Timestamp};
use serde::{Deserialize, Serialize};
use tracing::error;

use crate::lanes::Job;
use crate::shared::Shared;

/// An event that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// What happened.
    pub event: Event,
    /// Why it could not be decided.
    pub why: String,
    /// When it was set aside.
    pub at: Timestamp,
}

impl Record for Quarantined {
    const COLLECTION: &'static str = "quarantine";
}

/// How many are read or decided again at a time.
const PAGE: usize = 1000;

impl Shared {
    pub(crate) async fn quarantine(&self, job: &Job, why: String) -> Result<(), CommitError> {
        error!(event_id = %job.event.id, why, "an event is set aside; it can be decided again after a mend");
        let set_aside = Quarantined { event: Event::clone(&job.event), why, at: self.clock.now() };
        let key = Key::new(&job.community.id, Quarantined::COLLECTION, &job.event.id);
        let value = record::encode(&set_aside)
            .map_err(|error| StoreError::Unavailable { what: error.to_string() })?;
        // What is replayed has its row here already: the later write stays.
        let mut writes: Vec<_> = job.journaled.clone().map(Write::Delete).into_iter().collect();
        writes.push(Write::Put(key, value));
        self.store.commit(Batch { writes, ..Batch::default() }).await?;
        self.stats.quarantined.one();
        Ok(())
    }

    pub(crate) async fn quarantined(&self) -> Result<Vec<Quarantined>, StoreError> {
        let mut all = Vec::new();
        for community in self.claims.all() {
            let range = KeyRange::collection(&community.id, Quarantined::COLLECTION, PAGE);
            for (_, stored) in self.store.range(&range).await? {
                let read = record::decode(&stored.value);
                all.push(read.map_err(|error| StoreError::Damaged { what: error.to_string() })?);
            }
        }
        Ok(all)
    }

    /// Brings what was set aside back into its lanes: the row goes away with
    /// the commit that decides it.
    pub(crate) async fn replay_quarantined(self: &Arc<Self>) -> Result<usize, StoreError> {
        let set_aside = self.quarantined().await?;
        let count = set_aside.len();
        for Quarantined { event, .. } in set_aside {
            let Some(community) = event.community.as_ref().and_then(|id| self.claims.get(id)) else {
                continue;
            };
            let journaled = Some(Key::new(&community.id, Quarantined::COLLECTION, &event.id));
            let event = Arc::new(event);
            self.enqueue(Job { community, event, journaled, done: None, permit: None }, None);
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fireside_testkit::fake_feature::message;
    use fireside_testkit::script::{NORTH, customer, square};

    #[test]
    fn an_event_set_aside_keeps_its_shape() {
        let event = message(&customer(NORTH, "1", "Ana"), &square(NORTH), "hello");
        let why = "a feature panicked: no".to_owned();
        insta::assert_json_snapshot!(Quarantined { event, why, at: Timestamp::from_millis(1) });
    }
}
