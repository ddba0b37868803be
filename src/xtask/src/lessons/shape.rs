//! Keys and types, held against the schema: all faults of a table, not only the first.
//!
//! The rule a reader could break: nothing here knows a lesson. What is allowed comes from the Rust types through
//! `schema.rs`, so a new field or kind needs no line in the checker.

use serde_json::Value;

use super::finding::{Finding, listed};
use super::node::Data;
use super::schema::{choices, resolve};
use super::sheet::{Entry, Item, Table};

/// Strings that may be empty although they must be written: the author says "none".
const MAY_BE_EMPTY: [&str; 2] = ["detail", "phone"];

/// Holds tables against one schema.
pub struct Shape<'s> {
    root: &'s Value,
    found: Vec<Finding>,
}

impl<'s> Shape<'s> {
    /// For a schema of `schema.rs`.
    pub fn new(root: &'s Value) -> Self {
        Shape { root, found: Vec::new() }
    }

    /// Faults of a whole file.
    pub fn of_file(root: &'s Value, table: Table<'_>) -> Vec<Finding> {
        let mut shape = Shape::new(root);
        shape.table(root, table);
        shape.found
    }

    fn table(&mut self, schema: &'s Value, table: Table<'_>) {
        match schema["allOf"].as_array() {
            Some(branches) => self.step(schema, branches, table),
            None => self.fields(schema, table),
        }
    }

    /// A table whose `kind` says what else it holds.
    fn step(&mut self, schema: &'s Value, branches: &'s [Value], table: Table<'_>) {
        let name = |branch: &'s Value| branch["if"]["properties"]["kind"]["const"].as_str();
        let Some(kind) = table.text("kind") else {
            self.missing(table, "kind", &schema["properties"]["kind"]);
            return;
        };
        match branches.iter().find(|branch| name(branch) == Some(kind.text)) {
            Some(branch) => self.fields(&branch["then"], table),
            None => {
                let kinds: Vec<&str> = branches.iter().filter_map(name).collect();
                let fault = Finding::new(kind.spot, "onbekende-soort", format!("De soort '{}' bestaat niet.", kind.text));
                self.found.push(fault.allowed(format!("Dit kan: {}.", listed(kinds.clone()))).meant(kind.text, kinds));
            }
        }
    }

    fn fields(&mut self, schema: &'s Value, table: Table<'_>) {
        let Some(properties) = schema["properties"].as_object() else { return };
        for entry in table.entries() {
            match properties.get(entry.name) {
                Some(expected) => self.value(expected, entry, entry.value),
                None => {
                    let known = || properties.keys().map(String::as_str);
                    let fault = Finding::new(entry.spot, "onbekende-sleutel", format!("De sleutel '{}' bestaat hier niet.", entry.name));
                    let half_way = table.is_top() && !entry.value.tables().is_empty() && properties.contains_key("step");
                    let allowed = if half_way {
                        "Een kop noemt de hele weg: [[step]], [[step.screen]] of [[step.screen.option]].".to_owned()
                    } else {
                        format!("Hier kan: {}.", listed(known()))
                    };
                    self.found.push(fault.allowed(allowed).meant(entry.name, known()));
                }
            }
        }
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        for key in required {
            match table.entry(key) {
                None => self.missing(table, key, &properties[key]),
                Some(entry) => self.filled(entry),
            }
        }
    }

    fn missing(&mut self, table: Table<'_>, key: &str, expected: &'s Value) {
        if table.is_torn() {
            return;
        }
        let fault = match key {
            "why" => Finding::new(table.named(), "uitleg-ontbreekt", "Hier ontbreekt de uitleg: why.")
                .allowed("Elke keuze heeft een eigen uitleg: waarom, en bij een omweg ook wie het merkt en hoe het nog goed komt."),
            _ if self.is_tables(expected) => {
                let header = table.spot().raw().trim_matches(['[', ']']).trim();
                let header = if table.is_top() { String::new() } else { [header, "."].concat() };
                Finding::new(table.spot(), "sleutel-ontbreekt", format!("Hier ontbreekt: {key}."))
                    .allowed(format!("Nodig: minstens één [[{header}{key}]]."))
            }
            _ => Finding::new(table.spot(), "sleutel-ontbreekt", format!("Hier ontbreekt: {key}."))
                .allowed(format!("Nodig: {key} = {}.", self.what(expected))),
        };
        self.found.push(fault);
    }

