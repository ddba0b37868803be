//! Real apps, games, shops and people in what is read: lessons are set in a world of their own.
//!
//! The rule a reader could break: every string counts but those in [`UNSEEN`], so a new key is looked at without a line
//! here. Pages for grown-ups are read from their source, pictures for the words in them.

use super::super::deny::Names;
use super::super::draft::Draft;
use super::super::files::{File, PAGES};
use super::super::finding::Finding;
use super::super::shared::Shared;
use super::super::sheet::Table;
use super::super::source::{Source, Spot};

/// Keys whose strings nobody reads on a screen or page as words of ours: ids, and where a fact was read.
const UNSEEN: [&str; 26] = [
    "article",
    "certainty",
    "chat",
    "checked",
    "feeling",
    "flag",
    "folder",
    "goto",
    "helper",
    "icon",
    "id",
    "kind",
    "law",
    "note",
    "opening",
    "part",
    "phone",
    "picture",
    "sign",
    "size",
    "source",
    "status",
    "terms",
    "tint",
    "when",
    "who",
];

/// Real names in the files of a lesson.
pub(super) fn in_lesson(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let names = Names::of(shared);
    let mut found = Vec::new();
    for table in File::IN_LESSON.into_iter().filter_map(|file| draft.sheet(file)?.table()) {
        in_table(table, &names, &mut found);
    }
    let pages = PAGES.iter().map(|page| draft.path(page));
    for path in pages.chain(draft.files.iter().filter(|path| path.ends_with(".svg")).cloned()) {
        let Some(text) = shared.tree.text(&path).filter(|text| path.ends_with(".md") || text.contains("<text")) else { continue };
        let source = Source::new(path, text);
        let seen = if source.path.ends_with(".md") { page(&source.text) } else { drawing(&source.text) };
        for (at, part) in seen {
            found.extend(faults(Spot::new(&source, at, at + part.len()), part, &names));
        }
    }
    found
}

/// Real names in what lessons share.
pub(super) fn in_shared(shared: &Shared) -> Vec<Finding> {
    let names = Names::of(shared);
    let mut found = Vec::new();
    let sheets = File::SHARED.into_iter().filter(|file| *file != File::Deny).filter_map(|file| shared.sheet(file)?.table());
    sheets.for_each(|table| in_table(table, &names, &mut found));
    found
}

fn in_table(table: Table<'_>, names: &Names, found: &mut Vec<Finding>) {
    for entry in table.entries().filter(|entry| !UNSEEN.contains(&entry.name)) {
        let lines = entry.texts().into_iter().flat_map(|words| words.lines());
        found.extend(lines.flat_map(|line| faults(line.spot, line.text, names)));
        entry.value.tables().into_iter().for_each(|inner| in_table(inner, names, found));
    }
}

/// Faults in a text that stands at this place.
fn faults(spot: Spot<'_>, text: &str, names: &Names) -> Vec<Finding> {
    let mut from = 0;
    let mut found = Vec::new();
    for hit in names.find(text) {
        let name = &text[hit.range];
        let here = spot.find(name, from);
        from = here.map_or(from, |here| here.end - spot.start);
        found.push(Finding::new(here.unwrap_or(spot), "echte-naam", format!("'{name}' is een echte naam.")).allowed(hit.why));
    }
    found
}

/// The lines of a page with their places; comments are for authors.
pub(super) fn page(text: &str) -> Vec<(usize, &str)> {
    let mut seen = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive("-->") {
        let shown = part.split("<!--").next().unwrap_or(part);
        let mut line_at = at;
        for line in shown.split_inclusive('\n') {
            seen.push((line_at, line.trim_end()));
            line_at += line.len();
        }
        at += part.len();
    }
    seen
}

/// What stands between tags, with its place.
fn drawing(svg: &str) -> Vec<(usize, &str)> {
    let texts = svg.match_indices("<text").filter_map(|(open, _)| {
        let end = open + svg[open..].find("</text")?;
        Some((open, &svg[open..end]))
    });
    let mut seen = Vec::new();
    for (open, text) in texts {
        let parts = text.match_indices('>').map(|(close, _)| (open + close + 1, &text[close + 1..]));
        seen.extend(parts.map(|(at, rest)| (at, rest.split('<').next().unwrap_or(rest))));
    }
    seen
}
