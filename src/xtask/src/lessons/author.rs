//! A page for authors: all feedback of a step at once, with what a pupil never sees.
//!
//! The rule a reader could break: it is made of the files as they are, broken or not, and only `serve --watch` serves it.
//! What it does not know by name it shows as key and value, so a new kind needs no line here.

use std::fmt::Write as _;

use super::compile::of_tree;
use super::draft::{Draft, Screen, Step};
use super::finding::Finding;
use super::grown_ups::html::escape;
use super::prose::{READ, prose};
use super::sentences::words;
use super::shared::Shared;
use super::sheet::{Entry, Table};
use super::tree::Tree;

/// How the page looks; its own, for it is not part of the product.
const STYLE: &str = include_str!("author.css");

/// Keys that the head of a screen or option shows already, and lists that have a place of their own.
const SHOWN: [&str; 12] = ["id", "title", "kind", "screen", "option", "text", "why", "worth", "goto", "flag", "opening", "note"];

/// The page of a step, of all steps of a lesson, or of all lessons; `None` when there is no such lesson.
///
/// `base` leads to the top of the site. A step that cannot be read shows as its lesson.
pub fn page(tree: Tree, lesson: Option<&str>, step: Option<&str>, base: &str) -> Option<String> {
    let shared = Shared::read(tree.clone(), &mut Vec::new());
    let stops = shared.folders().into_iter().filter(|(stop, _)| lesson.is_none_or(|lesson| stop.id() == lesson));
    let read = |folder: &str| Draft::read(&shared.tree, folder, &mut Vec::new());
    let drafts: Vec<(&str, Draft)> = stops.map(|(stop, folder)| (stop.id(), read(folder.text))).collect();
    let body = match (lesson, drafts.as_slice()) {
        (None, all) => all.iter().map(|(id, draft)| steps(id, draft, base)).collect(),
        (Some(_), [(id, draft)]) => {
            let folder = draft.path("");
            let found: Vec<Finding> = of_tree(tree).findings.into_iter().filter(|finding| finding.file().starts_with(&folder)).collect();
            let at = draft.steps().iter().position(|one| Some(one.table.id()) == step);
            match at {
                Some(at) => whole_step(id, draft, at, &shared, &found, base),
                None => [faults(&found), steps(id, draft, base)].concat(),
            }
        }
        _ => return None,
    };
    Some(format!(
        "<!doctype html><html lang=\"nl\" data-author=\"{base}\"><meta charset=\"utf-8\"><title>Auteur</title><style>{STYLE}</style>\
         <main>{body}</main><script src=\"{base}reload.js\" defer></script></html>"
    ))
}

/// A step with the way to its neighbours.
fn whole_step(lesson: &str, draft: &Draft, at: usize, shared: &Shared, found: &[Finding], base: &str) -> String {
    let all = draft.steps();
    let starts = all[at].table.spot().start;
    let ends = all.get(at + 1).map_or(usize::MAX, |next| next.table.spot().start);
    let file = draft.path("lesson.toml");
    let here: Vec<Finding> = found.iter().filter(|one| one.file() == file && (starts..ends).contains(&one.start)).cloned().collect();
    let link = |at: Option<usize>, words: &str| {
        let id = at.and_then(|at| all.get(at)).map(|step| step.table.id());
        id.map(|id| format!("<a href=\"{base}auteur/{lesson}/{}\">{words}</a> ", escape(id))).unwrap_or_default()
    };
    let (before, after) = (link(at.checked_sub(1), "vorige stap"), link(Some(at + 1), "volgende stap"));
    let play = format!("<a href=\"{base}#/les/{lesson}/{}\">speel deze stap</a>", escape(all[at].table.id()));
    format!("<nav>{before}{after}<a href=\"{base}auteur/{lesson}\">alle stappen</a> {play}</nav>{}", of_step(all[at], shared, &here))
}

fn faults(found: &[Finding]) -> String {
    let mut out = String::new();
    for finding in found {
        let (line, help) = (finding.line(), finding.help().unwrap_or_default());
        let (message, file) = (escape(&finding.message), escape(finding.file()));
        // A String cannot fail to be written to.
        let _ = write!(out, "<p class=\"fault\">{message} <small>{} [{}] {file}:{line}</small></p>", escape(&help), finding.code);
    }
    out
}

