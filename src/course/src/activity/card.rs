//! **card**: short cards with a small picture: a rule, a meaning, what the law says, who helps.

use serde::{Deserialize, Serialize};

use super::{Authored, Here, Kind, Panel};
use crate::Id;
use crate::board::{Board, Frame};

/// Cards to read.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The screens, in order.
    pub screen: Vec<Panel>,
}

impl Kind for Card {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|panel| &panel.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        Some(Panel::at(&self.screen, here.screen)?.board(here, Frame::Card))
    }
}

impl Authored for Card {}
