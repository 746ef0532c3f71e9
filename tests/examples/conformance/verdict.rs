//! What the validators find in a recording, and what of it is explained.

use std::path::Path;

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::explained::EXPLAINED;

/// The folder with specifications and validators.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Validators<'a> {
    pub(crate) python: &'a str,
    pub(crate) shared: &'a Path,
    /// Where what is validated is written.
    pub(crate) scratch: &'a Path,
}

/// What one validator says of one recording.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// What was held against what.
    pub(crate) title: &'static str,
    /// The validator's own last line.
    pub(crate) summary: String,
    /// What it found, with how often.
    pub(crate) findings: Vec<String>,
}

impl Verdict {
    /// The findings that nobody explained.
    pub(crate) fn unexplained(&self) -> impl Iterator<Item = &String> {
        self.findings.iter().filter(|finding| !EXPLAINED.iter().any(|(words, _)| has_all(finding, words)))
    }

    pub(crate) fn print(&self) {
        println!("\n{}: {}", self.title, self.summary);
        for finding in self.unexplained() {
            println!("  FINDING    {finding}");
        }
        for (words, reason) in EXPLAINED {
            let count = self.findings.iter().filter(|finding| has_all(finding, words)).count();
            if count > 0 {
                println!("  explained  {} ({count} findings): {reason}", words.join(" … "));
            }
        }
    }
}

fn has_all(finding: &str, words: &[&str]) -> bool {
    words.iter().all(|part| finding.contains(part))
}

/// Whether a row is a download: files are on a host of their own, which is no part of the API.
fn is_of_cdn(row: &Value) -> bool {
    let path = row["path"].as_str().unwrap_or_default();
    let folders = ["/attachments/", "/ephemeral-attachments/", "/stickers/"];
    row["method"] == "GET" && folders.iter().any(|folder| path.starts_with(folder))
}

impl Validators<'_> {
    /// Telegram's calls and answers, against the Bot API's schema.
    pub(crate) fn telegram(self, rows: &[Value]) -> anyhow::Result<Verdict> {
        let spec = "telegram-bot-api.json";
        self.run("Telegram, Bot API schema", "validate_telegram.py", spec, rows.iter())
    }

    /// Discord's calls and answers, against the document that describes them.
    pub(crate) fn discord(self, rows: &[Value]) -> anyhow::Result<Verdict> {
        let calls = rows.iter().filter(|row| row["method"].is_string() && !is_of_cdn(row));
        self.run("Discord, OpenAPI", "validate_discord.py", "discord-openapi.json", calls)
    }

    /// The gateway's frames, against the typings of another SDK.
    pub(crate) fn gateway(self, rows: &[Value]) -> anyhow::Result<Verdict> {
        let frames = rows.iter().filter(|row| row["gw"].is_string());
        let spec = "discord-gateway-receive.schema.json";
        self.run("Discord, gateway schema", "validate_gateway.py", spec, frames)
    }

    fn run<'r>(
        self,
        title: &'static str,
        tool: &str,
        spec: &str,
        rows: impl Iterator<Item = &'r Value>,
    ) -> anyhow::Result<Verdict> {
        let log = self.scratch.join(tool).with_extension("jsonl");
        let lines: Vec<_> = rows.map(Value::to_string).collect();
        std::fs::write(&log, lines.join("\n"))?;
        let output = std::process::Command::new(self.python)
            .arg(self.shared.join("tools").join(tool))
            .arg(self.shared.join("specs").join(spec))
            .arg(&log)
            .output()
            .with_context(|| format!("{} can't be started", self.python))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let mut lines: Vec<_> = text.lines().map(|line| line.trim().to_owned()).collect();
        let summary = lines.pop().unwrap_or_default();
        // A validator that found something ends with 1, as one that broke does.
        let ended = summary.contains("with findings");
        ensure!(ended, "{tool} broke: {}", String::from_utf8_lossy(&output.stderr));
        Ok(Verdict { title, summary, findings: lines })
    }
}
