//! **multi**: one question, several hold. What was found stays; the rest gets a second go.

use serde::{Deserialize, Serialize};

use super::{Authored, Fault, Here, Kind, Mark, Question};
use crate::Id;
use crate::board::{Board, Input};
use crate::worth::{Label, Worth};

/// Pick all that hold.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Multi {
    /// The screens, in order.
    pub screen: Vec<Question>,
}

impl Kind for Multi {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|question| &question.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let question = Question::at(&self.screen, here.screen)?;
        let strong = |id: &str| question.option.iter().any(|option| option.id == id && option.worth == Worth::Strong);
        Some(question.board(here, question.frame(), |mut choices| {
            choices.iter_mut().for_each(|choice| choice.kept = choice.picked && strong(choice.id));
            Input::Many(choices)
        }))
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        let question = Question::at(&self.screen, here.screen)?;
        let known = picks.iter().all(|pick| question.option.iter().any(|option| option.id == *pick));
        if picks.is_empty() || !known {
            return None;
        }
        let picked = || question.option.iter().filter(|option| picks.contains(&option.id));
        let strong = || question.option.iter().filter(|option| option.worth == Worth::Strong);
        let (found, all) = (picked().filter(|option| option.worth == Worth::Strong).count(), strong().count());
        let strays = picked().any(|option| option.worth == Worth::Detour);
        let (worth, label) = match (found, strays) {
            (0, _) => (Worth::Detour, Label::NotYet),
            (n, false) if n == all => (Worth::Strong, Label::Right),
            _ => (Worth::Ok, Label::Partly),
        };
        Some(Mark {
            worth,
            label,
            opening: None,
            reasons: picked().map(|option| option.reason(true, Label::of_fact)).collect(),
            shown: strong().filter(|option| !picks.contains(&option.id)).map(|option| option.reason(true, Label::of_fact)).collect(),
            found: Some((found, all)),
            counts: true,
            soft: false,
            size: None,
            sets: None,
        })
    }

    fn best(&self, screen: &str) -> Option<Vec<Id>> {
        let strong = Question::at(&self.screen, screen)?.option.iter().filter(|option| option.worth == Worth::Strong);
        let ids: Vec<Id> = strong.map(|option| option.id.clone()).collect();
        (!ids.is_empty()).then_some(ids)
    }
}

impl Authored for Multi {
    fn faults(&self) -> Vec<Fault> {
        self.screen.iter().flat_map(Question::faults).collect()
    }
}
