//! Files that are missing, and files that nobody asked for.

use std::collections::BTreeSet;

use super::super::draft::Draft;
use super::super::files::{File, LESSONS, PAGES, RELEASED, WORDS};
use super::super::finding::{Finding, listed};
use super::super::shared::Shared;
use super::super::source::{Source, Spot};
use super::super::tree::Tree;

/// The folders of lessons.
pub(super) fn folders(tree: &Tree) -> Vec<String> {
    let below = tree.under(LESSONS).filter_map(|path| path.strip_prefix(LESSONS)?.strip_prefix('/')?.split_once('/'));
    below.map(|(folder, _)| folder.to_owned()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// A file that every lesson has.
pub(super) fn missing(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let needed = [File::Lesson.name()].into_iter().chain(PAGES.map(str::to_owned));
    let missing = needed.filter(|name| !draft.files.contains(&draft.path(name)));
    missing.map(|name| absent(&draft.path(&name))).collect()
}

/// A file that all lessons need.
pub(super) fn missing_shared(shared: &Shared) -> Vec<Finding> {
    let paths = File::SHARED.iter().map(|file| [LESSONS, &file.name()].join("/"));
    paths.filter(|path| shared.tree.bytes(path).is_none()).map(|path| absent(&path)).collect()
}

fn absent(path: &str) -> Finding {
    let source = Source::new(path, "");
    Finding::new(Spot::top(&source), "bestand-ontbreekt", "Dit bestand is er niet.")
        .allowed("Maak het, of kijk of de naam klopt. Zie lessons/README.md.")
}

/// A file with a name that means nothing.
pub(super) fn stray(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let mut names: Vec<String> = File::IN_LESSON.map(File::name).to_vec();
    names.extend(PAGES.map(str::to_owned));
    let known = |below: &str| {
        let picture = below.strip_prefix("pictures/").and_then(|name| name.strip_suffix(".svg")).is_some_and(course::is_id);
        picture || names.iter().any(|name| name == below)
    };
    let folder = draft.path("");
    let below = draft.files.iter().filter_map(|path| Some((path, path.strip_prefix(&folder)?)));
    let strays = below.filter(|(_, below)| !known(below));
    let allowed =
        format!("In de map van een les staan {}, en pictures/naam.svg.", listed(names.iter().map(String::as_str)).replace(" of ", " en "));
    strays.map(|(path, below)| strange(path).allowed(allowed.as_str()).meant(below, names.iter().map(String::as_str))).collect()
}

/// A file beside the lessons that means nothing, or a folder that is not on the road.
pub(super) fn stray_shared(shared: &Shared) -> Vec<Finding> {
    let mut names: Vec<String> = File::SHARED.map(File::name).to_vec();
    names.extend(File::ALL.map(File::schema));
    names.extend(["README.md", RELEASED, WORDS].map(str::to_owned));
    let mut found = Vec::new();
    let top = shared.tree.under(LESSONS).filter_map(|path| Some((path, path.strip_prefix(LESSONS)?.strip_prefix('/')?)));
    for (path, name) in top.filter(|(_, name)| !name.contains('/') && !names.iter().any(|known| known == name)) {
        found.push(
            strange(path)
                .allowed("Hier staan de gedeelde bestanden en de mappen van lessen. Zie lessons/README.md.")
                .meant(name, names.iter().map(String::as_str)),
        );
    }
    let on_road: Vec<&str> = shared.folders().into_iter().map(|(_, folder)| folder.text).collect();
    let known = shared.sheet(File::Course).is_some_and(|sheet| !sheet.holes);
    for folder in folders(&shared.tree).into_iter().filter(|folder| known && !on_road.contains(&folder.as_str())) {
        let source = Source::new([LESSONS, &folder].join("/"), "");
        let fault = Finding::new(Spot::top(&source), "map-zonder-halte", "Geen halte in course.toml noemt deze map.");
        found.push(fault.allowed("Geef een [[stop]] folder = \"de-map\", of haal de map weg."));
    }
    found
}

fn strange(path: &str) -> Finding {
    let source = Source::new(path, "");
    Finding::new(Spot::top(&source), "verdwaald-bestand", "Dit bestand hoort hier niet.")
}