    /// Whether a value is a list of tables.
    fn is_tables(&self, expected: &'s Value) -> bool {
        resolve(self.root, &resolve(self.root, expected)["items"])["type"] == "object"
    }

    /// What must be written must say something.
    fn filled(&mut self, entry: Entry<'_>) {
        let empty = match entry.value.data() {
            Data::Text(text) => text.trim().is_empty() && !MAY_BE_EMPTY.contains(&entry.name),
            Data::List(list) => list.is_empty(),
            _ => false,
        };
        if empty && entry.name == "why" {
            let fault = Finding::new(entry.spot, "uitleg-ontbreekt", "De uitleg is leeg.");
            self.found.push(fault.allowed("Elke keuze heeft een eigen uitleg."));
        } else if empty {
            self.found.push(Finding::new(entry.spot, "leeg", format!("'{}' is leeg.", entry.name)).allowed("Vul het in, of haal het weg."));
        }
    }

    fn value(&mut self, expected: &'s Value, entry: Entry<'_>, item: Item<'_>) {
        let schema = resolve(self.root, expected);
        let choices = choices(schema);
        match (schema["type"].as_str(), item.data()) {
            _ if !choices.is_empty() => match item.data() {
                Data::Text(text) if choices.contains(&text.as_str()) => {}
                Data::Text(text) => {
                    let fault = Finding::new(item.spot(), "onbekende-waarde", format!("'{text}' kan niet bij {}.", entry.name));
                    self.found.push(fault.allowed(format!("Dit kan: {}.", listed(choices.clone()))).meant(text, choices));
                }
                _ => self.wrong(schema, entry, item),
            },
            (Some("object"), Data::Table(_)) => item.table().into_iter().for_each(|table| self.table(schema, table)),
            (Some("array"), Data::List(_)) => {
                item.items().into_iter().flatten().for_each(|inner| self.value(&schema["items"], entry, inner));
            }
            (Some("integer"), Data::Number(number)) => {
                let (least, most) = (schema["minimum"].as_i64().unwrap_or(i64::MIN), schema["maximum"].as_i64().unwrap_or(i64::MAX));
                if !(least..=most).contains(number) {
                    let fault = Finding::new(item.spot(), "getal-te-groot-of-klein", format!("{number} kan niet bij {}.", entry.name));
                    self.found.push(fault.allowed(format!("Van {least} tot en met {most}.")));
                }
            }
            (Some("string"), Data::Text(_)) | (Some("boolean"), Data::Truth(_)) => {}
            _ => self.wrong(schema, entry, item),
        }
    }

    fn wrong(&mut self, schema: &'s Value, entry: Entry<'_>, item: Item<'_>) {
        let is = match item.data() {
            Data::Text(_) => "een tekst",
            Data::Number(_) => "een getal",
            Data::Truth(_) => "true of false",
            Data::List(_) => "een lijst",
            Data::Table(_) => "een tabel",
            Data::Other(what) => what,
        };
        let fault = Finding::new(item.spot(), "verkeerd-type", format!("'{}' is hier {is}.", entry.name));
        self.found.push(fault.allowed(format!("Hier hoort: {}.", self.what(schema))));
    }

    /// What a value should look like, in words.
    fn what(&self, expected: &'s Value) -> String {
        let schema = resolve(self.root, expected);
        let choices = choices(schema);
        if !choices.is_empty() {
            return listed(choices.iter().map(|choice| format!("\"{choice}\"")).collect::<Vec<_>>().iter().map(String::as_str));
        }
        match schema["type"].as_str() {
            Some("integer") => "een getal, zoals 1",
            Some("boolean") => "true of false, zonder aanhalingstekens",
            Some("object") => "een tabel met een eigen kop, zoals [step.meter]",
            Some("array") if self.is_tables(schema) => "tabellen met elk een kop, zoals [[step.screen]]",
            Some("array") => "een lijst, zoals [\"a\", \"b\"]",
            _ => "een tekst, zoals \"...\"",
        }
        .to_owned()
    }
}
