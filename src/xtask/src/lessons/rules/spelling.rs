//! Spelling of what we tell: texts, options, explanations, hints, and the pages for grown-ups.
//!
//! The rule a reader could break: what children send each other may be misspelt on purpose (Tijn does), so lines with a
//! speaker, messages that were deleted and the replies of a chat are not looked at.

use super::super::draft::Draft;
use super::super::files::{File, LESSONS, PAGES, WORDS};
use super::super::finding::Finding;
use super::super::prose::{MARKED, MORE, Prose, READ};
use super::super::shared::Shared;
use super::super::sheet::{Table, Words};
use super::super::source::{Source, Spot};
use super::super::spelling::{Known, meant};
use super::real_names::page;
use course::text::Form;

/// Keys that are read beside those of `prose.rs`.
const ALSO: [&str; 4] = ["title", "ending", "follow_up", "looks"];

/// A suggestion takes 0.05 s, and a slip is rarely alone in a lesson that is new: further slips get none.
const SUGGESTED: usize = 3;

/// Misspelt words in the files of a lesson.
pub(super) fn in_lesson(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let mut look = Look { known: known(shared, Some(draft)), found: Vec::new() };
    let beside = [File::Review, File::Exam].into_iter().filter_map(|file| draft.sheet(file)?.table());
    beside.for_each(|table| look.table(table, "", false));
    for entry in draft.head().into_iter().flat_map(|head| head.entries()).filter(|entry| is_read(entry.name)) {
        entry.texts().into_iter().for_each(|words| look.words(words));
    }
    draft.steps().into_iter().for_each(|step| look.table(step.table, "step", step.kind == "chat"));
    for path in PAGES.iter().map(|page| draft.path(page)) {
        let Some(text) = shared.tree.text(&path) else { continue };
        let source = Source::new(path, text);
        page(&source.text).into_iter().for_each(|(at, line)| look.line(Spot::new(&source, at, at + line.len()), line));
    }
    look.found
}

/// Misspelt words in what lessons share.
pub(super) fn in_shared(shared: &Shared) -> Vec<Finding> {
    let mut look = Look { known: known(shared, None), found: Vec::new() };
    let tables = File::SHARED.into_iter().filter_map(|file| shared.sheet(file)?.table());
    tables.for_each(|table| look.table(table, "", false));
    look.found
}

/// Names and hard words are right by themselves.
fn known(shared: &Shared, draft: Option<&Draft>) -> Known {
    let mut known = Known::default();
    for (file, key) in [(File::Cast, "name"), (File::Glossary, "word"), (File::Helpers, "name")] {
        shared.tables(file).iter().filter_map(|table| table.text(key)).for_each(|name| known.add(name.text));
    }
    // A real name is told once, by the rule about real names.
    let real = shared.tables(File::Deny).into_iter().flat_map(|group| [group.texts("name"), group.texts("exact")].concat());
    real.for_each(|name| known.add(&name.text.to_lowercase()));
    let list = shared.tree.text(&[LESSONS, WORDS].join("/")).unwrap_or_default();
    list.lines().filter(|line| !line.starts_with('#')).for_each(|line| known.add(line));
    if let Some(draft) = draft {
        draft.head().into_iter().flat_map(|head| head.texts("guests")).for_each(|name| known.add(name.text));
        let named = draft.steps().into_iter().flat_map(|step| ["app", "conversation"].map(|key| step.table.text(key)));
        named.flatten().for_each(|name| known.add(name.text));
    }
    known
}

fn is_read(key: &str) -> bool {
    READ.contains(&key) || MORE.contains(&key) || ALSO.contains(&key)
}

/// What was found so far.
struct Look {
    known: Known,
    found: Vec<Finding>,
}

impl Look {
    /// A table of this list. In a chat, an option with `to` is a message that somebody sends.
    fn table(&mut self, table: Table<'_>, list: &str, chat: bool) {
        let sent = chat && table.text("to").is_some();
        for entry in table.entries() {
            for words in entry.texts().into_iter().filter(|_| is_read(entry.name)) {
                match entry.name {
                    "text" if MARKED.contains(&list) => self.marked(words),
                    "text" if sent => {}
                    _ => self.words(words),
                }
            }
            entry.value.tables().into_iter().for_each(|inner| self.table(inner, entry.name, chat));
        }
    }

    fn words(&mut self, words: Words<'_>) {
        words.lines().into_iter().for_each(|line| self.line(line.spot, line.text));
    }

    /// A text with marks: what the teller says in it, and words for who does not see a picture.
    fn marked(&mut self, words: Words<'_>) {
        for spoken in (Prose { words, key: "text", marked: true }).spoken() {
            let told = match spoken.line.form {
                Form::Plain => spoken.line.who.is_none(),
                Form::Status | Form::Picture(_) | Form::Covered => true,
                Form::Deleted => false,
            };
            if told {
                self.line(spoken.written.spot, &spoken.line.words());
            }
        }
    }

    fn line(&mut self, spot: Spot<'_>, text: &str) {
        for word in self.known.misspelt(text) {
            let fault = Finding::new(spot_of(spot, word), "spelling", format!("'{word}' staat niet in het woordenboek."));
            let mut fault = fault.allowed("Een naam, een verzonnen woord of met opzet zo? Zet het in lessons/words.txt.");
            fault.meant = if self.found.len() < SUGGESTED { meant(word) } else { None };
            self.found.push(fault);
        }
    }
}

/// Where a word stands as a word of its own, not inside a longer one.
fn spot_of<'a>(line: Spot<'a>, word: &str) -> Spot<'a> {
    let raw = line.raw();
    let alone = raw.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = raw[..*at].chars().next_back().is_some_and(char::is_alphanumeric);
        !before && !raw[at + word.len()..].starts_with(char::is_alphanumeric)
    });
    alone.map_or(line, |at| Spot { start: line.start + at, end: line.start + at + word.len(), ..line })
}
