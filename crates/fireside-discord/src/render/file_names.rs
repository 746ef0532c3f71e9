//! What a file is called on Discord: a user's word for it, made harmless.

use fireside_core::text::cleaned;
use fireside_core::{Attachment, FileKind};

/// The longest name, in characters; Discord shows fewer.
const NAME_MAX: usize = 80;
/// The longest ending that is kept when a name is cut.
const ENDING_MAX: usize = 12;
/// What Discord reads at the start of a name as: cover it.
const COVER: &str = "SPOILER_";
/// Names that mean a device on some systems.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// What the file is called: its sender's name for it without what could lead
/// elsewhere, mention somebody or pretend another ending.
pub(crate) fn file_name(attachment: &Attachment) -> String {
    let given = attachment.name.as_deref().unwrap_or_default();
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = cleaned(last, usize::MAX)
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' })
        .collect();
    let mut name = kept.trim_matches(['.', '_']).to_owned();
    while let Some(rest) = without_cover(&name) {
        name = rest.trim_start_matches(['.', '_']).to_owned();
    }
    if name.is_empty() {
        word(attachment.kind).clone_into(&mut name);
    }
    if is_device(&name) {
        name.insert_str(0, "file-");
    }
    if !name.contains('.')
        && let Some(ending) = ending(attachment)
    {
        name.extend([".", ending]);
    }
    let name = shortened(&name);
    if attachment.spoiler { format!("{COVER}{name}") } else { name }
}

fn without_cover(name: &str) -> Option<&str> {
    let start = name.get(..COVER.len())?;
    start.eq_ignore_ascii_case(COVER).then(|| &name[COVER.len()..])
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let letters = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    stem.len() - letters.len() <= 1 && DEVICES.contains(&letters)
}

fn word(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Photo => "photo",
        FileKind::Video | FileKind::VideoNote => "video",
        FileKind::Animation => "animation",
        FileKind::Voice => "voice",
        FileKind::Audio => "audio",
        FileKind::Sticker => "sticker",
        FileKind::Document => "file",
    }
}

/// The usual ending of what it is: Discord shows a file by its ending.
fn ending(attachment: &Attachment) -> Option<&'static str> {
    let by_mime = match attachment.mime.as_deref()?.split(';').next()?.trim() {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "video/mp4" => "mp4",
        "video/webm" => "webm",
        "video/quicktime" => "mov",
        "audio/mpeg" => "mp3",
        "audio/ogg" => "ogg",
        "audio/mp4" | "audio/x-m4a" => "m4a",
        "audio/wav" | "audio/x-wav" => "wav",
        "application/pdf" => "pdf",
        "application/zip" => "zip",
        "text/plain" => "txt",
        _ => return by_kind(attachment.kind),
    };
    Some(by_mime)
}

fn by_kind(kind: FileKind) -> Option<&'static str> {
    match kind {
        FileKind::Photo => Some("jpg"),
        FileKind::Video | FileKind::VideoNote | FileKind::Animation => Some("mp4"),
        FileKind::Voice => Some("ogg"),
        FileKind::Audio => Some("mp3"),
        FileKind::Sticker => Some("webp"),
        FileKind::Document => None,
    }
}

/// Cut in front of the ending.
fn shortened(name: &str) -> String {
    let len = name.chars().count();
    if len <= NAME_MAX {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.filter(|ending| ending.chars().count() <= ENDING_MAX).unwrap_or_default();
    let stem_max = NAME_MAX - ending.chars().count() - 1;
    let stem: String = name.chars().take(stem_max).collect();
    if ending.is_empty() { stem } else { format!("{}.{ending}", stem.trim_end_matches('.')) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(name: &str) -> Attachment {
        Attachment { name: Some(name.to_owned()), ..Attachment::new(FileKind::Photo, "p", "1") }
    }

    #[test]
    fn a_path_is_no_part_of_a_name() {
        assert_eq!(file_name(&named("../../etc/passwd.txt")), "passwd.txt");
        assert_eq!(file_name(&named("C:\\Windows\\evil.exe")), "evil.exe");
        assert_eq!(file_name(&named("...")), "photo");
    }

    #[test]
    fn nothing_in_a_name_turns_mentions_or_pretends() {
        assert_eq!(file_name(&named("gpj\u{202E}.exe")), "gpj.exe");
        assert_eq!(file_name(&named("<@7> @everyone.png")), "7___everyone.png");
        assert_eq!(file_name(&named("CON.txt")), "file-CON.txt");
        assert_eq!(file_name(&named("com1")), "file-com1");
        assert_eq!(file_name(&named("console.log")), "console.log");
    }

    #[test]
    fn only_what_is_covered_is_covered() {
        assert_eq!(file_name(&named("SPOILER_spoiler_a.png")), "a.png");
        let covered = Attachment { spoiler: true, ..named("SPOILER_a.png") };
        assert_eq!(file_name(&covered), "SPOILER_a.png");
    }

    #[test]
    fn a_file_without_a_name_is_called_what_it_is() {
        let mut voice = Attachment::new(FileKind::Voice, "p", "1");
        voice.mime = Some("audio/ogg; codecs=opus".to_owned());
        assert_eq!(file_name(&voice), "voice.ogg");
    }

    proptest! {
        #[test]
        fn every_name_is_harmless(name in "\\PC{0,200}|[./\\\\@<a\u{202E}\u{0301} _]{0,40}", spoiler: bool) {
            let name = file_name(&Attachment { spoiler, ..named(&name) });
            prop_assert!(!name.is_empty() && name.chars().count() <= NAME_MAX + COVER.len());
            prop_assert!(name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_')));
            prop_assert!(!name.starts_with('.') && name.starts_with(COVER) == spoiler);
        }
    }
}
