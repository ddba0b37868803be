//! Lengths of options that give the answer away: whoever writes the good answer explains it, and so it grows.
//!
//! The rule a reader could break: only a question with one strong option counts, and only where options are texts of
//! their own (the groups of `sort` and the labels of `judge` are the same on every screen).
//!
//! The figures were set on lesson 5 and drafts of 1, 3 and 8 (206 such questions with their review and exam): the strong
//! option was the longest in 31 and at most 1.7 times the others, but for two (1.76 and 2.36). No step came to four of
//! five; the nearest was a chat of lesson 5, where it was the shortest in 7 of 9.

use super::super::draft::{Draft, Screen};
use super::super::files::File;
use super::super::finding::Finding;
use super::super::shared::Shared;
use super::super::sheet::{Table, Words};

/// From this many questions on, a row of them is a pattern. With three options each, four of four by chance: 1 in 81.
const PATTERN: usize = 4;
/// Nearly all: four of five.
const NEARLY: (usize, usize) = (4, 5);
/// On one screen: more than 18 tenths of every other option...
const TENTHS: usize = 18;
/// ...and so many letters more: "haha" beside a short sentence is how children write, and no hint.
const LETTERS: usize = 15;

/// The only strong option of a question, and the lengths beside it.
struct Asked<'a> {
    strong: Words<'a>,
    length: usize,
    shortest_other: usize,
    longest_other: usize,
}

impl<'a> Asked<'a> {
    fn of(screen: &Screen<'a>) -> Option<Self> {
        let options = screen.options();
        let is_strong = |option: &Table<'_>| option.text("worth").is_some_and(|worth| worth.text == "strong");
        let mut strong = options.iter().filter(|option| is_strong(option)).filter_map(|option| option.text("text"));
        let (only, None) = (strong.next()?, strong.next()) else { return None };
        let others = || options.iter().filter(|option| !is_strong(option)).filter_map(|option| option.text("text")).map(length);
        Some(Asked { strong: only, length: length(only), shortest_other: others().min()?, longest_other: others().max()? })
    }
}

fn length(words: Words<'_>) -> usize {
    words.text.trim().chars().count()
}

/// The strong option of one screen stands out.
pub(super) fn on_screen(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let asked = draft.screens().into_iter().filter_map(|screen| Asked::of(&screen));
    let stands_out = |asked: &Asked<'_>| asked.length * 10 > asked.longest_other * TENTHS && asked.length >= asked.longest_other + LETTERS;
    asked
        .filter(stands_out)
        .map(|asked| {
            let told = format!("Het beste antwoord heeft {} letters, elk ander hoogstens {}.", asked.length, asked.longest_other);
            let fault = Finding::new(asked.strong.spot, "antwoord-aan-lengte", told);
            fault.allowed("Een kind kiest dan op lengte. Maak het korter, of geef de omweg ook een reden: hoogstens 1,8 keer zo lang.")
        })
        .collect()
}

/// The strong option is the longest, or the shortest, all along a step or an exam.
pub(super) fn in_a_row(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let steps = draft.steps().into_iter().map(|step| (step.table, step.screens()));
    let questions: Vec<Screen<'_>> = draft.tables(File::Exam).into_iter().flat_map(|item| item.tables("question")).map(alone).collect();
    let exam = draft.sheet(File::Exam).and_then(|sheet| sheet.table()).map(|table| (table, questions));
    steps.chain(exam).flat_map(|(table, screens)| pattern(table, &screens)).collect()
}

fn alone(table: Table<'_>) -> Screen<'_> {
    Screen { table, step: None }
}

fn pattern(table: Table<'_>, screens: &[Screen<'_>]) -> Option<Finding> {
    let asked: Vec<Asked<'_>> = screens.iter().filter_map(Asked::of).collect();
    let longest = asked.iter().filter(|asked| asked.length > asked.longest_other).count();
    let shortest = asked.iter().filter(|asked| asked.length < asked.shortest_other).count();
    let (count, which) = if longest >= shortest { (longest, "langste") } else { (shortest, "kortste") };
    if asked.len() < PATTERN || count * NEARLY.1 < asked.len() * NEARLY.0 {
        return None;
    }
    let told = format!("Bij {count} van de {} vragen hier is het beste antwoord het {which}.", asked.len());
    let fault = Finding::new(table.named(), "antwoord-aan-lengte", told);
    Some(fault.allowed("Een kind kiest dan op lengte, zonder te lezen. Maak op de helft van de schermen een ander antwoord het langst."))
}
