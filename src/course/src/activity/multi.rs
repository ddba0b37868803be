//! **multi**: one question, several hold. What was found stays; the rest gets a second go.

use serde::{Deserialize, Serialize};

use super::{Authored, Fault, Here, Kind, Mark, Question};
use crate::Id;
use crate::board::{Board, Frame, Input, Scene, Spot};
use crate::worth::{Label, Worth};

mod row;

/// Pick all that hold.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Multi {
    /// The screens, in order.
    pub screen: Vec<Question>,
    /// What the questions look like: set by the kind, never by a lesson file.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub scene: Scene,
    /// Where the options lie in the picture, in their order: set by the kind `spot`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub at: Vec<Spot>,
    /// Where the options of the question come in a row, in their order, 0 for one that stays aside: set by the kind
    /// `order`. Empty when no order is asked.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub place: Vec<u8>,
}

impl Kind for Multi {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|question| &question.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let question = Question::at(&self.screen, here.screen)?;
        let strong = |id: &str| question.option.iter().any(|option| option.id == id && option.worth == Worth::Strong);
        let frame = match (self.scene, question.frame()) {
            (Scene::Page, frame) | (_, frame @ Frame::Spread) => frame,
            (scene, _) => Frame::Scene(scene, (1, 1)),
        };
        let mut board = question.board(here, frame, |mut choices| {
            if !self.place.is_empty() {
                row::keep(&self.place, question, &mut choices, here.last());
                return Input::Row(choices);
            }
            choices.iter_mut().for_each(|choice| choice.kept = choice.nth > 0 && strong(choice.id));
            Input::Many(choices)
        });
        board.spots = &self.at;
        Some(board)
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        let question = Question::at(&self.screen, here.screen)?;
        let known = picks.iter().all(|pick| question.option.iter().any(|option| option.id == *pick));
        if picks.is_empty() || !known {
            return None;
        }
        if !self.place.is_empty() {
            return Some(row::mark(&self.place, question, picks));
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

    fn best(&self, here: &Here<'_>) -> Option<Vec<Id>> {
        if !self.place.is_empty() {
            return row::best(&self.place, Question::at(&self.screen, here.screen)?);
        }
        let strong = Question::at(&self.screen, here.screen)?.option.iter().filter(|option| option.worth == Worth::Strong);
        let ids: Vec<Id> = strong.map(|option| option.id.clone()).collect();
        (!ids.is_empty()).then_some(ids)
    }
}

impl Authored for Multi {
    fn faults(&self) -> Vec<Fault> {
        let asked = self.screen.iter().find(|question| !question.option.is_empty());
        let fault = |code, detail: &str| Fault { code, screen: asked.map(|question| question.id.clone()), detail: detail.to_owned() };
        let mut faults = Vec::new();
        if self.scene == Scene::Row {
            // The kind gives the worth: what is in the row and what stays aside.
            if self.place.iter().filter(|place| **place > 0).count() < 2 {
                faults.push(fault("geen-rij", ""));
            }
            return faults;
        }
        let outside = |[x, y, r]: &Spot| *x > 100 || *y > 100 || !(3..=50).contains(r);
        let options = asked.iter().flat_map(|question| &question.option);
        faults.extend(options.zip(&self.at).filter(|(_, at)| outside(at)).map(|(option, _)| fault("plek-buiten-beeld", &option.id)));
        if self.scene == Scene::Photo && asked.is_some_and(|question| question.picture.is_none()) {
            faults.push(fault("plek-buiten-beeld", "picture"));
        }
        faults.extend(self.screen.iter().flat_map(Question::faults));
        faults
    }
}
