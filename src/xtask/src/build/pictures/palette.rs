//! The colours behind `var(--skin)`: the `.p-NAME{...}` rules of the cast, and the light theme for everything else.
//!
//! Rule: pictures are drawn once, in the light theme; a colour that must follow the theme does not belong in one.
//! Only custom properties in plain class rules count; rules inside `@media` do not.

use std::collections::{BTreeMap, BTreeSet};

/// Values per custom property of one rule.
type Values = BTreeMap<String, String>;

/// The rules a picture can see.
#[derive(Debug, Default)]
pub struct Palette {
    /// Cast rules in sheet order: the classes an element must have, and what they set.
    cast: Vec<(Vec<String>, Values)>,
    root: Values,
    classes: BTreeSet<String>,
}

impl Palette {
    /// Reads a stripped style sheet (see `css::strip`).
    pub fn parse(css: &str) -> Self {
        let mut palette = Self::default();
        palette.rules(css);
        palette
    }

    fn rules(&mut self, mut css: &str) {
        while let Some(open) = css.find('{') {
            // Statements such as `@layer a,b;` stand before the selector.
            let selector = css[..open].rsplit(';').next().unwrap_or_default().trim();
            let length = block_length(&css[open + 1..]);
            let body = &css[open + 1..open + 1 + length];
            if selector.starts_with("@layer") {
                self.rules(body);
            } else if !selector.starts_with('@') {
                self.rule(selector, body);
            }
            css = css.get(open + length + 2..).unwrap_or_default();
        }
    }

    fn rule(&mut self, selectors: &str, body: &str) {
        let values: Values = body
            .split(';')
            .filter_map(|line| line.split_once(':'))
            .filter(|(name, _)| name.starts_with("--"))
            .map(|(name, value)| (name.to_owned(), value.trim().replace('"', "'")))
            .collect();
        for selector in selectors.split(',') {
            if matches!(selector, ":root" | "[data-theme=light]" | ":root[data-theme=light]") {
                self.root.extend(values.clone());
            } else if selector.starts_with(".p-") && !selector.contains([' ', '>', ':', '[', '+', '~']) {
                let classes: Vec<String> = selector.split('.').skip(1).map(str::to_owned).collect();
                self.classes.extend(classes.iter().cloned());
                self.cast.push((classes, values.clone()));
            }
        }
    }

    /// Whether an author may use this class.
    pub fn knows(&self, class: &str) -> bool {
        self.classes.contains(class)
    }

    /// The classes of the cast, for a message.
    pub fn cast_names(&self) -> String {
        let names: Vec<&str> = self.classes.iter().filter(|name| name.starts_with("p-")).map(String::as_str).collect();
        names.join(", ")
    }

    /// Puts colours in place of every `var()`; `scopes` are the classes of the elements around, innermost last.
    /// The error is the name of the property that has no value here.
    pub fn resolve(&self, value: &str, scopes: &[Vec<String>]) -> Result<String, String> {
        self.resolve_to(value, scopes, 0)
    }

    fn resolve_to(&self, value: &str, scopes: &[Vec<String>], depth: usize) -> Result<String, String> {
        let Some(start) = value.find("var(") else { return Ok(value.to_owned()) };
        let inside = &value[start + "var(".len()..];
        let length = bracket_length(inside);
        let (name, fallback) = match inside[..length].split_once(',') {
            Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
            None => (inside[..length].trim(), None),
        };
        // A property that names itself would never end; the deepest honest chain in our sheets is two.
        let found = self.lookup(name, scopes).or(fallback).filter(|_| depth < 8).ok_or(name)?;
        let found = self.resolve_to(found, scopes, depth + 1)?;
        let rest = self.resolve_to(inside.get(length + 1..).unwrap_or_default(), scopes, depth)?;
        Ok(format!("{}{found}{rest}", &value[..start]))
    }

    fn lookup(&self, name: &str, scopes: &[Vec<String>]) -> Option<&str> {
        for classes in scopes.iter().rev() {
            let fits = |rule: &&(Vec<String>, Values)| rule.1.contains_key(name) && rule.0.iter().all(|class| classes.contains(class));
            // As in CSS: more classes win, then the later rule (`max_by_key` keeps the last of equals).
            if let Some(rule) = self.cast.iter().filter(fits).max_by_key(|rule| rule.0.len()) {
                return rule.1.get(name).map(String::as_str);
            }
        }
        self.root.get(name).map(String::as_str)
    }
}

/// The length up to the brace that closes an already open block.
fn block_length(text: &str) -> usize {
    closing(text, b'{', b'}')
}

/// The length up to the bracket that closes an already open one.
fn bracket_length(text: &str) -> usize {
    closing(text, b'(', b')')
}

fn closing(text: &str, open: u8, close: u8) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        if byte == open {
            depth += 1;
        } else if byte == close {
            if depth == 0 {
                return at;
            }
            depth -= 1;
        }
    }
    text.len()
}
