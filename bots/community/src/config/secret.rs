//! Tokens and secrets: from the environment or a file, never from the command line or the
//! configuration itself.

use std::path::Path;

use anyhow::{Context, bail};
use secrecy::SecretString;

/// The secret in the environment variable `name`, else in `file`, which `setting` names.
pub(crate) fn secret(name: &str, setting: &str, file: Option<&Path>) -> anyhow::Result<SecretString> {
    let found = match (std::env::var(name), file) {
        (Ok(secret), _) => secret,
        (Err(_), Some(file)) => std::fs::read_to_string(file)
            .with_context(|| format!("`{setting}`: {} can't be read", file.display()))?,
        (Err(_), None) => bail!("it is missing: set {name}, or `{setting}` in the configuration"),
    };
    let secret = found.trim();
    if secret.is_empty() {
        bail!("it is empty: check {name} or `{setting}`");
    }
    Ok(SecretString::from(secret))
}
