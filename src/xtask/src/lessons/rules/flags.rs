//! Flags: an earlier choice sets one, a later line or step asks for it.

use course::text::parse_when;

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
    let broken = broken.map(|flag| {
        Finding::new(flag.spot, "vlag-vorm", format!("'{}' is geen vlag.", flag.text))
            .allowed("Een vlag is naam=waarde, zoals schoen=breng.")
    });
    let whens = draft.steps().into_iter().filter_map(|step| step.table.text("when")).filter(|when| parse_when(when.text).is_none());
    let whens = whens.map(|when| {
        Finding::new(when.spot, "vlag-vorm", format!("'{}' is geen voorwaarde.", when.text))
            .allowed("Een voorwaarde is naam=waarde|waarde, zoals weg=rond. Een lege waarde (weg=rond|) geldt ook als niemand koos.")
    });
    broken.chain(whens).collect()
}

/// A line that waits for a flag, or for a value, that no choice sets.
pub(super) fn never_set(draft: &Draft, _: &Shared) -> Vec<Finding> {
    if draft.holes() {
        return Vec::new();
    }
    let pairs: Vec<(&str, &str)> = set(draft).into_iter().filter_map(|flag| flag.text.split_once('=')).collect();
    let mut found = Vec::new();
    let of_lines = draft.screens().into_iter().flat_map(|screen| lines(screen.table));
    let of_lines = of_lines.filter_map(|spoken| Some((spoken.written, spoken.line.when?)));
    let of_steps =
        draft.steps().into_iter().filter_map(|step| step.table.text("when")).filter_map(|words| Some((words, parse_when(words.text)?)));
    for (written, when) in of_lines.chain(of_steps) {
        let names: Vec<&str> = pairs.iter().map(|(name, _)| *name).collect();
        let values: Vec<&str> = pairs.iter().filter(|(name, _)| *name == when.flag).map(|(_, value)| *value).collect();
        let spot = |part: &str| written.part(part);
        if values.is_empty() {
            let fault = Finding::new(spot(&when.flag), "vlag-nooit-gezet", format!("Geen keuze in deze les zet de vlag '{}'.", when.flag));
            found.push(fault.allowed(format!("Gezet worden: {}.", listed(names.clone()))).meant(&when.flag, names));
        }
        // An empty value asks for no choice at all.
        let asked = when.values.iter().filter(|value| !value.is_empty() && !values.is_empty());
        for value in asked.filter(|value| !values.contains(&value.as_str())) {
            let fault = Finding::new(spot(value), "vlag-nooit-gezet", format!("Geen keuze zet de vlag '{}' op '{value}'.", when.flag));
            found.push(fault.allowed(format!("Gezet worden: {}.", listed(values.clone()))).meant(value, values.clone()));
        }
    }
    found
}
