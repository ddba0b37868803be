//! `cargo xtask test`: every check there is, in one go, ending in one line of totals.
//!
//! Rule: it stops at nothing. A slip in the format must not hide a broken save; the sum comes at the end.
//! A new check is one `tally.check(...)` here, in the order of how soon its answer comes.

mod purity;
mod tally;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::build::wasm::TARGET;
use crate::workspace::Workspace;
use crate::{build, size, tools};
use tally::Tally;

/// Runs everything, without the browser when `fast`; true when nothing failed.
pub fn run(workspace: &Workspace, fast: bool) -> Result<bool> {
    let mut tally = Tally::default();
    tally.check("format", || {
        tools::component(workspace, "fmt", "rustfmt")?;
        must(&mut workspace.cargo(&["fmt", "--all", "--check"]), "run `cargo fmt --all`")
    });
    tally.check("clippy, native", || {
        tools::component(workspace, "clippy", "clippy")?;
        clippy(workspace, &["--workspace", "--all-targets"])
    });
    tally.check("clippy, wasm32", || {
        tools::wasm_target(TARGET)?;
        clippy(workspace, &["--package", "app", "--package", "mine", "--target", TARGET])
    });
    tally.check("course is pure", || purity::check(workspace));
    tally.check("lessons", || if crate::cli::check(workspace, None, false)? { Ok(()) } else { bail!("the lessons hold faults") });
    tally.tests("native tests", &mut workspace.cargo(&["test", "--workspace", "--exclude", "journeys", "--no-fail-fast"]));
    if !fast {
        let folder = workspace.own("dist");
        if tally.check("release build", || weighed_build(workspace, &folder)) {
            journeys(workspace, &folder, &mut tally);
        }
    }
    Ok(tally.sum_up())
}

fn weighed_build(workspace: &Workspace, folder: &std::path::Path) -> Result<()> {
    let built = build::release(workspace, "/", folder)?;
    let weights = size::weigh(&built);
    let lines = size::budget(&weights);
    if size::fits(&lines) { Ok(()) } else { bail!("{}\nover budget", size::table(&weights, &lines)) }
}

/// What the browser journeys need besides the build.
struct Instruments {
    chromedriver: PathBuf,
    geckodriver: PathBuf,
    axe: PathBuf,
}

fn journeys(workspace: &Workspace, folder: &std::path::Path, tally: &mut Tally) {
    let mut found = None;
    tally.check("browsers, drivers and axe-core are there", || {
        let (chromedriver, geckodriver) = (tools::chromedriver()?, tools::geckodriver(workspace)?);
        found = Some(Instruments { chromedriver, geckodriver, axe: tools::axe(workspace)? });
        Ok(())
    });
    let Some(Instruments { chromedriver, geckodriver, axe }) = found else { return };
    let mut command = workspace.cargo(&["test", "--package", "journeys", "--no-fail-fast"]);
    command.env("OOW_DIST", folder).env("OOW_AXE", axe).env("CHROMEDRIVER", chromedriver).env("GECKODRIVER", geckodriver);
    tally.tests("browser journeys", &mut command);
}

fn clippy(workspace: &Workspace, scope: &[&str]) -> Result<()> {
    let mut command = workspace.cargo(&["clippy", "--keep-going"]);
    command.args(scope).args(["--", "-D", "warnings"]);
    must(&mut command, "see the warnings above")
}

fn must(command: &mut Command, remedy: &str) -> Result<()> {
    if command.status()?.success() { Ok(()) } else { bail!("{remedy}") }
}
