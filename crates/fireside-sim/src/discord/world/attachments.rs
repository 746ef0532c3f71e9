//! Attachments: what was uploaded, kept once, and the links to it that expire.

use std::fmt::Write as _;

use axum::body::Bytes;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::super::errors::ApiError;
use super::super::objects::id;
use super::State;

const MIB: u64 = 1024 * 1024;
/// Files in one request together, in a guild that isn't boosted.
const REQUEST_SIZE_MAX: u64 = 25 * MIB;
/// A message has at most this many attachments.
pub(crate) const ATTACHMENTS_MAX: usize = 10;
/// The attachment flag of a file to be looked at only on purpose.
const IS_SPOILER: u64 = 1 << 3;
const DESCRIPTION_LEN_MAX: usize = 1_024;

/// An uploaded file and what its sender said of it.
#[derive(Debug, Clone)]
pub(crate) struct Attachment {
    pub(crate) id: u64,
    /// The channel in its link, which is where it was first sent.
    pub(crate) channel: u64,
    pub(crate) file_name: String,
    /// The name as it was, where the file's own had to be cleaned.
    pub(crate) title: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) is_spoiler: bool,
    /// It was given with a command or modal, and belongs to no message.
    pub(crate) is_of_interaction: bool,
    pub(crate) duration_ms: Option<u64>,
    pub(crate) waveform: Option<String>,
    /// Shared with every copy of this attachment.
    pub(crate) bytes: Bytes,
}

impl Attachment {
    /// A file with what `described`, an entry of `attachments`, says of it.
    pub(crate) fn new(
        attachment_id: u64,
        name: &str,
        content_type: Option<String>,
        bytes: Bytes,
        described: &Value,
    ) -> Result<Self, ApiError> {
        let name = described["filename"].as_str().unwrap_or(name);
        let file_name = clean(name);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let mut attachment = Self {
            id: attachment_id,
            channel: 0,
            title: (file_name != name).then(|| stem.to_owned()),
            content_type: content_type.or_else(|| type_by_name(&file_name).map(str::to_owned)),
            is_spoiler: file_name.starts_with("SPOILER_"),
            is_of_interaction: false,
            file_name,
            description: None,
            duration_ms: seconds_as_ms(&described["duration_secs"]),
            waveform: described["waveform"].as_str().map(str::to_owned),
            bytes,
        };
        attachment.describe(described)?;
        Ok(attachment)
    }

    /// Takes over what an entry of `attachments` says of a file.
    fn describe(&mut self, described: &Value) -> Result<(), ApiError> {
        if let Some(description) = described.get("description") {
            let text = description.as_str().filter(|text| !text.is_empty());
            if text.is_some_and(|text| text.chars().count() > DESCRIPTION_LEN_MAX) {
                return Err(ApiError::too_long("attachments.description", DESCRIPTION_LEN_MAX));
            }
            self.description = text.map(str::to_owned);
        }
        self.is_spoiler = described["is_spoiler"].as_bool().unwrap_or(self.is_spoiler);
        Ok(())
    }

    pub(crate) fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// The SHA-256 of its bytes, in hexadecimal.
    pub(crate) fn sha256(&self) -> String {
        sha256(&self.bytes)
    }

    /// Whether it can be what a voice message says.
    pub(crate) fn is_voice(&self) -> bool {
        self.duration_ms.is_some() && self.waveform.is_some()
    }
}

/// A name as Discord keeps it: letters, digits, dots, dashes and underscores.
fn clean(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let kept = |letter: char| if letter.is_alphanumeric() || "._-".contains(letter) { letter } else { '_' };
    let cleaned: String = base.chars().map(kept).take(260).collect();
    if cleaned.trim_matches('.').is_empty() { "unknown".to_owned() } else { cleaned }
}

fn type_by_name(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" | "oga" => "audio/ogg",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => return None,
    })
}

fn seconds_as_ms(value: &Value) -> Option<u64> {
    let duration = std::time::Duration::try_from_secs_f64(value.as_f64()?).ok()?;
    u64::try_from(duration.as_millis()).ok()
}

/// Width and height in pixels of a PNG or GIF, from its head.
fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        return Some((side(16)?, side(20)?));
    }
    if bytes.starts_with(b"GIF8") {
        let side = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
        return Some((side(6)?, side(8)?));
    }
    None
}

