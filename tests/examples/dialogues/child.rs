//! The bot's process: started, looked at from outside, ended.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::Context;
use tokio::io::AsyncReadExt;
use tokio::process::{Child as Process, Command};

use crate::Durability;
use crate::bot::Kept;

/// How long the bot may take to end.
const END_MAX: Duration = Duration::from_secs(30);
/// What Linux counts a process's CPU time in: `USER_HZ`, on every architecture of today.
const TICK: Duration = Duration::from_millis(10);

pub(crate) struct Child(Process);

/// What a process has used. Zero where the system has no `/proc`.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Usage {
    pub(crate) cpu: Duration,
    /// The most memory it ever held, in KiB.
    pub(crate) rss_peak_kib: u64,
}

impl Usage {
    /// What was used since `before`; the peak is that of its whole life.
    pub(crate) fn since(self, before: Self) -> Self {
        Self { cpu: self.cpu.saturating_sub(before.cpu), ..self }
    }
}

impl Child {
    /// Starts this program again, as the bot.
    pub(crate) fn start(
        api_url: &str,
        store: &Path,
        durability: Durability,
        staff_group: Option<i64>,
    ) -> anyhow::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let mode = match durability {
            Durability::Power => "power",
            Durability::Process => "process",
        };
        command.args(["bot", "--api-url", api_url, "--durability", mode, "--store"]).arg(store);
        if let Some(group) = staff_group {
            command.arg("--staff-group").arg(group.to_string());
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        Ok(Self(command.spawn().context("the bot's process can't be started")?))
    }

    pub(crate) fn usage(&self) -> Usage {
        self.0.id().and_then(usage_of).unwrap_or_default()
    }

    /// Ends the bot in an orderly way and reads what it leaves.
    pub(crate) async fn end(&mut self) -> anyhow::Result<Kept> {
        drop(self.0.stdin.take());
        let mut said = String::new();
        let mut stdout = self.0.stdout.take().context("the bot's output was read before")?;
        let read = tokio::time::timeout(END_MAX, stdout.read_to_string(&mut said));
        read.await.context("the bot does not end")??;
        self.0.wait().await?;
        serde_json::from_str(&said).with_context(|| format!("the bot said {said:?}"))
    }
}

fn usage_of(process: u32) -> Option<Usage> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may hold spaces: the fields are counted behind it.
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<u32>().ok();
    let cpu = TICK * (ticks()? + ticks()?);
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let rss_peak_kib = peak.split_ascii_whitespace().next()?.parse().ok()?;
    Some(Usage { cpu, rss_peak_kib })
}
