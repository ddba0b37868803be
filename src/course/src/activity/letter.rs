//! **letter**: a letter or an agreement put together from chips, one bend at a time. Chips may be swapped as often as
//! one likes; the letter is stored nowhere but in the ride itself.

use serde::{Deserialize, Serialize};

use super::{Authored, Fault, Here, Kind, Mark, Question};
use crate::Id;
use crate::board::{Board, Frame, Input};

/// Put a letter together.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// The screens: those with options are the bends.
    pub screen: Vec<Question>,
}

impl Letter {
    fn lines<'a>(&'a self, here: &Here<'a>) -> Vec<Option<&'a str>> {
        let bends = self.screen.iter().filter(|question| !question.option.is_empty());
        let chosen = |bend: &'a Question| {
            let picks = here.answer(&bend.id);
            bend.option.iter().find(|option| picks.contains(&option.id)).map(|option| option.text.as_str())
        };
        bends.map(chosen).collect()
    }
}

impl Kind for Letter {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|question| &question.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let question = Question::at(&self.screen, here.screen)?;
        let lines = self.lines(here);
        let begun = !question.option.is_empty() || lines.iter().any(Option::is_some);
        let frame = if begun { Frame::Letter { lines } } else { Frame::Card };
        Some(question.board(here, frame, Input::Assemble))
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        Question::at(&self.screen, here.screen)?.mark_one(picks, true, true).map(|mark| Mark { shown: Vec::new(), ..mark })
    }

    fn best(&self, here: &Here<'_>) -> Option<Vec<Id>> {
        Question::at(&self.screen, here.screen)?.best()
    }
}

impl Authored for Letter {
    fn faults(&self) -> Vec<Fault> {
        self.screen.iter().flat_map(Question::faults).collect()
    }
}
