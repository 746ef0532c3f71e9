//! Inline keyboards.

use fireside_core::ports::DeliveryError;
use fireside_core::text::cleaned;
use fireside_core::{Button, ButtonTarget};
use reqwest::Url;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

/// The longest data of a button, in bytes (Bot API, `InlineKeyboardButton`).
const DATA_BYTES_MAX: usize = 64;
/// The longest label that clients still show in full.
const LABEL_GRAPHEMES_MAX: usize = 64;

/// The keyboard of these rows; `None` where there are no buttons.
///
/// # Errors
/// `Refused` where a button can't be one.
pub(super) fn keyboard(rows: &[Vec<Button>]) -> Result<Option<InlineKeyboardMarkup>, DeliveryError> {
    let rows = rows.iter().filter(|row| !row.is_empty());
    let rows: Vec<Vec<_>> =
        rows.map(|row| row.iter().map(button).collect()).collect::<Result<_, DeliveryError>>()?;
    Ok((!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows)))
}

fn button(button: &Button) -> Result<InlineKeyboardButton, DeliveryError> {
    let refused = |why: &str| DeliveryError::Refused { why: format!("a button {why}") };
    let label = cleaned(&button.label, LABEL_GRAPHEMES_MAX);
    if label.is_empty() {
        return Err(refused("has no label"));
    }
    match &button.target {
        ButtonTarget::Press(data) if data.is_empty() => Err(refused("has no data")),
        ButtonTarget::Press(data) if data.len() > DATA_BYTES_MAX => {
            Err(refused(&format!("has more than {DATA_BYTES_MAX} bytes of data")))
        }
        ButtonTarget::Press(data) | ButtonTarget::Private(data) => {
            Ok(InlineKeyboardButton::callback(label, data.clone()))
        }
        ButtonTarget::Link(address) => match Url::parse(address) {
            Ok(url) if matches!(url.scheme(), "http" | "https" | "tg") => {
                Ok(InlineKeyboardButton::url(label, url))
            }
            _ => Err(refused("leads to no address that Telegram opens")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(data: &str) -> Button {
        Button { label: "Go".to_owned(), target: ButtonTarget::Press(data.to_owned()) }
    }

    #[test]
    fn data_is_counted_in_bytes() {
        assert!(keyboard(&[vec![press(&"ä".repeat(32))]]).is_ok());
        assert!(keyboard(&[vec![press(&"ä".repeat(33))]]).is_err());
        assert!(keyboard(&[vec![press("")]]).is_err());
    }

    #[test]
    fn a_link_that_runs_code_is_refused() {
        let link =
            |address: &str| Button { label: "Go".to_owned(), target: ButtonTarget::Link(address.to_owned()) };
        assert!(keyboard(&[vec![link("https://example.org")]]).is_ok());
        assert!(keyboard(&[vec![link("javascript:alert(1)")]]).is_err());
    }

    #[test]
    fn empty_rows_are_no_keyboard() {
        assert_eq!(keyboard(&[Vec::new()]).expect("fine"), None);
    }
}
