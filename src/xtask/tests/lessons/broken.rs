//! Every broken file in `tests/lessons/broken`, laid over the clean course: exactly the expected codes on the
//! expected lines, and nothing else.
//!
//! A file says in comments what it is: `verwacht: code line [file]` for each finding, `bestand: path` for the file
//! whose place it takes (else `01-klein/lesson.toml`), `erbij: path` for an empty picture beside it, `weg: path` for
//! a file that is taken out.

use std::collections::BTreeSet;
use std::fs;

use xtask::lessons::compile::of_tree;
use xtask::lessons::rules::RULES;

use super::ground::{PICTURE, clean, root, sound, text};

/// A broken file, with what it says of itself.
struct Broken {
    name: String,
    bytes: Vec<u8>,
    text: String,
}

impl Broken {
    fn all() -> Vec<Self> {
        let mut paths: Vec<_> = fs::read_dir(root().join("tests/lessons/broken")).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let broken = paths.into_iter().map(|path| {
            let bytes = fs::read(&path).unwrap();
            Broken {
                name: path.file_name().unwrap().to_string_lossy().into_owned(),
                text: String::from_utf8_lossy(&bytes).into_owned(),
                bytes,
            }
        });
        broken.collect()
    }

    /// What follows this word in the comments.
    fn said<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.text.lines().filter_map(move |line| line.split_once(word)?.1.strip_prefix(':')).map(|said| said.trim_end_matches("-->").trim())
    }

    fn path(&self) -> String {
        ["lessons/", self.said("# bestand").chain(self.said("<!-- bestand")).next().unwrap_or("01-klein/lesson.toml")].concat()
    }

    /// Code, line and file of every expected finding.
    fn expected(&self) -> BTreeSet<(String, usize, String)> {
        let one = |said: &str| {
            let mut parts = said.split_whitespace();
            let (code, line) = (parts.next().unwrap().to_owned(), parts.next().unwrap().parse().unwrap());
            (code, line, parts.next().map_or_else(|| self.path(), |file| ["lessons/", file].concat()))
        };
        self.said("verwacht").map(one).collect()
    }

    fn found(&self) -> BTreeSet<(String, usize, String)> {
        let mut tree = clean();
        if self.path().ends_with("/lesson.toml") {
            tree.take("lessons/01-klein/pictures/kat.svg");
        }
        tree.put(self.path(), self.bytes.clone());
        self.said("# erbij").for_each(|path| tree.put(["lessons/", path].concat(), PICTURE));
        self.said("# weg").for_each(|path| tree.take(&["lessons/", path].concat()));
        of_tree(tree).findings.iter().map(|finding| (finding.code.to_owned(), finding.line(), finding.file().to_owned())).collect()
    }
}

#[test]
fn the_clean_course_has_no_fault() {
    sound(clean());
}

#[test]
fn each_broken_file_gets_exactly_its_codes_on_its_lines() {
    let all = Broken::all();
    let wrong: Vec<String> = all
        .iter()
        .filter(|broken| broken.found() != broken.expected())
        .map(|broken| format!("{}\n  expected {:?}\n  found    {:?}", broken.name, broken.expected(), broken.found()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all.len() >= 40, "only {} broken files", all.len());
}

#[test]
fn every_rule_has_a_broken_file() {
    let pinned: BTreeSet<String> = Broken::all().iter().flat_map(Broken::expected).map(|(code, ..)| code).collect();
    // `leesfout` is the net below the schema: nothing is known that falls into it.
    let bare: Vec<&str> = RULES.iter().map(|rule| rule.code).filter(|code| !pinned.contains(*code) && *code != "leesfout").collect();
    assert_eq!(bare, Vec::<&str>::new());
}

#[test]
fn every_code_that_is_found_is_a_rule() {
    let strange: Vec<String> = Broken::all()
        .iter()
        .flat_map(Broken::found)
        .map(|(code, ..)| code)
        .filter(|code| RULES.iter().all(|rule| rule.code != code))
        .collect();
    assert_eq!(strange, Vec::<String>::new());
}

#[test]
fn the_words_of_the_app_itself_hold_no_real_name_either() {
    let told = |page: String| {
        let mut tree = clean();
        tree.put("lessons/deny.toml", text("lessons/deny.toml"));
        tree.put("lessons/01-klein/parents.md", page);
        let names = of_tree(tree).findings.into_iter().filter(|finding| finding.code == "echte-naam");
        names.map(|finding| finding.excerpt().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told(text("src/phrases/nl.toml")), Vec::<String>::new());
    assert_eq!(told("Kijk op TikTok.\n".to_owned()).len(), 1);
}
