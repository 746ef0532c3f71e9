//! The recording proxies in front of the simulators.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::Value;

const START_WAIT: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// A proxy that writes down what passes. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Recording {
    /// Its address, in the stead of the one behind it.
    pub(crate) address: SocketAddr,
    file: PathBuf,
    proxy: Child,
}

/// The program that records.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proxy<'a> {
    /// A Python with aiohttp.
    pub(crate) python: &'a str,
    /// Where the program is.
    pub(crate) tools: &'a Path,
}

impl Proxy<'_> {
    /// Stands at `address` in front of a simulator and records.
    pub(crate) async fn record(
        self,
        simulator: &str,
        address: SocketAddr,
        file: PathBuf,
    ) -> anyhow::Result<Recording> {
        let (_, simulator_port) = simulator.rsplit_once(':').context("a simulator's address has a port")?;
        let proxy = Command::new(self.python)
            .arg(self.tools.join("record_proxy.py"))
            .args([address.port().to_string().as_str(), simulator_port])
            .arg(&file)
            .spawn()
            .with_context(|| format!("{} can't be started", self.python))?;
        let recording = Recording { address, file, proxy };
        let mut looks = tokio::time::interval(LOOK_EVERY);
        let listening = tokio::time::timeout(START_WAIT, async {
            while tokio::net::TcpStream::connect(address).await.is_err() {
                looks.tick().await;
            }
        });
        if listening.await.is_err() {
            bail!("the recording proxy did not start: does {} have aiohttp?", self.python);
        }
        Ok(recording)
    }

    /// Finds the bot a place to listen at, and records what comes to it.
    pub(crate) async fn door(self, file: PathBuf) -> anyhow::Result<Door> {
        let listen = free_address()?;
        let recording = self.record(&format!("http://{listen}"), free_address()?, file).await?;
        Ok(Door { listen, recording })
    }
}

/// A place where the bot listens, with a recording proxy before it.
#[derive(Debug)]
pub(crate) struct Door {
    /// Where the bot listens.
    pub(crate) listen: SocketAddr,
    /// What comes in and what is answered.
    pub(crate) recording: Recording,
}

impl Recording {
    /// Its address, for an HTTP client.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What was written, one exchange or frame each.
    pub(crate) fn rows(&self) -> anyhow::Result<Vec<Value>> {
        let text = std::fs::read_to_string(&self.file)?;
        text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        // It has nothing left to write; that it ended already is no harm.
        let _ = self.proxy.kill();
        let _ = self.proxy.wait();
    }
}

/// An address of this machine that nothing listens at.
pub(crate) fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
