//! A second version of the built folder, as a next deploy would make it: another build id, one changed file.
//!
//! The rule a reader could break: it is sound in itself. The names carry the right hashes and the worker's list the
//! right seals, or no journey could tell a broken version from a broken test.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xtask::build::hash;

use crate::scratch;

/// A version of the course beside the one under test.
#[derive(Debug)]
pub struct Version {
    /// Where it lies.
    pub folder: PathBuf,
    /// Its build id.
    pub build: String,
    /// The file that is not in the version it was made from.
    pub fresh: String,
}

impl Version {
    /// Makes the version that follows `folder`: its style sheet ends in a mark that a journey can read.
    ///
    /// # Errors
    /// When the folder is not one of ours.
    pub fn after(folder: &Path) -> Result<Self> {
        let next = Version { folder: scratch("version")?, build: "222222222222".to_owned(), fresh: String::new() };
        copy(folder, &next.folder)?;
        let next = next.change()?;
        Ok(next)
    }

    fn change(mut self) -> Result<Self> {
        let worker = self.read("sw.js")?;
        let build = self.meta("oow:build")?;
        let style = self.between("herstel.html", "href=\"a/style-", "\"").map(|rest| format!("a/style-{rest}"))?;
        let styles = format!("{}\n:root{{--version:two}}", self.read(&style)?);
        self.fresh = hash::served_name("style.css", styles.as_bytes());
        let mut renamed = worker.replace(&style, &self.fresh).replace(&build, &self.build);
        renamed = self.seal(renamed, &self.read(&style)?, &styles);
        fs::remove_file(self.folder.join(&style))?;
        fs::write(self.folder.join(&self.fresh), styles)?;
        for page in ["index.html", "herstel.html"] {
            let old = self.read(page)?;
            let new = old.replace(&style, &self.fresh).replace(&build, &self.build);
            renamed = self.seal(renamed, &old, &new);
            fs::write(self.folder.join(page), new)?;
        }
        fs::write(self.folder.join("sw.js"), renamed)?;
        Ok(self)
    }

    /// The worker with the seal of `new` in the place of the seal of `old`.
    fn seal(&self, worker: String, old: &str, new: &str) -> String {
        worker.replace(&hash::integrity(old.as_bytes()), &hash::integrity(new.as_bytes()))
    }

    fn read(&self, name: &str) -> Result<String> {
        fs::read_to_string(self.folder.join(name)).with_context(|| name.to_owned())
    }

    fn meta(&self, name: &str) -> Result<String> {
        self.between("index.html", &format!("name=\"{name}\" content=\""), "\"")
    }

    fn between(&self, file: &str, before: &str, after: &str) -> Result<String> {
        let text = self.read(file)?;
        let rest = text.split_once(before).and_then(|(_, rest)| rest.split_once(after));
        rest.map(|(found, _)| found.to_owned()).with_context(|| format!("{file} has no {before}"))
    }
}

impl Drop for Version {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Copies all but the twins: a server would send them in the place of what is changed here.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let there = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &there)?;
        } else if path.extension().is_none_or(|end| end != "br" && end != "gz") {
            fs::copy(&path, &there)?;
        }
    }
    Ok(())
}
