//! **poll**: a prediction. Nothing is right, nothing is kept; after the vote every explanation may be read.

use serde::{Deserialize, Serialize};

use super::{Authored, Fault, Here, Kind, Mark, Question};
use crate::Id;
use crate::board::{Board, Input};

/// Predict.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The screens, in order.
    pub screen: Vec<Question>,
}

impl Kind for Poll {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|question| &question.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let question = Question::at(&self.screen, here.screen)?;
        Some(question.board(here, question.frame(), Input::One))
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        Question::at(&self.screen, here.screen)?.mark_one(picks, true, false)
    }

    fn best(&self, screen: &str) -> Option<Vec<Id>> {
        Question::at(&self.screen, screen)?.best()
    }
}

impl Authored for Poll {
    fn faults(&self) -> Vec<Fault> {
        self.screen.iter().flat_map(Question::faults).collect()
    }
}
