//! What many kinds of lesson files become: questions one after another, in a scene. A pupil's browser knows only this
//! form, so a kind that asks in a scene of its own costs it no code.

use serde::{Deserialize, Serialize};

use super::{Authored, Fault, Here, Kind, Mark, Question, tally};
use crate::Id;
use crate::board::{Board, Frame, Input, Scene, Tally};
use crate::worth::Worth;

/// Questions in a scene.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Questions {
    /// What they look like.
    pub scene: Scene,
    /// A prediction: nothing is right, nothing is kept, and the road goes on whatever was answered.
    pub guess: bool,
    /// The screens, in order; one without options is read.
    pub screen: Vec<Question>,
}

impl Questions {
    /// The last pedal is to drive on.
    fn tally(&self, here: &Here<'_>) -> Option<Tally> {
        let worth = |question: &Question, pick: &Id| question.option.iter().find(|option| option.id == *pick).map(|option| option.worth);
        let drives = |question: &Question| question.option.last().is_some_and(|last| last.worth == Worth::Strong);
        let items =
            self.screen.iter().map(|question| (&question.id, drives(question), move |pick: &Id| worth(question, pick).unwrap_or_default()));
        tally::count(here, items).map(|tally| Tally { driven: true, ..tally })
    }

    fn frame(&self, question: &Question) -> Frame<'static> {
        if question.option.is_empty() || self.scene == Scene::Page {
            return question.frame();
        }
        let asked = || self.screen.iter().filter(|other| !other.option.is_empty());
        let place = asked().position(|other| other.id == question.id).unwrap_or_default();
        Frame::Scene(self.scene, (place + 1, asked().count()))
    }
}

impl Kind for Questions {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|question| &question.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let question = Question::at(&self.screen, here.screen)?;
        let mut board = question.board(here, self.frame(question), Input::One);
        if question.option.is_empty() && self.scene == Scene::Pedals {
            board.tally = self.tally(here);
        }
        Some(board)
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        Question::at(&self.screen, here.screen)?.mark_one(picks, self.guess, !self.guess)
    }

    fn best(&self, here: &Here<'_>) -> Option<Vec<Id>> {
        Question::at(&self.screen, here.screen)?.best()
    }
}

impl Authored for Questions {
    fn faults(&self) -> Vec<Fault> {
        self.screen.iter().flat_map(Question::faults).collect()
    }
}
