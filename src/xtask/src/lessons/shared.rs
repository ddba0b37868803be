//! What lessons share, as the checker sees it: the road, the cast, hard words, law lines, helpers, and the names of
//! faces, feelings, signs, icons and phrases.
//!
//! The rule a reader could break: a shared file that is broken makes its names *unknown to the checker*, not wrong.
//! Then every question about such a name is answered with `None`, and the rules keep silent about it.

use std::collections::BTreeMap;

use super::files::{File, LESSONS};
use super::finding::Finding;
use super::read::read;
use super::schema;
use super::shape::Shape;
use super::sheet::{Sheet, Table, Words};
use super::tree::Tree;

/// Everything outside the folder of one lesson.
#[derive(Debug)]
pub struct Shared {
    /// All files.
    pub tree: Tree,
    sheets: Vec<(File, Sheet)>,
    /// Names in the art: file and symbol.
    symbols: Vec<(String, String)>,
    /// Key and words.
    phrases: Option<BTreeMap<String, String>>,
}

impl Shared {
    /// Reads the shared files. Faults of keys and types are found here; the rest is for the rules.
    pub fn read(tree: Tree, found: &mut Vec<Finding>) -> Self {
        let mut sheets = Vec::new();
        for file in File::SHARED {
            let path = [LESSONS, &file.name()].join("/");
            if let Some(sheet) = tree.bytes(&path).and_then(|bytes| read(&path, bytes, &file.schema_path(), found)) {
                let schema = schema::of(file);
                found.extend(sheet.table().into_iter().flat_map(|table| Shape::of_file(schema, table)));
                sheets.push((file, sheet));
            }
        }
        let symbols = symbols(&tree);
        let phrases = phrases(&tree);
        Shared { tree, sheets, symbols, phrases }
    }

    /// The tables of a shared file.
    pub fn tables(&self, file: File) -> Vec<Table<'_>> {
        self.sheet(file).map(|sheet| sheet.list(file.list())).unwrap_or_default()
    }

    /// A shared file, if it is there.
    pub fn sheet(&self, file: File) -> Option<&Sheet> {
        self.sheets.iter().find(|(other, _)| *other == file).map(|(_, sheet)| sheet)
    }

    /// The strings at `key` in a shared file; `None` when the file is not there or has holes.
    pub fn names(&self, file: File, key: &str) -> Option<Vec<&str>> {
        self.sheet(file).filter(|sheet| !sheet.holes)?;
        Some(self.tables(file).iter().filter_map(|table| table.text(key)).map(|name| name.text).collect())
    }

    /// The table with this id in a shared file.
    pub fn find(&self, file: File, id: &str) -> Option<Table<'_>> {
        self.tables(file).into_iter().find(|table| table.id() == id)
    }

    /// The symbols of a file in `static/art`; `None` when it is not there.
    pub fn art(&self, file: &str) -> Option<Vec<&str>> {
        let names: Vec<&str> = self.symbols.iter().filter(|(other, _)| other == file).map(|(_, name)| name.as_str()).collect();
        (!names.is_empty()).then_some(names)
    }

    /// Persons with a face.
    pub fn faces(&self) -> Option<Vec<&str>> {
        let all = self.art("faces")?;
        Some(all.iter().copied().filter(|name| all.contains(&[name, "-k"].concat().as_str())).collect())
    }

    /// Feelings that a face can have: what is drawn in `faces.svg` and is no person.
    pub fn feelings(&self) -> Option<Vec<&str>> {
        let (all, faces) = (self.art("faces")?, self.faces()?);
        Some(all.into_iter().filter(|name| !name.ends_with("-k") && !faces.contains(name)).collect())
    }

    /// The words with which an explanation may open, by key; `None` when there is no phrase file. Words with a place to
    /// fill in are left out: nobody fills it.
    pub fn openings(&self) -> Option<BTreeMap<&str, &str>> {
        let opens = |key: &str| ["right-", "partly-", "not-yet-", "open-"].iter().any(|family| key.starts_with(family));
        let phrases = self.phrases.as_ref()?.iter().filter(|(key, words)| opens(key) && !words.contains('{'));
        Some(phrases.map(|(key, words)| (key.as_str(), words.trim_end_matches('…').trim_end())).collect())
    }

    /// A phrase of the interface. One that is not there shows as its key, which a test of the real course refuses.
    pub fn phrase<'a>(&'a self, key: &'a str) -> &'a str {
        self.phrases.as_ref().and_then(|all| all.get(key)).map_or(key, String::as_str)
    }

    /// The stops that have a folder: their table and the folder.
    pub fn folders(&self) -> Vec<(Table<'_>, Words<'_>)> {
        self.tables(File::Course).into_iter().filter_map(|stop| Some((stop, stop.text("folder")?))).collect()
    }
}

/// The symbols in the art. Their files are ours and plain, so finding `<symbol id="` needs no XML parser.
fn symbols(tree: &Tree) -> Vec<(String, String)> {
    let mut symbols = Vec::new();
    for path in tree.under("static/art") {
        let stem = path.rsplit('/').next().and_then(|name| name.strip_suffix(".svg"));
        if let (Some(stem), Some(text)) = (stem, tree.text(path)) {
            let ids = text.split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next());
            symbols.extend(ids.map(|id| (stem.to_owned(), id.to_owned())));
        }
    }
    symbols
}

/// The Dutch phrases.
fn phrases(tree: &Tree) -> Option<BTreeMap<String, String>> {
    toml::from_str(&tree.text("src/phrases/nl.toml")?).ok()
}
