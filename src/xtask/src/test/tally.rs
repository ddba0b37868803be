//! Counting: every check is one, every test of a test run is one, and one line sums it all up.
//!
//! Rule: nothing that was meant to run may vanish from the sum; a run that breaks before its tests counts as a failure.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

/// The sum so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    passed: usize,
    failed: usize,
    /// What failed, for the end of the log.
    failures: Vec<String>,
}

impl Tally {
    /// Runs one check and counts it; whatever it says about a failure is printed at once.
    pub(super) fn check(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("== {name}");
        match work() {
            Ok(()) => {
                self.passed += 1;
                true
            }
            Err(error) => {
                println!("{error:#}");
                self.fail(name);
                false
            }
        }
    }

    /// Runs `cargo test` and counts its tests.
    pub(super) fn tests(&mut self, name: &str, command: &mut Command) {
        println!("== {name}");
        match run(command) {
            Ok((passed, failed, succeeded)) => {
                self.passed += passed;
                self.failed += failed;
                if failed > 0 {
                    self.failures.push(format!("{name}: {failed} test(s)"));
                } else if !succeeded {
                    // It did not compile, or died before it could count.
                    self.fail(name);
                }
            }
            Err(error) => {
                println!("{error:#}");
                self.fail(name);
            }
        }
    }

    fn fail(&mut self, name: &str) {
        self.failed += 1;
        self.failures.push(name.to_owned());
    }

    /// Prints what failed and the sum; true when nothing did.
    pub(super) fn sum_up(&self) -> bool {
        println!();
        for name in &self.failures {
            println!("failed: {name}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        self.failed == 0
    }
}

/// Runs to the end, passing all output on; passed and failed tests, and whether the run succeeded.
fn run(command: &mut Command) -> Result<(usize, usize, bool)> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo could not be started")?;
    let (mut passed, mut failed) = (0, 0);
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            if let Some((more, wrong)) = result_line(&line) {
                passed += more;
                failed += wrong;
            }
        }
    }
    Ok((passed, failed, child.wait()?.success()))
}

/// The numbers of a line `test result: ok. 3 passed; 0 failed; ...`.
fn result_line(line: &str) -> Option<(usize, usize)> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok());
    Some((count("passed")?, count("failed")?))
}

#[cfg(test)]
mod tests {
    use super::{Tally, result_line};

    #[test]
    fn the_result_line_of_a_test_run_is_read() {
        assert_eq!(result_line("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out"), Some((12, 0)));
        assert_eq!(result_line("test result: FAILED. 3 passed; 2 failed; 0 ignored; finished in 0.1s"), Some((3, 2)));
        assert_eq!(result_line("test tests::a ... ok"), None);
    }

    #[test]
    fn a_check_counts_once_either_way() {
        let mut tally = Tally::default();
        tally.check("good", || Ok(()));
        tally.check("bad", || anyhow::bail!("why"));
        assert_eq!((tally.passed, tally.failed), (1, 1));
        assert!(!tally.sum_up());
    }

    #[test]
    fn a_run_that_breaks_before_its_tests_is_a_failure() {
        let mut tally = Tally::default();
        tally.tests("gone", &mut std::process::Command::new("/there/is/no/such/program"));
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }
}
