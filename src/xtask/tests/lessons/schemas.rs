//! The committed schemas are those of the Rust types, and every kind is in the one of lessons.

use course::activity::KINDS;
use xtask::lessons::files::File;
use xtask::lessons::schema::{of, of_kind, texts};

use super::ground::in_step;

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    for (name, text) in texts() {
        in_step(&["lessons/", &name].concat(), &text);
    }
}

#[test]
fn an_editor_gets_the_fields_of_each_kind() {
    let lesson = of(File::Lesson);
    for kind in KINDS {
        let step = of_kind(lesson, kind).unwrap();
        assert!(step["properties"]["screen"].is_object(), "{kind} has no screens");
        assert!(step["properties"]["title"]["type"] == "string", "{kind} clashes with the title of a step");
        assert!(step["properties"]["kind"]["description"].is_string(), "{kind} does not explain itself");
        assert_eq!(step["additionalProperties"], false);
    }
}

#[test]
fn every_table_may_carry_a_note() {
    let lesson = of(File::Lesson);
    let notes = lesson["definitions"].as_object().unwrap().values().filter(|table| table["additionalProperties"] == false);
    assert!(notes.into_iter().all(|table| table["properties"]["note"].is_object()));
}
