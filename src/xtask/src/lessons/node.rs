//! TOML values that know where they stand, free of the text they were read from.
//!
//! The parser's own tables borrow from the text; these do not, so that a lesson can be kept beside others. Spans
//! count bytes of the file.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    pub(super) span: Range<usize>,
    pub(super) data: Data,
}

/// What a value holds.
#[derive(Clone, Debug)]
pub enum Data {
    /// A string.
    Text(String),
    /// A whole number.
    Number(i64),
    /// `true` or `false`.
    Truth(bool),
    /// A list.
    List(Vec<Node>),
    /// A table: keys with their places, in the order of the file.
    Table(Vec<(Key, Node)>),
    /// Something that lessons have no use for: a broken number, a date.
    Other(&'static str),
}

/// A key with its place.
#[derive(Clone, Debug)]
pub struct Key {
    pub(super) name: String,
    pub(super) span: Range<usize>,
}

impl Node {
    /// From what the parser read.
    pub fn new(value: &Spanned<DeValue<'_>>) -> Self {
        let data = match value.get_ref() {
            DeValue::String(text) => Data::Text(text.clone().into_owned()),
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).map_or(Data::Other("een te groot getal"), Data::Number)
            }
            DeValue::Boolean(truth) => Data::Truth(*truth),
            DeValue::Array(list) => Data::List(list.iter().map(Node::new).collect()),
            DeValue::Table(table) => Data::Table(entries(table)),
            DeValue::Float(_) => Data::Other("een getal met een punt"),
            DeValue::Datetime(_) => Data::Other("een datum zonder aanhalingstekens"),
        };
        Node { span: value.span(), data }
    }

    /// A whole file.
    pub fn root(table: &Spanned<DeTable<'_>>) -> Self {
        Node { span: table.span(), data: Data::Table(entries(table.get_ref())) }
    }

    /// The same value for the Rust types: without places, and without `note` in any table.
    pub fn bare(&self) -> toml::Value {
        match &self.data {
            Data::Text(text) => toml::Value::String(text.clone()),
            Data::Number(number) => toml::Value::Integer(*number),
            Data::Truth(truth) => toml::Value::Boolean(*truth),
            Data::List(list) => toml::Value::Array(list.iter().map(Node::bare).collect()),
            Data::Table(table) => {
                let kept = table.iter().filter(|(key, _)| key.name != "note");
                toml::Value::Table(kept.map(|(key, node)| (key.name.clone(), node.bare())).collect())
            }
            Data::Other(what) => toml::Value::String((*what).to_owned()),
        }
    }
}

/// In the order of the file: the parser gives keys by the alphabet.
fn entries(table: &DeTable<'_>) -> Vec<(Key, Node)> {
    let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let name: &std::borrow::Cow<'_, str> = key.get_ref();
        (Key { name: name.clone().into_owned(), span: key.span() }, Node::new(value))
    };
    let mut entries: Vec<(Key, Node)> = table.iter().map(entry).collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    entries
}
