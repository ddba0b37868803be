//! The command line: which verbs there are and what each one prints.
//!
//! Rule: a verb here is a few lines that call a module; no work is done in this file.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;
use crate::{build, lessons, serve, size, test};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Builds, serves, checks and tests Online op weg", version)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Build the release app and serve it on this machine
    Serve {
        /// Rebuild on a change of code, style or lesson, and reload the page
        #[arg(long)]
        watch: bool,
        /// Port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Path to serve under, such as /school/les/
        #[arg(long, default_value = "/")]
        base: String,
    },
    /// Run every check and test, browser journeys included
    Test {
        /// Leave the release build and the browser out
        #[arg(long)]
        fast: bool,
    },
    /// Check the lessons (in Dutch), all of them or one folder or file
    Check {
        /// A lesson folder or file
        path: Option<PathBuf>,
        /// Findings as JSON, for editors and CI
        #[arg(long)]
        json: bool,
    },
    /// Make something new that is sound from the start
    New {
        #[command(subcommand)]
        what: New,
    },
    /// Write the ids of all lessons to lessons/released.txt: from now on none of them may vanish unseen
    ReleaseIds,
    /// Build a folder of static files for any host
    Build {
        /// Where to put it
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// Path the host will serve it under
        #[arg(long, default_value = "/")]
        base: String,
    },
    /// Weigh the release build against its budget
    Size,
}

#[derive(Debug, Subcommand)]
enum New {
    /// A lesson that plays: its folder, and its line in course.toml
    Lesson {
        /// Id of the stop in course.toml; without it the first stop that has no lesson
        id: Option<String>,
    },
}

/// Runs the verb on the command line; `false` asks for exit code 1 without a further message.
pub fn run() -> Result<bool> {
    let cli = Cli::parse();
    let workspace = Workspace::find()?;
    match cli.verb {
        Verb::Serve { watch, port, base } => serve::serve(&workspace, port, &base, watch).map(|()| true),
        Verb::Test { fast } => test::run(&workspace, fast),
        Verb::Check { path, json } => check(&workspace, path.as_deref(), json),
        Verb::New { what: New::Lesson { id } } => {
            let fresh = lessons::fresh::lesson(&workspace.root, id.as_deref())?;
            println!("Gemaakt: {} ({}), met {}.", fresh.folder, fresh.title, fresh.files.join(", "));
            println!("Nakijken: cargo xtask check {}\nSpelen:   cargo xtask serve --watch", fresh.folder);
            Ok(true)
        }
        Verb::ReleaseIds => {
            println!("{} ids in lessons/released.txt.", lessons::released::release(&workspace.root)?);
            Ok(true)
        }
        Verb::Build { out, base } => {
            let out = std::env::current_dir()?.join(out);
            let built = build::release(&workspace, &serve::normal_base(&base), &out)?;
            println!("{} files in {} (build {})", built.site.assets.len(), out.display(), built.site.build);
            Ok(true)
        }
        Verb::Size => {
            let built = build::release(&workspace, "/", &workspace.own("dist"))?;
            let weights = size::weigh(&built);
            let lines = size::budget(&weights);
            print!("{}", size::table(&weights, &lines));
            Ok(size::fits(&lines))
        }
    }
}

/// Checks lessons and their pictures; prints every finding, and says whether there were none.
pub fn check(workspace: &Workspace, path: Option<&Path>, json: bool) -> Result<bool> {
    let path = path.map_or_else(|| workspace.root.join("lessons"), Path::to_path_buf);
    let report = lessons::check(&path);
    // A path without lessons is told by the report.
    let faults = if path.exists() { build::picture_faults(&workspace.root, &path)? } else { Vec::new() };
    let sound = report.findings.is_empty() && faults.is_empty();
    if json {
        let mut all: Vec<serde_json::Value> = report.findings.iter().map(lessons::Finding::to_json).collect();
        all.extend(faults.iter().map(build::pictures::Fault::to_json));
        say(&serde_json::to_string_pretty(&all)?);
        return Ok(sound);
    }
    for fault in &faults {
        say(&format!("{fault}\n"));
    }
    let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    say(report.to_text(colour).trim_end());
    if !faults.is_empty() {
        say(&format!("Fouten in tekeningen: {}.", faults.len()));
    }
    Ok(sound)
}

/// Prints a line; a reader that stops listening (`| head`) is no fault of the lessons.
fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
