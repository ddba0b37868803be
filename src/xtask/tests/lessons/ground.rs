//! The ground on which the other tests stand: a small course without a fault, in memory.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::lessons::compile::{Compiled, of_tree};
use xtask::lessons::tree::Tree;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The clean course, with the art of the house and a handful of phrases.
pub(crate) fn clean() -> Tree {
    let mut tree = Tree::default();
    tree.add(&root().join("tests/lessons/clean"), "lessons").unwrap();
    tree.add(&root().join("static/art"), "static/art").unwrap();
    tree.put("src/phrases/nl.toml", "right-3 = \"Ja. En dit is waarom:\"\npartly-7 = \"Ook goed. Sterker is:\"\nnext = \"Verder\"\n");
    tree
}

/// A picture that holds nothing.
pub(crate) const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 360\"/>";

/// Every finding as one line, to read in a failed test.
pub(crate) fn told(compiled: &Compiled) -> Vec<String> {
    compiled.findings.iter().map(|finding| format!("{}:{} {} {}", finding.file(), finding.line(), finding.code, finding.message)).collect()
}

/// Compiles a tree that must be sound.
pub(crate) fn sound(tree: Tree) -> Compiled {
    let compiled = of_tree(tree);
    assert_eq!(told(&compiled), Vec::<String>::new());
    compiled
}

/// The text of a file in the repository.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Holds a part of a committed file against what it should be; with `OOW_WRITE=1` it is written anew.
pub(crate) fn in_step(path: &str, expected: &str) {
    let full = root().join(path);
    if fs::read_to_string(&full).ok().as_deref() == Some(expected) {
        return;
    }
    assert!(std::env::var_os("OOW_WRITE").is_some(), "{path} is out of step: run `OOW_WRITE=1 cargo test -p xtask --test lessons`");
    fs::write(full, expected).unwrap();
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
