//! Inline keyboards.

use fireside_core::ports::DeliveryError;
use fireside_core::{Button, ButtonTarget};
use reqwest::Url;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use super::fitted;
use crate::private_link;

/// The longest data of a button, in bytes (Bot API, `InlineKeyboardButton`).
const DATA_BYTES_MAX: usize = 64;
/// The longest label that clients still show in full, in UTF-16 units.
const LABEL_LEN_MAX: usize = 64;

/// The keyboard of these rows below a message of the bot `username`; `None`
/// where there are no buttons.
///
/// # Errors
/// `Refused` where a button can't be one.
pub(crate) fn keyboard(
    rows: &[Vec<Button>],
    username: &str,
) -> Result<Option<InlineKeyboardMarkup>, DeliveryError> {
    let rows = rows.iter().filter(|row| !row.is_empty());
    let row = |row: &Vec<Button>| row.iter().map(|one| button(one, username)).collect();
    let rows: Vec<Vec<_>> = rows.map(row).collect::<Result<_, DeliveryError>>()?;
    Ok((!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows)))
}

fn button(button: &Button, username: &str) -> Result<InlineKeyboardButton, DeliveryError> {
    let refused = |why: &str| DeliveryError::Refused { why: format!("a button {why}") };
    let label = fitted(&button.label, LABEL_LEN_MAX);
    match &button.target {
        ButtonTarget::Press(data) if data.is_empty() => Err(refused("has no data")),
        ButtonTarget::Press(data) if data.len() > DATA_BYTES_MAX => {
            Err(refused(&format!("has more than {DATA_BYTES_MAX} bytes of data")))
        }
        ButtonTarget::Press(data) => Ok(InlineKeyboardButton::callback(label, data.clone())),
        ButtonTarget::Private(data) => match private_link::address(username, data) {
            Some(url) => Ok(InlineKeyboardButton::url(label, url)),
            None => Err(refused("brings no data, or more than a link can, into a private chat")),
        },
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
        assert!(keyboard(&[vec![press(&"ä".repeat(32))]], "bot").is_ok());
        assert!(keyboard(&[vec![press(&"ä".repeat(33))]], "bot").is_err());
        assert!(keyboard(&[vec![press("")]], "bot").is_err());
    }

    #[test]
    fn a_link_that_runs_code_is_refused() {
        let link =
            |address: &str| Button { label: "Go".to_owned(), target: ButtonTarget::Link(address.to_owned()) };
        assert!(keyboard(&[vec![link("https://example.org")]], "bot").is_ok());
        assert!(keyboard(&[vec![link("javascript:alert(1)")]], "bot").is_err());
    }

    #[test]
    fn a_button_into_a_private_chat_is_a_link_to_the_bot() {
        let target = ButtonTarget::Private("feedback:open".to_owned());
        let button = Button { label: "Go".to_owned(), target };
        let rows = keyboard(&[vec![button]], "acme_bot").expect("fine").expect("a keyboard").inline_keyboard;
        let shown = serde_json::to_value(&rows[0][0]).expect("it is written");
        let url = shown["url"].as_str().expect("an address");
        assert!(url.starts_with("https://t.me/acme_bot?start=p_"), "{url}");
    }

    #[test]
    fn a_label_that_shows_nothing_is_a_sign_that_does() {
        let button = Button { label: "\u{200B}".to_owned(), ..press("a") };
        let rows = keyboard(&[vec![button]], "bot").expect("fine").expect("a keyboard").inline_keyboard;
        assert_eq!(rows[0][0].text, "…");
    }

    #[test]
    fn empty_rows_are_no_keyboard() {
        assert_eq!(keyboard(&[Vec::new()], "bot").expect("fine"), None);
    }
}
