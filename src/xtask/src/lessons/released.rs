//! The ids of the last release (`lessons/released.txt`): what pupils out there have progress about.
//!
//! The rule a reader could break: a line goes away only when its id is used again. What was retired keeps its line
//! (with `- ` before it), so that nobody gives an old id a new meaning.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use super::compile::of_tree;
use super::draft::Draft;
use super::files::{LESSONS, RELEASED};
use super::shared::Shared;
use super::sheet::Table;
use super::source::{Source, Spot};
use super::tree::Tree;

/// What stands above the list.
const HEAD: &str = "\
# The ids of the last release, written by `cargo xtask release-ids`: the progress of pupils hangs on them.
# By hand only this: put '- ' before an id that may go for good, and before none that is still in use.
";

/// The list.
#[derive(Debug)]
pub struct Released {
    source: Arc<Source>,
    /// The lines that are ids.
    pub lines: Vec<Line>,
    /// Where a line is no id.
    pub broken: Vec<(usize, usize)>,
}

/// One id of the last release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// `lesson`, `lesson/step`, `lesson/step/screen` or `lesson/step/screen/option`.
    pub path: String,
    /// For a step: its `rev` at the time.
    pub rev: i64,
    /// May go for good.
    pub retired: bool,
    /// First byte of the line.
    start: usize,
}

impl Released {
    /// Reads the list; `None` before the first release.
    pub fn of(tree: &Tree) -> Option<Self> {
        let path = [LESSONS, RELEASED].join("/");
        let source = Source::new(path.as_str(), tree.text(&path)?);
        let (mut lines, mut broken, mut start) = (Vec::new(), Vec::new(), 0);
        for text in source.text.split_inclusive('\n') {
            let said = text.trim();
            if !said.is_empty() && !said.starts_with('#') {
                match line(said, start) {
                    Some(line) => lines.push(line),
                    None => broken.push((start, start + text.trim_end().len())),
                }
            }
            start += text.len();
        }
        Some(Released { source, lines, broken })
    }

    /// Where this line stands.
    pub fn spot(&self, line: &Line) -> Spot<'_> {
        Spot::new(&self.source, line.start, line.start + self.source.line(line.start).len())
    }

    /// A place in the file.
    pub fn place(&self, (start, end): (usize, usize)) -> Spot<'_> {
        Spot::new(&self.source, start, end)
    }

    /// Whether this id, or what it stands in, may go for good.
    pub fn is_retired(&self, path: &str) -> bool {
        let holds = |line: &&Line| path.strip_prefix(line.path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.lines.iter().filter(|line| line.retired).any(|line| holds(&line))
    }

    /// The `rev` of a step at the time.
    pub fn rev(&self, lesson: &str, step: &str) -> Option<i64> {
        self.lines.iter().find(|line| line.path.split_once('/') == Some((lesson, step))).map(|line| line.rev)
    }
}

fn line(said: &str, start: usize) -> Option<Line> {
    let (path, retired) = said.strip_prefix("- ").map_or((said, false), |path| (path.trim_start(), true));
    let (path, rev) = path.split_once(" rev=").map_or(Some((path, 1)), |(path, rev)| Some((path, rev.parse().ok()?)))?;
    let parts = path.split('/').count();
    let sound = (1..=4).contains(&parts) && path.split('/').all(course::is_id);
    sound.then(|| Line { path: path.to_owned(), rev, retired, start })
}

/// The `rev` of a step as it is written.
pub fn rev(step: Table<'_>) -> i64 {
    step.number("rev").map_or(1, |(rev, _)| rev)
}

/// Writes the ids of all lessons as they are now; what was retired stays. Returns how many ids there are.
///
/// # Errors
/// In Dutch, when a lesson holds a fault (an id that vanished is one), or when the file cannot be written.
pub fn release(root: &Path) -> Result<usize> {
    let tree = Tree::read(root).context("De lessen zijn niet te lezen")?;
    let faults = of_tree(tree.clone()).findings.len();
    if faults > 0 {
        bail!("Er zijn nog fouten in de lessen ({faults}), en een id dat verdween is er een. Eerst: cargo xtask check");
    }
    let shared = Shared::read(tree, &mut Vec::new());
    let mut all = BTreeMap::new();
    for line in Released::of(&shared.tree).map(|released| released.lines).unwrap_or_default().into_iter().filter(|line| line.retired) {
        all.insert(line.path.clone(), format!("- {}", line.path));
    }
    for (_, folder) in shared.folders() {
        ids(&Draft::read(&shared.tree, folder.text, &mut Vec::new()), &mut all);
    }
    let mut text = HEAD.to_owned();
    for line in all.values() {
        // A String cannot fail to be written to.
        let _ = writeln!(text, "{line}");
    }
    std::fs::write(root.join(LESSONS).join(RELEASED), text).context("lessons/released.txt kan niet worden geschreven")?;
    Ok(all.len())
}

/// Adds the ids of a lesson, each with its line.
fn ids(draft: &Draft, all: &mut BTreeMap<String, String>) {
    let Some(head) = draft.head() else { return };
    let mut add = |path: String, line: String| all.insert(path, line);
    add(head.id().to_owned(), head.id().to_owned());
    for step in draft.steps() {
        let path = [head.id(), step.table.id()].join("/");
        let rev = rev(step.table);
        add(path.clone(), if rev > 1 { format!("{path} rev={rev}") } else { path.clone() });
        for screen in step.screens() {
            let path = [&path, screen.table.id()].join("/");
            add(path.clone(), path.clone());
            for option in screen.options().iter().map(|option| [&path, option.id()].join("/")) {
                add(option.clone(), option);
            }
        }
    }
}
