//! Ids: how they look, and that each is used once. Progress of pupils is kept by them.

use course::is_id;

use super::super::finding::Finding;
use super::super::sheet::{Sheet, Table, Words};

/// An id that is no id, or the name of a picture or a place that cannot be one.
pub(super) fn malformed(sheet: &Sheet) -> Vec<Finding> {
    let mut found = Vec::new();
    each_table(sheet.table(), &mut |table| {
        for id in ["id", "picture"].iter().filter_map(|key| table.text(key)).filter(|id| !is_id(id.text)) {
            let fault = Finding::new(id.spot, "ongeldig-id", format!("'{}' kan geen id zijn.", id.text));
            let wish: String = id.text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
            let wish = wish.trim_matches('-').to_owned();
            found.push(
                fault
                    .allowed("Een id is 1 tot 40 tekens lang: kleine letters, cijfers en streepjes.")
                    .meant(id.text, [wish.as_str()].into_iter().filter(|wish| is_id(wish))),
            );
        }
    });
    found
}

/// An id that its list already has.
pub(super) fn double(sheet: &Sheet) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut look = |ids: Vec<Words<'_>>| {
        for (n, id) in ids.iter().enumerate().filter(|(n, id)| ids[..*n].iter().any(|before| before.text == id.text)) {
            let first =
                ids[..n].iter().find(|before| before.text == id.text).map_or(0, |before| before.spot.source.position(before.spot.start).0);
            let fault = Finding::new(id.spot, "dubbel-id", format!("'{}' staat al op regel {first}.", id.text));
            found.push(fault.allowed("In één lijst heeft alles een eigen id of naam."));
        }
    };
    each_table(sheet.table(), &mut |table| {
        for entry in table.entries() {
            let tables = entry.value.tables();
            look(tables.iter().filter_map(|table| table.text("id")).collect());
            if entry.name == "person" {
                look(tables.iter().filter_map(|person| person.text("name")).collect());
            }
        }
    });
    look(sheet.list("exam").iter().flat_map(|item| item.tables("question")).filter_map(|question| question.text("id")).collect());
    found
}

/// Visits a table and all tables in it.
fn each_table<'a>(table: Option<Table<'a>>, visit: &mut impl FnMut(Table<'a>)) {
    let Some(table) = table else { return };
    visit(table);
    for entry in table.entries() {
        entry.value.tables().into_iter().for_each(|inner| each_table(Some(inner), visit));
    }
}
