//! The pieces of words as tantivy takes them in: each behind the scope of its
//! document, so that no lookup can reach into another community.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::scope::Scope;
use crate::words::{fold, grams};

/// How many characters of a text are indexed.
const INDEXED_LEN_MAX: usize = 2000;

/// Cuts a [`Scope::field_value`] into scoped pieces of words.
#[derive(Debug, Clone, Default)]
pub(crate) struct GramTokenizer;

/// The scoped pieces of one value.
#[derive(Debug)]
pub(crate) struct GramStream {
    scope_len: usize,
    pieces: std::vec::IntoIter<String>,
    token: Token,
}

impl Tokenizer for GramTokenizer {
    type TokenStream<'a> = GramStream;

    fn token_stream<'a>(&'a mut self, value: &'a str) -> GramStream {
        let (scope, text) = Scope::split(value);
        let folded = fold(text, INDEXED_LEN_MAX);
        let pieces: Vec<String> = grams(&folded).into_iter().map(str::to_owned).collect();
        let token = Token { text: scope.to_owned(), ..Token::default() };
        GramStream { scope_len: scope.len(), pieces: pieces.into_iter(), token }
    }
}

impl TokenStream for GramStream {
    fn advance(&mut self) -> bool {
        let Some(piece) = self.pieces.next() else { return false };
        self.token.text.truncate(self.scope_len);
        self.token.text.push_str(&piece);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
