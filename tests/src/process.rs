//! A bot in a process of its own, so that CPU time and memory are its alone.

use std::ffi::OsStr;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// What Linux counts a process's CPU time in: `USER_HZ`, on every architecture of today.
const TICK: Duration = Duration::from_millis(10);

/// This program again, in another role; killed when it is dropped.
#[derive(Debug)]
pub struct BotProcess(Child);

/// What a process has used. Zero where the system has no `/proc`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Usage {
    /// User and system time.
    pub cpu: Duration,
    /// The memory it holds, in KiB.
    pub rss_kib: u64,
    /// The most memory it ever held, in KiB.
    pub rss_peak_kib: u64,
}

impl Usage {
    /// What was used since `before`; memory is as it is now.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self { cpu: self.cpu.saturating_sub(before.cpu), ..self }
    }
}

impl BotProcess {
    /// Starts this program again with other arguments and these variables.
    ///
    /// # Errors
    /// When it can't be started.
    pub fn start<A: AsRef<OsStr>>(
        arguments: impl IntoIterator<Item = A>,
        variables: &[(&str, &str)],
    ) -> std::io::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(arguments).envs(variables.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        Ok(Self(command.spawn()?))
    }

    /// What it has used so far.
    pub fn usage(&self) -> Usage {
        self.0.id().and_then(usage_of).unwrap_or_default()
    }

    /// Its standard input and output, for once: input that is dropped is closed.
    pub fn take_pipes(&mut self) -> Option<(ChildStdin, ChildStdout)> {
        self.0.stdin.take().zip(self.0.stdout.take())
    }

    /// Waits until it has ended.
    ///
    /// # Errors
    /// When it can't be waited for.
    pub async fn ended(&mut self) -> std::io::Result<()> {
        self.0.wait().await.map(drop)
    }

    /// Kills it.
    ///
    /// # Errors
    /// When it has ended already.
    pub async fn kill(&mut self) -> std::io::Result<()> {
        self.0.kill().await
    }
}

fn usage_of(process: u32) -> Option<Usage> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may hold spaces: the fields are counted behind it.
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<u32>().ok();
    let cpu = TICK * (ticks()? + ticks()?);
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kib = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_ascii_whitespace().next()?.parse().ok()
    };
    Some(Usage { cpu, rss_kib: kib("VmRSS:")?, rss_peak_kib: kib("VmHWM:")? })
}
