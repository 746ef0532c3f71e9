//! Tokens: from the environment or a file, never from the command line or the
//! configuration itself.

use std::path::Path;

use anyhow::{Context, bail};
use secrecy::SecretString;

/// The token in the environment variable `name`, else in `file`.
pub(crate) fn token(name: &str, file: Option<&Path>) -> anyhow::Result<SecretString> {
    let found = match (std::env::var(name), file) {
        (Ok(token), _) => token,
        (Err(_), Some(file)) => std::fs::read_to_string(file)
            .with_context(|| format!("the token file {} can't be read", file.display()))?,
        (Err(_), None) => bail!("there is no token: set {name}, or `token_file` in the configuration"),
    };
    let token = found.trim();
    if token.is_empty() {
        bail!("the token is empty: check {name} or `token_file`");
    }
    Ok(SecretString::from(token))
}
