//! What TOML 1.1 allows and 1.0 does not. The parser here reads both; editors and other tools may not, so lessons
//! keep to 1.0: inline tables on one line and without a last comma, and no `\e` or `\x` in a text.

use super::finding::Finding;
use super::node::Data;
use super::sheet::{Item, Sheet};
use super::source::Spot;

/// Looks through all values of a file.
pub fn look(sheet: &Sheet, found: &mut Vec<Finding>) {
    sheet.table().into_iter().flat_map(|table| table.entries()).for_each(|entry| look_in(entry.value, found));
}

fn look_in(item: Item<'_>, found: &mut Vec<Finding>) {
    let spot = item.spot();
    match item.data() {
        Data::Text(_) => found.extend(escape(spot).map(|spot| fault(spot, "\\e en \\x in een tekst"))),
        Data::List(_) => item.items().unwrap_or_default().into_iter().for_each(|inner| look_in(inner, found)),
        Data::Table(_) => {
            let inner: Vec<Item<'_>> = item.table().into_iter().flat_map(|table| table.entries()).map(|entry| entry.value).collect();
            if spot.raw().starts_with('{') {
                let (newline, comma) = between(spot, &inner);
                found.extend(newline.then(|| fault(spot, "een { tabel } over meer regels")));
                found.extend((comma && !newline).then(|| fault(spot, "een komma achter de laatste waarde van een { tabel }")));
            }
            inner.into_iter().for_each(|inner| look_in(inner, found));
        }
        _ => {}
    }
}

fn fault(spot: Spot<'_>, what: &str) -> Finding {
    Finding::new(spot, "toml-1-1", format!("TOML 1.1: {what}."))
        .allowed("Lessen houden zich aan TOML 1.0. Gebruik een kop, zoals [step.meter].")
}

/// Whether a newline, and whether a last comma, stands between the values of an inline table.
fn between(spot: Spot<'_>, inner: &[Item<'_>]) -> (bool, bool) {
    let mut rest: Vec<u8> = spot.raw().bytes().collect();
    for value in inner.iter().map(Item::spot) {
        rest[value.start - spot.start..value.end - spot.start].fill(b'v');
    }
    let comma = rest.iter().rev().skip(1).find(|byte| !byte.is_ascii_whitespace()) == Some(&b',');
    (rest.contains(&b'\n'), comma)
}

/// The first `\e` or `\x` of a text between `"`.
fn escape(spot: Spot<'_>) -> Option<Spot<'_>> {
    let mut bytes = spot.raw().bytes().enumerate();
    if !spot.raw().starts_with('"') {
        return None;
    }
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\\' && matches!(bytes.next(), Some((_, b'e' | b'x'))) {
            return Some(Spot { start: spot.start + at, end: spot.start + at + 2, ..spot });
        }
    }
    None
}
