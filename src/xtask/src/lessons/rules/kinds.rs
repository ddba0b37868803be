//! What a kind itself finds wrong with its content: `Kind::faults` in `course`, brought to the line it is about.
//!
//! To extend: a new code of a kind gets a row in `rules/mod.rs` and an arm in [`words`].

use course::activity::{Activity, Fault};

use super::super::draft::{Draft, Step};
use super::super::finding::{Finding, listed};
use super::super::sheet::{Table, Words};

/// The faults that the kinds of all steps tell.
pub(super) fn own(draft: &Draft) -> Vec<Finding> {
    draft.steps().into_iter().flat_map(of_step).collect()
}

fn of_step(step: Step<'_>) -> Vec<Finding> {
    let mut faults = step.activity.map(Activity::faults).unwrap_or_default();
    // Where a jump is broken nobody can tell what is reached: that is asked again when the jump is mended.
    if faults.iter().any(|fault| fault.code == "dode-sprong") {
        faults.retain(|fault| fault.code != "onbereikbaar" && fault.code != "geen-uitweg");
    }
    faults.retain(|fault| !is_doubtful(step, fault));
    let before = |n: usize| faults[..n].iter().filter(|fault| **fault == faults[n]).count();
    faults.iter().enumerate().map(|(n, fault)| finding(step, fault, before(n))).collect()
}

/// Whether this may be no fault of its own, but come from a key or type that is told already.
fn is_doubtful(step: Step<'_>, fault: &Fault) -> bool {
    let screen = fault.screen.as_deref().and_then(|id| step.screen(id));
    match fault.code {
        "niets-goed" | "alles-goed" => step.is_hurt(screen),
        "onbereikbaar" | "geen-uitweg" | "dode-sprong" => step.screens().iter().any(|screen| screen.table.id().is_empty()),
        _ => step.is_hurt(None),
    }
}

/// A fault of a kind as a finding; `nth` says how often the same fault came before it.
fn finding(step: Step<'_>, fault: &Fault, nth: usize) -> Finding {
    let screen = fault.screen.as_deref().and_then(|id| step.screen(id));
    let here = screen.unwrap_or(step.table);
    let spot = place(here, fault, nth).map_or_else(|| here.named(), |words| words.spot);
    let (message, allowed) = words(step, fault);
    let names: Vec<&str> = match fault.code {
        "dode-sprong" => step.screens().into_iter().map(|screen| screen.table.id()).collect(),
        "onbekende-groep" => ids(step, "group"),
        "onbekend-label" => ids(step, "label"),
        _ => Vec::new(),
    };
    Finding::new(spot, fault.code, message).allowed(allowed).meant(&fault.detail, names)
}

/// Where in the screen the detail of the fault stands.
fn place<'a>(here: Table<'a>, fault: &Fault, nth: usize) -> Option<Words<'a>> {
    let (lists, key) = match fault.code {
        "dode-sprong" => (["option", "what_if"], "goto"),
        "onbekende-groep" | "onbekend-label" => (["option", "option"], "id"),
        _ => return None,
    };
    let tables = lists.iter().flat_map(|list| here.tables(list));
    tables.filter_map(|table| table.text(key)).filter(|words| words.text == fault.detail).nth(nth)
}

/// What is wrong and what is allowed.
fn words(step: Step<'_>, fault: &Fault) -> (String, String) {
    let detail = &fault.detail;
    let (wrong, allowed) = match fault.code {
        "niets-goed" => ("Hier is geen enkele keuze strong.", "Minstens één keuze is strong. Is niets beter? Laat worth dan overal weg."),
        "alles-goed" => ("Hier is elke keuze goed.", "Minstens één keuze is een detour. Is niets beter? Laat worth dan overal weg."),
        "onbereikbaar" => {
            ("Hier komt niemand: geen antwoord leidt naar dit scherm.", "Laat een antwoord hierheen gaan met goto, of haal dit scherm weg.")
        }
        "geen-uitweg" => (
            "Vanaf hier is er geen weg naar een einde.",
            "Geef een antwoord een goto dat verder leidt, of maak van dit scherm een einde met ending.",
        ),
        "dode-sprong" => {
            return (
                format!("goto gaat naar '{detail}', en dat scherm is er niet in deze stap."),
                "goto noemt het id van een scherm.".into(),
            );
        }
        "onbekende-groep" => return (format!("De groep '{detail}' is er niet."), format!("Dit kan: {}.", listed(ids(step, "group")))),
        "onbekend-label" => return (format!("Het label '{detail}' is er niet."), format!("Dit kan: {}.", listed(ids(step, "label")))),
        "uitleg-ontbreekt" if detail == "otherwise" => {
            ("Er is geen uitleg voor de andere groepen: otherwise.", "Geef otherwise, of een option voor elke groep.")
        }
        "uitleg-ontbreekt" => {
            return (
                format!("Er is geen uitleg voor '{detail}'."),
                "Geef elk label een [[step.screen.option]] met een why, en elk paar een why.".into(),
            );
        }
        "geen-rij" => ("Er ligt geen rij: minder dan twee kaarten hebben een plek.", "Geef de kaarten van de rij een place: 1, 2, 3."),
        "plek-buiten-beeld" if detail == "picture" => {
            ("Er is niets om in aan te wijzen: geen picture.", "Geef dit scherm een picture met alt.")
        }
        "plek-buiten-beeld" => {
            return (
                format!("De plek van '{detail}' ligt niet in het beeld."),
                "at = [x, y, r], in procenten: x en y van 0 tot 100, r van 3 tot 50.".into(),
            );
        }
        _ => return (format!("Dit kan niet kloppen ({}): {detail}", fault.code), String::new()),
    };
    (wrong.to_owned(), allowed.to_owned())
}

fn ids<'a>(step: Step<'a>, list: &str) -> Vec<&'a str> {
    step.table.tables(list).into_iter().map(|name| name.id()).collect()
}
