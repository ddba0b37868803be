//! The lesson compiler and checker: from the files in `lessons/` to what the app reads, or to words for the author.
//!
//! The way through: [`tree`] holds the files, [`read`] makes tables of them that know where they stand, [`shape`]
//! holds keys and types against the schema, [`draft`] reads each step on its own, [`rules`] looks at the whole, and
//! [`compile`] packs what is sound. Messages are Dutch: authors are teachers.
//!
//! The rule a reader could break: one fault never hides another. Every stage goes on with what it can see, and a
//! broken step, file or lesson drops out alone.
//!
//! Where to extend: a rule is a function and a row ([`rules`]); a sort of file is a variant of [`files::File`].

use std::path::{Path, PathBuf};

mod albums;
pub mod author;
pub mod compile;
mod day;
pub mod deny;
pub mod draft;
pub mod files;
pub mod finding;
pub mod fresh;
mod gloss;
pub mod grown_ups;
pub mod mend;
pub mod node;
pub mod output;
pub mod pages;
pub mod place;
pub mod prose;
pub mod read;
pub mod released;
pub mod report;
pub mod rules;
pub mod schema;
pub mod sentences;
pub mod shape;
pub mod shared;
pub mod sheet;
pub mod source;
pub mod spelling;
pub mod syntax;
pub mod toml11;
pub mod tree;

pub use compile::{Compiled, compile_all};
pub use finding::Finding;
pub use output::Output;
pub use report::Report;

use source::{Source, Spot};

/// Compiles all lessons below the root of the repository.
///
/// # Errors
/// Every fault in `lessons/`. To build the sound lessons beside a broken one, use [`compile_all`].
pub fn compile(root: &Path) -> Result<Vec<Output>, Vec<Finding>> {
    let compiled = compile_all(root);
    if compiled.findings.is_empty() { Ok(compiled.outputs) } else { Err(compiled.findings) }
}

/// Checks the lessons at a path: `lessons/`, the folder of one lesson, or one file. What lessons share is read along,
/// and only faults at the path are told.
pub fn check(path: &Path) -> Report {
    let absolute = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let Some(root) = root_of(&absolute) else { return nowhere(path) };
    let compiled = compile_all(&root);
    let below = absolute.strip_prefix(&root).unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
    let is_here =
        |file: &str| below.is_empty() || file.strip_prefix(below.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let findings: Vec<Finding> = compiled.findings.into_iter().filter(|finding| is_here(finding.file())).collect();
    let lessons = if below.trim_start_matches(files::LESSONS).contains('/') { 1 } else { compiled.lessons };
    Report { findings, lessons }
}

/// The folder that holds `lessons/course.toml`, at or above a path.
fn root_of(path: &Path) -> Option<PathBuf> {
    let is_root = |folder: &&Path| folder.join(files::LESSONS).join(files::File::Course.name()).is_file();
    path.ancestors().find(is_root).filter(|_| path.exists()).map(Path::to_owned)
}

fn nowhere(path: &Path) -> Report {
    let source = Source::new(path.display().to_string(), "");
    let fault = Finding::new(Spot::top(&source), "bestand-ontbreekt", "Hier zijn geen lessen.");
    let fault = fault.allowed("Geef lessons/, de map van een les of een bestand daarin. In lessons/ hoort course.toml.");
    Report { findings: vec![fault], lessons: 0 }
}

/// Writes the schema files anew.
///
/// # Errors
/// When `lessons/` cannot be written to.
pub fn write_schemas(root: &Path) -> std::io::Result<()> {
    schema::texts().into_iter().try_for_each(|(name, text)| std::fs::write(root.join(files::LESSONS).join(name), text))
}
