//! The faults of the TOML parser, in Dutch.
//!
//! To extend: the left column of [`MEANING`] is the beginning of a message of the `toml` crate. A message that is
//! not in it is shown as it is, so a new version of that crate can make this table poorer but not wrong.

use std::ops::Range;
use std::sync::Arc;

use toml::de::Error;

use super::finding::Finding;
use super::source::{Source, Spot};

/// Message of the parser, what is wrong, what is allowed.
const MEANING: &[(&str, &str, &str)] = &[
    ("string values must be quoted", "Hier hoort een waarde die TOML kent.", TEXT),
    ("missing value", "Na = hoort een waarde.", TEXT),
    (
        "duplicate key",
        "Deze sleutel of kop staat er al.",
        "Een sleutel staat één keer onder een kop. Een kop die vaker komt, staat tussen dubbele haken, zoals [[step.screen.option]].",
    ),
    ("invalid multi-line", "Deze tekst van meer regels wordt niet gesloten.", "Zet er \"\"\" onder, op een eigen regel."),
    (
        "invalid basic string",
        "Deze tekst wordt niet gesloten.",
        "Zet er een \" achter. Een tekst van meer regels staat tussen \"\"\" en \"\"\".",
    ),
    (
        "invalid literal string",
        "Deze tekst wordt niet gesloten.",
        "Zet er een ' achter, of gebruik \"...\" als er een ' in de tekst staat.",
    ),
    ("unclosed array table", "Deze kop wordt niet gesloten.", "Een kop is [[naam]] of [naam]."),
    ("unclosed table", "Deze kop wordt niet gesloten.", "Een kop is [[naam]] of [naam]."),
    ("unclosed array", "Deze lijst wordt niet gesloten.", "Een lijst is [\"a\", \"b\"]."),
    ("unclosed inline table", "Deze tabel wordt niet gesloten.", "Een tabel op één regel is { a = 1, b = 2 }."),
    ("missing comma", "Tussen twee waarden hoort een komma.", "Een lijst is [\"a\", \"b\"]."),
    ("extra comma", "Hier staat een komma te veel.", "Een lijst is [\"a\", \"b\"]."),
    ("key with no value", "Na een sleutel hoort = en een waarde.", "Bijvoorbeeld: id = \"paneel-1\"."),
    ("missing assignment", "Na een sleutel hoort = en een waarde.", "Bijvoorbeeld: id = \"paneel-1\"."),
    ("extra `=`", "Hier staat een = te veel.", "Bijvoorbeeld: id = \"paneel-1\"."),
    ("invalid unquoted key", "Dit kan geen sleutel zijn.", "Een sleutel bestaat uit letters, cijfers, - en _."),
    (
        "missing escaped value",
        "Na \\ hoort een teken dat TOML kent.",
        "Een \\ in een tekst schrijf je als \\\\, een aanhalingsteken als \\\".",
    ),
    (
        "unexpected key or value",
        "Na de waarde staat nog iets op deze regel.",
        "Staat er een \" in de tekst? Schrijf daar '. Staat er een ' in een tekst tussen '...'? Zet de tekst dan tussen \"...\".",
    ),
    ("unexpected content", "Hier staat iets dat geen TOML is.", "Begin opmerkingen met #."),
    ("unexpected leading zero", "Een getal begint niet met 0.", "Bijvoorbeeld: number = 5."),
];

const TEXT: &str = "Een tekst staat tussen \"...\" met rechte aanhalingstekens; een getal en true of false staan los.";

/// Faults of the parser in this block of the file: at most one a line, the first.
pub fn faults(source: &Arc<Source>, block: &Range<usize>, errors: &[Error]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for error in errors {
        let finding = fault(source, block, error);
        if found.iter().all(|other| other.line() != finding.line()) {
            found.push(finding);
        }
    }
    found
}

fn fault(source: &Arc<Source>, block: &Range<usize>, error: &Error) -> Finding {
    let span = error.span().unwrap_or(0..0);
    let mut spot = Spot::new(source, block.start + span.start, block.start + span.end);
    // The parser tells where it gave up: at the end of the block. The author must look where the text was opened.
    if error.message().starts_with("invalid multi-line") {
        let before = source.text.get(block.start..spot.start).unwrap_or_default();
        let opened = ["\"\"\"", "'''"].iter().filter_map(|quotes| before.rfind(quotes)).max();
        spot = opened.map_or(spot, |at| Spot::new(source, block.start + at, block.start + at + 3));
    }
    match MEANING.iter().find(|(start, ..)| error.message().starts_with(start)) {
        Some((_, wrong, allowed)) => Finding::new(spot, "geen-toml", *wrong).allowed(*allowed),
        None => Finding::new(spot, "geen-toml", format!("Dit is geen geldige TOML ({}).", error.message())),
    }
}
