//! Answers that are not there: a worth that was forgotten, a question with nothing to pick, a review item that has
//! not two faces.

use super::super::draft::{Draft, Screen};
use super::super::files::File;
use super::super::finding::Finding;
use super::super::schema;
use super::super::shared::Shared;

/// Some options of a screen have a worth and this one has none.
pub(super) fn worth(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let mut found = Vec::new();
    for options in draft.screens().iter().map(Screen::options) {
        if options.iter().any(|option| option.entry("worth").is_some()) {
            let without = options.iter().filter(|option| option.entry("worth").is_none());
            found.extend(without.map(|option| {
                let fault = Finding::new(option.named(), "waarde-ontbreekt", "Andere keuzes op dit scherm hebben een worth, deze niet.");
                fault.allowed("Geef ook hier worth: strong, ok of detour. Is deze echt niet beter of slechter? Schrijf worth = \"open\".")
            }));
        }
    }
    found
}

/// A question without options, where there must be something to pick.
pub(super) fn none(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let fault = |spot| {
        Finding::new(spot, "geen-antwoorden", "Hier valt niets te kiezen.")
            .allowed("Geef [[...option]] met elk een id, een text en een why.")
    };
    let asked = draft.screens().into_iter().filter(|screen| screen.step.is_none() && screen.options().is_empty());
    let questions = asked.map(|screen| fault(screen.table.named()));
    let schema = schema::of(File::Lesson);
    let silent = draft.steps().into_iter().filter(|step| {
        let screens = step.screens();
        !screens.is_empty() && schema::asks(schema, step.kind) && screens.iter().all(|screen| screen.options().is_empty())
    });
    questions.chain(silent.map(|step| fault(step.table.named()))).collect()
}

/// A review item shows one trick on two surfaces: the face not seen last is asked.
pub(super) fn faces(draft: &Draft, _: &Shared) -> Vec<Finding> {
    let items = draft.tables(File::Review).into_iter();
    let odd = items.filter(|item| item.entry("face").is_some() && item.tables("face").len() != 2);
    odd.map(|item| {
        let count = item.tables("face").len();
        let fault = Finding::new(item.named(), "twee-gezichten", format!("Dit herhaalitem heeft {count} gezicht(en)."));
        fault.allowed("Een herhaalitem heeft twee [[review.face]]: dezelfde truc in twee gedaanten.")
    })
    .collect()
}
