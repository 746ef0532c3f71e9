//! What a connection's frames are compressed with.

use std::io;

use axum::extract::ws::{Message, Utf8Bytes};
use flate2::{Compress, Compression, FlushCompress, Status};
use zstd::stream::raw::{Encoder, InBuffer, Operation, OutBuffer};

/// The compression of one connection, which its address or its identify asks for.
pub(crate) enum Transport {
    /// Frames are text.
    Plain,
    /// Each frame is a zlib stream of its own (`compress` in identify).
    Payload,
    /// `compress=zlib-stream`: all frames are one zlib stream.
    Zlib(ZlibStream),
    /// `compress=zstd-stream`: all frames are one zstd stream.
    Zstd(ZstdStream),
}

impl Transport {
    /// The transport that an address asks for; an unknown one is none.
    pub(crate) fn named(compress: Option<&str>) -> io::Result<Self> {
        Ok(match compress {
            Some("zlib-stream") => Self::Zlib(ZlibStream::new()),
            Some("zstd-stream") => Self::Zstd(ZstdStream::new()?),
            _ => Self::Plain,
        })
    }

    /// Identify asked for compressed payloads, which a compressed transport outdoes.
    pub(crate) fn compress_payloads(&mut self) {
        if matches!(self, Self::Plain) {
            *self = Self::Payload;
        }
    }

    /// The websocket message that carries a frame.
    pub(crate) fn message(&mut self, frame: Utf8Bytes) -> io::Result<Message> {
        Ok(match self {
            Self::Plain => Message::Text(frame),
            Self::Payload => Message::Binary(ZlibStream::new().write(&frame, FlushCompress::Finish).into()),
            Self::Zlib(stream) => Message::Binary(stream.write(&frame, FlushCompress::Sync).into()),
            Self::Zstd(stream) => Message::Binary(stream.write(&frame)?.into()),
        })
    }
}

/// Compresses every frame of one connection into one zlib stream, with a sync
/// flush after each, so that a frame ends in `00 00 ff ff`.
#[derive(Debug)]
pub(crate) struct ZlibStream {
    compress: Compress,
}

impl ZlibStream {
    fn new() -> Self {
        Self { compress: Compress::new(Compression::fast(), true) }
    }

    fn write(&mut self, text: &str, flush: FlushCompress) -> Vec<u8> {
        let input = text.as_bytes();
        let read_before = self.compress.total_in();
        let mut output = Vec::with_capacity(input.len() / 2 + 64);
        loop {
            let read = usize::try_from(self.compress.total_in() - read_before).unwrap_or(input.len());
            let status = self.compress.compress_vec(&input[read..], &mut output, flush);
            // A flush is complete when it leaves room in the output.
            if !matches!(status, Ok(Status::Ok)) || output.len() < output.capacity() {
                return output;
            }
            output.reserve(output.len().max(64));
        }
    }
}

/// Compresses every frame of one connection into one zstd stream, flushed after each.
pub(crate) struct ZstdStream {
    encoder: Encoder<'static>,
}

impl ZstdStream {
    fn new() -> io::Result<Self> {
        Ok(Self { encoder: Encoder::new(1)? })
    }

    fn write(&mut self, text: &str) -> io::Result<Vec<u8>> {
        let mut output = Vec::new();
        let mut room = vec![0; text.len() / 2 + 512];
        let mut input = InBuffer::around(text.as_bytes());
        while input.pos < text.len() {
            let mut part = OutBuffer::around(room.as_mut_slice());
            self.encoder.run(&mut input, &mut part)?;
            output.extend_from_slice(part.as_slice());
        }
        loop {
            let mut part = OutBuffer::around(room.as_mut_slice());
            let left = self.encoder.flush(&mut part)?;
            output.extend_from_slice(part.as_slice());
            if left == 0 {
                return Ok(output);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use flate2::{Decompress, FlushDecompress};
    use zstd::stream::raw::Decoder;

    use super::*;

    fn texts() -> [String; 3] {
        let long = (0..5_000).map(|number: u32| number.wrapping_mul(2_654_435_761).to_string()).collect();
        ["{\"op\":10}".to_owned(), long, "{\"op\":11}".to_owned()]
    }

    fn bytes(transport: &mut Transport, text: &str) -> Vec<u8> {
        match transport.message(text.into()).expect("compressed") {
            Message::Binary(bytes) => bytes.to_vec(),
            other => panic!("{other:?} is not binary"),
        }
    }

    #[test]
    fn zlib_frames_share_one_stream_and_end_with_the_flush_marker() {
        let mut transport = Transport::named(Some("zlib-stream")).expect("known");
        let mut reader = Decompress::new(true);
        for text in texts() {
            let frame = bytes(&mut transport, &text);
            assert!(frame.ends_with(&[0, 0, 0xff, 0xff]));
            let mut read = Vec::with_capacity(text.len() + 64);
            reader.decompress_vec(&frame, &mut read, FlushDecompress::Sync).expect("valid zlib");
            assert_eq!(read, text.as_bytes());
        }
    }

    #[test]
    fn zstd_frames_share_one_stream() {
        let mut transport = Transport::named(Some("zstd-stream")).expect("known");
        let mut reader = Decoder::new().expect("a decoder");
        for text in texts() {
            let frame = bytes(&mut transport, &text);
            let mut read = vec![0; text.len() + 64];
            let mut output = OutBuffer::around(read.as_mut_slice());
            let mut input = InBuffer::around(&frame);
            while input.pos < frame.len() {
                reader.run(&mut input, &mut output).expect("valid zstd");
            }
            assert_eq!(output.as_slice(), text.as_bytes());
        }
    }

    #[test]
    fn a_compressed_payload_stands_alone() {
        let mut transport = Transport::named(None).expect("known");
        transport.compress_payloads();
        for text in texts() {
            let frame = bytes(&mut transport, &text);
            let mut read = Vec::with_capacity(text.len() + 64);
            let ended = Decompress::new(true).decompress_vec(&frame, &mut read, FlushDecompress::Finish);
            assert_eq!((ended.expect("valid zlib"), read), (Status::StreamEnd, text.into_bytes()));
        }
    }
}
