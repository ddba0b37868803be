//! The files that a check or a compilation looks at, held in memory.
//!
//! The rule a reader could break: everything after this module is a pure function of a [`Tree`]. So a test lays one
//! broken file over a sound course without touching the disk, and two lessons cannot get into each other's way.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::files::FRAME;

/// Files by their path below the root of the repository, with `/` between the parts.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
}

impl Tree {
    /// Reads what lessons are made of: `lessons`, the names in the art, the phrases of the interface, and the frame of
    /// the pages for grown-ups.
    ///
    /// # Errors
    /// When a file that is there cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut tree = Tree::default();
        for part in ["lessons", "static/art", "src/phrases"] {
            tree.add(&root.join(part), part)?;
        }
        if let Ok(frame) = fs::read(root.join(FRAME)) {
            tree.put(FRAME, frame);
        }
        Ok(tree)
    }

    /// Adds the files of a folder below `prefix`. A folder that is not there adds nothing; hidden files are left out.
    ///
    /// # Errors
    /// When a file that is there cannot be read.
    pub fn add(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        if !folder.is_dir() {
            return Ok(());
        }
        let hidden = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
        for entry in WalkDir::new(folder).follow_links(true).into_iter().filter_entry(|entry| !hidden(entry)) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
                self.put([prefix, &parts.join("/")].join("/"), fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Lays a file in the tree, over one that may be there.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Takes a file out.
    pub fn take(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The text of a file; bytes that are no UTF-8 show as a replacement mark.
    pub fn text(&self, path: &str) -> Option<String> {
        self.bytes(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// The paths below a folder, in order.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.files.keys().map(String::as_str).filter(move |path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }
}
