//! Where the words are: all strings that a pupil reads or hears.
//!
//! The rule a reader could break: words are found by the names of their keys, in any table of any kind, so a new
//! kind that uses the names of its neighbours is read by every rule without a change here.

use course::text::{Form, Line, parse_line};

use super::sheet::{Table, Words};

/// Keys whose words count for the reading level of a step.
pub const READ: [&str; 6] = ["text", "why", "otherwise", "tip", "ask", "aside"];

/// Keys with sentences outside the steps, and what is spoken for a picture.
pub const MORE: [&str; 8] = ["alt", "rule", "action", "home", "next", "statement", "meaning", "for"];

/// Lists whose tables hold a `text` with marks.
pub const MARKED: [&str; 3] = ["screen", "face", "question"];

/// A string that is read.
#[derive(Clone, Copy, Debug)]
pub struct Prose<'a> {
    /// The string.
    pub words: Words<'a>,
    /// Its key.
    pub key: &'a str,
    /// Written with the marks of `course::text`.
    pub marked: bool,
}

/// A line as it is read, without its marks.
#[derive(Clone, Debug)]
pub struct Spoken<'a> {
    /// The line as it was written.
    pub written: Words<'a>,
    /// What it means.
    pub line: Line,
}

/// All strings that are read in a table and the tables in it.
pub fn prose(table: Table<'_>) -> Vec<Prose<'_>> {
    let mut all = Vec::new();
    collect(table, false, &mut all);
    all
}

fn collect<'a>(table: Table<'a>, marked: bool, all: &mut Vec<Prose<'a>>) {
    for entry in table.entries() {
        let inner = entry.value.tables();
        if READ.contains(&entry.name) || MORE.contains(&entry.name) {
            let marked = marked && entry.name == "text";
            all.extend(entry.texts().into_iter().map(|words| Prose { words, key: entry.name, marked }));
        }
        inner.into_iter().for_each(|inner| collect(inner, MARKED.contains(&entry.name), all));
    }
}

impl<'a> Prose<'a> {
    /// Its lines as they are read; a string without marks is plain throughout.
    pub fn spoken(&self) -> Vec<Spoken<'a>> {
        let lines = self.words.lines().into_iter();
        lines.filter_map(|written| Some(Spoken { line: self.line(written.text)?, written })).collect()
    }

    fn line(&self, written: &str) -> Option<Line> {
        if self.marked {
            return parse_line(written);
        }
        let plain = Line { when: None, who: None, form: Form::Plain, spans: vec![course::text::Span::plain(written)] };
        (!written.trim().is_empty()).then_some(plain)
    }
}

/// The lines of a screen's own text.
pub fn lines(screen: Table<'_>) -> Vec<Spoken<'_>> {
    screen.text("text").map(|words| Prose { words, key: "text", marked: true }.spoken()).unwrap_or_default()
}
