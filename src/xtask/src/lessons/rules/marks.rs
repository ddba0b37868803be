//! Marks in a text that are shown as they were typed, because they were not closed or do not work there.

use course::text::Form;

use super::super::finding::Finding;
use super::super::prose::{Prose, Spoken, prose};
use super::super::sheet::Sheet;

/// Marks that a child would see.
pub(super) fn open(sheet: &Sheet) -> Vec<Finding> {
    let mut found = Vec::new();
    for prose in sheet.table().into_iter().flat_map(prose) {
        for spoken in prose.spoken() {
            if let Some((mark, allowed)) = left(&prose, &spoken) {
                let fault = Finding::new(spoken.written.part(mark), "merkteken", format!("Een kind ziet hier '{mark}' staan."));
                found.push(fault.allowed(allowed));
            }
        }
    }
    found
}

/// Marks, and how they are meant.
const MARKS: [(&str, &str); 6] = [
    ("**", "Nadruk is **woord**; een spreker is **Sem:** aan het begin van een regel."),
    ("{", "Een voorwaarde staat vooraan: {vlag=waarde} Regel. Een accolade in een tekst kan niet."),
    ("~~", "Getypt en weer gewist is ~~woorden~~, over de hele regel."),
    ("||", "Een afgedekt bericht is ||wat voor bericht||, over de hele regel."),
    ("![", "Een tekening is ![woorden](naam), alleen op een regel."),
    ("](", "Een tekening is ![woorden](naam), alleen op een regel. Een link kan niet."),
];

/// The first mark that was left in the words.
fn left(prose: &Prose<'_>, spoken: &Spoken<'_>) -> Option<(&'static str, &'static str)> {
    let words = spoken.line.words();
    let found = MARKS.iter().find(|(mark, _)| words.contains(mark)).copied();
    if !prose.marked {
        return found.map(|(mark, _)| (mark, "Merktekens werken alleen in de text van een scherm, niet hier."));
    }
    let status = || {
        (spoken.line.form == Form::Plain && words.starts_with('_')).then_some(("_", "Een statusregel is _woorden_, over de hele regel."))
    };
    found.or_else(status)
}
