//! **poll**: a prediction. Nothing is right, nothing is kept; after the vote every explanation may be read.

use serde::{Deserialize, Serialize};

use super::{Authored, Fault, Here, Kind, Mark, Question};
use crate::Id;
use crate::board::{Board, Frame, Input};

/// Predict.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The screens, in order.
    pub screen: Vec<Question>,
}

impl Poll {
    fn question(&self, screen: &str) -> Option<&Question> {
        self.screen.iter().find(|question| question.id == screen)
    }
}

impl Kind for Poll {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|question| &question.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let question = self.question(here.screen)?;
        let frame = if question.option.is_empty() { Frame::Spread } else { Frame::Page };
        Some(question.board(here, frame, Input::One))
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        self.question(here.screen)?.mark_one(picks, true, false)
    }

    fn best(&self, screen: &str) -> Option<Vec<Id>> {
        self.question(screen)?.best()
    }
}

impl Authored for Poll {
    fn faults(&self) -> Vec<Fault> {
        self.screen.iter().flat_map(Question::faults).collect()
    }
}
