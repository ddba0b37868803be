//! The door of `cargo xtask`: reads the command line, runs one verb, turns the outcome into an exit code.
//!
//! Everything lives in the library beside it, so that the browser journeys can reuse it.

use std::process::ExitCode;

fn main() -> ExitCode {
    match xtask::cli::run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // One line, causes behind it: whoever reads this wants the remedy, not a backtrace.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
