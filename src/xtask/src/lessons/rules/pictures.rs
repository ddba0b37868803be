//! Pictures: each is there, is used, and says what it shows to who does not see it.
//!
//! How a picture is drawn is checked where pictures are built, not here.

use course::text::Form;

use super::super::draft::Draft;
use super::super::files::END;
use super::super::finding::{Finding, listed};
use super::super::prose::lines;
use super::super::shared::Shared;
use super::super::sheet::Words;
use super::super::source::{Source, Spot};

/// A picture without words for it.
pub(super) fn without_alt(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let fault = |spot| {
        let fault = Finding::new(spot, "alt-ontbreekt", "Deze tekening heeft geen woorden voor wie haar niet ziet.");
        fault.allowed("Geef alt: één of twee korte zinnen die zeggen wat er te zien is. In een tekst: ![woorden](naam).")
    };
    let mut found = Vec::new();
    for screen in draft.screens() {
        let blank = screen.table.text("alt").is_none_or(|alt| alt.is_blank());
        found.extend(screen.table.text("picture").filter(|_| blank).map(|picture| fault(picture.spot)));
        let sent = lines(screen.table).into_iter().filter(|spoken| matches!(spoken.line.form, Form::Picture(_)));
        found.extend(sent.filter(|spoken| spoken.line.words().trim().is_empty()).map(|spoken| fault(spoken.written.spot)));
    }
    found
}

/// Words for a picture that is not there.
pub(super) fn only_alt(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let lonely = |alt: &Words<'_>| !alt.is_blank();
    let alts =
        draft.screens().into_iter().filter(|screen| screen.table.text("picture").is_none()).filter_map(|screen| screen.table.text("alt"));
    alts.filter(lonely)
        .map(|alt| {
            Finding::new(alt.key, "alt-zonder-tekening", "Er is wel een alt, maar geen picture.")
                .allowed("Geef picture = \"naam\", of haal alt weg.")
        })
        .collect()
}

/// A name without a file.
pub(super) fn missing(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let there = there(draft);
    let missing = used(draft).into_iter().filter(|(name, _)| !there.contains(&name.as_str()));
    missing
        .map(|(name, spot)| {
            let fault = Finding::new(spot, "tekening-ontbreekt", format!("De tekening '{name}' is er niet."));
            fault
                .allowed(format!("Zet haar in {}. Er zijn: {}.", draft.path(&format!("pictures/{name}.svg")), listed(there.clone())))
                .meant(&name, there.clone())
        })
        .collect()
}

/// A file without a name.
pub(super) fn unused(draft: &Draft, _: &Shared) -> Vec<Finding> {
    if draft.holes() || draft.head().is_none() {
        return Vec::new();
    }
    let used = used(draft);
    let unused = there(draft).into_iter().filter(|name| *name != END && used.iter().all(|(other, _)| other != name));
    unused
        .map(|name| {
            let source = Source::new(draft.path(&format!("pictures/{name}.svg")), "");
            let fault = Finding::new(Spot::top(&source), "tekening-ongebruikt", format!("Geen scherm gebruikt de tekening '{name}'."));
            fault.allowed("Noem haar met picture = \"naam\", of haal het bestand weg.")
        })
        .collect()
}

/// Names of pictures that screens use, with their places.
fn used(draft: &Draft) -> Vec<(String, Spot<'_>)> {
    let mut used = Vec::new();
    for screen in draft.screens() {
        used.extend(screen.table.text("picture").map(|picture| (picture.text.to_owned(), picture.spot)));
        for spoken in lines(screen.table) {
            if let Form::Picture(name) = spoken.line.form {
                used.push((name, spoken.written.spot));
            }
        }
    }
    used
}

/// Names of the files.
fn there(draft: &Draft) -> Vec<&str> {
    let folder = draft.path("pictures/");
    draft.files.iter().filter_map(|path| path.strip_prefix(&folder)?.strip_suffix(".svg")).collect()
}
