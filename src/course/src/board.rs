//! What stands on the screen right now, as plain data: the frame it looks like and the closed set of ways to answer.
//!
//! The rule a reader could break: a kind of activity makes a [`Board`]; the app draws it and never asks which kind
//! made it. So a new kind needs no new widget, and a new way to answer is a variant of [`Input`] whose missing
//! drawing the compiler points at.

use crate::Id;
use crate::text::Line;
use crate::worth::{Label, Size};

/// One screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Board<'a> {
    /// What it looks like.
    pub frame: Frame<'a>,
    /// The picture that goes with it.
    pub picture: Option<Picture<'a>>,
    /// The words, with conditions on flags applied.
    pub text: Vec<&'a Line>,
    /// Law lines to show below the words, by id.
    pub laws: &'a [Id],
    /// Helpers to show below the words, by id.
    pub helpers: &'a [Id],
    /// Where the options lie in the picture, in their order; empty when they do not.
    pub spots: &'a [Spot],
    /// What became of a row of items to judge, on the screen that closes it.
    pub tally: Option<Tally>,
    /// How it is answered.
    pub input: Input<'a>,
    /// Hints, shown one by one when asked for.
    pub tips: &'a [String],
}

/// A picture of the lesson, by name, with its alternative text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture<'a> {
    /// Name of the symbol in the lesson's pictures.
    pub name: &'a str,
    /// What it shows, for who does not see it.
    pub alt: &'a str,
}

/// Two counts that are never added up: right, and in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Risky items that were seen so.
    pub risky: (usize, usize),
    /// Safe items that were trusted.
    pub safe: (usize, usize),
    /// Seen on pedals: braked and driven on, rather than seen and trusted.
    pub driven: bool,
}

/// A round place in a picture, in percent: of its width, of its height, and the radius of its width.
pub type Spot = [u8; 3];

/// What a screen looks like. Frames hold no way to answer of their own.
#[derive(Clone, Debug, PartialEq)]
pub enum Frame<'a> {
    /// A spread of a picture book: large picture, words beside or below.
    Spread,
    /// A card with a small picture.
    Card,
    /// A question with its options.
    Page,
    /// A question in a scene: the scene, which question this is, from 1, and how many there are.
    Scene(Scene, (usize, usize)),
    /// A question for a talk: large words, nothing to tap.
    Talk,
    /// A phone with a chat.
    Phone(Box<Phone<'a>>),
    /// A letter that grows.
    Letter {
        /// The sentences chosen so far; `None` for a bend still to come.
        lines: Vec<Option<&'a str>>,
    },
}

/// A practice scene: what a question looks like. None has a way to answer of its own, so one more is a name here, a class
/// in the player and a style sheet.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scene {
    /// A page, without a scene.
    #[default]
    Page,
    /// A post in a practice app.
    Feed,
    /// Something that grows by steps.
    Slider,
    /// A moment on a line.
    Timeline,
    /// Pedals: brake, ease off, drive on.
    Pedals,
    /// A message in a mailbox: who it is from, then what it says.
    Inbox,
    /// A window that asks for something before one may go on.
    Window,
    /// A picture in which things can be marked.
    Photo,
    /// A profile page: its lines can be marked.
    Profile,
    /// A page of search results.
    Search,
    /// Cards to put in a row.
    Row,
    /// Tiles that lie face down.
    Tiles,
}

/// A simulated chat.
#[derive(Clone, Debug, PartialEq)]
pub struct Phone<'a> {
    /// Fictional app.
    pub app: &'a str,
    /// Name of the conversation.
    pub title: &'a str,
    /// Below the name: members and time.
    pub detail: &'a str,
    /// Name of the person the child plays; `None` when somebody is followed from close by.
    pub me: Option<&'a str>,
    /// The conversation so far on this ride.
    pub log: Vec<Entry<'a>>,
    /// How many of `log` were there before this moment: those do not arrive again.
    pub old: usize,
    /// The instrument beside the phone.
    pub meter: Option<Meter<'a>>,
    /// How others feel right now: person id and feeling.
    pub feelings: Vec<(&'a str, &'a str)>,
    /// Free to use at any moment: what you see when you look up. Label and line.
    pub aside: Option<&'a str>,
    /// The question above the replies.
    pub ask: &'a str,
    /// The title of the ending, when the ride is over.
    pub ending: Option<&'a str>,
    /// After an ending: the choices made, to go back to, in order.
    pub ride: Vec<Stop<'a>>,
    /// After an ending: how many endings there are.
    pub endings: Vec<&'a Id>,
    /// After an ending: what one could try.
    pub what_if: Vec<WhatIf<'a>>,
}

