//! **story**: panels of a picture book, one at a time. Read, look, go on.

use serde::{Deserialize, Serialize};

use super::{Authored, Here, Kind, Panel};
use crate::Id;
use crate::board::{Board, Frame};

/// A picture story.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The screens, in order.
    pub screen: Vec<Panel>,
}

impl Kind for Story {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|panel| &panel.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        Some(Panel::at(&self.screen, here.screen)?.board(here, Frame::Spread))
    }
}

impl Authored for Story {}
