//! A TOML file as a table in which every key and value knows where it stands.
//!
//! The rule a reader could break: rules look at these tables, not at the Rust types, so that a fault in one place
//! never hides a fault in another. The types come last (see `draft.rs`), each step on its own.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::node::{Data, Key, Node};
use super::source::{Source, Spot};

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The text.
    pub source: Arc<Source>,
    /// Parts that are no TOML were left out: what is not found here may be there all the same.
    pub holes: bool,
    pub(super) root: Node,
}

/// A table with its place.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    sheet: &'a Sheet,
    node: &'a Node,
    map: &'a [(Key, Node)],
}

/// A key with its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The key.
    pub name: &'a str,
    /// Where the key stands.
    pub spot: Spot<'a>,
    /// The value.
    pub value: Item<'a>,
}

/// A value with its place.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    sheet: &'a Sheet,
    node: &'a Node,
}

/// A string with its place.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The string.
    pub text: &'a str,
    /// Where it stands.
    pub spot: Spot<'a>,
    /// Where its key stands; for an entry of a list the entry itself.
    pub key: Spot<'a>,
}

impl Sheet {
    /// The whole file as a table.
    pub fn table(&self) -> Option<Table<'_>> {
        Item { sheet: self, node: &self.root }.table()
    }

    /// The tables of the list at the top with this name.
    pub fn list(&self, name: &str) -> Vec<Table<'_>> {
        self.table().map(|table| table.tables(name)).unwrap_or_default()
    }

    /// The start of the file.
    pub fn top(&self) -> Spot<'_> {
        Spot::top(&self.source)
    }
}

impl<'a> Table<'a> {
    /// Where the table begins: its header.
    pub fn spot(&self) -> Spot<'a> {
        if self.is_top() { self.sheet.top() } else { Item { sheet: self.sheet, node: self.node }.spot() }
    }

    /// Whether this is the whole file.
    pub fn is_top(&self) -> bool {
        std::ptr::eq(self.node, &self.sheet.root)
    }

    /// Whether parts of this table may have been left out: the top of a file with holes.
    pub fn is_torn(&self) -> bool {
        self.sheet.holes && self.is_top()
    }

    /// Where the table is named: its `id` if it has one, else its header.
    pub fn named(&self) -> Spot<'a> {
        self.text("id").map_or_else(|| self.spot(), |id| id.spot)
    }

    /// All keys with their values, in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let sheet = self.sheet;
        self.map.iter().map(move |(key, node)| Entry {
            name: &key.name,
            spot: Spot::new(&sheet.source, key.span.start, key.span.end),
            value: Item { sheet, node },
        })
    }

    /// The entry with this key.
    pub fn entry(&self, name: &str) -> Option<Entry<'a>> {
        self.entries().find(|entry| entry.name == name)
    }

    /// The string at this key.
    pub fn text(&self, name: &str) -> Option<Words<'a>> {
        self.entry(name).and_then(|entry| entry.value.words(entry.spot))
    }

    /// The `id`, or nothing.
    pub fn id(&self) -> &'a str {
        self.text("id").map_or("", |id| id.text)
    }

    /// The string, or the strings of the list, at this key.
    pub fn texts(&self, name: &str) -> Vec<Words<'a>> {
        self.entry(name).map(|entry| entry.texts()).unwrap_or_default()
    }

    /// The table, or the tables of the list, at this key.
    pub fn tables(&self, name: &str) -> Vec<Table<'a>> {
        self.entry(name).map(|entry| entry.value.tables()).unwrap_or_default()
    }

    /// The whole number at this key, and where it stands.
    pub fn number(&self, name: &str) -> Option<(i64, Spot<'a>)> {
        let item = self.entry(name)?.value;
        match item.data() {
            Data::Number(number) => Some((*number, item.spot())),
            _ => None,
        }
    }

    /// Whether this key says `true`.
    pub fn says(&self, name: &str) -> bool {
        self.entry(name).is_some_and(|entry| matches!(entry.value.data(), Data::Truth(true)))
    }

    /// A copy for the Rust types, without `note` in any table.
    pub fn bare(&self) -> toml::Value {
        self.node.bare()
    }
}

impl<'a> Entry<'a> {
    /// The string, or the strings of the list.
    pub fn texts(&self) -> Vec<Words<'a>> {
        match self.value.items() {
            Some(items) => items.iter().filter_map(|item| item.words(item.spot())).collect(),
            None => self.value.words(self.spot).into_iter().collect(),
        }
    }
}

impl<'a> Item<'a> {
    /// What it holds.
    pub fn data(&self) -> &'a Data {
        &self.node.data
    }

    /// Where it stands.
    pub fn spot(&self) -> Spot<'a> {
        Spot::new(&self.sheet.source, self.node.span.start, self.node.span.end)
    }

    /// A copy for the Rust types.
    pub fn bare(&self) -> toml::Value {
        self.node.bare()
    }

    /// The entries, if it is a list.
    pub fn items(&self) -> Option<Vec<Item<'a>>> {
        let sheet = self.sheet;
        match self.data() {
            Data::List(list) => Some(list.iter().map(|node| Item { sheet, node }).collect()),
            _ => None,
        }
    }

    /// The table, if it is one.
    pub fn table(&self) -> Option<Table<'a>> {
        match self.data() {
            Data::Table(map) => Some(Table { sheet: self.sheet, node: self.node, map }),
            _ => None,
        }
    }

    /// The table, or the tables of the list.
    pub fn tables(&self) -> Vec<Table<'a>> {
        match self.items() {
            Some(items) => items.iter().filter_map(Item::table).collect(),
            None => self.table().into_iter().collect(),
        }
    }

    fn words(&self, key: Spot<'a>) -> Option<Words<'a>> {
        match self.data() {
            Data::Text(text) => Some(Words { text, spot: self.spot(), key }),
            _ => None,
        }
    }
}

impl<'a> Words<'a> {
    /// The lines of the string, each with its own place, as far as that can be told: an escaped character hides it,
    /// and then the place of the whole string stands in.
    pub fn lines(&self) -> Vec<Words<'a>> {
        let mut from = 0;
        let mut lines = Vec::new();
        for text in self.text.lines() {
            let found = self.spot.find(text, from);
            if let Some(spot) = found {
                from = spot.end - self.spot.start;
            }
            lines.push(Words { text, spot: found.unwrap_or(self.spot), key: self.key });
        }
        lines
    }

    /// The place of a part of the string, or of all of it.
    pub fn part(&self, part: &str) -> Spot<'a> {
        self.spot.find(part, 0).unwrap_or(self.spot)
    }

    /// Nothing but space.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The tables that can be read; those with faults are told elsewhere.
pub fn read_all<T: DeserializeOwned>(tables: &[Table<'_>]) -> Vec<T> {
    tables.iter().filter_map(|table| table.bare().try_into().ok()).collect()
}
