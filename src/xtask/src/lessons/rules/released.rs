//! Ids that the last release had: a pupil's progress hangs on them, and it must not lose its meaning unseen.
//!
//! The rule a reader could break: a thing that went is told once, at what it stood in, and not again for all that
//! stood in it. A step whose `rev` was raised is asked again, so what is in it may change.

use super::super::draft::Draft;
use super::super::files::File;
use super::super::finding::{Finding, nearest};
use super::super::released::{Line, Released, rev};
use super::super::shared::Shared;
use super::super::sheet::Table;

/// A line of the list that is no id.
pub(super) fn malformed(shared: &Shared) -> Vec<Finding> {
    let Some(released) = Released::of(&shared.tree) else { return Vec::new() };
    let fault = |place: &(usize, usize)| {
        let fault = Finding::new(released.place(*place), "ongeldig-id", "Deze regel is geen id van een les, stap, scherm of keuze.");
        fault.allowed("Een regel is les/stap/scherm/keuze. Zet er '- ' voor als het weg mag.")
    };
    released.broken.iter().map(fault).collect()
}

/// A lesson of the last release that is no longer on the road.
pub(super) fn lessons(shared: &Shared) -> Vec<Finding> {
    let Some(released) = Released::of(&shared.tree) else { return Vec::new() };
    if shared.sheet(File::Course).is_none_or(|course| course.holes) {
        return Vec::new();
    }
    let there: Vec<&str> = shared.folders().into_iter().map(|(stop, _)| stop.id()).collect();
    let gone = released.lines.iter().filter(|line| !line.path.contains('/') && !line.retired && !there.contains(&line.path.as_str()));
    gone.map(|line| {
        let stop = shared.find(File::Course, &line.path);
        let spot = stop.map_or_else(|| released.spot(line), |stop| stop.named());
        fault(spot, "De les", line, "", &there)
    })
    .collect()
}

/// A step, screen or option of the last release that its lesson no longer has.
pub(super) fn vanished(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let (Some(released), Some(head), false) = (Released::of(&shared.tree), draft.head(), draft.holes()) else { return Vec::new() };
    let mut found = Vec::new();
    for line in released.lines.iter().filter(|line| !released.is_retired(&line.path)) {
        let parts: Vec<&str> = line.path.split('/').collect();
        let (lesson, below) = (parts[0], &parts[1..]);
        if lesson != head.id() || below.is_empty() {
            continue;
        }
        let step = head.tables("step").into_iter().find(|step| step.id() == below[0]);
        let asked_again = step.is_some_and(|step| released.rev(lesson, below[0]).is_some_and(|old| rev(step) > old));
        if let Some((parent, what, names)) = gone(head, below).filter(|_| !asked_again) {
            let more = if below.len() > 1 { " Kreeg de stap een andere betekenis? Verhoog haar rev." } else { "" };
            found.push(fault(parent.named(), what, line, more, &names));
        }
    }
    found
}

/// An id that was retired and is there again.
pub(super) fn returned(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let (Some(released), Some(head)) = (Released::of(&shared.tree), draft.head()) else { return Vec::new() };
    let retired = released.lines.iter().filter(|line| line.retired);
    let back = retired.filter_map(|line| {
        let mut parts = line.path.split('/');
        let lesson = parts.next().filter(|lesson| *lesson == head.id());
        let below: Vec<&str> = lesson.map(|_| parts.collect())?;
        Some((line, find(head, &below)?))
    });
    back.map(|(line, table)| {
        let fault = Finding::new(table.named(), "id-terug", format!("'{}' mocht weg, en is er weer.", line.path));
        fault.allowed("Is het hetzelfde als toen? Haal '- ' weg in lessons/released.txt. Anders: geef een id dat nooit gebruikt is.")
    })
    .collect()
}

fn fault(spot: super::super::source::Spot<'_>, what: &str, line: &Line, more: &str, names: &[&str]) -> Finding {
    let id = line.path.rsplit('/').next().unwrap_or_default();
    let now = nearest(id, names.iter().copied()).map(|name| format!("Heet het nu '{name}'? ")).unwrap_or_default();
    let told = format!("{what} '{id}' stond in de laatste uitgave, en is weg.");
    let keep = "Geef het oude id terug: daaraan hangt wat leerlingen deden.";
    let retire = format!("Mag het voorgoed weg? Zet '- ' voor {} in lessons/released.txt.", line.path);
    Finding::new(spot, "id-verdwenen", told).allowed(format!("{now}{keep} {retire}{more}"))
}

const LISTS: [(&str, &str); 3] = [("step", "De stap"), ("screen", "Het scherm"), ("option", "De keuze")];

/// The table at this path.
fn find<'a>(head: Table<'a>, path: &[&str]) -> Option<Table<'a>> {
    path.iter().zip(LISTS).try_fold(head, |table, (id, (list, _))| table.tables(list).into_iter().find(|table| table.id() == *id))
}

/// When the last part of a path is not there: what it stood in, what it was, and what stands there now.
fn gone<'a>(head: Table<'a>, path: &[&str]) -> Option<(Table<'a>, &'static str, Vec<&'a str>)> {
    let parent = find(head, &path[..path.len() - 1])?;
    let (list, what) = LISTS[path.len() - 1];
    let names: Vec<&str> = parent.tables(list).into_iter().map(|table| table.id()).collect();
    (!names.contains(&path[path.len() - 1])).then_some((parent, what, names))
}
