//! Reading files that Discord keeps. Their addresses expire: each is asked for
//! anew, and only Discord's own hosts are read from.

use fireside_core::ids::FileId;
use fireside_core::ports::{FileError, FileStream};
use futures_util::{StreamExt, TryStreamExt};
use reqwest::{Method, Url};
use serde_json::{Value, json};
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::errors::CallError;
use crate::snowflake;

/// The longest file that can be read: the longest that anybody can send
/// (Discord's help page on uploads).
pub(crate) const FILE_MAX: u64 = 500 << 20;
/// Where Discord keeps files.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];
/// The longest name of a file in an address.
const NAME_MAX: usize = 260;

/// What a file is found by.
#[derive(Debug, PartialEq, Eq)]
enum Address<'a> {
    /// A file of a message.
    Message { channel: u64, message: u64, attachment: u64 },
    /// A sticker's picture.
    Sticker { id: u64, format: &'a str },
    /// A file given with a command or form. No message has it.
    Ephemeral { channel: u64, attachment: u64, name: &'a str },
}

impl<'a> Address<'a> {
    fn read(id: &'a str) -> Option<Self> {
        let parts: Vec<_> = id.splitn(4, '/').collect();
        let number = |at: usize| snowflake::parse(parts.get(at)?);
        match parts.as_slice() {
            ["sticker", _, format @ ("png" | "gif")] => Some(Self::Sticker { id: number(1)?, format }),
            ["ephemeral", _, _, name] if is_name(name) => {
                Some(Self::Ephemeral { channel: number(1)?, attachment: number(2)?, name })
            }
            [_, _, _] => {
                Some(Self::Message { channel: number(0)?, message: number(1)?, attachment: number(2)? })
            }
            _ => None,
        }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= NAME_MAX
        && !name.contains(['/', '\\', '?', '#'])
        && !name.starts_with('.')
}

/// Begins to read a file.
pub(crate) async fn open(connection: &Connection, file: &FileId) -> Result<FileStream, FileError> {
    let url = match Address::read(file.as_str()).ok_or_else(|| gone("it is no file of Discord's"))? {
        Address::Message { channel, message, attachment } => {
            of_message(connection, channel, message, attachment).await?
        }
        Address::Sticker { id, format } => {
            let host = if format == "gif" { HOSTS[1] } else { HOSTS[0] };
            format!("{}/stickers/{id}.{format}", host_of(connection, host))
        }
        Address::Ephemeral { channel, attachment, name } => {
            let host = host_of(connection, HOSTS[0]);
            let url = format!("{host}/ephemeral-attachments/{channel}/{attachment}/{name}");
            refreshed(connection, &url).await?.unwrap_or(url)
        }
    };
    read(connection, &url).await
}

/// Where Discord keeps files, or what stands for it in a world of its own.
fn host_of(connection: &Connection, host: &str) -> String {
    connection
        .options
        .api_url
        .as_ref()
        .map_or_else(|| format!("https://{host}"), |_| connection.options.base().to_owned())
}

async fn of_message(
    connection: &Connection,
    channel: u64,
    message: u64,
    attachment: u64,
) -> Result<String, FileError> {
    let route = Route::ChannelMessage { channel_id: channel.into(), message_id: message.into() };
    let told = connection.client.send(Call::new(Method::GET, route, channel)).await.map_err(unread)?;
    let id = attachment.to_string();
    // What the message passes on has files of its own.
    let passed_on = told["message_snapshots"].as_array().into_iter().flatten().map(|it| &it["message"]);
    let mut files = std::iter::once(&told)
        .chain(passed_on)
        .flat_map(|message| message["attachments"].as_array().into_iter().flatten());
    let found = files.find(|file| file["id"] == id.as_str()).and_then(|file| file["url"].as_str());
    found.map(ToOwned::to_owned).ok_or_else(|| gone("its message does not have it any more"))
}

async fn refreshed(connection: &Connection, url: &str) -> Result<Option<String>, FileError> {
    // No route of serenity's is like it: its limits are kept with the gateway's.
    let call = Call::new(Method::POST, Route::Gateway, 0)
        .path("/attachments/refresh-urls".to_owned())
        .body(json!({ "attachment_urls": [url] }));
    match connection.client.send(call).await {
        Ok(told) => Ok(told["refreshed_urls"][0]["refreshed"].as_str().map(ToOwned::to_owned)),
        Err(CallError::Rejected { .. }) => Ok(None),
        Err(error) => Err(unread(error)),
    }
}

async fn read(connection: &Connection, url: &str) -> Result<FileStream, FileError> {
    let url = allowed(url, connection.options.api_url.as_ref().map(|_| connection.options.base()))
        .ok_or_else(|| gone("it is not kept where Discord keeps files"))?;
    let response = connection.client.fetch(url).await.map_err(unread)?;
    let status = response.status();
    match status.as_u16() {
        200 => {}
        429 | 500..=599 => return Err(later(format!("it is answered with status {status}"))),
        _ => return Err(gone(&format!("it is answered with status {status}"))),
    }
    let size_bytes = response.content_length();
    if size_bytes.is_some_and(|size| size > FILE_MAX) {
        return Err(FileError::TooLong { bytes_max: FILE_MAX });
    }
    let bytes = response.bytes_stream().map_err(|error| later(error.without_url().to_string()));
    Ok(FileStream { size_bytes, bytes: bytes.boxed() })
}

/// `url`, if it leads to where Discord keeps files, or to `own`, the address
/// that was set in the place of Discord's.
fn allowed(url: &str, own: Option<&str>) -> Option<Url> {
    let url = Url::parse(url).ok()?;
    let is_discords = url.scheme() == "https"
        && url.port().is_none()
        && url.host_str().is_some_and(|host| HOSTS.contains(&host));
    let is_own = own.and_then(|own| Url::parse(own).ok()).is_some_and(|own| own.origin() == url.origin());
    let names_nobody = url.username().is_empty() && url.password().is_none();
    ((is_discords || is_own) && names_nobody).then_some(url)
}

fn unread(error: CallError) -> FileError {
    match error {
        CallError::Rejected { .. } => gone(&error.to_string()),
        other => later(other.to_string()),
    }
}

fn gone(why: &str) -> FileError {
    FileError::Gone { why: why.to_owned() }
}

fn later(why: String) -> FileError {
    FileError::Later { why }
}

/// How many files a message has, as Discord tells it.
pub(crate) fn count(message: &Value) -> usize {
    message["attachments"].as_array().map_or(0, Vec::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_its_message_sticker_or_form() {
        let message = Address::Message { channel: 1, message: 2, attachment: 3 };
        assert_eq!(Address::read("1/2/3"), Some(message));
        assert_eq!(Address::read("sticker/8/gif"), Some(Address::Sticker { id: 8, format: "gif" }));
        let given = Address::Ephemeral { channel: 9, attachment: 3, name: "a.png" };
        assert_eq!(Address::read("ephemeral/9/3/a.png"), Some(given));
    }

    #[test]
    fn what_leads_elsewhere_is_no_file() {
        let forged = [
            "",
            "1/2",
            "1/2/3/4",
            "0/2/3",
            "sticker/8/json",
            "sticker/../png",
            "ephemeral/9/3/../x",
            "ephemeral/9/3/a/b",
            "ephemeral/9/3/a?b",
            "ephemeral/9/3/",
            "https://a.b/c",
        ];
        for id in forged {
            assert_eq!(Address::read(id), None, "{id}");
        }
    }

    #[test]
    fn only_discords_hosts_are_read_from() {
        assert!(allowed("https://cdn.discordapp.com/attachments/1/2/a.png?ex=1", None).is_some());
        let own = Some("http://127.0.0.1:8080");
        assert!(allowed("http://127.0.0.1:8080/attachments/1", own).is_some());
        for url in [
            "http://cdn.discordapp.com/a",
            "https://cdn.discordapp.com.evil.example/a",
            "https://x@cdn.discordapp.com/a",
            "https://cdn.discordapp.com:8443/a",
            "https://169.254.169.254/latest",
            "file:///etc/passwd",
        ] {
            assert!(allowed(url, None).is_none(), "{url}");
        }
        assert!(allowed("http://127.0.0.1:9090/a", own).is_none());
    }
}
