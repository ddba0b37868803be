//! The JSON Schemas of the files, made from the Rust types: for editors, and for the checker itself.
//!
//! The rule a reader could break: a schema is never written by hand. The words in it are the doc comments of the
//! types in `course`. They are committed in `lessons/` so that an editor needs no build; a test keeps them in step,
//! and `OOW_WRITE=1 cargo test -p xtask` writes them anew.

use std::sync::OnceLock;

use course::activity::Activity;
use course::catalogue::{Helper, Law, Person, Stop, Term};
use course::lesson::{ExamItem, Head, Review};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::deny::Deny;
use super::files::File;

/// The schema of a sort of file; made once, for a lesson is checked at every save.
pub fn of(file: File) -> &'static Value {
    static ALL: OnceLock<Vec<Value>> = OnceLock::new();
    &ALL.get_or_init(|| File::ALL.map(make).to_vec())[file as usize]
}

fn make(file: File) -> Value {
    let mut generator = SchemaSettings::draft07().into_generator();
    let mut schema = match file {
        File::Lesson => lesson(&mut generator),
        File::Review => list::<Review>(file, &mut generator),
        File::Exam => list::<ExamItem>(file, &mut generator),
        File::Course => list::<Stop>(file, &mut generator),
        File::Cast => list::<Person>(file, &mut generator),
        File::Glossary => list::<Term>(file, &mut generator),
        File::Laws => list::<Law>(file, &mut generator),
        File::Helpers => list::<Helper>(file, &mut generator),
        File::Deny => list::<Deny>(file, &mut generator),
    };
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(file.name());
    schema["definitions"] = Value::Object(generator.take_definitions(true));
    tidy(&mut schema);
    schema
}

/// Name and text of each schema file, as it is committed in `lessons/`.
pub fn texts() -> Vec<(String, String)> {
    File::ALL.iter().map(|file| (file.schema(), format!("{:#}\n", of(*file)))).collect()
}

/// A file that holds one list.
fn list<T: JsonSchema>(file: File, generator: &mut SchemaGenerator) -> Value {
    let mut entry = T::json_schema(generator).to_value();
    if file == File::Course {
        // Filled in by the compiler, not by an author.
        if let Some(properties) = entry["properties"].as_object_mut() {
            properties.retain(|key, _| !["steps", "minutes"].contains(&key.as_str()));
        }
    }
    json!({
        "type": "object",
        "properties": { file.list(): { "type": "array", "items": entry } },
        "required": [file.list()],
        "additionalProperties": false,
    })
}

fn lesson(generator: &mut SchemaGenerator) -> Value {
    let mut head = Head::json_schema(generator).to_value();
    head["properties"]["step"] = json!({ "type": "array", "description": "The steps, in order.", "items": step(generator) });
    if let Some(required) = head["required"].as_array_mut() {
        required.push(json!("step"));
    }
    head
}

/// A step: what all kinds share, and by `kind` the fields of that kind.
fn step(generator: &mut SchemaGenerator) -> Value {
    let kinds: Vec<(&str, Value)> = Activity::schemas(generator).into_iter().map(|(name, schema)| (name, schema.to_value())).collect();
    let names: Vec<&str> = kinds.iter().map(|(name, _)| *name).collect();
    let branches: Vec<Value> = kinds.iter().map(|(name, schema)| branch(name, schema)).collect();
    let mut shared = shared();
    shared.insert("kind".into(), json!({ "type": "string", "description": "The way to learn.", "enum": names }));
    json!({ "type": "object", "properties": shared, "required": REQUIRED, "allOf": branches })
}

/// What each step must say.
const REQUIRED: [&str; 3] = ["id", "title", "kind"];

/// The fields of a step that no kind owns.
pub const STEP_KEYS: [&str; 6] = ["id", "title", "kind", "rev", "when", "note"];

