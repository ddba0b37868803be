//! Progress of long steps: a spinner or bar on a terminal, one plain line per finished step elsewhere (CI logs).
//!
//! Rule: everything goes to standard error; standard output belongs to results (`check --json`, `size`).

use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

/// Steps quicker than this leave no line behind: a list of things that took no time is noise.
const WORTH_TELLING: Duration = Duration::from_millis(300);

/// Runs one step under a spinner and says how long it took.
pub fn step<T>(label: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    let spinner = ProgressBar::new_spinner().with_message(label.to_owned());
    spinner.set_style(style("{spinner} {msg} {elapsed}"));
    spinner.enable_steady_tick(Duration::from_millis(100));
    let outcome = work();
    spinner.finish_and_clear();
    if outcome.is_ok() && started.elapsed() > WORTH_TELLING {
        eprintln!("  {label} ({:.1} s)", started.elapsed().as_secs_f32());
    }
    outcome
}

/// A bar over a known number of things; the caller calls `inc`.
pub fn bar(label: &str, length: usize) -> ProgressBar {
    let bar = ProgressBar::new(length as u64).with_message(label.to_owned());
    bar.set_style(style("  {msg} [{bar:30}] {pos}/{len} {elapsed}"));
    bar
}

fn style(template: &str) -> ProgressStyle {
    // A template that does not parse is our own slip and costs only the looks.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}
