//! The instrument beside a chat: values on its scale, words that cover it.

use super::super::draft::{Draft, Step};
use super::super::finding::Finding;
use super::super::shared::Shared;
use super::super::source::Spot;

/// Values off the scale, and scales with a hole.
pub(super) fn scale(draft: &Draft, _: &Shared) -> Vec<Finding> {
    draft.steps().into_iter().filter(|step| step.kind == "chat").flat_map(of_step).collect()
}

fn of_step(step: Step<'_>) -> Vec<Finding> {
    let fault = |spot: Spot<'_>, wrong: String, allowed: &str| Finding::new(spot, "meter-klopt-niet", wrong).allowed(allowed);
    let values = || step.screens().into_iter().filter_map(|screen| screen.table.number("meter"));
    let Some(meter) = step.table.tables("meter").into_iter().next() else {
        // Once is enough: it is one key that is missing.
        let first = values().next();
        let told = first.map(|(_, spot)| {
            fault(spot, "Deze stap heeft geen meter.".into(), "Geef [step.meter] met title en max, of haal meter hier weg.")
        });
        return told.into_iter().collect();
    };
    let Some((max, max_spot)) = meter.number("max") else { return Vec::new() };
    let mut found: Vec<Finding> = values()
        .filter(|(value, _)| *value > max)
        .map(|(value, spot)| {
            fault(spot, format!("{value} past niet op de meter: die gaat tot {max}."), "Kies een lagere waarde, of een hogere max.")
        })
        .collect();
    let tops: Vec<(i64, Spot<'_>)> = meter.tables("word").into_iter().filter_map(|word| word.number("to")).collect();
    for pair in tops.windows(2).filter(|pair| pair[1].0 <= pair[0].0) {
        found.push(fault(pair[1].1, format!("{} komt na {}.", pair[1].0, pair[0].0), "De woorden lopen van laag naar hoog."));
    }
    if tops.last().is_some_and(|(last, _)| *last < max) {
        found.push(fault(
            max_spot,
            format!("Boven {} heeft de meter geen woord.", tops.last().map_or(0, |(last, _)| *last)),
            "Het laatste woord geldt tot en met max.",
        ));
    }
    found
}
