//! Starting the binary: its configuration, its environment, what it says.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use fireside_sim::Scene;
use fireside_sim::scene::TELEGRAM_TOKEN;
use tempfile::TempDir;

/// Where the secret of the community's webhook is looked for.
const WEBHOOK_SECRET: &str = "FIRESIDE_WEBHOOK_SECRET_ACME";

/// A configuration in a folder of its own, and the tokens that go with it.
pub(crate) struct Configured {
    folder: TempDir,
    text: String,
    tokens: Vec<(&'static str, Option<String>)>,
}

/// What a process that has ended said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) succeeded: bool,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Configured {
    /// A bot whose customers are on both platforms and whose staff are on Discord.
    pub(crate) fn for_scene(scene: &Scene) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let (there, here) = (scene.on_telegram, scene.on_discord);
        let text = format!(
            "[store]
path = \"{store}\"
durability = \"process\"

[telegram]
api_url = \"{telegram}\"
limits = false

[discord]
api_url = \"{discord}\"

[[community]]
id = \"acme\"
name = \"Acme\"
staff_home = \"discord\"

[community.telegram]
groups = [{group}]
private_chats = true

[community.discord]
guild = {guild}
staff_channel = {desk}
staff_roles = [{team}]
",
            store = folder.path().join("store").display(),
            telegram = scene.telegram.url(),
            discord = scene.discord.url(),
            group = there.group,
            guild = here.guild,
            desk = here.desk,
            team = here.team,
        );
        let tokens = vec![
            ("FIRESIDE_TELEGRAM_TOKEN", Some(TELEGRAM_TOKEN.to_owned())),
            ("FIRESIDE_DISCORD_TOKEN", Some(scene.discord_token.clone())),
        ];
        Self { folder, text, tokens }
    }

    /// With `from` in the file replaced.
    pub(crate) fn with(mut self, from: &str, to: &str) -> Self {
        assert!(self.text.contains(from), "{from} is not in the file:\n{}", self.text);
        self.text = self.text.replace(from, to);
        self
    }

    /// With another value for a key.
    pub(crate) fn set(self, key: &str, value: &str) -> Self {
        let begins = format!("{key} = ");
        let line = self.text.lines().find(|line| line.starts_with(&begins)).unwrap_or(&begins).to_owned();
        self.with(&line, &format!("{begins}{value}"))
    }

    /// With a staff group on Telegram.
    pub(crate) fn staff_group(self, group: i64) -> Self {
        let section = "[community.telegram]\n";
        self.with(section, &format!("{section}staff_group = {group}\n"))
    }

    /// With everything that staff write in a case's room going out.
    pub(crate) fn relaying_all(self) -> Self {
        let section = "[community.discord]\n";
        self.with(section, &format!("[community.handoff]\nrelay = \"all\"\n\n{section}"))
    }

    /// With other software on this machine that is told what happens.
    pub(crate) fn webhook(mut self, url: &str, secret: Option<&str>) -> Self {
        self.tokens.push((WEBHOOK_SECRET, secret.map(str::to_owned)));
        let section = "[community.discord]\n";
        let before = format!("[community.webhook]\nurl = \"{url}\"\nallow_loopback = true\n\n{section}");
        self.with(section, &before)
    }

    /// With a second community, whose customers and staff are in two groups of
    /// their own on Telegram.
    pub(crate) fn and_another(mut self, [customers, staff]: [i64; 2]) -> Self {
        let community = format!(
            "
[[community]]
id = \"bright\"
name = \"Bright\"
staff_home = \"telegram\"

[community.telegram]
groups = [{customers}]
staff_group = {staff}
staff_admins = true
"
        );
        self.text.push_str(&community);
        self
    }

    /// With another token for Telegram (0) or Discord (1); `None` sets none.
    pub(crate) fn token(mut self, platform: usize, token: Option<&str>) -> Self {
        self.tokens[platform].1 = token.map(str::to_owned);
        self
    }

    /// The line of the file that contains `part`, from 1.
    pub(crate) fn line_of(&self, part: &str) -> usize {
        self.text.lines().position(|line| line.contains(part)).map_or(0, |index| index + 1)
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    /// The command `fireside <subcommand> --config …`.
    fn command(&self, subcommand: &str) -> Command {
        let file = self.folder.path().join("fireside.toml");
        fs::write(&file, &self.text).expect("the folder is the test's own");
        let mut command = bare();
        command.arg(subcommand).arg("--config").arg(file);
        for (name, token) in &self.tokens {
            if let Some(token) = token {
                command.env(name, token);
            }
        }
        command
    }

    /// Runs it to its end.
    pub(crate) async fn say(&self, subcommand: &str) -> Said {
        let said = ended(self.command(subcommand)).await;
        self.assert_no_token_in(&said.out);
        self.assert_no_token_in(&said.err);
        said
    }

    /// Starts `fireside run`, which logs as much as `level` says.
    pub(crate) fn run(&self, level: &str) -> Running {
        let log = self.folder.path().join("log");
        let file =
            File::options().create(true).append(true).open(&log).expect("the folder is the test's own");
        let mut command = self.command("run");
        command.env("RUST_LOG", level).stdout(Stdio::null()).stderr(file).stdin(Stdio::null());
        Running { child: Some(command.spawn().expect("the binary is there")), log }
    }

    /// Tokens are never shown.
    pub(crate) fn assert_no_token_in(&self, said: &str) {
        for token in self.tokens.iter().filter_map(|(_, token)| token.as_deref()) {
            let line = said.lines().find(|line| line.contains(token));
            assert!(line.is_none(), "a token is shown: {line:?}");
        }
    }
}

/// The binary with nothing of this process's settings.
pub(crate) fn bare() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fireside"));
    let settings = ["FIRESIDE_TELEGRAM_TOKEN", "FIRESIDE_DISCORD_TOKEN", "FIRESIDE_CONFIG", "RUST_LOG"];
    for name in settings.into_iter().chain([WEBHOOK_SECRET]) {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// Runs a command to its end while the simulators go on.
pub(crate) async fn ended(mut command: Command) -> Said {
    let output = tokio::task::spawn_blocking(move || command.output()).await;
    let output = output.expect("it does not panic").expect("the binary is there");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Said { succeeded: output.status.success(), out: text(&output.stdout), err: text(&output.stderr) }
}

/// A `fireside run` that goes on until it is ended.
pub(crate) struct Running {
    child: Option<Child>,
    log: PathBuf,
}

impl Running {
    /// SIGKILL: it has no say in it.
    pub(crate) fn kill(self) {
        drop(self);
    }

    /// SIGTERM, and what it ended with.
    pub(crate) async fn stop(mut self) -> ExitStatus {
        let mut child = self.child.take().expect("it is ended once");
        let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
        assert!(told.expect("there is a kill").success(), "it runs");
        let ended = tokio::task::spawn_blocking(move || child.wait());
        ended.await.expect("it does not panic").expect("it has ended")
    }

    /// All that was logged in this folder, by earlier runs too.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let Some(child) = &mut self.child else { return };
        // One that has ended by itself is as good.
        let _ = child.kill();
        let _ = child.wait();
    }
}
