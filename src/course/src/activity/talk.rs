//! **talk**: questions for a conversation in class, one at a time, about the characters only. Nothing is answered or kept.

use serde::{Deserialize, Serialize};

use super::{Authored, Here, Kind, Panel};
use crate::Id;
use crate::board::{Board, Frame};

/// Questions to talk about.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Talk {
    /// The screens, in order.
    pub screen: Vec<Panel>,
}

impl Kind for Talk {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|panel| &panel.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        Some(Panel::at(&self.screen, here.screen)?.board(here, Frame::Talk))
    }
}

impl Authored for Talk {
    fn for_pupil(&mut self) {
        self.screen.iter_mut().for_each(|question| question.follow_up.clear());
    }
}
