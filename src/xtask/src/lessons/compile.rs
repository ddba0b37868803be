//! From lesson files to what the app reads: postcard, one file for each purpose; and pages for grown-ups.
//!
//! The rule a reader could break: only a lesson without any finding is compiled, and what a pupil does not need while
//! playing goes into files of its own. A lesson that is broken drops out alone: its stop shows as still to come.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use course::Id;
use course::catalogue::{Catalogue, Certainty, Helper, Law, Person, Stop, Term};
use course::lesson::{ExamItem, Head, Lesson, Review, Step};
use course::packed::pack;
use course::text::parse_when;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::albums::Albums;
use super::day::day;
use super::draft::Draft;
use super::files::File;
use super::finding::Finding;
use super::gloss;
use super::grown_ups;
use super::output::Output;
use super::rules;
use super::schema::STEP_KEYS;
use super::shared::Shared;
use super::sheet::read_all;
use super::source::{Source, Spot};
use super::tree::Tree;

/// What came of the lessons.
#[derive(Clone, Debug, Default)]
pub struct Compiled {
    /// Files of what lessons share and of each sound lesson.
    pub outputs: Vec<Output>,
    /// Per sound lesson, which of its pictures travel together.
    pub albums: Vec<(Id, Vec<Vec<String>>)>,
    /// Faults in all the rest.
    pub findings: Vec<Finding>,
    /// How many lessons were looked at.
    pub lessons: usize,
}

/// Compiles the lessons below `root`; sound lessons are compiled whatever is wrong with others.
pub fn compile_all(root: &Path) -> Compiled {
    match Tree::read(root) {
        Ok(tree) => of_tree(tree),
        Err(error) => {
            let source = Source::new(super::files::LESSONS, "");
            let fault = Finding::new(Spot::top(&source), "bestand-ontbreekt", format!("De lessen zijn niet te lezen: {error}."));
            Compiled { findings: vec![fault], ..Compiled::default() }
        }
    }
}

/// Checks and compiles what is in a tree.
pub fn of_tree(tree: Tree) -> Compiled {
    let mut findings = Vec::new();
    let shared = Shared::read(tree, &mut findings);
    findings.extend(rules::of_shared(&shared));
    let (mut outputs, mut albums) = (Vec::new(), Vec::new());
    let mut stops: Vec<Stop> = read_all(&shared.tables(File::Course));
    let (mut lessons, mut sound) = (0, Vec::new());
    for (stop, folder) in shared.folders() {
        let mut own = Vec::new();
        let draft = Draft::read(&shared.tree, folder.text, &mut own);
        if draft.files.is_empty() {
            continue;
        }
        lessons += 1;
        own.extend(rules::of_lesson(&draft, &shared));
        let lesson = if own.is_empty() { lesson(&draft, &shared) } else { None };
        let listed = stops.iter_mut().find(|other| other.id == stop.id());
        match (lesson, listed) {
            (Some(mut lesson), Some(listed)) => {
                let laid = Albums::of(&draft);
                lesson.steps.iter_mut().zip(laid.of_step).for_each(|(step, album)| step.album = album);
                albums.push((lesson.head.id.clone(), laid.albums));
                listed.steps = lesson.steps.iter().map(|step| step.id.clone()).collect();
                listed.minutes = lesson.head.minutes;
                outputs.extend(of_lesson(&draft, &lesson));
                outputs.extend(grown_ups::of_lesson(&draft, &shared, &lesson));
                sound.push(lesson);
            }
            (None, Some(listed)) => listed.folder = None,
            (_, None) => {}
        }
        findings.extend(own);
    }
    outputs.extend(grown_ups::overview(&shared, &sound));
    outputs.extend(grown_ups::about(&shared));
    outputs.extend(packed("course.bin".into(), &catalogue(stops, &shared)));
    findings.sort_by(|a, b| (a.file(), a.start, a.code).cmp(&(b.file(), b.start, b.code)));
    findings.dedup();
    Compiled { outputs, albums, findings, lessons }
}

