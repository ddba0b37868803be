//! Where the workspace and its target folder are, and how cargo is called in it.
//!
//! Rule: no path is taken from the current folder; `cargo xtask` must work from anywhere inside the workspace.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folders every verb works with.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The folder that holds the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the user's settings put it.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo, because only cargo knows about `CARGO_TARGET_DIR` and configured target folders.
    pub fn find() -> Result<Self> {
        let answer = Command::new(cargo_program())
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .output()
            .context("cargo could not be started; install Rust from https://rustup.rs")?;
        if !answer.status.success() {
            bail!("cargo metadata failed: {}", String::from_utf8_lossy(&answer.stderr).trim());
        }
        let facts: serde_json::Value = serde_json::from_slice(&answer.stdout)?;
        let folder = |key: &str| {
            let path = facts.get(key).and_then(|value| value.as_str());
            path.map(PathBuf::from).with_context(|| format!("cargo metadata names no {key}"))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// Where this tool keeps what it made itself: `target/oow/<name>`.
    pub fn own(&self, name: &str) -> PathBuf {
        self.target.join("oow").join(name)
    }

    /// A cargo command that runs in the root of the workspace.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(cargo_program());
        command.args(arguments).current_dir(&self.root);
        command
    }
}

/// The cargo that started us, so that a toolchain override holds for its children too.
fn cargo_program() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
