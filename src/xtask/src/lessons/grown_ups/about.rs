//! "Over": what we promise, licences, version, accessibility with its known gaps; and the list of all hard words.
//!
//! Rule: only what was tested is claimed, and what does not work yet is named.

use course::catalogue::{Helper, Term};

use super::super::day::day;
use super::super::files::File;
use super::super::shared::Shared;
use super::super::sheet::read_all;
use super::html::escape;

pub(super) fn page(shared: &Shared) -> String {
    let text = |key: &str| format!("<p>{}</p>", escape(shared.phrase(key)));
    let section =
        |title: &str, inside: &str| format!("<section class=\"card\"><h2>{}</h2>{inside}</section>\n", escape(shared.phrase(title)));
    let promises: String = (1..=8).map(|n| format!("<li>{}</li>", escape(shared.phrase(&format!("promise-{n}"))))).collect();
    let promises = ["<ul>", &promises, "</ul>", &["promise-small", "promise-shared", "promise-fragile"].map(text).concat()].concat();
    let fill = |key: &str, place: &str, words: &str| format!("<p>{}</p>", escape(&shared.phrase(key).replace(place, words)));
    // Each says where its own text can be read: fonts and icons may be passed on only together with it.
    let fonts =
        fill("licence-fonts", "{list}", "Atkinson Hyperlegible Next, Fredoka, OpenDyslexic in een eigen uitsnede (OFL 1.1). Lucide (ISC).");
    let licences = ["atkinson-hyperlegible-next", "fredoka", "onderaan-dikker"]
        .map(|name| format!("<li><a href=\"licences/LICENSE-{name}.txt\">{name}</a></li>"));
    let licences = [text("licence-code"), fonts, format!("<ul class=\"noprint\">{}</ul>", licences.concat())].concat();
    let access = [text("access-text"), text("access-known")].concat();
    let helpers: Vec<Helper> = read_all(&shared.tables(File::Helpers));
    let checked = helpers.iter().map(|helper| helper.checked.as_str()).min().map(day).unwrap_or_default();
    let version = [fill("about-checked", "{date}", &checked), fill("about-version", "{version}", "{{build}}")].concat();
    let words = format!("<p><a href=\"woorden.html\">{}</a></p>", escape(shared.phrase("terms-title")));
    format!(
        "<div class=\"wrap stack pad\"><h1>{}</h1>{}{}</div><div class=\"blocks\">{}{}{}{}</div>",
        escape(shared.phrase("about-title")),
        text("about-intro"),
        words,
        section("promise-title", &promises),
        section("access-title", &access),
        section("licence-title", &licences),
        section("about-version-title", &version),
    )
    .replace(&escape("{{build}}"), "{{build}}")
}

pub(super) fn words(shared: &Shared) -> String {
    let mut terms: Vec<Term> = read_all(&shared.tables(File::Glossary));
    terms.sort_by_key(|term| term.word.to_lowercase());
    let term = |term: &Term| format!("<div id=\"{}\"><dt>{}</dt><dd>{}</dd></div>", term.id, escape(&term.word), escape(&term.meaning));
    let list: String = terms.iter().map(term).collect();
    format!("<div class=\"wrap stack pad\"><h1>{}</h1><dl class=\"words-list\">{list}</dl></div>", escape(shared.phrase("terms-title")))
}
