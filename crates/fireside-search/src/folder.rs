//! The folder of an index: opened if it can be read to its last byte, else
//! emptied. What it held can be made again from the store.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, IndexSettings, ReloadPolicy, TantivyError};

use crate::fields::{Fields, TOKENIZER};
use crate::tokenizer::GramTokenizer;

/// How words and fields are written; an index of another version is made anew.
const VERSION: u32 = 1;
/// Files of which every index has one, unless a disk lost both.
const MARKS: [&str; 2] = ["meta.json", ".managed.json"];
/// How the names of files begin that may be there before those are.
const BEGUN: [&str; 2] = [".tantivy", ".tmp"];

/// What is kept with each commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note {
    version: u32,
    /// What each community's part was made from.
    pub(crate) origins: BTreeMap<String, String>,
}

impl Default for Note {
    fn default() -> Self {
        Self { version: VERSION, origins: BTreeMap::new() }
    }
}

/// An index that can be read.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) index: Index,
    pub(crate) reader: Reader,
    pub(crate) note: Note,
}

/// The reader of an index; it is moved on by hand.
pub(crate) struct Reader(pub(crate) IndexReader);

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("segments", &self.0.searcher().segment_readers().len()).finish()
    }
}

/// Opens the index in a folder of its own. One that is damaged, or of another
/// version, is thrown away; an empty one takes its place. A folder that holds
/// anything else is left alone, and that is an error.
pub(crate) fn open(path: &Path, fields: &Fields) -> tantivy::Result<Opened> {
    fs::create_dir_all(path)?;
    match open_as_it_is(path, fields) {
        Ok(Some(opened)) => return Ok(opened),
        Ok(None) => {}
        Err(error) => tracing::warn!(%error, "the search index can't be read and is made anew"),
    }
    empty(path)?;
    let index = Index::create(MmapDirectory::open(path)?, fields.schema.clone(), IndexSettings::default())?;
    with_reader(index, Note::default())
}

/// `None`: there is no index of this version.
fn open_as_it_is(path: &Path, fields: &Fields) -> tantivy::Result<Option<Opened>> {
    let directory = MmapDirectory::open(path)?;
    if !Index::exists(&directory)? {
        return Ok(None);
    }
    let index = Index::open(directory)?;
    let note = index.load_metas()?.payload;
    let note = note.map_or_else(|| Ok(Note::default()), |note| serde_json::from_str::<Note>(&note));
    let is_ours = index.schema() == fields.schema;
    let Some(note) = note.ok().filter(|note| is_ours && note.version == VERSION) else { return Ok(None) };
    let damaged = index.validate_checksum()?;
    if !damaged.is_empty() {
        return Err(TantivyError::InternalError(format!("{} of its files are damaged", damaged.len())));
    }
    Ok(Some(with_reader(index, note)?))
}

fn with_reader(index: Index, note: Note) -> tantivy::Result<Opened> {
    index.tokenizers().register(TOKENIZER, GramTokenizer);
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok(Opened { index, reader: Reader(reader), note })
}

/// Removes what lies in the folder of an index; its own files only.
fn empty(path: &Path) -> io::Result<()> {
    let files = files(path)?;
    let is_ours = files.iter().any(|file| MARKS.iter().any(|mark| file.ends_with(mark)));
    let is_begun = |file: &PathBuf| {
        let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        BEGUN.iter().any(|begun| name.starts_with(begun))
    };
    if !is_ours && !files.iter().all(is_begun) {
        let what = format!("{} holds something else: give the index a folder of its own", path.display());
        return Err(io::Error::new(io::ErrorKind::DirectoryNotEmpty, what));
    }
    files.into_iter().try_for_each(fs::remove_file)
}

fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let what = format!("{} is no part of an index", entry.path().display());
            return Err(io::Error::new(io::ErrorKind::DirectoryNotEmpty, what));
        }
        files.push(entry.path());
    }
    Ok(files)
}
