//! What all lessons share: the road, the cast, hard words, law lines and helpers.
//!
//! The rule a reader could break: a bill is not a law. [`Law::spoken`] is the only way to the words of a law line,
//! and it says so. A helper is shown with the date on which somebody checked it.

use serde::{Deserialize, Serialize};

use crate::Id;

/// What the app needs before it opens a lesson: read from `course.bin`.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Default)]
pub struct Catalogue {
    /// The stops on the road, in order.
    pub stops: Vec<Stop>,
    /// The people in the stories.
    pub cast: Vec<Person>,
    /// Who helps.
    pub helpers: Vec<Helper>,
    /// The day on which all helpers of the help page were last checked, as people write it.
    pub checked: String,
}

impl Catalogue {
    /// Reads the compact form that the native compiler wrote.
    ///
    /// # Errors
    /// When the bytes are cut off or of another program version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        crate::packed::unpack(bytes)
    }

    /// The stop of the lesson with this id.
    pub fn stop(&self, lesson: &str) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.id == lesson)
    }

    /// The person whom children read as `name`.
    pub fn person(&self, name: &str) -> Option<&Person> {
        self.cast.iter().find(|person| person.name == name)
    }
}

/// One stop on the road.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Id of the lesson.
    pub id: Id,
    /// Title on the map.
    pub title: String,
    /// The folder of the lesson; none while its content is still to come.
    #[serde(default)]
    pub folder: Option<String>,
    /// The steps of the lesson, filled in by the compiler.
    #[serde(default)]
    pub steps: Vec<Id>,
    /// Minutes in class, filled in by the compiler.
    #[serde(default)]
    pub minutes: u8,
}

/// Somebody in the stories.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Stable name, also of the face in `static/art/faces.svg`.
    pub id: Id,
    /// The name as children read it.
    pub name: String,
    /// What you see of them, for a screen reader and for authors.
    pub looks: String,
    /// The colour behind the face: one of `sun`, `mint`, `pink`, `lila`, `sand`.
    #[serde(default)]
    pub tint: Option<String>,
    /// Not in class 8 of De Vaart: another school, or a grown-up.
    #[serde(default)]
    pub elsewhere: bool,
}

/// A hard word with its meaning in one line.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable name.
    pub id: Id,
    /// The word as it stands in a text.
    pub word: String,
    /// What it means, in one line.
    pub meaning: String,
}

/// Whether a statement is law already.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LawStatus {
    /// In force.
    Law,
    /// Proposed; not in force.
    Bill,
}

/// How sure we are of a fact.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Read in a source.
    Verified,
    /// The source is old, undated or indirect: check again before a child sees it.
    Old,
    /// Not verified: never reaches a pupil.
    Unverified,
}

/// What the law says, in words for a child, with its source.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Stable name.
    pub id: Id,
    /// The statement, one sentence a line.
    pub statement: String,
    /// The article, as a jurist cites it.
    pub article: String,
    /// In force or proposed.
    pub status: LawStatus,
    /// Where it was read.
    pub source: String,
    /// Day of the last check, as `2026-11-24`.
    pub checked: String,
    /// How sure we are.
    pub certainty: Certainty,
}

impl Law {
    /// The lines to show. A bill always says that it is a proposal.
    pub fn spoken(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.statement.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if self.status == LawStatus::Bill {
            lines.insert(0, "Dit is een voorstel. Het is nog geen wet.".to_owned());
        }
        lines
    }
}

/// Somebody who helps, outside the own circle of a child.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Helper {
    /// Stable name.
    pub id: Id,
    /// The name on the button.
    pub name: String,
    /// For what, in one line.
    #[serde(rename = "for")]
    pub about: String,
    /// Phone number as people read it.
    pub phone: String,
    /// Where to chat: the address of the site, if there is one.
    #[serde(default)]
    pub chat: Option<String>,
    /// When somebody answers; empty when that was not verified.
    #[serde(default)]
    pub hours: String,
    /// Costs nothing and asks no name.
    #[serde(default)]
    pub free: bool,
    /// An icon of `static/art/icons.svg`.
    pub icon: String,
    /// Shown to pupils on the help page, in this order.
    #[serde(default)]
    pub page: bool,
    /// Where it was read.
    pub source: String,
    /// Day of the last check, as `2026-11-24`.
    pub checked: String,
    /// How sure we are.
    pub certainty: Certainty,
}

impl Helper {
    /// The number for a `tel:` link: digits only.
    pub fn dial(&self) -> String {
        self.phone.chars().filter(char::is_ascii_digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn law(status: LawStatus) -> Law {
        Law {
            id: "beelden".into(),
            statement: "Eén zin.\n\nNog een zin.\n".into(),
            article: "139i Sr".into(),
            status,
            source: "bron".into(),
            checked: "2026-11-24".into(),
            certainty: Certainty::Verified,
        }
    }

    #[test]
    fn a_bill_never_sounds_like_a_law() {
        assert_eq!(law(LawStatus::Law).spoken(), ["Eén zin.", "Nog een zin."]);
        assert!(law(LawStatus::Bill).spoken()[0].contains("nog geen wet"));
    }
}
