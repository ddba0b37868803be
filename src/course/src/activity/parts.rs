//! Content that several kinds share: panels to read, questions with options, verdicts.

use serde::{Deserialize, Serialize};

use super::{Fault, Here, Mark, worth_faults};
use crate::Id;
use crate::board::{Board, Choice, Frame, Input, Picture, Reason};
use crate::text::Text;
use crate::worth::{Label, Size, Worth};

/// A screen to read.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// Stable name.
    pub id: Id,
    /// Name of the picture.
    #[serde(default)]
    pub picture: Option<Id>,
    /// What the picture shows, in one or two short sentences.
    #[serde(default)]
    pub alt: String,
    /// The words.
    pub text: Text,
    /// Law lines below the words, by id.
    #[serde(default)]
    pub law: Vec<Id>,
    /// Helpers below the words, by id.
    #[serde(default)]
    pub helper: Vec<Id>,
    /// Follow-up questions for the teacher.
    #[serde(default)]
    pub follow_up: Vec<String>,
}

/// A question with its options; without options it is a screen to read.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable name.
    pub id: Id,
    /// Name of the picture.
    #[serde(default)]
    pub picture: Option<Id>,
    /// What the picture shows, in one or two short sentences.
    #[serde(default)]
    pub alt: String,
    /// The words.
    pub text: Text,
    /// Hints, in the order in which they are given.
    #[serde(default)]
    pub tip: Vec<String>,
    /// What can be picked, in this order.
    #[serde(default)]
    pub option: Vec<Opt>,
}

/// Something to pick.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opt {
    /// Stable name.
    pub id: Id,
    /// What it is worth; left out when no option is better.
    #[serde(default)]
    pub worth: Worth,
    /// The words on the option.
    pub text: String,
    /// The explanation: why, and for a weaker choice what it does to whom and how it can still be saved.
    pub why: String,
    /// Opens the explanation: the key of a phrase in a lesson file, its words once compiled.
    #[serde(default)]
    pub opening: Option<String>,
    /// Sets a flag for later lines, as `name=value`.
    #[serde(default)]
    pub flag: Option<String>,
    /// The size of help, for a bystander.
    #[serde(default)]
    pub size: Option<Size>,
}

/// The explanation for one label or group; its words stand at the label.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Id of the label or group.
    pub id: Id,
    /// What it is worth here.
    pub worth: Worth,
    /// The explanation.
    pub why: String,
}

pub(super) fn picture<'a>(name: &'a Option<Id>, alt: &'a str) -> Option<Picture<'a>> {
    name.as_deref().map(|name| Picture { name, alt })
}

impl Panel {
    /// The one with this id.
    pub(super) fn at<'a>(all: &'a [Panel], screen: &str) -> Option<&'a Panel> {
        all.iter().find(|panel| panel.id == screen)
    }

    pub(super) fn board<'a>(&'a self, here: &Here<'a>, frame: Frame<'a>) -> Board<'a> {
        Board {
            frame,
            picture: picture(&self.picture, &self.alt),
            text: self.text.shown(here.flags).collect(),
            laws: &self.law,
            helpers: &self.helper,
            spots: &[],
            tally: None,
            input: Input::Read,
            tips: &[],
        }
    }
}

impl Question {
    /// The one with this id.
    pub(super) fn at<'a>(all: &'a [Question], screen: &str) -> Option<&'a Question> {
        all.iter().find(|question| question.id == screen)
    }

    /// A page with options, or a spread to read.
    pub(super) fn frame<'a>(&self) -> Frame<'a> {
        if self.option.is_empty() { Frame::Spread } else { Frame::Page }
    }

    /// A board with these options in the way to answer that `input` makes of them; without options, a spread to read.
    pub(super) fn board<'a>(&'a self, here: &Here<'a>, frame: Frame<'a>, input: impl FnOnce(Vec<Choice<'a>>) -> Input<'a>) -> Board<'a> {
        let picks = here.last();
        let choices = |option: &'a Opt| option.choice(picks);
        let asks = !self.option.is_empty();
        Board {
            frame,
            picture: picture(&self.picture, &self.alt),
            text: self.text.shown(here.flags).collect(),
            laws: &[],
            helpers: &[],
            spots: &[],
            tally: None,
            input: if asks { input(self.option.iter().map(choices).collect()) } else { Input::Read },
            tips: &self.tip,
        }
    }

    /// Marks a single pick.
    pub(super) fn mark_one<'a>(&'a self, picks: &[Id], soft: bool, counts: bool) -> Option<Mark<'a>> {
        let [pick] = picks else { return None };
        let option = self.option.iter().find(|option| option.id == *pick)?;
        let others = self.option.iter().filter(|other| other.worth == Worth::Strong && other.id != *pick);
        Some(Mark {
            worth: option.worth,
            label: Label::of_choice(option.worth),
            opening: option.opening.as_deref(),
            reasons: vec![option.reason(false, Label::of_choice)],
            shown: others.map(|other| other.reason(true, Label::of_choice)).collect(),
            found: None,
            counts,
            soft,
            size: option.size,
            sets: option.sets(),
        })
    }

    pub(super) fn best(&self) -> Option<Vec<Id>> {
        self.option.iter().max_by_key(|option| option.worth).map(|option| vec![option.id.clone()])
    }

    pub(super) fn faults(&self) -> Vec<Fault> {
        worth_faults(&self.id, self.option.iter().map(|option| option.worth))
    }
}

impl Opt {
    pub(super) fn choice<'a>(&'a self, picks: &[Id]) -> Choice<'a> {
        Choice::new(&self.id, &self.text, picks)
    }

    pub(super) fn reason(&self, named: bool, label: fn(Worth) -> Label) -> Reason<'_> {
        Reason { of: named.then_some(&self.text), label: label(self.worth), why: &self.why }
    }

    pub(super) fn sets(&self) -> Option<(Id, Id)> {
        flag(self.flag.as_deref())
    }
}

/// `name=value` as a pair.
pub(super) fn flag(source: Option<&str>) -> Option<(Id, Id)> {
    source.and_then(|flag| flag.split_once('=')).map(|(name, value)| (name.to_owned(), value.to_owned()))
}
