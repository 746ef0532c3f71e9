//! The bot's process: started, looked at from outside, ended.

use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use fireside_tests::{BotProcess, Usage};
use tokio::io::AsyncReadExt;

use crate::Durability;
use crate::bot::Kept;

/// How long the bot may take to end.
const END_MAX: Duration = Duration::from_secs(30);

pub(crate) struct Child(BotProcess);

impl Child {
    /// Starts this program again, as the bot.
    pub(crate) fn start(
        api_url: &str,
        store: &Path,
        durability: Durability,
        staff_group: Option<i64>,
    ) -> anyhow::Result<Self> {
        let mode = match durability {
            Durability::Power => "power",
            Durability::Process => "process",
        };
        let store = store.display().to_string();
        let mut arguments = vec!["bot", "--api-url", api_url, "--durability", mode, "--store", &store];
        let group = staff_group.map(|group| group.to_string());
        if let Some(group) = &group {
            arguments.extend(["--staff-group", group]);
        }
        Ok(Self(BotProcess::start(arguments, &[]).context("the bot's process can't be started")?))
    }

    pub(crate) fn usage(&self) -> Usage {
        self.0.usage()
    }

    /// Ends the bot in an orderly way and reads what it leaves.
    pub(crate) async fn end(&mut self) -> anyhow::Result<Kept> {
        let (stdin, mut stdout) = self.0.take_pipes().context("the bot was ended before")?;
        drop(stdin);
        let mut said = String::new();
        let read = tokio::time::timeout(END_MAX, stdout.read_to_string(&mut said));
        read.await.context("the bot does not end")??;
        self.0.ended().await?;
        serde_json::from_str(&said).with_context(|| format!("the bot said {said:?}"))
    }
}
