//! A value with faults, mended so far that the Rust types can read it.
//!
//! The rule a reader could break: what is mended is looked at and never compiled. It exists so that one forgotten key
//! does not hide, say, a moment of the same chat that nobody can reach.

use serde_json::Value as Schema;
use toml::Value;

use super::schema::{choices, resolve};

/// The same value without what the schema does not know, and with something harmless where something must be.
pub fn mended(root: &Schema, schema: &Schema, value: Value) -> Value {
    mend(root, schema, value).unwrap_or_else(|| harmless(root, schema))
}

fn mend(root: &Schema, schema: &Schema, value: Value) -> Option<Value> {
    let schema = resolve(root, schema);
    let choices = choices(schema);
    match (schema["type"].as_str(), value) {
        (_, Value::String(text)) if !choices.is_empty() => choices.contains(&text.as_str()).then_some(Value::String(text)),
        (Some("array"), Value::Array(list)) => {
            let mut list: Vec<Value> = list.into_iter().filter_map(|inner| mend(root, &schema["items"], inner)).collect();
            // A list of a fixed length, such as a place in a picture.
            if let Some(length) = schema["maxItems"].as_u64().filter(|most| schema["minItems"].as_u64() == Some(*most)) {
                list.resize(usize::try_from(length).unwrap_or(0), harmless(root, &schema["items"]));
            }
            Some(Value::Array(list))
        }
        (Some("string"), text @ Value::String(_)) => Some(text),
        (Some("boolean"), truth @ Value::Boolean(_)) => Some(truth),
        (Some("integer"), Value::Integer(number)) => {
            let range = schema["minimum"].as_i64().unwrap_or(i64::MIN)..=schema["maximum"].as_i64().unwrap_or(i64::MAX);
            range.contains(&number).then_some(Value::Integer(number))
        }
        (_, Value::Table(table)) if schema["properties"].is_object() => {
            let known =
                table.into_iter().filter_map(|(key, inner)| Some((key.clone(), mend(root, schema["properties"].get(&key)?, inner)?)));
            let mut table: toml::Table = known.collect();
            for key in schema["required"].as_array().into_iter().flatten().filter_map(Schema::as_str) {
                if !table.contains_key(key) {
                    table.insert(key.to_owned(), harmless(root, &schema["properties"][key]));
                }
            }
            Some(Value::Table(table))
        }
        _ => None,
    }
}

/// The least that the schema takes.
fn harmless(root: &Schema, schema: &Schema) -> Value {
    let schema = resolve(root, schema);
    if let Some(first) = choices(schema).first() {
        return Value::String((*first).to_owned());
    }
    match schema["type"].as_str() {
        Some("array") => mend(root, schema, Value::Array(Vec::new())).unwrap_or(Value::Boolean(false)),
        Some("boolean") => Value::Boolean(false),
        Some("integer") => Value::Integer(schema["minimum"].as_i64().unwrap_or(0)),
        Some("object") => mend(root, schema, Value::Table(toml::Table::new())).unwrap_or(Value::Boolean(false)),
        _ => Value::String(String::new()),
    }
}
