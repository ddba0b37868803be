//! The driver and its browser as one group of processes that cannot outlive the journey.
//!
//! The rule a reader could break: the group hangs on a pipe that we hold. When the pipe closes, on purpose, by a panic,
//! because the browser never came up or because the test run itself was killed, the shell at the head of the group ends
//! all of it at once. So nothing is left running; and letting go is also the hardest death a browser can die.

use std::env;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::Engine;

/// How long a driver may take to say on which port it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs its arguments, and ends its whole group when its own input ends.
const LEASH: &str = r#""$0" "$@" & read gone; kill -KILL 0"#;

/// A driver and how it is spoken to.
struct Program {
    /// The variable that says where it is, if not on the path.
    variable: &'static str,
    name: &'static str,
    /// What makes it take ports of its own choice.
    arguments: &'static [&'static str],
    /// What stands before the port where it says it.
    before_port: &'static str,
}

/// The driver of an engine.
fn program(engine: Engine) -> Program {
    match engine {
        Engine::Chromium => Program {
            variable: "CHROMEDRIVER",
            name: "chromedriver",
            arguments: &["--port=0"],
            before_port: "started successfully on port ",
        },
        Engine::Firefox => Program {
            variable: "GECKODRIVER",
            name: "geckodriver",
            arguments: &["--port=0", "--websocket-port=0"],
            before_port: "Listening on 127.0.0.1:",
        },
    }
}

/// A running driver; all it started ends with it.
#[derive(Debug)]
pub(crate) struct Driver {
    head: Child,
    leash: Option<ChildStdin>,
    says: Option<BufReader<ChildStdout>>,
    /// Where it listens.
    pub(crate) url: String,
}

impl Driver {
    /// Starts the driver on a port of its own choice.
    pub(crate) async fn start(engine: Engine) -> Result<Self> {
        let Program { variable, name, arguments, before_port } = program(engine);
        let program = env::var(variable).unwrap_or_else(|_| name.into());
        let mut command = Command::new("sh");
        command.args(["-c", LEASH, &program]).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut head = command.spawn().context("there is no shell")?;
        let mut says = head.stdout.take().map(BufReader::new);
        let mut driver = Driver { leash: head.stdin.take(), head, says: None, url: String::new() };
        let asked = spawn_blocking(move || {
            let port = says.as_mut().and_then(|says| port(says, before_port));
            (port, says)
        });
        let (port, says) = timeout(PATIENCE, asked).await.context("the driver says nothing")??;
        driver.says = says;
        driver.url = format!("http://127.0.0.1:{}", port.with_context(|| format!("{program} does not start"))?);
        Ok(driver)
    }
}

/// Reads on until the driver says its port.
fn port(says: &mut BufReader<ChildStdout>, before: &str) -> Option<u16> {
    let lines = says.by_ref().lines().map_while(Result::ok);
    lines.filter_map(|line| line.split_once(before)?.1.trim_end_matches('.').parse().ok()).next()
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.leash = None;
        if let Some(mut says) = self.says.take() {
            // Ends when the last of the group that could still write is gone.
            let _ = says.read_to_end(&mut Vec::new());
        }
        let _ = self.head.wait();
    }
}
