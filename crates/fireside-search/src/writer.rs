//! The one who writes the index: each call is one commit, on disk when it
//! returns, or nothing.

use std::collections::BTreeMap;

use fireside_core::CommunityId;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{Index, IndexWriter};

use crate::fields::Fields;
use crate::folder::Note;
use crate::search::Changes;

/// How much is gathered in memory before it becomes a segment, in bytes.
const MEMORY_BYTES: usize = 48 * 1024 * 1024;
/// Segments with fewer documents than this are merged as if they had as many.
const MERGE_LEN_MIN: u32 = 256;
/// How many segments of about the same length are merged into one.
const MERGE_SEGMENTS: usize = 4;
/// Lengths within this power of two are about the same.
const MERGE_LEVEL: f64 = 2.0;
/// A segment with this part of its documents deleted is written anew.
const DELETED_MAX: f32 = 0.3;

pub(crate) struct Writer {
    index: Index,
    /// Made when it is needed first, and again after a failure.
    open: Option<IndexWriter>,
    note: Note,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("index", &self.index).finish_non_exhaustive()
    }
}

impl Writer {
    pub(crate) fn new(index: Index, note: Note) -> Self {
        Self { index, open: None, note }
    }

    /// Takes over what has changed.
    pub(crate) fn write(&mut self, fields: &Fields, changes: &Changes) -> tantivy::Result<()> {
        let note = self.note.clone();
        self.commit(note, |writer| {
            for (community, change) in changes.values() {
                writer.delete_term(fields.of_key(change));
                if let Some(document) = &change.document {
                    writer.add_document(fields.document(community, change, document))?;
                }
            }
            Ok(())
        })
    }

    /// Empties a community's part; gives what each part is made from now.
    pub(crate) fn reset(
        &mut self,
        fields: &Fields,
        community: &CommunityId,
        origin: String,
    ) -> tantivy::Result<BTreeMap<String, String>> {
        let mut note = self.note.clone();
        note.origins.insert(community.as_str().to_owned(), origin);
        self.commit(note, |writer| {
            writer.delete_term(fields.of_community(community));
            Ok(())
        })?;
        Ok(self.note.origins.clone())
    }

    fn commit(
        &mut self,
        note: Note,
        change: impl FnOnce(&IndexWriter) -> tantivy::Result<()>,
    ) -> tantivy::Result<()> {
        // A writer that failed may have kept a part: it is dropped with what it did.
        let mut writer = match self.open.take() {
            Some(writer) => writer,
            None => open(&self.index)?,
        };
        change(&writer)?;
        let mut prepared = writer.prepare_commit()?;
        let as_json = serde_json::to_string(&note);
        prepared
            .set_payload(&as_json.map_err(|error| tantivy::TantivyError::InternalError(error.to_string()))?);
        prepared.commit()?;
        self.note = note;
        self.open = Some(writer);
        Ok(())
    }
}

fn open(index: &Index) -> tantivy::Result<IndexWriter> {
    let options = IndexWriterOptions::builder().memory_budget_per_thread(MEMORY_BYTES).num_merge_threads(1);
    let writer: IndexWriter = index.writer_with_options(options.build())?;
    let mut merging = LogMergePolicy::default();
    merging.set_min_layer_size(MERGE_LEN_MIN);
    merging.set_min_num_segments(MERGE_SEGMENTS);
    merging.set_level_log_size(MERGE_LEVEL);
    merging.set_del_docs_ratio_before_merge(DELETED_MAX);
    writer.set_merge_policy(Box::new(merging));
    Ok(writer)
}
