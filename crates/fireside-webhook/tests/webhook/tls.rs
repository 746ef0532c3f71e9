//! TLS: who the receiver says it is must be true.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::serve::Listener;
use fireside_core::ports::DeliveryError;
use fireside_webhook::WebhookOptions;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

use crate::receiver::Receiver;
use crate::stage::{Stage, options};

/// Takes connections in over TLS; one that is not well begun is passed over.
struct TlsListener {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, peer)) = self.tcp.accept().await else { continue };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, peer);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.tcp.local_addr()
    }
}

/// A receiver that shows a certificate for `name`, and the certificate in PEM.
async fn receiver_called(name: &str) -> (Receiver, String) {
    let certified = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(certified.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .unwrap();
    let tcp = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = tcp.local_addr().unwrap();
    let listener = TlsListener { tcp, acceptor: TlsAcceptor::from(Arc::new(config)) };
    (Receiver::on(listener, address), certified.cert.pem())
}

fn stage(receiver: &Receiver, trusted_pem: String) -> Stage {
    let url = format!("https://localhost:{}/", receiver.address.port());
    Stage::set(WebhookOptions { further_roots_pem: trusted_pem, ..options(&url) })
}

async fn refusal(stage: &Stage) -> String {
    match stage.tell(0).await {
        Err(DeliveryError::Retry { why, .. }) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_event_is_told_over_tls() {
    let (receiver, pem) = receiver_called("localhost").await;
    stage(&receiver, pem).tell(0).await.expect("it is who it says it is");
    assert_eq!(receiver.requests().len(), 1);
}

#[tokio::test]
async fn a_receiver_that_is_another_is_told_nothing() {
    let (receiver, pem) = receiver_called("other.example").await;
    let why = refusal(&stage(&receiver, pem)).await;
    assert!(why.contains("certificate"), "{why}");
    assert_eq!(receiver.requests().len(), 0);
}

#[tokio::test]
async fn a_receiver_that_nobody_vouches_for_is_told_nothing() {
    let (receiver, _) = receiver_called("localhost").await;
    let why = refusal(&stage(&receiver, String::new())).await;
    assert!(why.contains("certificate"), "{why}");
    assert_eq!(receiver.requests().len(), 0);
}
