//! Programs this tool leans on: looks whether they are there, gets them where it can, else says in one line what to do.
//!
//! Rule: only Debian as root is changed by us, through apt; anybody else's machine is told, never touched.
//! `rustup` parts are the exception: they land in the user's own Rust and are what the user asked for.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::progress;
use crate::workspace::Workspace;

/// Adds a compile target when rustc does not have it.
pub fn wasm_target(target: &str) -> Result<()> {
    let answer = Command::new("rustc").args(["--print", "target-libdir", "--target", target]).output();
    let there = answer.is_ok_and(|answer| Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_dir());
    if there { Ok(()) } else { rustup("target", target) }
}

/// Adds `rustfmt` or `clippy` when cargo does not know it.
pub fn component(workspace: &Workspace, subcommand: &str, component: &str) -> Result<()> {
    let there = workspace.cargo(&[subcommand, "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) { Ok(()) } else { rustup("component", component) }
}

fn rustup(kind: &str, name: &str) -> Result<()> {
    progress::step(&format!("rustup {kind} add {name}"), || {
        let status = Command::new("rustup").args([kind, "add", name]).stdout(Stdio::null()).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => bail!("`rustup {kind} add {name}` failed; is there a network?"),
            Err(_) => bail!("Rust lacks {name} and there is no rustup; install Rust from https://rustup.rs"),
        }
    })
}

/// ChromeDriver and the Chromium it drives; returns the driver's path.
pub fn chromedriver() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMEDRIVER").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("CHROMEDRIVER is set to {}, which is not there", path.display());
    }
    let browser = ["chromium", "google-chrome", "chromium-browser", "chrome"];
    if on_path("chromedriver").is_none() || browser.iter().all(|name| on_path(name).is_none()) {
        install(&["chromium", "chromium-driver"], "Chromium and its ChromeDriver of the same version (or set CHROMEDRIVER to its path)")?;
    }
    on_path("chromedriver").context("chromedriver is not on the PATH")
}

/// The geckodriver that is built when there is none; of the same year as the Firefox in Debian.
const GECKODRIVER: &str = "0.37.1";

/// Geckodriver and the Firefox it drives; returns the driver's path. Debian has no package of the driver, so it is built from
/// its source by cargo, once (a minute and a half on two cores).
pub fn geckodriver(workspace: &Workspace) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("GECKODRIVER").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("GECKODRIVER is set to {}, which is not there", path.display());
    }
    if ["firefox", "firefox-esr"].iter().all(|name| on_path(name).is_none()) {
        install(&["firefox-esr"], "Firefox")?;
    }
    if let Some(path) = on_path("geckodriver") {
        return Ok(path);
    }
    let root = workspace.own("geckodriver");
    let built = root.join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    if built.is_file() {
        return Ok(built);
    }
    progress::step("geckodriver", || {
        let mut command =
            workspace.cargo(&["install", "geckodriver", "--version", GECKODRIVER, "--locked", "--debug", "--quiet", "--root"]);
        let status = command.arg(&root).env("CARGO_TARGET_DIR", root.join("build")).status();
        match status {
            Ok(status) if status.success() && built.is_file() => Ok(built.clone()),
            _ => bail!("`cargo install geckodriver` failed; is there a network? (or set GECKODRIVER to its path)"),
        }
    })
}

/// The axe-core script, fetched by npm as `tests/axe/package-lock.json` pins it; returns the path of `axe.min.js`.
pub fn axe(workspace: &Workspace) -> Result<PathBuf> {
    let source = workspace.root.join("tests/axe");
    let folder = workspace.own("axe");
    let script = folder.join("node_modules/axe-core/axe.min.js");
    let lock = std::fs::read(source.join("package-lock.json")).context("tests/axe/package-lock.json cannot be read")?;
    if script.is_file() && std::fs::read(folder.join("package-lock.json")).is_ok_and(|kept| kept == lock) {
        return Ok(script);
    }
    if on_path("npm").is_none() {
        install(&["nodejs", "npm"], "Node.js 18 or newer with npm (https://nodejs.org)")?;
    }
    std::fs::create_dir_all(&folder)?;
    std::fs::copy(source.join("package.json"), folder.join("package.json")).context("tests/axe/package.json cannot be read")?;
    std::fs::write(folder.join("package-lock.json"), &lock)?;
    progress::step("npm ci for axe-core", || {
        let npm = Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]).current_dir(&folder).status();
        match npm {
            Ok(status) if status.success() && script.is_file() => Ok(script.clone()),
            _ => {
                // A half-filled folder must not pass for a finished one next time.
                let _ = std::fs::remove_file(folder.join("package-lock.json"));
                bail!("`npm ci` in tests/axe failed; is there a network?")
            }
        }
    })
}

/// Installs Debian packages as root, or says what a person should install.
fn install(packages: &[&str], remedy: &str) -> Result<()> {
    let list = packages.join(" ");
    if !(Path::new("/etc/debian_version").is_file() && is_root()) {
        bail!("install {remedy}; on Debian: sudo apt-get install {list}");
    }
    progress::step(&format!("apt-get install {list}"), || {
        apt(&["update"])?;
        let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
        arguments.extend(packages);
        apt(&arguments).with_context(|| format!("install {remedy} by hand"))
    })
}

fn apt(arguments: &[&str]) -> Result<()> {
    let output = Command::new("apt-get").arg("--quiet").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").output()?;
    if !output.status.success() {
        bail!("apt-get {} failed: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

/// Where a program is, if it is on the PATH.
fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}