/// A choice made on a ride.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop<'a> {
    /// The screen on which it was made.
    pub screen: &'a str,
    /// The words of the option that was chosen.
    pub chosen: &'a str,
    /// What it was worth.
    pub label: Label,
}

/// Something to try on another ride.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhatIf<'a> {
    /// The question.
    pub text: &'a str,
    /// What to watch on that ride.
    pub why: &'a str,
    /// The screen where that ride begins.
    pub screen: &'a str,
}

/// One entry of a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// Who sent it; `None` for the app and for pauses.
    pub who: Option<&'a str>,
    /// Sent by the person the child plays.
    pub mine: bool,
    /// What was sent.
    pub what: What<'a>,
}

/// What an entry holds.
#[derive(Clone, Debug, PartialEq)]
pub enum What<'a> {
    /// A line of the lesson.
    Line(&'a Line),
    /// The words of a reply that the child just chose.
    Reply(&'a str),
}

/// An instrument: heat, people counted, steps away.
#[derive(Clone, Debug, PartialEq)]
pub struct Meter<'a> {
    /// What it measures.
    pub title: &'a str,
    /// How it looks.
    pub look: Look,
    /// What it shows now.
    pub value: u16,
    /// The end of the scale.
    pub max: u16,
    /// The word for the value, and its place among the words: from 0.
    pub word: Option<(&'a str, usize)>,
}

/// How a meter looks.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// A dial in five colours.
    #[default]
    Gauge,
    /// A row of little people or circles.
    People,
}

/// The closed set of ways to answer. Each is solved once, for mouse, touch, keyboard and screen reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Input<'a> {
    /// Nothing to answer: read and go on.
    Read,
    /// Pick one.
    One(Vec<Choice<'a>>),
    /// Pick as many as hold.
    Many(Vec<Choice<'a>>),
    /// Pick one after another: the order is the answer.
    Row(Vec<Choice<'a>>),
    /// Turn two tiles that belong together. Tiles that are kept lie open.
    Tiles(Vec<Choice<'a>>),
    /// Sort a card into one of the groups.
    Sort {
        /// The groups, with what was laid in each.
        groups: Vec<Group<'a>>,
        /// Which card this is, from 1, and how many there are.
        count: (usize, usize),
    },
    /// Judge an item with one of a fixed set of labels, whose order never changes.
    Judge(Vec<Choice<'a>>),
    /// Choose a reply.
    Reply(Vec<Choice<'a>>),
    /// Put a sentence together from chips.
    Assemble(Vec<Choice<'a>>),
}

impl Input<'_> {
    /// Whether more than one thing may be picked before the answer is given.
    pub fn is_many(&self) -> bool {
        matches!(self, Input::Many(_) | Input::Row(_) | Input::Tiles(_))
    }
}

/// Something that can be picked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice<'a> {
    /// Stable name of the option.
    pub id: &'a str,
    /// Its words.
    pub words: &'a str,
    /// Who reads it, in a chat: a first small line.
    pub to: Option<&'a str>,
    /// Sign or icon that goes with it.
    pub sign: Option<&'a str>,
    /// Its place in the answer that was given last, from 1; 0 when it is no part of it.
    pub nth: u8,
    /// Right and marked so: stays as it is on a second go.
    pub kept: bool,
}

impl<'a> Choice<'a> {
    /// A plain one, in the light of the answer given last.
    pub fn new(id: &'a str, words: &'a str, picks: &[Id]) -> Self {
        let nth = picks.iter().position(|pick| pick == id).map_or(0, |at| at as u8 + 1);
        Choice { id, words, to: None, sign: None, nth, kept: false }
    }

    /// Whether it is part of the answer that was given last.
    pub fn picked(&self) -> bool {
        self.nth > 0
    }
}

/// A group to sort into.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// The group itself, as something to pick.
    pub choice: Choice<'a>,
    /// The words of the cards laid here.
    pub cards: Vec<&'a str>,
}

/// What the pupil is told after an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback<'a> {
    /// The word and sign above it.
    pub label: Label,
    /// Words that open it, if the author chose some.
    pub opening: Option<&'a str>,
    /// Why: one explanation for each thing picked, with the words it belongs to when there are more.
    pub reasons: Vec<Reason<'a>>,
    /// Found so far and to find in all, where several hold.
    pub found: Option<(usize, usize)>,
    /// A second go is worth it.
    pub again: bool,
    /// The road goes on.
    pub on: bool,
    /// The size of help, for a bystander.
    pub size: Option<Size>,
}

/// One explanation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason<'a> {
    /// The words of the option, when it is not clear from the screen which one is meant.
    pub of: Option<&'a str>,
    /// Its own word and sign, when there are more.
    pub label: Label,
    /// The explanation.
    pub why: &'a str,
}
