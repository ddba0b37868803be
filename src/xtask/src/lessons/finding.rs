//! One fault, told to the person who can mend it: where, which rule, what is wrong, what is allowed.
//!
//! The rule a reader could break: words here are Dutch and short. A finding says what is so; what is allowed goes in
//! [`Finding::allowed`], and a near miss in [`Finding::meant`], so that both stay in step for the terminal and JSON.

use std::sync::Arc;

use serde_json::{Value, json};

use super::source::{Source, Spot};

/// A fault in a lesson or in what lessons share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Rule code, as in `lessons/README.md`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What is allowed.
    pub allowed: Option<String>,
    /// A name that was probably meant.
    pub meant: Option<String>,
    pub(super) source: Arc<Source>,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Finding {
    /// A fault at this place.
    pub fn new(spot: Spot<'_>, code: &'static str, message: impl Into<String>) -> Self {
        let spot = spot.first_line();
        let source = Arc::clone(spot.source);
        Finding { code, message: message.into(), allowed: None, meant: None, source, start: spot.start, end: spot.end }
    }

    /// Adds what is allowed.
    #[must_use]
    pub fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.allowed = Some(allowed.into());
        self
    }

    /// Adds the name that was probably meant, if one of `names` comes near.
    #[must_use]
    pub fn meant<'n>(mut self, typed: &str, names: impl IntoIterator<Item = &'n str>) -> Self {
        self.meant = nearest(typed, names).map(str::to_owned);
        self
    }

    /// The file, below the root.
    pub fn file(&self) -> &str {
        &self.source.path
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.source.position(self.start).0
    }

    /// The column, from 1, in characters.
    pub fn column(&self) -> usize {
        self.source.position(self.start).1
    }

    /// The offending line.
    pub fn excerpt(&self) -> &str {
        self.source.line(self.start)
    }

    /// What is allowed and what was probably meant, as one line.
    pub fn help(&self) -> Option<String> {
        let meant = self.meant.as_ref().map(|name| format!("Bedoel je '{name}'?"));
        let parts: Vec<String> = meant.into_iter().chain(self.allowed.clone()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The same facts for an editor or another program.
    pub fn to_json(&self) -> Value {
        json!({
            "file": self.file(), "line": self.line(), "column": self.column(), "code": self.code,
            "message": self.message, "allowed": self.allowed, "meant": self.meant, "excerpt": self.excerpt(),
        })
    }
}

/// The name that comes nearest, if it comes near enough to be a slip of the finger.
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    /// Below this likeness (0 to 1) a suggestion confuses more than it helps.
    const NEAR: f64 = 0.78;
    let likeness = |name: &str| strsim::jaro_winkler(&typed.to_lowercase(), &name.to_lowercase());
    let scored = names.into_iter().filter(|name| *name != typed).map(|name| (likeness(name), name));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

/// Names as a Dutch list: `a, b of c`; long lists are cut off.
pub fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    /// More than this on one line is no longer read.
    const MANY: usize = 24;
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => "niets".to_owned(),
        [only] => (*only).to_owned(),
        [..] if names.len() > MANY => format!("{} en nog {}", names[..MANY].join(", "), names.len() - MANY),
        [most @ .., last] => format!("{} of {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_gets_a_suggestion_and_a_stranger_does_not() {
        assert_eq!(nearest("stroy", ["story", "sort", "talk"]), Some("story"));
        assert_eq!(nearest("Noortje", ["Noor", "Sem"]), Some("Noor"));
        assert_eq!(nearest("quiz", ["story", "sort", "talk"]), None);
    }

    #[test]
    fn a_list_of_names_reads_as_dutch() {
        assert_eq!(listed(["a", "b", "c"]), "a, b of c");
        assert_eq!(listed(["a"]), "a");
    }
}
