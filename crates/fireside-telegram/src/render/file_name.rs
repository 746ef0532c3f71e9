//! Names of files that do no harm where somebody saves them.

use fireside_core::text::cleaned;
use fireside_core::{Attachment, FileKind};

/// The longest name before its extension, in characters as a reader counts them.
const STEM_GRAPHEMES_MAX: usize = 80;
/// The longest extension.
const EXTENSION_LEN_MAX: usize = 10;
/// Names that Windows keeps for itself, whatever extension follows.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name for a file: without folders, and without characters that turn the
/// reading direction around or mean something to a system.
pub(super) fn of(attachment: &Attachment) -> String {
    let given = attachment.name.as_deref().map(safe).filter(|name| !name.is_empty());
    given.unwrap_or_else(|| fallback(attachment.kind).to_owned())
}

fn safe(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    // White space and what shows nothing must not hide an extension.
    let line = cleaned(last, usize::MAX).replace(['<', '>', ':', '"', '|', '?', '*'], "_");
    let line = line.trim_matches(['.', ' ']);
    let (stem, extension) = match line.rsplit_once('.') {
        Some((stem, extension)) if is_extension(extension) => (stem, Some(extension)),
        _ => (line, None),
    };
    let stem = cleaned(stem, STEM_GRAPHEMES_MAX);
    let stem = stem.trim_matches(['.', ' ']);
    let stem = if is_reserved(stem) { format!("_{stem}") } else { stem.to_owned() };
    match extension {
        _ if stem.is_empty() => String::new(),
        Some(extension) => format!("{stem}.{extension}"),
        None => stem,
    }
}

fn is_extension(text: &str) -> bool {
    (1..=EXTENSION_LEN_MAX).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric())
}

fn is_reserved(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (name, number) = first.split_at_checked(3).unwrap_or((&first, ""));
    let numbered = matches!(name, "com" | "lpt");
    let fits = if numbered { number.len() == 1 && number != "0" } else { number.is_empty() };
    RESERVED.contains(&name) && fits
}

fn fallback(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Photo => "photo.jpg",
        FileKind::Video => "video.mp4",
        FileKind::VideoNote => "video_note.mp4",
        FileKind::Animation => "animation.mp4",
        FileKind::Voice => "voice.ogg",
        FileKind::Audio => "audio.mp3",
        FileKind::Sticker => "sticker.webp",
        FileKind::Document => "file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> String {
        let attachment =
            Attachment { name: Some(name.to_owned()), ..Attachment::new(FileKind::Document, "p", "1") };
        of(&attachment)
    }

    #[test]
    fn a_name_is_one_in_no_folder() {
        assert_eq!(named("../../etc/passwd"), "passwd");
        assert_eq!(named(r"C:\Windows\system.ini"), "system.ini");
        assert_eq!(named("a/.."), "file");
        assert_eq!(named("/"), "file");
    }

    #[test]
    fn a_name_ends_as_it_seems_to() {
        assert_eq!(named("invoice\u{202E}fdp.exe"), "invoicefdp.exe");
        assert_eq!(named("a.pdf\n\t.exe"), "a.pdf.exe");
        assert_eq!(named("a.exe. . "), "a.exe");
        assert_eq!(named("a\0b.txt"), "a b.txt");
    }

    #[test]
    fn a_name_means_nothing_to_a_system() {
        for (given, expected) in [
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("command.txt", "command.txt"),
            ("con", "_con"),
            ("a:b|c?.txt", "a_b_c_.txt"),
            (".bashrc", "bashrc"),
        ] {
            assert_eq!(named(given), expected);
        }
    }

    #[test]
    fn a_long_name_keeps_its_extension() {
        let name = named(&format!("{}.jpeg", "ä".repeat(500)));
        assert!(name.ends_with("….jpeg") && name.chars().count() < 90, "{name}");
    }

    #[test]
    fn what_has_no_name_gets_one() {
        let voice = Attachment::new(FileKind::Voice, "p", "1");
        assert_eq!(of(&voice), "voice.ogg");
        assert_eq!(named("\u{200B}\u{202E}"), "file");
    }
}
