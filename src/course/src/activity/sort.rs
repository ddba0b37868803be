//! **sort**: cards, one at a time, into groups. A card has a first answer and often a second that can be defended:
//! either is accepted and both are explained. Any other group gets the explanation `otherwise`, and another go.

use serde::{Deserialize, Serialize};

use super::parts::picture;
use super::{Authored, Fault, Here, Kind, Mark, Verdict, worth_faults};
use crate::Id;
use crate::board::{Board, Choice, Frame, Group, Input, Reason};
use crate::text::Text;
use crate::worth::{Label, Worth};

/// Sort cards into groups.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// The groups, in a fixed order.
    pub group: Vec<Name>,
    /// Hints that hold for every card.
    #[serde(default)]
    pub tip: Vec<String>,
    /// The cards; one without `option` is read first.
    pub screen: Vec<Item>,
}

/// A group, or a label.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Stable name.
    pub id: Id,
    /// The word on it.
    pub title: String,
    /// A sign or icon of the house, such as `signs-w-ruzie`.
    #[serde(default)]
    pub sign: Option<String>,
}

/// A card.
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
    /// The words on the card.
    pub text: Text,
    /// Groups with their own explanation.
    #[serde(default)]
    pub option: Vec<Verdict>,
    /// The explanation for every other group.
    #[serde(default)]
    pub otherwise: Option<String>,
}

impl Name {
    pub(super) fn choice<'a>(&'a self, picks: &[Id]) -> Choice<'a> {
        Choice { sign: self.sign.as_deref(), ..Choice::new(&self.id, &self.title, picks) }
    }
}

impl Sort {
    fn item(&self, screen: &str) -> Option<&Item> {
        self.screen.iter().find(|item| item.id == screen)
    }

    fn cards(&self) -> impl Iterator<Item = &Item> {
        self.screen.iter().filter(|item| !item.option.is_empty())
    }

    fn title(&self, group: &str) -> Option<&str> {
        self.group.iter().find(|name| name.id == group).map(|name| name.title.as_str())
    }
}

impl Kind for Sort {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|item| &item.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        let item = self.item(here.screen)?;
        let laid = |group: &Name| {
            let there = here.path.iter().filter(|passed| passed.picks.contains(&group.id));
            there.filter_map(|passed| self.item(&passed.screen)?.text.0.first()?.spans.first()).map(|span| span.words.as_str()).collect()
        };
        let groups = || self.group.iter().map(|group| Group { choice: group.choice(here.last()), cards: laid(group) }).collect();
        let place = self.cards().position(|card| card.id == item.id);
        Some(Board {
            frame: if place.is_some() { Frame::Page } else { Frame::Card },
            picture: picture(&item.picture, &item.alt),
            text: item.text.shown(here.flags).collect(),
            laws: &[],
            helpers: &[],
            spots: &[],
            tally: None,
            input: place.map_or(Input::Read, |n| Input::Sort { groups: groups(), count: (n + 1, self.cards().count()) }),
            tips: if place.is_some() { &self.tip } else { &[] },
        })
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        let ([pick], item) = (picks, self.item(here.screen)?) else { return None };
        self.title(pick)?;
        let verdict = item.option.iter().find(|verdict| verdict.id == *pick);
        let (worth, why) = match verdict {
            Some(verdict) => (verdict.worth, verdict.why.as_str()),
            None => (Worth::Detour, item.otherwise.as_deref()?),
        };
        let label = Label::of_fact(worth);
        let mut reasons = vec![Reason { of: self.title(pick), label, why }];
        let others = item.option.iter().filter(|other| other.id != *pick && other.worth >= Worth::Ok);
        let others = others.map(|other| Reason { of: self.title(&other.id), label: Label::of_fact(other.worth), why: &other.why });
        let mut shown = Vec::new();
        if worth >= Worth::Ok {
            reasons.extend(others)
        } else {
            shown.extend(others)
        }
        Some(Mark { worth, label, opening: None, reasons, shown, found: None, counts: true, soft: false, size: None, sets: None })
    }

    fn best(&self, here: &Here<'_>) -> Option<Vec<Id>> {
        self.item(here.screen)?.option.iter().max_by_key(|verdict| verdict.worth).map(|verdict| vec![verdict.id.clone()])
    }
}

impl Authored for Sort {
    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for item in self.cards() {
            let fault = |code, detail: &str| Fault { code, screen: Some(item.id.clone()), detail: detail.to_owned() };
            faults.extend(item.option.iter().filter(|v| self.title(&v.id).is_none()).map(|v| fault("onbekende-groep", &v.id)));
            let unexplained = item.option.iter().filter(|verdict| verdict.why.is_empty());
            faults.extend(unexplained.map(|verdict| fault("uitleg-ontbreekt", &verdict.id)));
            let covers_all = self.group.iter().all(|group| item.option.iter().any(|verdict| verdict.id == group.id));
            if item.otherwise.is_none() && !covers_all {
                faults.push(fault("uitleg-ontbreekt", "otherwise"));
            }
            let rest = (!covers_all).then_some(Worth::Detour);
            let worths = item.option.iter().map(|verdict| verdict.worth).chain(rest);
            faults.extend(worth_faults(&item.id, worths));
        }
        faults
    }
}
