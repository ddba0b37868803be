//! The lesson's place on the road, and the shape of its file.

use course::lesson::FORMAT;

use super::super::draft::Draft;
use super::super::files::File;
use super::super::finding::{Finding, listed};
use super::super::shared::Shared;

/// A shape of file that this program does not read.
pub(super) fn format(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let format = draft.head().and_then(|head| head.number("format")).filter(|(format, _)| *format != i64::from(FORMAT));
    let fault = format.map(|(format, spot)| Finding::new(spot, "verkeerd-format", format!("Dit programma leest format {format} niet.")));
    fault.map(|fault| fault.allowed(format!("Hier hoort: format = {FORMAT}."))).into_iter().collect()
}

/// A lesson that says something else of itself than the road does.
pub(super) fn place(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let stops = shared.tables(File::Course);
    let here = |folder: &str| folder == draft.folder;
    let Some(number) = stops.iter().position(|stop| stop.text("folder").is_some_and(|folder| here(folder.text))) else { return Vec::new() };
    let (stop, place) = (stops[number], number + 1);
    let mut found = Vec::new();
    let Some(head) = draft.head() else { return found };
    if let Some(id) = head.text("id").filter(|id| id.text != stop.id()) {
        let fault = Finding::new(id.spot, "halte-past-niet", format!("In course.toml heet deze les '{}'.", stop.id()));
        found.push(
            fault.allowed("Het id van een les is dat van de halte met haar folder.").meant(id.text, stops.iter().map(|stop| stop.id())),
        );
    }
    if let Some((told, spot)) = head.number("number").filter(|(told, _)| usize::try_from(*told) != Ok(place)) {
        let fault = Finding::new(spot, "halte-past-niet", format!("Deze les is niet nummer {told}."));
        found.push(fault.allowed(format!("In course.toml is zij nummer {place}.")));
    }
    found
}

/// A stop with a folder that is not there.
pub(super) fn folder(shared: &Shared) -> Vec<Finding> {
    let folders: Vec<String> = super::files::folders(&shared.tree);
    let missing = shared.folders().into_iter().map(|(_, folder)| folder).filter(|folder| !folders.iter().any(|other| other == folder.text));
    missing
        .map(|folder| {
            let names = || folders.iter().map(String::as_str);
            let fault = Finding::new(folder.spot, "bestand-ontbreekt", format!("De map lessons/{} is er niet.", folder.text));
            fault.allowed(format!("Er zijn: {}. Een les die nog komt, heeft geen folder.", listed(names()))).meant(folder.text, names())
        })
        .collect()
}
