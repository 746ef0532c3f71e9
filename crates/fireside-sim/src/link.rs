//! A connection that can be cut without an answer or in the middle of one, for
//! the faults "answer lost" and "answer cut".

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// The handle by which a request's handler cuts its own connection.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    /// How many bytes may still leave; the greatest number is no bound.
    left: Arc<AtomicUsize>,
}

impl Default for Link {
    fn default() -> Self {
        Self { left: Arc::new(AtomicUsize::new(usize::MAX)) }
    }
}

impl Link {
    /// Cuts the connection: not one byte of the answer leaves.
    pub(crate) fn cut(&self) {
        self.cut_after(0);
    }

    /// Cuts the connection once this many more bytes have left.
    pub(crate) fn cut_after(&self, bytes: usize) {
        self.left.store(bytes, Ordering::Release);
    }
}

/// Accepts connections, each with its [`Link`], and without Nagle's delay.
#[derive(Debug)]
pub(crate) struct LinkListener(pub(crate) TcpListener);

impl Listener for LinkListener {
    type Io = LinkStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, from) = Listener::accept(&mut self.0).await;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "no TCP_NODELAY on this connection");
        }
        (LinkStream { stream, link: Link::default() }, from)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, LinkListener>> for Link {
    fn connect_info(stream: IncomingStream<'_, LinkListener>) -> Self {
        stream.io().link.clone()
    }
}

/// A TCP stream that refuses to write where its link is cut.
#[derive(Debug)]
pub(crate) struct LinkStream {
    stream: TcpStream,
    link: Link,
}

impl LinkStream {
    /// How many bytes may leave.
    fn left(&self) -> io::Result<usize> {
        let left = self.link.left.load(Ordering::Acquire);
        if left == 0 { Err(io::ErrorKind::ConnectionReset.into()) } else { Ok(left) }
    }

    /// Notes how many bytes of those `left` did leave.
    fn note(&self, left: usize, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if let Poll::Ready(Ok(written)) = written
            && left != usize::MAX
        {
            self.link.left.store(left - written, Ordering::Release);
        }
        written
    }
}

impl AsyncRead for LinkStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for LinkStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let left = self.left()?;
        let written = Pin::new(&mut self.stream).poll_write(cx, &bytes[..bytes.len().min(left)]);
        self.note(left, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let left = self.left()?;
        if left == usize::MAX {
            return Pin::new(&mut self.stream).poll_write_vectored(cx, slices);
        }
        let first = slices.iter().find(|slice| !slice.is_empty()).map_or(&[][..], |slice| slice);
        self.poll_write(cx, first)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.left()?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
