//! The origin: what a part of the index was made from, kept in the store and
//! in the index. Where they differ, the part belongs to another store, or to
//! one from before it was made. A store that a power cut sets back by moments
//! keeps its origin: ADR 12 says what that leaves.

use std::fmt::Write as _;

use fireside_core::Community;
use fireside_core::key::Key;
use fireside_core::ports::{Batch, StoreError, Write};
use fireside_core::record::{self, Record};
use serde::{Deserialize, Serialize};

use super::follow::Behind;
use crate::shared::Shared;

/// What a community's part of the index was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    /// 32 random hexadecimal digits, the same in the index.
    pub(super) token: String,
    /// The version that made it: another may see other words in a record.
    made_by: String,
    /// The collections it holds.
    collections: Vec<String>,
    /// Everything that was there is in it.
    is_whole: bool,
}

impl Record for Origin {
    const COLLECTION: &'static str = "index";
}

impl Shared {
    /// Whether a community's part holds what the store does, but for the rows
    /// that say what it lacks.
    pub(super) async fn is_made(&self, community: &Community) -> Result<bool, StoreError> {
        let found = self.store.get(&[key(community)]).await?.into_iter().next().flatten();
        let Some(origin) = found.and_then(|stored| record::decode::<Origin>(&stored.value).ok()) else {
            return Ok(false);
        };
        let made = self.origin(&origin.token, true);
        Ok(origin == made && self.index.search.origin(&community.id).as_deref() == Some(&origin.token))
    }

    /// Empties a community's part, under an origin of its own.
    pub(super) async fn begin_part(&self, community: &Community) -> Result<Origin, Behind> {
        let mut random = [0; 16];
        let filled = getrandom::fill(&mut random);
        filled.map_err(|error| StoreError::Unavailable { what: error.to_string() })?;
        let token = random.iter().fold(String::new(), |mut token, byte| {
            let _ = write!(token, "{byte:02x}");
            token
        });
        let origin = self.origin(&token, false);
        self.keep_origin(community, &origin).await?;
        self.index.search.reset(&community.id, &token).await?;
        Ok(origin)
    }

    /// A community's part is whole.
    pub(super) async fn end_part(&self, community: &Community, origin: Origin) -> Result<(), Behind> {
        self.keep_origin(community, &Origin { is_whole: true, ..origin }).await
    }

    fn origin(&self, token: &str, is_whole: bool) -> Origin {
        let collections = self.engine.searchable().iter();
        Origin {
            token: token.to_owned(),
            made_by: env!("CARGO_PKG_VERSION").to_owned(),
            collections: collections.map(|searchable| searchable.collection.to_owned()).collect(),
            is_whole,
        }
    }

    async fn keep_origin(&self, community: &Community, origin: &Origin) -> Result<(), Behind> {
        let value =
            record::encode(origin).map_err(|error| StoreError::Damaged { what: error.to_string() })?;
        let writes = vec![Write::Put(key(community), value)];
        Ok(self.store.commit(Batch { writes, ..Batch::default() }).await?)
    }
}

fn key(community: &Community) -> Key {
    Key::new(&community.id, Origin::COLLECTION, "origin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_keeps_its_shape() {
        let (token, made_by) = ("00".to_owned(), "0.1.0".to_owned());
        let collections = vec!["feedback".to_owned()];
        insta::assert_json_snapshot!(Origin { token, made_by, collections, is_whole: true });
    }
}
