//! What is true, and since when: law lines and helpers reach a pupil only when somebody read them in a source.

use super::super::draft::Draft;
use super::super::files::File;
use super::super::finding::Finding;
use super::super::sentences::sentences;
use super::super::shared::Shared;
use super::super::sheet::Table;
use super::names::on_screens;

/// A law line or helper that a screen shows and nobody verified.
pub(super) fn unverified(draft: &Draft, shared: &Shared) -> Vec<Finding> {
    let mut found = Vec::new();
    for (key, file) in [("law", File::Laws), ("helper", File::Helpers)] {
        for used in on_screens(draft, key) {
            if shared.find(file, used.text).is_some_and(|table| !is_verified(table)) {
                let fault =
                    Finding::new(used.spot, "niet-nagekeken", format!("'{}' is niet nagekeken, en dit scherm laat het zien.", used.text));
                found.push(fault.allowed(format!("Kijk het na in de bron. Zet daarna certainty = \"verified\" in {}.", file.name())));
            }
        }
    }
    found
}

/// A helper on the help page that nobody verified.
pub(super) fn unverified_page(shared: &Shared) -> Vec<Finding> {
    let shown = shared.tables(File::Helpers).into_iter().filter(|helper| helper.says("page") && !is_verified(*helper));
    shown
        .filter_map(|helper| helper.text("certainty"))
        .map(|certainty| {
            let fault = Finding::new(certainty.spot, "niet-nagekeken", "Deze helper staat op de hulppagina en is niet nagekeken.");
            fault.allowed("Bel of klik, en zet dan certainty = \"verified\". Of haal page = true weg.")
        })
        .collect()
}

/// Missing or broken counts as verified here: that fault was told already.
fn is_verified(table: Table<'_>) -> bool {
    table.text("certainty").is_none_or(|certainty| certainty.text == "verified")
}

/// A day of checking that is no day.
pub(super) fn date(shared: &Shared) -> Vec<Finding> {
    let tables = [File::Laws, File::Helpers].into_iter().flat_map(|file| shared.tables(file));
    let broken = tables.filter_map(|table| table.text("checked")).filter(|checked| !is_day(checked.text));
    broken
        .map(|checked| {
            Finding::new(checked.spot, "datum-klopt-niet", format!("'{}' is geen dag.", checked.text))
                .allowed("Schrijf een dag als 2026-11-24.")
        })
        .collect()
}

/// `2026-11-24`, and a day that exists.
fn is_day(text: &str) -> bool {
    let part =
        |range| text.get(range).filter(|part: &&str| part.bytes().all(|b| b.is_ascii_digit())).and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' && year >= 2000 && (1..=days).contains(&day)
}

/// Words that say that something is law.
const CLAIMS: [&str; 9] =
    ["strafbaar", "verboden", "mag niet", "mag je niet", "is wet", "de wet zegt", "volgens de wet", "krijg je straf", "moet je"];
/// Words that make it a proposal.
const HEDGES: [&str; 7] = ["voorstel", "zou", "nog geen", "nog niet", "misschien", "stel dat", "wil"];

/// A bill whose own words claim to be law.
pub(super) fn bill(shared: &Shared) -> Vec<Finding> {
    let bills = shared.tables(File::Laws).into_iter().filter(|law| law.text("status").is_some_and(|status| status.text == "bill"));
    let mut found = Vec::new();
    for line in bills.filter_map(|bill| bill.text("statement")).flat_map(|statement| statement.lines()) {
        for sentence in sentences(line.text) {
            let low = sentence.to_lowercase();
            let hedged = HEDGES.iter().any(|hedge| {
                low.split(|c: char| !c.is_alphabetic() && c != ' ').any(|part| format!(" {part} ").contains(&format!(" {hedge} ")))
            });
            if let Some(claim) = CLAIMS.iter().find(|claim| low.contains(**claim)).filter(|_| !hedged) {
                let fault = Finding::new(line.part(sentence), "voorstel-als-wet", format!("Dit is een voorstel, en hier staat '{claim}'."));
                found.push(fault.allowed("Zeg wat er zou veranderen: 'Dan zou dit strafbaar zijn.' Wat al geldt, is een eigen wetsregel."));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn a_day_is_a_day_of_the_calendar() {
        assert!(is_day("2026-11-24") && is_day("2028-02-29"));
        assert!(
            ["2026-02-29", "24-11-2026", "2026-13-01", "2026-11-31", "gisteren", "2026-11-24T10", "2026/11/24"]
                .iter()
                .all(|day| !is_day(day))
        );
    }
}
