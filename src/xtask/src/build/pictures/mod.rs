//! Lesson pictures: each of `lessons/<folder>/pictures/*.svg` becomes a symbol; `lessons/albums.rs` says which of them
//! share a file, `les/<lesson>/<album>.svg`.
//!
//! An author writes short SVG that points into the shared art and uses a cast member's colours by name. Browsers differ
//! in how they follow nested external references and inherit variables into them, so the tool resolves both here.
//! Rule: what comes out holds no `use`, no `var()` and no class. What an author may write is listed in [`flatten`];
//! widen it there, never by letting unknown things through.

mod fault;
mod flatten;
mod palette;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use roxmltree::Document;

use super::css;
pub use fault::Fault;
pub use palette::Palette;

/// The shared art and colours a picture may use, read once for all lessons.
#[derive(Debug)]
pub struct Art {
    /// Source per name an author writes, such as `art/faces.svg`.
    sources: BTreeMap<String, String>,
    palette: Palette,
}

/// Parsed art; it borrows from [`Art`].
type Documents<'a> = BTreeMap<&'a str, Document<'a>>;

impl Art {
    /// Reads `static/art/*.svg` and the colours in `static/style`.
    pub fn read(root: &Path) -> Result<Self> {
        let mut sources = BTreeMap::new();
        for path in files(&root.join("static/art"), "svg")? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            sources.insert(format!("art/{name}"), read(&path)?);
        }
        let mut styles = String::new();
        for folder in ["static/style", "static/style/later"] {
            for path in files(&root.join(folder), "css")? {
                styles.push_str(&read(&path)?);
            }
        }
        Ok(Self::new(sources, &styles))
    }

    /// From sources in memory.
    pub fn new(sources: BTreeMap<String, String>, styles: &str) -> Self {
        Self { sources, palette: Palette::parse(&css::strip(styles)) }
    }

    fn documents(&self) -> Result<Documents<'_>> {
        let mut documents = Documents::new();
        for (name, text) in &self.sources {
            let document = Document::parse(text).with_context(|| format!("static/{name} is not well-formed"))?;
            documents.insert(name, document);
        }
        Ok(documents)
    }
}

/// Symbols by name.
pub type Named = Vec<(String, String)>;

/// The pictures of one lesson folder. Faults come all at once, with their files named as seen from
/// `root`.
pub fn compile(root: &Path, lesson: &Path, art: &Art) -> Result<Result<Named, Vec<Fault>>> {
    let documents = art.documents()?;
    let (mut pictures, mut faults) = (Vec::new(), Vec::new());
    for path in files(&lesson.join("pictures"), "svg")? {
        let source = read(&path)?;
        let picture = flatten::picture(path.strip_prefix(root).unwrap_or(&path), &source, &documents, &art.palette, &mut faults);
        pictures.push((path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), picture));
    }
    Ok(if faults.is_empty() { Ok(pictures) } else { Err(faults) })
}

/// One file with these pictures.
pub fn album(names: &[String], drawn: &Named) -> String {
    let mut file = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    file.extend(drawn.iter().filter(|(name, _)| names.contains(name)).map(|(_, symbol)| symbol.as_str()));
    file + "</svg>"
}

/// Every lesson folder below `lessons/` with its lesson's id.
pub fn lesson_folders(root: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let lessons = root.join("lessons");
    if !lessons.is_dir() {
        return Ok(found);
    }
    for entry in std::fs::read_dir(&lessons).with_context(|| lessons.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some((number, id)) = name.split_once('-')
            && path.is_dir()
            && number.bytes().all(|byte| byte.is_ascii_digit())
        {
            found.push((own_id(&path).unwrap_or_else(|| id.to_owned()), path));
        }
    }
    found.sort();
    Ok(found)
}

/// The id a lesson gives itself; a lesson too broken to have one goes by its folder (`05-groepsapp`: `groepsapp`).
fn own_id(lesson: &Path) -> Option<String> {
    let text = std::fs::read_to_string(lesson.join("lesson.toml")).ok()?;
    Some(text.parse::<toml::Table>().ok()?.get("id")?.as_str()?.to_owned())
}

/// The files with this extension in a folder, in name order; none when there is no such folder.
pub(crate) fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests;
