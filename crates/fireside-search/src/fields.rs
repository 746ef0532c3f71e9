//! The fields of the index, and how a document becomes them.

use fireside_core::CommunityId;
use fireside_core::ports::search::RANKS;
use fireside_core::ports::{Document, DocumentChange};
use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing,
    TextOptions,
};
use tantivy::{TantivyDocument, Term};

use crate::scope::Scope;

/// The tokenizer of the words' field.
pub(crate) const TOKENIZER: &str = "grams";
/// How often a title is indexed: likeness to it counts so much more.
const TITLE_WEIGHT: usize = 2;

/// The fields of the index.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    community: Field,
    key: Field,
    pub(crate) term: Field,
    pub(crate) words: Field,
    ranks: [Field; RANKS],
}

impl Fields {
    /// The name of the key's column.
    pub(crate) const KEY: &'static str = "key";

    pub(crate) fn new() -> Self {
        let mut schema = Schema::builder();
        let exact = TextFieldIndexing::default().set_tokenizer("raw").set_fieldnorms(false);
        let exact =
            TextOptions::default().set_indexing_options(exact.set_index_option(IndexRecordOption::Basic));
        let key = BytesOptions::from(INDEXED | FAST);
        let rank = NumericOptions::from(FAST);
        let community = schema.add_text_field("community", exact.clone());
        let term = schema.add_text_field("term", exact);
        let grams = TextFieldIndexing::default().set_tokenizer(TOKENIZER);
        let grams = grams.set_index_option(IndexRecordOption::WithFreqs);
        let words = schema.add_text_field("words", TextOptions::default().set_indexing_options(grams));
        let key = schema.add_bytes_field(Self::KEY, key);
        let ranks = std::array::from_fn(|slot| schema.add_u64_field(&Self::rank(slot), rank.clone()));
        Self { schema: schema.build(), community, key, term, words, ranks }
    }

    /// The name of a rank's column.
    pub(crate) fn rank(slot: usize) -> String {
        format!("rank{slot}")
    }

    /// The term that every document of a community has.
    pub(crate) fn of_community(&self, community: &CommunityId) -> Term {
        Term::from_field_text(self.community, community.as_str())
    }

    /// The term that only the document under a changed key has.
    pub(crate) fn of_key(&self, change: &DocumentChange) -> Term {
        Term::from_field_bytes(self.key, change.key.as_bytes())
    }

    /// What a document is in the index.
    pub(crate) fn document(
        &self,
        community: &CommunityId,
        change: &DocumentChange,
        document: &Document,
    ) -> TantivyDocument {
        let scope = Scope::new(community, &change.collection);
        let mut fields = TantivyDocument::new();
        fields.add_text(self.community, community.as_str());
        fields.add_bytes(self.key, change.key.as_bytes());
        fields.add_text(self.term, scope.term(""));
        for term in &document.terms {
            fields.add_text(self.term, scope.term(term));
        }
        for _ in 0..TITLE_WEIGHT {
            fields.add_text(self.words, scope.term(&document.title));
        }
        fields.add_text(self.words, scope.term(&document.body));
        for (field, rank) in self.ranks.iter().zip(document.ranks) {
            fields.add_u64(*field, rank);
        }
        fields
    }
}
