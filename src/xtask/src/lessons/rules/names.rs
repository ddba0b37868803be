//! Names of things that stand elsewhere: hard words, law lines, helpers, feelings, signs, icons, openings.
//!
//! To extend: a new sort of name is one function that calls [`unknown`] and one row in `rules/mod.rs`. When the list
//! of names cannot be read, nothing is said.

use super::super::draft::Draft;
use super::super::files::File;
use super::super::finding::{Finding, listed};
use super::super::shared::Shared;
use super::super::sheet::Words;

/// Names that are not in the list.
fn unknown<'a>(used: impl IntoIterator<Item = Words<'a>>, names: Option<Vec<&str>>, code: &'static str, what: &str) -> Vec<Finding> {
    let Some(names) = names else { return Vec::new() };
    let strange = used.into_iter().filter(|used| !names.contains(&used.text));
    strange
        .map(|used| {
            let fault = Finding::new(used.spot, code, format!("{what} '{}' is er niet.", used.text));
            fault.allowed(format!("Er zijn: {}.", listed(names.iter().copied()))).meant(used.text, names.iter().copied())
        })
        .collect()
}

pub(super) fn terms(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let used = draft.head().map(|head| head.texts("terms")).unwrap_or_default();
    unknown(used, shared.names(File::Glossary, "id"), "onbekend-woord", "Het woord")
}

pub(super) fn laws(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    unknown(on_screens(draft, "law"), shared.names(File::Laws, "id"), "onbekende-wetsregel", "De wetsregel")
}

pub(super) fn helpers(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    unknown(on_screens(draft, "helper"), shared.names(File::Helpers, "id"), "onbekende-helper", "De helper")
}

/// What screens name with this key.
pub(super) fn on_screens<'a>(draft: &'a Draft, key: &str) -> Vec<Words<'a>> {
    draft.screens().into_iter().flat_map(|screen| screen.table.texts(key)).collect()
}

pub(super) fn feelings(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let used = draft.screens().into_iter().flat_map(|screen| screen.table.tables("feel")).filter_map(|feel| feel.text("feeling"));
    unknown(used, shared.feelings(), "onbekend-gevoel", "Het gevoel")
}

pub(super) fn signs(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let lists = draft.steps().into_iter().flat_map(|step| step.table.entries()).flat_map(|entry| entry.value.tables());
    let used: Vec<Words<'_>> = lists.filter_map(|name| name.text("sign")).collect();
    let drawn = |file: &str| shared.art(file).unwrap_or_default().into_iter().map(|name| [file, "-", name].concat()).collect::<Vec<_>>();
    let names = [drawn("signs"), drawn("icons")].concat();
    let names = (!names.is_empty()).then(|| names.iter().map(String::as_str).collect());
    unknown(used, names, "onbekend-teken", "Het teken")
}

pub(super) fn icons(shared: &Shared) -> Vec<Finding> {
    let used = shared.tables(File::Helpers).into_iter().filter_map(|helper| helper.text("icon"));
    unknown(used, shared.art("icons"), "onbekend-teken", "Het pictogram")
}

/// The colours behind a face that the style knows.
const TINTS: [&str; 5] = ["sun", "mint", "pink", "lila", "sand"];

pub(super) fn tints(shared: &Shared) -> Vec<Finding> {
    let used = shared.tables(File::Cast).into_iter().filter_map(|person| person.text("tint"));
    unknown(used, Some(TINTS.to_vec()), "onbekende-tint", "De kleur")
}

/// Options in the order of the files.
fn openings(draft: &Draft) -> Vec<Words<'_>> {
    draft.screens().iter().flat_map(|screen| screen.options()).filter_map(|option| option.text("opening")).collect()
}

pub(super) fn unknown_opening(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let names = shared.openings().map(|openings| openings.into_keys().collect());
    unknown(openings(draft), names, "onbekende-opening", "De opening")
}

/// The same opening a second time sounds like a machine.
pub(super) fn double_opening(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let used = openings(draft);
    let again = used.iter().enumerate().filter(|(n, words)| used[..*n].iter().any(|before| before.text == words.text));
    again
        .map(|(_, words)| {
            let fault = Finding::new(words.spot, "opening-dubbel", format!("De opening '{}' staat al in deze les.", words.text));
            fault.allowed("Kies een andere, of laat opening weg als de uitleg sterk genoeg is.")
        })
        .collect()
}