fn shared() -> Map<String, Value> {
    let text = |words: &str| json!({ "type": "string", "description": words });
    let mut shared = Map::new();
    shared.insert("id".into(), text("Stable name; part of the address (`#/les/<lesson>/<step>`)."));
    shared.insert("title".into(), text("What a screen reader and the teacher's list call it."));
    shared.insert("when".into(), text("On the road only when a flag was set so: `weg=rond|` (an empty value: also when nothing set it)."));
    let rev = "Raised when the meaning of the step changed: answers of an older `rev` are asked again.";
    shared.insert("rev".into(), json!({ "type": "integer", "description": rev, "default": 1, "minimum": 1, "maximum": u16::MAX }));
    shared
}

fn branch(kind: &str, schema: &Value) -> Value {
    let mut properties = shared();
    properties.insert("kind".into(), json!({ "const": kind, "description": schema["description"] }));
    properties.extend(schema["properties"].as_object().cloned().unwrap_or_default());
    let required: Vec<Value> =
        REQUIRED.iter().map(|key| json!(key)).chain(schema["required"].as_array().cloned().unwrap_or_default()).collect();
    json!({
        "if": { "properties": { "kind": { "const": kind } }, "required": ["kind"] },
        "then": { "properties": properties, "required": required, "additionalProperties": false },
    })
}

/// Takes out what TOML does not have (null), and lets every table carry a `note`.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(list) => list.iter_mut().for_each(tidy),
        Value::Object(map) => {
            map.values_mut().for_each(tidy);
            if map.get("default").is_some_and(Value::is_null) {
                map.remove("default");
            }
            if let Some(one) =
                map.get("type").and_then(Value::as_array).and_then(|types| types.iter().find(|name| *name != "null")).cloned()
            {
                map.insert("type".into(), one);
            }
            if let Some(choices) = map.get_mut("anyOf").and_then(Value::as_array_mut) {
                choices.retain(|choice| choice["type"] != "null");
            }
            let closed = map.get("additionalProperties") == Some(&Value::Bool(false));
            if let Some(properties) = map.get_mut("properties").and_then(Value::as_object_mut).filter(|_| closed) {
                let note = json!({ "type": "string", "description": "Stage direction for authors; never compiled." });
                properties.entry("note").or_insert(note);
            }
        }
        _ => {}
    }
}

/// Follows references, and the wrappings in which schemars puts them.
pub fn resolve<'s>(root: &'s Value, mut schema: &'s Value) -> &'s Value {
    loop {
        let inner = ["allOf", "anyOf"].iter().find_map(|key| schema[key].as_array().and_then(|list| list.first()));
        let next = match schema["$ref"].as_str().and_then(|path| path.strip_prefix('#')) {
            Some(path) => root.pointer(path),
            None => inner.filter(|inner| inner["if"].is_null()),
        };
        match next {
            Some(next) => schema = next,
            None => return schema,
        }
    }
}

/// The values of a closed set, if it is one.
pub fn choices(schema: &Value) -> Vec<&str> {
    let listed = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let described = schema["oneOf"].as_array().into_iter().flatten().filter_map(|choice| choice["const"].as_str());
    listed.chain(described).chain(schema["const"].as_str()).collect()
}

/// What a step of this kind holds, in the schema of a lesson file.
pub fn of_kind<'s>(lesson: &'s Value, kind: &str) -> Option<&'s Value> {
    let branches = lesson["properties"]["step"]["items"]["allOf"].as_array()?;
    branches.iter().find(|branch| branch["if"]["properties"]["kind"]["const"] == kind).map(|branch| &branch["then"])
}

/// Whether the screens of a kind can hold options, so that a step of it asks something.
pub fn asks(lesson: &Value, kind: &str) -> bool {
    let screen = of_kind(lesson, kind).map(|step| resolve(lesson, &step["properties"]["screen"]["items"]));
    screen.is_some_and(|screen| !screen["properties"]["option"].is_null())
}
