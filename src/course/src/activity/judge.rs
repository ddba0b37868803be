//! **judge**: items, one at a time, each with the same few labels in the same order ("Mening" or "Aanval"). Misses
//! and false alarms both get their explanation; half of what is judged should be fine.

use serde::{Deserialize, Serialize};

use super::parts::picture;
use super::sort::Name;
use super::{Authored, Fault, Here, Kind, Mark, Verdict, tally, worth_faults};
use crate::Id;
use crate::board::{Board, Frame, Input, Reason, Scene, Tally};
use crate::text::Text;
use crate::worth::{Label, Worth};

/// Judge each.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Judge {
    /// The labels, in a fixed order.
    pub label: Vec<Name>,
    /// Hints that hold for every item.
    #[serde(default)]
    pub tip: Vec<String>,
    /// The items; one without `option` is read first.
    pub screen: Vec<Item>,
    /// What the items look like: set by the kind, never by a lesson file.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub scene: Scene,
}

/// An item to judge.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable name.
    pub id: Id,
    /// Name of the picture.
    #[serde(default)]
    pub picture: Option<Id>,
    /// What the picture shows.
    #[serde(default)]
    pub alt: String,
    /// The words of the item.
    pub text: Text,
    /// One verdict for each label.
    #[serde(default)]
    pub option: Vec<Verdict>,
}

impl Judge {
    fn item(&self, screen: &str) -> Option<&Item> {
        self.screen.iter().find(|item| item.id == screen)
    }

    /// The first label says that an item is trusted.
    fn tally(&self, here: &Here<'_>) -> Option<Tally> {
        let trust = self.label.first()?;
        let worth = |item: &Item, pick: &Id| item.option.iter().find(|verdict| verdict.id == *pick).map(|verdict| verdict.worth);
        let items = self
            .items()
            .map(|item| (&item.id, worth(item, &trust.id) == Some(Worth::Strong), move |pick: &Id| worth(item, pick).unwrap_or_default()));
        tally::count(here, items)
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.screen.iter().filter(|item| !item.option.is_empty())
    }
}

impl Kind for Judge {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|item| &item.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let item = self.item(here.screen)?;
        let labels = || self.label.iter().map(|label| label.choice(here.last())).collect();
        let place = self.items().position(|other| other.id == item.id);
        Some(Board {
            frame: place.map_or(Frame::Card, |n| Frame::Scene(self.scene, (n + 1, self.items().count()))),
            picture: picture(&item.picture, &item.alt),
            text: item.text.shown(here.flags).collect(),
            laws: &[],
            helpers: &[],
            spots: &[],
            tally: if place.is_none() && self.scene == Scene::Inbox { self.tally(here) } else { None },
            input: place.map_or(Input::Read, |_| Input::Judge(labels())),
            tips: if place.is_some() { &self.tip } else { &[] },
        })
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        let ([pick], item) = (picks, self.item(here.screen)?) else { return None };
        let verdict = item.option.iter().find(|verdict| verdict.id == *pick)?;
        let label = Label::of_fact(verdict.worth);
        let shown = item.option.iter().filter(|other| other.worth == Worth::Strong && other.id != *pick);
        Some(Mark {
            worth: verdict.worth,
            label,
            opening: None,
            reasons: vec![Reason { of: None, label, why: &verdict.why }],
            shown: shown.map(|other| Reason { of: None, label: Label::Right, why: &other.why }).collect(),
            found: None,
            counts: true,
            soft: false,
            size: None,
            sets: None,
        })
    }

    fn best(&self, here: &Here<'_>) -> Option<Vec<Id>> {
        self.item(here.screen)?.option.iter().max_by_key(|verdict| verdict.worth).map(|verdict| vec![verdict.id.clone()])
    }
}

impl Authored for Judge {
    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for item in self.items() {
            let fault = |code, detail: &str| Fault { code, screen: Some(item.id.clone()), detail: detail.to_owned() };
            let known = |id: &str| self.label.iter().any(|label| label.id == id);
            faults.extend(item.option.iter().filter(|verdict| !known(&verdict.id)).map(|verdict| fault("onbekend-label", &verdict.id)));
            let lacks = self.label.iter().filter(|label| !item.option.iter().any(|verdict| verdict.id == label.id));
            faults.extend(lacks.map(|label| fault("uitleg-ontbreekt", &label.id)));
            faults.extend(worth_faults(&item.id, item.option.iter().map(|verdict| verdict.worth)));
        }
        faults
    }
}