/// The list of steps of a lesson.
fn steps(id: &str, draft: &Draft, base: &str) -> String {
    let row = |step: &Step<'_>| {
        let (step_id, title) = (escape(step.table.id()), text(step.table, "title"));
        let (asked, screens) = (step.screens().iter().filter(|screen| !screen.options().is_empty()).count(), step.screens().len());
        format!(
            "<li><a href=\"{base}auteur/{id}/{step_id}\">{title}</a> <small>{} · {screens} schermen, {asked} met keuzes</small></li>",
            step.kind
        )
    };
    let title = draft.head().map(|head| text(head, "title")).unwrap_or_default();
    format!("<h1>{title}</h1><ol>{}</ol>", draft.steps().iter().map(row).collect::<String>())
}

fn text(table: Table<'_>, key: &str) -> String {
    table.text(key).map(|words| escape(words.text)).unwrap_or_default()
}

fn of_step(step: Step<'_>, shared: &Shared, found: &[Finding]) -> String {
    let read = prose(step.table).into_iter().filter(|prose| READ.contains(&prose.key));
    let count: usize = read.map(|prose| words(prose.words.text)).sum();
    let mut out = format!("<h1>{}</h1><p><small>{} · {count} woorden</small></p>", text(step.table, "title"), step.kind);
    out.push_str(&faults(found));
    out.push_str(&others(step.table));
    step.screens().into_iter().for_each(|screen| out.push_str(&of_screen(&screen, shared)));
    out
}

fn of_screen(screen: &Screen<'_>, shared: &Shared) -> String {
    let table = screen.table;
    let said = table.text("text").map_or("", |said| said.text);
    let id = escape(table.id());
    let lines: String = said.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("<p>{}</p>", escape(line))).collect();
    let why = table.text("why").map(|why| format!("<p class=\"why\">{}</p>", escape(why.text))).unwrap_or_default();
    let options: String = screen.options().into_iter().map(|option| of_option(option, screen, shared)).collect();
    let head = "<tr><th>Keuze<th>Label<th>Uitleg<th>Daarna<th>Woorden</tr>";
    let options = if options.is_empty() { options } else { format!("<table>{head}{options}</table>") };
    format!(
        "<section id=\"{id}\"><h2>{} <small>{id} · {} woorden</small></h2>{lines}{why}{options}{}</section>",
        text(table, "title"),
        words(said),
        others(table)
    )
}

fn of_option(option: Table<'_>, screen: &Screen<'_>, shared: &Shared) -> String {
    // The options of sort and judge are groups and labels, which the step names.
    let named = screen.step.into_iter().flat_map(|step| ["group", "label"].map(|list| step.table.tables(list)).concat());
    let named = named.into_iter().find(|named| named.id() == option.id()).map(|named| text(named, "title"));
    let said = option.text("text").map(|said| escape(said.text)).or(named).unwrap_or_default();
    let worth = option.text("worth").map_or("open", |worth| worth.text);
    let opening = option.text("opening").and_then(|key| shared.openings()?.get(key.text).map(|words| escape(words)));
    let goto = option.text("goto").map(|goto| format!("<a href=\"#{0}\">{0}</a>", escape(goto.text)));
    let flag = option.text("flag").map(|flag| format!("<br><small>onthoudt {}</small>", escape(flag.text))).unwrap_or_default();
    let count = |key: &str| option.text(key).map_or(0, |said| words(said.text));
    format!(
        "<tr class=\"{}\"><td>{said}<br><small>{}</small>{}<td>{}<td>{}{}<td>{}{flag}<td>{} + {}</tr>",
        escape(worth),
        escape(option.id()),
        others(option),
        escape(shared.phrase(&format!("label-{worth}"))),
        opening.map(|opening| format!("<b>{opening}</b> ")).unwrap_or_default(),
        text(option, "why"),
        goto.unwrap_or_else(|| "verder".to_owned()),
        count("text"),
        count("why"),
    )
}

/// What else a table says, notes for authors last.
fn others(table: Table<'_>) -> String {
    let plain = |entry: &Entry<'_>| !SHOWN.contains(&entry.name);
    let more = table.entries().filter(plain).map(|entry| format!("<dt>{}<dd>{}", escape(entry.name), escape(&value(&entry.value.bare()))));
    let note = table.text("note").map(|note| format!("<dt>note<dd><em>{}</em>", escape(note.text)));
    let all: String = more.chain(note).collect();
    if all.is_empty() { all } else { format!("<dl>{all}</dl>") }
}

/// A value in words: lists with commas, tables as `key: value`.
fn value(of: &toml::Value) -> String {
    match of {
        toml::Value::String(text) => text.trim().to_owned(),
        toml::Value::Array(list) => list.iter().map(value).collect::<Vec<_>>().join(" / "),
        toml::Value::Table(table) => table.iter().map(|(key, inner)| format!("{key}: {}", value(inner))).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
