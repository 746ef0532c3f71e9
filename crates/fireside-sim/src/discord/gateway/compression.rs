//! The `zlib-stream` transport compression, one stream per connection.

use flate2::{Compress, Compression, FlushCompress, Status};

/// Compresses every frame of one connection into one zlib stream, with a sync
/// flush after each, so that a frame ends in `00 00 ff ff`.
#[derive(Debug)]
pub(crate) struct ZlibStream {
    compress: Compress,
}

impl ZlibStream {
    pub(crate) fn new() -> Self {
        Self { compress: Compress::new(Compression::fast(), true) }
    }

    pub(crate) fn frame(&mut self, text: &str) -> Vec<u8> {
        let input = text.as_bytes();
        let read_before = self.compress.total_in();
        let mut output = Vec::with_capacity(input.len() / 2 + 64);
        loop {
            let read = usize::try_from(self.compress.total_in() - read_before).unwrap_or(input.len());
            let status = self.compress.compress_vec(&input[read..], &mut output, FlushCompress::Sync);
            // A flush is complete when it leaves room in the output.
            if !matches!(status, Ok(Status::Ok)) || output.len() < output.capacity() {
                return output;
            }
            output.reserve(output.len().max(64));
        }
    }
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};

    use super::*;

    #[test]
    fn frames_share_one_stream_and_end_with_the_flush_marker() {
        let (mut stream, mut reader) = (ZlibStream::new(), Decompress::new(true));
        let long: String =
            (0..5_000).map(|number: u32| (number.wrapping_mul(2_654_435_761)).to_string()).collect();
        for text in ["{\"op\":10}", long.as_str(), "{\"op\":11}"] {
            let frame = stream.frame(text);
            assert!(frame.ends_with(&[0, 0, 0xff, 0xff]));
            let mut read = Vec::with_capacity(text.len() + 64);
            reader.decompress_vec(&frame, &mut read, FlushDecompress::Sync).expect("valid zlib");
            assert_eq!(read, text.as_bytes());
        }
    }
}
