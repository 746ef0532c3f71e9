//! Likeness: BM25 over pieces of words, of the few that say most.
//!
//! tantivy's own scoring reads every posting of every piece as soon as there is
//! a filter. Here the rarest pieces are read, whole, into one number for each
//! document; what a lookup costs is bounded by [`GRAMS_MAX`] and [`POSTINGS_MAX`].

use std::collections::HashMap;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, SegmentReader, Term};

use crate::fields::Fields;
use crate::scope::Scope;
use crate::words::{fold, grams};

/// How many characters are looked up.
const QUERY_LEN_MAX: usize = 600;
/// How many pieces are looked up: the weightiest.
const GRAMS_MAX: usize = 64;
/// How many postings are read at the most, over all pieces but the first.
const POSTINGS_MAX: u64 = 200_000;
/// How soon a piece that is there again counts no more.
const SATURATION: f32 = 1.2;
/// The same of the words that are looked for: what they repeat, they mean.
const QUERY_SATURATION: f32 = 8.0;
/// How much a long text counts for less.
const LENGTH_WEIGHT: f32 = 0.75;

/// What is looked for, ready to be compared with the documents of a searcher.
pub(crate) struct Likeness {
    grams: Vec<Weighed>,
    /// What a length makes of the saturation, by the length's code.
    norms: Vec<f32>,
    /// What the words themselves would be given; more than 0 where there are any.
    own: f32,
}

struct Weighed {
    weight: f32,
    count: f32,
    /// Where its postings are, by segment.
    postings: Vec<Option<TermInfo>>,
    postings_len: u64,
}

impl Likeness {
    pub(crate) fn new(
        searcher: &Searcher,
        fields: &Fields,
        scope: &Scope,
        words: &str,
    ) -> tantivy::Result<Self> {
        let folded = fold(words, QUERY_LEN_MAX);
        let pieces = grams(&folded);
        let length = as_f32(pieces.len() as u64);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for piece in pieces {
            *counts.entry(piece).or_default() += 1;
        }
        let everything = Weighed::look_up(searcher, fields.term, &scope.term(""), 1)?.postings_len;
        let mut grams = Vec::with_capacity(counts.len());
        let (mut known, mut unknown) = (0.0, 0.0);
        for (piece, count) in counts {
            let mut gram = Weighed::look_up(searcher, fields.words, &scope.term(piece), count)?;
            gram.weight = rarity(everything, gram.postings_len) * repeated(gram.count);
            if gram.postings_len > 0 {
                known += gram.weight;
                grams.push((gram, piece));
            } else {
                unknown += gram.weight;
            }
        }
        let grams = weightiest(grams);
        let average = average_len(searcher, fields)?;
        let norms =
            (0..=u8::MAX).map(|code| norm(as_f32(FieldNormReader::id_to_fieldnorm(code).into()), average));
        let own = norm(length, average);
        let own: f32 = grams.iter().map(|gram| gram.weight * saturated(gram.count, own)).sum();
        // What no document has makes all of them less like: else words that have
        // next to nothing in common with any would be most like the first that
        // shares a syllable.
        let own = own * (1.0 + unknown / known.max(f32::MIN_POSITIVE));
        Ok(Self { grams, norms: norms.collect(), own })
    }

    /// How like each document of a segment is, by its number: 0 to 1.
    pub(crate) fn of_segment(
        &self,
        ordinal: usize,
        segment: &SegmentReader,
        fields: &Fields,
    ) -> tantivy::Result<Vec<f32>> {
        let lengths = segment.get_fieldnorms_reader(fields.words)?;
        let postings = segment.inverted_index(fields.words)?;
        let mut likeness = vec![0.0; segment.max_doc() as usize];
        for gram in &self.grams {
            let Some(info) = gram.postings.get(ordinal).and_then(Option::as_ref) else { continue };
            let mut block = postings.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
            while block.block_len() > 0 {
                for (document, count) in block.docs().iter().zip(block.freqs()) {
                    let norm = self.norms[usize::from(lengths.fieldnorm_id(*document))];
                    likeness[*document as usize] += gram.weight * saturated(as_f32((*count).into()), norm);
                }
                block.advance();
            }
        }
        let own = self.own.max(f32::MIN_POSITIVE);
        for likeness in &mut likeness {
            *likeness = (*likeness / own).min(1.0);
        }
        Ok(likeness)
    }
}

impl Weighed {
    fn look_up(
        searcher: &Searcher,
        field: tantivy::schema::Field,
        term: &str,
        count: usize,
    ) -> tantivy::Result<Self> {
        let term = Term::from_field_text(field, term);
        let segments = searcher.segment_readers().iter();
        let postings = segments.map(|segment| Ok(segment.inverted_index(field)?.get_term_info(&term)?));
        let postings = postings.collect::<tantivy::Result<Vec<_>>>()?;
        let postings_len = postings.iter().flatten().map(|info| u64::from(info.doc_freq)).sum();
        Ok(Self { weight: 0.0, count: as_f32(count as u64), postings, postings_len })
    }
}

/// The pieces that say most and can be afforded.
fn weightiest(mut grams: Vec<(Weighed, &str)>) -> Vec<Weighed> {
    // By their letters where they weigh the same: an answer is always the same.
    grams.sort_by(|(one, a), (other, b)| other.weight.total_cmp(&one.weight).then_with(|| a.cmp(b)));
    let mut grams: Vec<_> = grams.into_iter().map(|(gram, _)| gram).take(GRAMS_MAX).collect();
    let mut read = 0;
    let affordable = grams.iter().take_while(|gram| {
        read += gram.postings_len;
        read <= POSTINGS_MAX
    });
    let affordable = affordable.count().max(1);
    grams.truncate(affordable);
    grams
}

/// How much it says that a document has a piece which `having` of `all` have.
fn rarity(all: u64, having: u64) -> f32 {
    ((as_f32(all.saturating_sub(having)) + 0.5) / (as_f32(having) + 0.5)).ln_1p()
}

fn saturated(count: f32, norm: f32) -> f32 {
    count * (SATURATION + 1.0) / (count + norm)
}

fn repeated(count: f32) -> f32 {
    count * (QUERY_SATURATION + 1.0) / (count + QUERY_SATURATION)
}

fn norm(length: f32, average: f32) -> f32 {
    SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / average)
}

/// How many pieces a document has, on the average, at least one.
fn average_len(searcher: &Searcher, fields: &Fields) -> tantivy::Result<f32> {
    let (mut pieces, mut documents) = (0, 0);
    for segment in searcher.segment_readers() {
        pieces += segment.inverted_index(fields.words)?.total_num_tokens();
        documents += u64::from(segment.max_doc());
    }
    Ok((as_f32(pieces) / as_f32(documents.max(1))).max(1.0))
}

#[expect(clippy::cast_precision_loss, reason = "a weight needs no more digits")]
fn as_f32(number: u64) -> f32 {
    number as f32
}
