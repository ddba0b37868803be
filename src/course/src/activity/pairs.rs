//! **match**: things that belong together. One half is in hand, the other halves lie as crates; a pair that does not fit
//! comes back with its tip and stays in hand. (Rust keeps the word `match` for itself, hence the name of this file.)

use serde::Deserialize;

use super::sort::{Item, Name};
use super::{Activity, Sort, Verdict};
use crate::Id;
use crate::text::Text;
use crate::worth::Worth;

/// Find what belongs together.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pairs {
    /// Hints that hold for every pair.
    #[serde(default)]
    pub tip: Vec<String>,
    /// The explanation when two do not belong together, for a pair that has none of its own.
    pub otherwise: String,
    /// The pairs, in the order in which they come in hand; one without `title` is read first.
    pub screen: Vec<Pair>,
}

/// Two halves.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Stable name.
    pub id: Id,
    /// Name of the picture.
    #[serde(default)]
    pub picture: Option<Id>,
    /// What the picture shows.
    #[serde(default)]
    pub alt: String,
    /// The half in hand.
    pub text: Text,
    /// The half to find.
    #[serde(default)]
    pub title: String,
    /// A sign or icon of the house that goes with the half to find.
    #[serde(default)]
    pub sign: Option<String>,
    /// Why these two belong together.
    #[serde(default)]
    pub why: String,
    /// The explanation when another half is tried.
    #[serde(default)]
    pub otherwise: Option<String>,
}

impl From<Pairs> for Activity {
    fn from(written: Pairs) -> Self {
        let whole = written.screen.iter().filter(|pair| !pair.title.is_empty());
        let mut group: Vec<Name> =
            whole.map(|pair| Name { id: pair.id.clone(), title: pair.title.clone(), sign: pair.sign.clone() }).collect();
        // By the alphabet: an order that gives nothing away.
        group.sort_by(|a, b| a.title.cmp(&b.title));
        let item = |pair: Pair| {
            let found = Verdict { id: pair.id.clone(), worth: Worth::Strong, why: pair.why };
            let asks = !pair.title.is_empty();
            Item {
                id: pair.id,
                picture: pair.picture,
                alt: pair.alt,
                text: pair.text,
                option: if asks { vec![found] } else { Vec::new() },
                otherwise: asks.then(|| pair.otherwise.unwrap_or_else(|| written.otherwise.clone())),
            }
        };
        Activity::Sort(Sort { group, tip: written.tip, screen: written.screen.into_iter().map(item).collect() })
    }
}
