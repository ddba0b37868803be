//! From sources to a folder of static files that any host can serve.
//!
//! The steps, one file each: `wasm` (app and glue), `pictures` and `sprite` (SVG), `css` and `script` (stripping),
//! `bundle` (hashed names, page, worker), `compress` (brotli and gzip twins), `output` (the folder).
//! Rule: every step but the last is a function from bytes to bytes, so that the same source gives the same folder.
//! A new kind of file is one line in `bundle`.

pub mod bundle;
pub mod compress;
pub mod css;
pub mod hash;
mod names;
pub mod output;
pub mod page;
pub mod pictures;
pub mod script;
pub mod sprite;
pub mod wasm;
pub mod worker;
mod xml;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::lessons;
use crate::progress;
use crate::workspace::Workspace;
pub use bundle::{Asset, Purpose, Site};
use compress::Twins;
use course::Id;
use pictures::Fault;
use wasm::{App, Profile};

/// The pictures of one lesson.
#[derive(Debug)]
pub struct Pictures {
    /// Id of the lesson.
    pub lesson: String,
    /// The files, in order: each holds the symbols of one album.
    pub albums: Vec<String>,
}

/// A finished build: what is in the folder, with the twins of each file (`None` where compressing earns nothing).
#[derive(Debug)]
pub struct Built {
    /// Every file of the site.
    pub site: Site,
    /// Twins in the order of `site.assets`.
    pub twins: Vec<Option<Twins>>,
}

/// The whole release build into `out`.
pub fn release(workspace: &Workspace, base: &str, out: &Path) -> Result<Built> {
    let apps = wasm::build(workspace, Profile::Release)?;
    let site = progress::step("lessons and pictures", || site(&workspace.root, apps, Purpose::Publish, base))?;
    let twins = compress::twins(&site, &workspace.own("compressed"))?;
    output::write(out, &site, &twins)?;
    Ok(Built { site, twins })
}

/// Everything but compiling Rust and compressing: quick enough to run at every change of a lesson or style.
///
/// A site to publish is refused at the first fault in a lesson; while an author works on one lesson (`Purpose::Watch`),
/// its faults are told and the sound lessons go on.
pub fn site(root: &Path, apps: Vec<App>, purpose: Purpose, base: &str) -> Result<Site> {
    let compiled = lessons::compile_all(root);
    let (pictures, faults) = all_pictures(root, &compiled.albums)?;
    for fault in &faults {
        eprintln!("{fault}");
    }
    for finding in &compiled.findings {
        eprintln!("{finding}");
    }
    let count = faults.len() + compiled.findings.len();
    if count > 0 && purpose == Purpose::Publish {
        bail!("{count} fault(s) in lessons/, told above; mend them (`cargo xtask check` looks at the lessons alone)");
    }
    bundle::bundle(root, apps, compiled.outputs, pictures, purpose, base)
}

/// The pictures of every sound lesson in their albums, and the faults in those of all.
fn all_pictures(root: &Path, albums: &[(Id, Vec<Vec<String>>)]) -> Result<(Vec<Pictures>, Vec<Fault>)> {
    let art = pictures::Art::read(root)?;
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for (lesson, folder) in pictures::lesson_folders(root)? {
        match pictures::compile(root, &folder, &art)? {
            Ok(drawn) => {
                let laid = albums.iter().filter(|(id, _)| *id == lesson).flat_map(|(_, albums)| albums);
                all.push(Pictures { albums: laid.map(|names| pictures::album(names, &drawn)).collect(), lesson });
            }
            Err(more) => faults.extend(more),
        }
    }
    Ok((all, faults))
}

/// The faults in the pictures of every lesson that lies in, or around, `path`.
pub fn picture_faults(root: &Path, path: &Path) -> Result<Vec<Fault>> {
    let art = pictures::Art::read(root)?;
    let path = path.canonicalize().with_context(|| path.display().to_string())?;
    let root = root.canonicalize()?;
    let mut faults = Vec::new();
    for (_, folder) in pictures::lesson_folders(&root)? {
        if folder.starts_with(&path) || path.starts_with(&folder) {
            let found = pictures::compile(&root, &folder, &art)?.err().unwrap_or_default();
            faults.extend(found.into_iter().filter(|fault| path.is_dir() || root.join(&fault.file) == path));
        }
    }
    Ok(faults)
}
