//! **chat**: a conversation on a phone that takes the turn the child gives it. Named moments with messages, replies
//! that lead on, an instrument beside the phone, several endings, and back to any choice to try "wat als".
//!
//! The rule a reader could break: replies lead to moments by name, and a ride that comes back to a moment it passed
//! forgets what lay after it; so a dead end is never the end. How it is drawn is in `chat/board.rs`, what makes a
//! chat unplayable in `chat/faults.rs`.

use serde::{Deserialize, Serialize};

use super::parts::flag;
use super::{Authored, Fault, Here, Kind, Mark, Next, in_order};
use crate::Id;
use crate::board::{Board, Look, Reason};
use crate::text::Text;
use crate::worth::{Label, Size, Worth};

mod board;
mod faults;
mod views;

/// A branching chat.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chat {
    /// Name of the fictional app.
    pub app: String,
    /// Name of the conversation. Written `conversation` in a lesson file, where `title` is the title of the step.
    #[serde(rename = "conversation")]
    pub title: String,
    /// Below the name: members and time.
    pub detail: String,
    /// Name of the person the child plays; left out when somebody is followed from close by.
    #[serde(default)]
    pub me: Option<String>,
    /// The question above the replies.
    pub ask: String,
    /// The instrument beside the phone.
    #[serde(default)]
    pub meter: Option<MeterSpec>,
    /// What one could try after an ending.
    #[serde(default)]
    pub what_if: Vec<WhatIf>,
    /// The moments. The ride begins at the first.
    pub screen: Vec<Node>,
    /// Where each view of `perspectives` begins: set by that kind, never by a lesson file. See `chat/views.rs`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub view: Vec<Id>,
}

/// An instrument and its words.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeterSpec {
    /// What it measures.
    pub title: String,
    /// How it looks.
    #[serde(default)]
    pub look: Look,
    /// The end of the scale.
    pub max: u16,
    /// A word for each part of the scale: the value up to which it holds, and the word.
    #[serde(default)]
    pub word: Vec<MeterWord>,
    /// Shows the highest value of the ride: a counter such as "gezien door" never goes down.
    #[serde(default)]
    pub keeps: bool,
    /// A reply moves the value of the next moment: strong one down, detour one up.
    #[serde(default)]
    pub shifts: bool,
}

/// A word for a part of a scale.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeterWord {
    /// Holds up to and with this value.
    pub to: u16,
    /// The word.
    pub word: String,
}

/// Something to try on another ride.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    /// Stable name.
    pub id: Id,
    /// The question.
    pub text: String,
    /// What to watch on that ride.
    pub why: String,
    /// The moment where that ride begins.
    pub goto: Id,
}

/// A moment in the conversation.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Stable name.
    pub id: Id,
    /// What the meter shows.
    #[serde(default)]
    pub meter: Option<u16>,
    /// The name of the person with whom this is a private conversation; left out for the group.
    #[serde(default)]
    pub with: Option<String>,
    /// Name of a picture that takes the place of the phone.
    #[serde(default)]
    pub picture: Option<Id>,
    /// What the picture shows.
    #[serde(default)]
    pub alt: String,
    /// Messages, status lines and what is told.
    pub text: Text,
    /// What one sees on looking up from the phone: free, as often as you like.
    #[serde(default)]
    pub aside: Option<String>,
    /// How others feel right now.
    #[serde(default)]
    pub feel: Vec<Feel>,
    /// Hints.
    #[serde(default)]
    pub tip: Vec<String>,
    /// Title of the ending, if this is one.
    #[serde(default)]
    pub ending: Option<String>,
    /// What can be done. Without replies the road goes on in order, or after an ending out of the step.
    #[serde(default)]
    pub option: Vec<Reply>,
}

/// How somebody feels.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feel {
    /// Id of the person.
    pub who: Id,
    /// A feeling that `static/art/faces.svg` can draw.
    pub feeling: String,
}

/// A reply, or something else to do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Stable name.
    pub id: Id,
    /// What it is worth; left out where nothing somebody does can be a mistake.
    #[serde(default)]
    pub worth: Worth,
    /// The size of help.
    #[serde(default)]
    pub size: Option<Size>,
    /// Who reads it ("In de groep"); left out when nothing is sent.
    #[serde(default)]
    pub to: Option<String>,
    /// The words.
    pub text: String,
    /// The explanation.
    pub why: String,
    /// The moment it leads to; left out when it ends the step.
    #[serde(default)]
    pub goto: Option<Id>,
    /// Opens the explanation: the key of a phrase in a lesson file, its words once compiled.
    #[serde(default)]
    pub opening: Option<String>,
    /// Sets a flag for later lines, as `name=value`.
    #[serde(default)]
    pub flag: Option<String>,
}

impl Chat {
    fn node(&self, screen: &str) -> Option<&Node> {
        self.screen.iter().find(|node| node.id == screen)
    }

    fn reply(&self, screen: &str, picks: &[Id]) -> Option<&Reply> {
        let [pick] = picks else { return None };
        self.node(screen)?.option.iter().find(|reply| reply.id == *pick)
    }

    /// Where a moment without replies leads.
    fn onward(&self, node: &Node) -> Next {
        if node.ending.is_some() { Next::Done } else { in_order(&self.screens(), &node.id) }
    }
}

impl Kind for Chat {
    fn screens(&self) -> Vec<&Id> {
        self.screen.iter().map(|node| &node.id).collect()
    }

    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>> {
        board::board(self, here)
    }

    fn mark<'a>(&'a self, here: &Here<'a>, picks: &[Id]) -> Option<Mark<'a>> {
        let reply = self.reply(here.screen, picks).filter(|reply| !views::seen(self, here, reply))?;
        let label = Label::of_choice(reply.worth);
        Some(Mark {
            worth: reply.worth,
            label,
            opening: reply.opening.as_deref(),
            reasons: if reply.why.is_empty() { Vec::new() } else { vec![Reason { of: None, label, why: &reply.why }] },
            shown: Vec::new(),
            found: None,
            counts: false,
            soft: true,
            size: reply.size,
            sets: flag(reply.flag.as_deref()),
        })
    }

    fn next(&self, here: &Here<'_>, picks: &[Id]) -> Next {
        match (self.reply(here.screen, picks), self.node(here.screen)) {
            (Some(reply), _) => reply.goto.clone().or_else(|| views::after(self, here)).map_or(Next::Done, Next::Screen),
            (None, Some(node)) => self.onward(node),
            (None, None) => Next::Done,
        }
    }

    fn best(&self, here: &Here<'_>) -> Option<Vec<Id>> {
        let replies = self.node(here.screen)?.option.iter().filter(|reply| !views::seen(self, here, reply));
        replies.rev().max_by_key(|reply| reply.worth).map(|reply| vec![reply.id.clone()])
    }
}

impl Authored for Chat {
    fn faults(&self) -> Vec<Fault> {
        faults::faults(self)
    }
}
