//! Who speaks: the cast, the guests of the lesson, and its fictional apps. A name in a lesson is a promise that the
//! child meets that person again.

use super::super::draft::Draft;
use super::super::files::File;
use super::super::finding::{Finding, listed};
use super::super::prose::lines;
use super::super::shared::Shared;
use super::super::source::Spot;

/// A name that nobody has.
pub(super) fn unknown(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let Some(cast) = shared.names(File::Cast, "name") else { return Vec::new() };
    let apps = draft.steps().into_iter().filter_map(|step| step.table.text("app")).map(|app| app.text);
    let guests = draft.head().map(|head| head.texts("guests")).unwrap_or_default();
    let known: Vec<&str> = cast.iter().copied().chain(guests.iter().map(|guest| guest.text)).chain(apps).collect();
    let fault = |spot: Spot<'_>, name: &str, allowed: &str| {
        let fault = Finding::new(spot, "onbekend-persoon", format!("'{name}' staat niet in cast.toml en niet in guests."));
        fault.allowed(allowed).meant(name, known.iter().copied())
    };
    let mut found = Vec::new();
    for (name, spot) in spoken(draft).into_iter().filter(|(name, _)| !known.contains(&name.as_str())) {
        found.push(fault(spot, &name, "Zet een nieuwe naam in cast.toml, of voor één les in guests. Geen spreker? Dan hoort de dubbele punt buiten de sterretjes: **woord**:"));
    }
    for (name, spot) in addressed(draft).into_iter().filter(|(name, _)| !known.contains(name)) {
        found.push(fault(spot, name, "Zet een nieuwe naam in cast.toml, of voor één les in guests."));
    }
    found
}

/// Names before a colon in any text.
fn spoken(draft: &Draft) -> Vec<(String, Spot<'_>)> {
    let lines = draft.screens().into_iter().flat_map(|screen| lines(screen.table));
    lines.filter_map(|spoken| spoken.line.who.map(|who| (who.clone(), spoken.written.part(&who)))).collect()
}

/// Names of whom a chat is played as, is with, and is sent to.
fn addressed(draft: &Draft) -> Vec<(&str, Spot<'_>)> {
    let mut all = Vec::new();
    for step in draft.steps() {
        all.extend(step.table.text("me").map(|me| (me.text, me.spot)));
        for screen in step.screens() {
            all.extend(screen.table.text("with").map(|with| (with.text, with.spot)));
            for to in screen.options().into_iter().filter_map(|option| option.text("to")) {
                let name = to.text.rsplit_once("an ").map(|(_, name)| name).filter(|name| name.starts_with(char::is_uppercase));
                all.extend(name.map(|name| (name, to.part(name))));
            }
        }
    }
    all
}

/// A feeling for somebody who is not in the cast, or has no face.
pub(super) fn faceless(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let Some(faces) = shared.faces() else { return Vec::new() };
    let feels = draft.screens().into_iter().flat_map(|screen| screen.table.tables("feel")).filter_map(|feel| feel.text("who"));
    feels
        .filter(|who| !faces.contains(&who.text))
        .map(|who| {
            let fault = Finding::new(who.spot, "geen-gezicht", format!("'{}' heeft geen gezicht in faces.svg.", who.text));
            fault.allowed(format!("Dit kan: {}.", listed(faces.iter().copied()))).meant(who.text, faces.iter().copied())
        })
        .collect()
}
