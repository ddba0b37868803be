//! **order**: cards to put in a row by tapping them one after another. All lie open from the start, since a row can only be
//! thought out as a whole; some may have to stay aside.

use serde::Deserialize;

use super::{Activity, Multi, Opt, Question};
use crate::Id;
use crate::board::Scene;
use crate::text::Text;
use crate::worth::Worth;

/// Put cards in order.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Hints.
    #[serde(default)]
    pub tip: Vec<String>,
    /// The screens, in order; one of them has options. Without options it is read.
    pub screen: Vec<Cards>,
}

/// A screen with cards.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cards {
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
    /// The cards, in a mixed order.
    #[serde(default)]
    pub option: Vec<Card>,
}

/// A card.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Stable name.
    pub id: Id,
    /// The words on it.
    pub text: String,
    /// Why it belongs there, or why it stays aside: told when it lies wrong too, so it must be true both ways.
    pub why: String,
    /// Its place in the row. Cards with the same place may change places; left out for a card that stays aside.
    #[serde(default)]
    pub place: u8,
}

impl From<Order> for Activity {
    fn from(written: Order) -> Self {
        let place = written.screen.iter().flat_map(|screen| &screen.option).map(|card| card.place).collect();
        let screen = written.screen.into_iter().map(|screen| screen.question(&written.tip)).collect();
        Activity::Multi(Multi { screen, scene: Scene::Row, at: Vec::new(), place })
    }
}

impl Cards {
    fn question(self, tips: &[String]) -> Question {
        let tip = if self.option.is_empty() { Vec::new() } else { tips.to_vec() };
        let Cards { id, picture, alt, text, option } = self;
        Question { id, picture, alt, text, tip, option: option.into_iter().map(Opt::from).collect() }
    }
}

impl From<Card> for Opt {
    fn from(Card { id, text, why, place }: Card) -> Self {
        let worth = if place > 0 { Worth::Strong } else { Worth::Detour };
        Opt { id, worth, text, why, opening: None, flag: None, size: None }
    }
}
