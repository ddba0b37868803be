//! Flags: an earlier choice sets one, a later line asks for it.

use super::super::draft::Draft;
use super::super::finding::{Finding, listed};
use super::super::prose::lines;
use super::super::shared::Shared;
use super::super::sheet::Words;

fn set(draft: &Draft) -> Vec<Words<'_>> {
    draft.screens().iter().flat_map(|screen| screen.options()).filter_map(|option| option.text("flag")).collect()
}

/// A flag that is not `name=value`.
pub(super) fn form(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let sound = |flag: &Words<'_>| flag.text.split_once('=').is_some_and(|(name, value)| course::is_id(name) && course::is_id(value));
    let broken = set(draft).into_iter().filter(|flag| !sound(flag));
    broken
        .map(|flag| {
            Finding::new(flag.spot, "vlag-vorm", format!("'{}' is geen vlag.", flag.text))
                .allowed("Een vlag is naam=waarde, zoals schoen=breng.")
        })
        .collect()
}

/// A line that waits for a flag, or for a value, that no choice sets.
pub(super) fn never_set(draft: &Draft, _: &Shared) -> Vec<Finding> {
    if draft.holes() {
        return Vec::new();
    }
    let pairs: Vec<(&str, &str)> = set(draft).into_iter().filter_map(|flag| flag.text.split_once('=')).collect();
    let mut found = Vec::new();
    for spoken in draft.screens().into_iter().flat_map(|screen| lines(screen.table)) {
        let Some(when) = &spoken.line.when else { continue };
        let names: Vec<&str> = pairs.iter().map(|(name, _)| *name).collect();
        let values: Vec<&str> = pairs.iter().filter(|(name, _)| *name == when.flag).map(|(_, value)| *value).collect();
        let spot = |part: &str| spoken.written.part(part);
        if values.is_empty() {
            let fault = Finding::new(spot(&when.flag), "vlag-nooit-gezet", format!("Geen keuze in deze les zet de vlag '{}'.", when.flag));
            found.push(fault.allowed(format!("Gezet worden: {}.", listed(names.clone()))).meant(&when.flag, names));
        }
        for value in when.values.iter().filter(|value| !values.is_empty() && !values.contains(&value.as_str())) {
            let fault = Finding::new(spot(value), "vlag-nooit-gezet", format!("Geen keuze zet de vlag '{}' op '{value}'.", when.flag));
            found.push(fault.allowed(format!("Gezet worden: {}.", listed(values.clone()))).meant(value, values.clone()));
        }
    }
    found
}
