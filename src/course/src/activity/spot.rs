//! **spot**: things to mark in a picture. Each can also be marked in the list below it, so that it needs no mouse and no
//! eyes: the list says what there is, the child still decides what it means.

use serde::Deserialize;

use super::{Activity, Multi, Opt, Question};
use crate::Id;
use crate::board::{Scene, Spot as At};
use crate::text::Text;
use crate::worth::Worth;

/// Mark things in a picture.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// The screens, in order; one of them has options. Without options it is read.
    pub screen: Vec<Screen>,
}

/// A screen with things to mark.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Stable name.
    pub id: Id,
    /// Name of the picture.
    #[serde(default)]
    pub picture: Option<Id>,
    /// What the picture shows, in one or two short sentences.
    #[serde(default)]
    pub alt: String,
    /// The words.
    pub text: Text,
    /// Hints, in the order in which they are given.
    #[serde(default)]
    pub tip: Vec<String>,
    /// What can be marked.
    #[serde(default)]
    pub option: Vec<Thing>,
}

/// Something in the picture.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Thing {
    /// Stable name.
    pub id: Id,
    /// What it is worth to mark it.
    pub worth: Worth,
    /// What it is, without what it means.
    pub text: String,
    /// The explanation: what it gives away, or why it gives nothing away.
    pub why: String,
    /// Where it lies in the picture, in percent: of its width, of its height, and the radius of its width.
    pub at: At,
}

impl From<Spot> for Activity {
    fn from(written: Spot) -> Self {
        let at = written.screen.iter().flat_map(|screen| &screen.option).map(|thing| thing.at).collect();
        Activity::Multi(Multi {
            screen: written.screen.into_iter().map(Question::from).collect(),
            scene: Scene::Photo,
            at,
            place: Vec::new(),
        })
    }
}

impl From<Screen> for Question {
    fn from(Screen { id, picture, alt, text, tip, option }: Screen) -> Self {
        Question { id, picture, alt, text, tip, option: option.into_iter().map(Opt::from).collect() }
    }
}

impl From<Thing> for Opt {
    fn from(Thing { id, worth, text, why, .. }: Thing) -> Self {
        Opt { id, worth, text, why, opening: None, flag: None, size: None }
    }
}
