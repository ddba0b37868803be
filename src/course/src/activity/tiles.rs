//! What `memory` becomes: tiles that lie face down. A pair that was found stays open and is explained; one that does not
//! fit turns back with its tip. Nothing is counted: it is there to meet words once more.
//!
//! The rule a reader could break: each pair has a screen, and that screen means "one more pair", not "this pair".

use serde::{Deserialize, Serialize};

use super::parts::picture;
use super::{Authored, Fault, Here, Kind, Mark};
use crate::Id;
use crate::board::{Board, Choice, Frame, Input, Reason, Scene};
use crate::text::Text;
use crate::worth::{Label, Worth};

/// Pairs to find.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Tiles {
    /// Hints that hold for every pair.
    pub tip: Vec<String>,
    /// The screens; one of a pair has an explanation.
    pub screen: Vec<Turn>,
    /// The tiles, two of each pair, mixed.
    pub tile: Vec<Tile>,
}

/// A screen to read, or one more pair to find.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Turn {
    /// Stable name.
    pub id: Id,
    /// Name of the picture.
    pub picture: Option<Id>,
    /// What the picture shows.
    pub alt: String,
    /// The words; none for a pair.
    pub text: Text,
    /// Why the pair with this name belongs together; empty for a screen to read.
    pub why: String,
    /// The explanation when another tile is turned.
    pub otherwise: String,
}

/// A tile.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Tile {
    /// Stable name.
    pub id: Id,
    /// The pair it belongs to.
    pub pair: Id,
    /// The words on it.
    pub words: String,
    /// A sign or icon of the house that goes with it.
    pub sign: Option<String>,
}

impl Tiles {
    fn turn(&self, screen: &str) -> Option<&Turn> {
        self.screen.iter().find(|turn| turn.id == screen)
    }

    /// The pair that these tiles make, if they make one.
    fn pair(&self, picks: &[Id]) -> Option<&Id> {
        let [one, other] = picks else { return None };
        let pair = |pick: &Id| self.tile.iter().find(|tile| tile.id == *pick).map(|tile| &tile.pair);
        pair(one).filter(|found| one != other && pair(other) == Some(*found))
    }

    fn is_found(&self, here: &Here<'_>, pair: &Id) -> bool {
        here.path.iter().any(|passed| self.pair(&passed.picks) == Some(pair))
    }
}

impl Kind for Tiles {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|turn| &turn.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let turn = self.turn(here.screen)?;
        let asks = !turn.why.is_empty();
        let tile = |tile: &'a Tile| Choice {
            sign: tile.sign.as_deref(),
            kept: self.is_found(here, &tile.pair),
            ..Choice::new(&tile.id, &tile.words, here.last())
        };
        let pairs = self.screen.iter().filter(|turn| !turn.why.is_empty());
        let found = pairs.clone().filter(|turn| self.is_found(here, &turn.id)).count();
        Some(Board {
            frame: if asks { Frame::Scene(Scene::Tiles, (found + 1, pairs.count())) } else { Frame::Card },
            picture: picture(&turn.picture, &turn.alt),
            text: turn.text.shown(here.flags).collect(),
            laws: &[],
            helpers: &[],
            spots: &[],
            tally: None,
            input: if asks { Input::Tiles(self.tile.iter().map(tile).collect()) } else { Input::Read },
            tips: if asks { &self.tip } else { &[] },
        })
    }

    fn mark<'a>(&'a self, _: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        let first = self.tile.iter().find(|tile| picks.first() == Some(&tile.id))?;
        let turn = self.turn(&first.pair).filter(|_| picks.len() == 2 && self.tile.iter().any(|tile| picks[1] == tile.id))?;
        let (worth, label, why) = match self.pair(picks) {
            Some(_) => (Worth::Strong, Label::Right, &turn.why),
            None => (Worth::Detour, Label::NotYet, &turn.otherwise),
        };
        let shown = Vec::new();
        let reasons = vec![Reason { of: None, label, why }];
        Some(Mark { worth, label, opening: None, reasons, shown, found: None, counts: false, soft: false, size: None, sets: None })
    }

    fn best(&self, here: &Here<'_>) -> Option<Vec<Id>> {
        self.turn(here.screen).filter(|turn| !turn.why.is_empty())?;
        let pair = self.screen.iter().find(|turn| !turn.why.is_empty() && !self.is_found(here, &turn.id))?;
        Some(self.tile.iter().filter(|tile| tile.pair == pair.id).map(|tile| tile.id.clone()).collect())
    }
}

impl Authored for Tiles {
    fn faults(&self) -> Vec<Fault> {
        let pairs = self.screen.iter().filter(|turn| turn.why.is_empty() && self.tile.iter().any(|tile| tile.pair == turn.id));
        pairs.map(|turn| Fault { code: "uitleg-ontbreekt", screen: Some(turn.id.clone()), detail: turn.id.clone() }).collect()
    }
}
