//! The reading level: what a child of ten takes in at one go.

use std::collections::BTreeSet;

use course::text::Line;

use super::super::draft::{Draft, Screen};
use super::super::files::File;
use super::super::finding::Finding;
use super::super::prose::{READ, lines, prose};
use super::super::sentences::{sentences, words};
use super::super::shared::Shared;
use super::super::sheet::Sheet;

/// Words on one screen: text and question, without the options.
const SCREEN: usize = 60;
/// Words in one sentence.
const SENTENCE: usize = 16;
/// Words in a sentence of a step, on average.
const AVERAGE: usize = 10;
/// Words in the rule of a lesson.
const RULE: usize = 10;

/// A sentence that a child loses half-way.
pub(super) fn sentence(sheet: &Sheet) -> Vec<Finding> {
    let mut found = Vec::new();
    for spoken in sheet.table().into_iter().flat_map(prose).flat_map(|prose| prose.spoken()) {
        let line = spoken.line.words();
        for sentence in sentences(&line).into_iter().filter(|sentence| words(sentence) > SENTENCE) {
            let spot = spoken.written.part(sentence);
            let fault = Finding::new(spot, "zin-te-lang", format!("Deze zin heeft {} woorden.", words(sentence)));
            found.push(fault.allowed(format!("Hoogstens {SENTENCE}. Knip de zin in tweeën.")));
        }
    }
    found
}

/// A screen that a child scrolls past.
pub(super) fn screen(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let long = draft.screens().into_iter().map(|screen| (screen, on_screen(&screen, shared))).filter(|(_, count)| *count > SCREEN);
    long.map(|(screen, count)| {
        let spot = screen.table.text("text").map_or_else(|| screen.table.named(), |text| text.key);
        let fault = Finding::new(spot, "scherm-te-lang", format!("Op dit scherm staan {count} woorden."));
        fault.allowed(format!("Hoogstens {SCREEN}, zonder de keuzes. Maak er twee schermen van."))
    })
    .collect()
}

/// Words that stand on a screen together: its text, the question of a chat, and its law lines.
fn on_screen(screen: &Screen<'_>, shared: &Shared) -> usize {
    let lines: Vec<Line> = lines(screen.table).into_iter().map(|spoken| spoken.line).collect();
    let ask = screen.step.filter(|_| !screen.options().is_empty()).and_then(|step| step.table.text("ask"));
    let laws = screen.table.texts("law").into_iter().filter_map(|law| shared.find(File::Laws, law.text)?.text("statement"));
    most_shown(&lines) + ask.map_or(0, |ask| words(ask.text)) + laws.map(|law| words(law.text)).sum::<usize>()
}

/// Words of the longest version: lines on a flag exclude each other.
fn most_shown(lines: &[Line]) -> usize {
    let count = |line: &Line| words(&line.words());
    let always: usize = lines.iter().filter(|line| line.when.is_none()).map(count).sum();
    let whens = || lines.iter().filter_map(|line| line.when.as_ref().map(|when| (line, when)));
    let flags: BTreeSet<&str> = whens().map(|(_, when)| when.flag.as_str()).collect();
    let most = |flag: &str| {
        let of_flag = || whens().filter(move |(_, when)| when.flag == flag);
        let values: BTreeSet<Option<&str>> =
            of_flag().flat_map(|(_, when)| when.values.iter().map(|value| Some(value.as_str()))).chain([None]).collect();
        let shown = |value: Option<&str>| {
            let holds =
                of_flag().filter(|(_, when)| value.map_or(when.values.is_empty(), |value| when.values.iter().any(|other| other == value)));
            holds.map(|(line, _)| count(line)).sum::<usize>()
        };
        values.into_iter().map(shown).max().unwrap_or_default()
    };
    always + flags.into_iter().map(most).sum::<usize>()
}

/// A step whose sentences are long throughout.
pub(super) fn average(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let mut found = Vec::new();
    for step in draft.steps() {
        let read = prose(step.table).into_iter().filter(|prose| READ.contains(&prose.key));
        let lines: Vec<String> = read.flat_map(|prose| prose.spoken()).map(|spoken| spoken.line.words()).collect();
        let counts: Vec<usize> = lines.iter().flat_map(|line| sentences(line)).map(words).collect();
        if counts.iter().sum::<usize>() > AVERAGE * counts.len() {
            let mean = counts.iter().sum::<usize>() as f64 / counts.len() as f64;
            let fault = Finding::new(
                step.table.named(),
                "stap-te-zwaar",
                format!("Een zin in deze stap heeft gemiddeld {} woorden.", format!("{mean:.1}").replace('.', ",")),
            );
            found.push(fault.allowed(format!("Hoogstens {AVERAGE}. Maak zinnen korter; zeg één ding per zin.")));
        }
    }
    found
}

/// The rule of a lesson is said out loud in class.
pub(super) fn rule(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let rule = draft.head().and_then(|head| head.text("rule")).filter(|rule| words(rule.text) > RULE);
    let fault = rule.map(|rule| Finding::new(rule.spot, "regel-te-lang", format!("De regel heeft {} woorden.", words(rule.text))));
    fault.map(|fault| fault.allowed(format!("Hoogstens {RULE}: een kind moet hem uit het hoofd zeggen."))).into_iter().collect()
}
