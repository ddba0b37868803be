//! The list of real names (`lessons/deny.toml`) and finding them in a text.
//!
//! The rule a reader could break: a name is found where a word begins, never inside one ("shein" is not in "machein").
//! Where the word is also ordinary Dutch (`exact`), only the whole word with its own capitals counts.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::files::File;
use super::shared::Shared;
use super::sheet::read_all;

/// Real names of one sort.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deny {
    /// Stable name of the group.
    pub id: String,
    /// Why not, and what to write instead; an author reads this.
    pub why: String,
    /// Found in any case, also as the beginning of a longer word.
    #[serde(default)]
    pub name: Vec<String>,
    /// Also an ordinary word: found only as a word of its own, written exactly so.
    #[serde(default)]
    pub exact: Vec<String>,
}

/// A real name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'d> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Why not.
    pub why: &'d str,
}

/// The list, with the names of who may be named.
#[derive(Clone, Debug, Default)]
pub struct Names {
    groups: Vec<Deny>,
    helpers: Vec<String>,
}

impl Names {
    /// Reads the list; a group that cannot be read finds nothing and is told elsewhere.
    pub fn of(shared: &Shared) -> Self {
        let helpers = shared.names(File::Helpers, "name").unwrap_or_default();
        Names { groups: read_all(&shared.tables(File::Deny)), helpers: helpers.into_iter().map(str::to_owned).collect() }
    }

    /// The real names in a line, but not where they belong to the name of who helps.
    pub fn find<'d>(&'d self, text: &str) -> Vec<Hit<'d>> {
        let mut hits = Vec::new();
        let mut before = None;
        for (at, letter) in text.char_indices() {
            let begins = letter.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
            before = Some(letter);
            if !begins || hits.last().is_some_and(|hit: &Hit<'_>| hit.range.end > at) {
                continue;
            }
            let named = self.groups.iter().find_map(|group| Some((group.at(&text[at..])?, group)));
            hits.extend(named.map(|(length, group)| Hit { range: at..at + length, why: &group.why }));
        }
        hits.retain(|hit| !self.is_helper(text, &hit.range));
        hits
    }

    fn is_helper(&self, text: &str, range: &Range<usize>) -> bool {
        let covers = |at: usize, name: &str| at <= range.start && range.end <= at + name.len();
        self.helpers.iter().any(|name| text.match_indices(name.as_str()).any(|(at, name)| covers(at, name)))
    }
}

impl Deny {
    /// How long the name is with which this text begins.
    fn at(&self, text: &str) -> Option<usize> {
        let same = |name: &&String| text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
        let whole = |name: &&String| text.strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let name = self.name.iter().find(same).or_else(|| self.exact.iter().find(whole));
        name.map(String::len).filter(|length| *length > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Deny, Names};

    fn found(text: &str) -> Vec<&str> {
        let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect();
        let group = Deny { id: "a".into(), why: "w".into(), name: words(&["KletsApp", "Wij Praten"]), exact: words(&["Stoom", "ABC"]) };
        let names = Names { groups: vec![group], helpers: words(&["Meld Wij Praten"]) };
        names.find(text).into_iter().map(|hit| &text[hit.range]).collect()
    }

    #[test]
    fn a_name_is_found_in_any_case_and_at_the_head_of_a_longer_word() {
        assert_eq!(found("Hij kletsappt op KLETSAPP, met een 'KletsApp-groep'."), ["kletsapp", "KLETSAPP", "KletsApp"]);
        assert_eq!(found("wij praten"), ["wij praten"]);
    }

    #[test]
    fn a_name_inside_a_word_is_none() {
        assert_eq!(found("mijnkletsapp"), Vec::<&str>::new());
    }

    #[test]
    fn an_ordinary_word_is_a_name_only_as_it_is_written() {
        assert_eq!(found("stoom uit de Stoomboot, abc, ABCD en STOOM"), Vec::<&str>::new());
        assert_eq!(found("Hij koopt het op Stoom. ABC!"), ["Stoom", "ABC"]);
    }

    #[test]
    fn who_helps_may_be_named() {
        assert_eq!(found("Bel Meld Wij Praten. Wij praten erover."), ["Wij praten"]);
    }
}