/// What no pupil may see is left out here too, whatever the rules let through.
fn catalogue(stops: Vec<Stop>, shared: &Shared) -> Catalogue {
    let mut helpers: Vec<Helper> = read_all(&shared.tables(File::Helpers));
    helpers.retain(|helper| helper.certainty == Certainty::Verified);
    let cast: Vec<Person> = read_all(&shared.tables(File::Cast));
    let checked = helpers.iter().filter(|helper| helper.page).map(|helper| helper.checked.as_str()).min().map(day).unwrap_or_default();
    Catalogue { stops, cast, helpers, checked }
}

/// The lesson for pupils; `None` when something it names is not there.
fn lesson(draft: &Draft, shared: &Shared) -> Option<Lesson> {
    let mut head = draft.head()?.bare();
    head.as_table_mut()?.remove(File::Lesson.list());
    let head: Head = head.try_into().ok()?;
    let openings = shared.openings().unwrap_or_default();
    let all: Vec<Term> = read_all(&shared.tables(File::Glossary));
    let terms: Vec<Term> = head.terms.iter().filter_map(|id| all.iter().find(|term| term.id == *id).cloned()).collect();
    let steps: Vec<Step> = draft.steps().into_iter().map(|one| step(one, &openings, &terms)).collect::<Option<_>>()?;
    let named: BTreeSet<&str> = draft.screens().iter().flat_map(|screen| screen.table.texts("law")).map(|law| law.text).collect();
    let mut laws: Vec<Law> = read_all(&shared.tables(File::Laws));
    laws.retain(|law| named.contains(law.id.as_str()) && law.certainty == Certainty::Verified);
    (laws.len() == named.len() && terms.len() == head.terms.len()).then_some(Lesson { head, steps, laws, terms, coming: Vec::new() })
}

fn step(step: super::draft::Step<'_>, openings: &BTreeMap<&str, &str>, terms: &[Term]) -> Option<Step> {
    let mut content = step.table.bare();
    open(&mut content, openings);
    gloss::mark(&mut content, terms);
    content.as_table_mut()?.retain(|key, _| !STEP_KEYS.contains(&key));
    let mut activity = course::activity::Activity::read(step.kind, content)?.ok()?;
    activity.for_pupil();
    let rev = step.table.number("rev").map_or(Some(1), |(rev, _)| u16::try_from(rev).ok())?;
    let title = step.table.text("title")?.text.to_owned();
    let when = step.table.text("when").and_then(|when| parse_when(when.text));
    Some(Step { id: step.table.id().to_owned(), title, rev, album: 0, when, activity })
}

/// Puts the words of an opening in the place of its key, so that the app need not carry all openings.
fn open(content: &mut toml::Value, openings: &BTreeMap<&str, &str>) {
    match content {
        toml::Value::Array(all) => all.iter_mut().for_each(|one| open(one, openings)),
        toml::Value::Table(table) => {
            if let Some(toml::Value::String(key)) = table.get_mut("opening")
                && let Some(words) = openings.get(key.as_str())
            {
                *key = (*words).to_owned();
            }
            table.iter_mut().for_each(|(_, one)| open(one, openings));
        }
        _ => {}
    }
}

fn of_lesson(draft: &Draft, lesson: &Lesson) -> Vec<Output> {
    let review: Vec<Review> = read_all(&draft.tables(File::Review));
    let exam: Vec<ExamItem> = read_all(&draft.tables(File::Exam));
    let (first, rest) = lesson.clone().part();
    let name = |part: &str| ["les/", &first.head.id, part].concat();
    let parts = [
        packed(name(".bin"), &first),
        packed(name(".rest.bin"), &rest),
        packed(name(".review.bin"), &review),
        packed(name(".exam.bin"), &exam),
    ];
    parts.into_iter().flatten().collect()
}

/// Packing cannot fail for these types, whose texts come from TOML.
fn packed<T: Serialize + DeserializeOwned + PartialEq>(name: String, value: &T) -> Option<Output> {
    pack(value).ok().map(|bytes| Output { name, bytes })
}
