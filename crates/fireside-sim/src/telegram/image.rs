//! How large a picture is, from its first bytes: PNG, JPEG, GIF and WebP.

/// Width and height in pixels, if these bytes begin a picture.
pub(crate) fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    let found = png(bytes).or_else(|| gif(bytes)).or_else(|| webp(bytes)).or_else(|| jpeg(bytes));
    found.filter(|(width, height)| *width > 0 && *height > 0)
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((side(16)?, side(20)?))
}

fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"GIF87a").or_else(|| bytes.strip_prefix(b"GIF89a"))?;
    Some((little_16(rest, 0)?, little_16(rest, 2)?))
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"RIFF")?;
    let frame = bytes.get(8..)?.strip_prefix(b"WEBP")?;
    let low_bits = |at: usize| Some(little_16(frame, at)? & 0x3FFF);
    match frame.get(..4)? {
        b"VP8 " => Some((low_bits(14)?, low_bits(16)?)),
        b"VP8L" => {
            let bits = u32::from_le_bytes(frame.get(9..13)?.try_into().ok()?);
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        b"VP8X" => {
            let side = |at: usize| Some(little_16(frame, at)? + (u32::from(*frame.get(at + 2)?) << 16) + 1);
            Some((side(12)?, side(15)?))
        }
        _ => None,
    }
}

/// Walks the segments up to the frame header.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xFF\xD8")?;
    loop {
        let (&[mark, marker], body) = rest.split_first_chunk::<2>()?;
        if mark != 0xFF {
            return None;
        }
        let len = usize::from(u16::from_be_bytes(*body.first_chunk::<2>()?));
        // 0xC4, 0xC8 and 0xCC are tables, not frames.
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            let side =
                |at: usize| Some(u32::from(u16::from_be_bytes(body.get(at..at + 2)?.try_into().ok()?)));
            return Some((side(5)?, side(3)?));
        }
        rest = body.get(len.max(2)..)?;
    }
}

fn little_16(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_formats_tell_their_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\x02\x80\0\0\x01\xE0";
        let gif = b"GIF89a\x80\x02\xE0\x01";
        let jpeg = b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xC0\0\x0B\x08\x01\xE0\x02\x80";
        let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x7F\xC2\x77\0";
        let extended = b"RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x7F\x02\0\xDF\x01\0";
        for picture in [&png[..], gif, jpeg, lossless, extended] {
            assert_eq!(dimensions(picture), Some((640, 480)), "{picture:?}");
        }
    }

    #[test]
    fn what_is_no_picture_or_is_cut_off_has_no_size() {
        let cut: [&[u8]; 6] =
            [b"", b"hello", b"\x89PNG\r\n\x1a\n\0", b"GIF89a\0", b"\xFF\xD8\xFF", b"RIFF\0\0\0\0WEBPVP8X"];
        for bytes in cut {
            assert_eq!(dimensions(bytes), None, "{bytes:?}");
        }
    }
}