/// The SHA-256 of `bytes`, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing into a String can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl State {
    pub(crate) fn attachment_object(&self, attachment: &Attachment) -> Value {
        let url = self.attachment_url(attachment);
        let flags = if attachment.is_spoiler { IS_SPOILER } else { 0 };
        let mut object = json!({
            "id": id(attachment.id), "filename": attachment.file_name, "size": attachment.size(),
            "url": url, "proxy_url": url, "flags": flags,
        });
        let texts = [
            ("title", &attachment.title),
            ("content_type", &attachment.content_type),
            ("description", &attachment.description),
            ("waveform", &attachment.waveform),
        ];
        for (key, text) in texts {
            if let Some(text) = text {
                object[key] = json!(text);
            }
        }
        if let Some((width, height)) = pixels(&attachment.bytes) {
            object["width"] = json!(width);
            object["height"] = json!(height);
        }
        if let Some(duration_ms) = attachment.duration_ms {
            object["duration_secs"] = json!(std::time::Duration::from_millis(duration_ms).as_secs_f64());
        }
        object
    }

    /// A link that works until it expires.
    pub(crate) fn attachment_url(&self, attachment: &Attachment) -> String {
        let issued = self.clock.now_secs();
        let expires = issued + self.options.limits.attachment_link_ms / 1_000;
        let (channel, number, name) = (attachment.channel, attachment.id, &attachment.file_name);
        let signature = self.link_signature(number, expires);
        let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
        let folder = if attachment.is_of_interaction { "ephemeral-attachments" } else { "attachments" };
        format!("{}/{folder}/{channel}/{number}/{name}?ex={expires:x}&is={issued:x}&hm={signature}", self.url)
    }

    fn link_signature(&self, attachment: u64, expires: u64) -> String {
        let signed = format!("{}/{attachment}/{expires}", self.options.token);
        sha256(signed.as_bytes())
    }

    /// The attachment a link leads to, while its signature holds.
    pub(crate) fn linked(&self, attachment: u64, expires: &str, signature: &str) -> Option<&Attachment> {
        let expires = u64::from_str_radix(expires, 16).ok()?;
        let holds = self.clock.now_secs() < expires && self.link_signature(attachment, expires) == signature;
        self.attachments.get(&attachment).filter(|_| holds)
    }

    /// The largest file a channel takes, in bytes.
    pub(crate) fn file_size_max(&self, channel: u64) -> u64 {
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let tier = guild.and_then(|guild| self.guilds.get(&guild)).map_or(0, |guild| guild.premium_tier);
        match tier {
            2 => 50 * MIB,
            3 => 100 * MIB,
            _ => 10 * MIB,
        }
    }

    /// Refuses files that are too many or too large for a channel.
    pub(crate) fn check_files(&self, channel: u64, files: &[Attachment]) -> Result<(), ApiError> {
        if files.len() > ATTACHMENTS_MAX {
            return Err(ApiError::bad_length("attachments", 0, ATTACHMENTS_MAX));
        }
        let file_max = self.file_size_max(channel);
        let sum: u64 = files.iter().map(Attachment::size).sum();
        let fits = sum <= REQUEST_SIZE_MAX.max(file_max) && files.iter().all(|it| it.size() <= file_max);
        if fits { Ok(()) } else { Err(ApiError::entity_too_large()) }
    }

    /// Keeps uploaded files; their links name the channel.
    pub(crate) fn keep_files(&mut self, channel: u64, files: &mut [Attachment]) {
        for file in files.iter_mut().filter(|file| file.channel == 0) {
            file.channel = channel;
            self.attachments.insert(file.id, file.clone());
        }
    }
}

/// The attachments an edit leaves: those that `body` names, or all if it names
/// none, and the new ones.
pub(crate) fn edited(
    before: &[Attachment],
    body: &Value,
    uploaded: &[Attachment],
) -> Result<Vec<Attachment>, ApiError> {
    let mut kept = Vec::new();
    match body.get("attachments").filter(|listed| !listed.is_null()) {
        None => kept.extend_from_slice(before),
        Some(listed) => {
            for (at, described) in listed.as_array().into_iter().flatten().enumerate() {
                let number = super::super::mentions::snowflake(&described["id"]);
                match before.iter().find(|attachment| Some(attachment.id) == number) {
                    Some(attachment) => {
                        let mut attachment = attachment.clone();
                        attachment.describe(described)?;
                        kept.push(attachment);
                    }
                    // The number of an uploaded file stands for that file.
                    None if number.is_some_and(|number| number < uploaded.len() as u64) => {}
                    None => {
                        let field = format!("attachments.{at}.id");
                        return Err(ApiError::form(&field, "ATTACHMENT_NOT_FOUND", "Unknown attachment"));
                    }
                }
            }
        }
    }
    kept.extend_from_slice(uploaded);
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_lose_paths_and_what_links_cant_hold() {
        assert_eq!(clean("../../etc/pass wd.txt"), "pass_wd.txt");
        assert_eq!(clean("bill\u{202e}gpj.exe"), "bill_gpj.exe");
        assert_eq!(clean(".."), "unknown");
    }

    #[test]
    fn a_picture_tells_its_size() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend_from_slice(&[0, 0, 1, 0, 0, 0, 0, 7]);
        assert_eq!(pixels(&png), Some((256, 7)));
        assert_eq!(pixels(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(pixels(b"plain text"), None);
    }
}
