//! A lesson as the pupil's app holds it, and as an author writes it: the same types, read from TOML natively and
//! from postcard in the browser.
//!
//! The rule a reader could break: `format` is the shape of the file, `version` the edition of the content, and `rev`
//! of a step says that its meaning changed, so that an old answer no longer counts. Changing a word changes none.
//!
//! What a pupil does not need while playing (teacher and parent pages, review faces, exam items) lives in files of
//! its own beside this one: see [`Review`] and [`ExamItem`].

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::activity::{Activity, Here, Question};
use crate::catalogue::{Law, Term};
use crate::text::{Flags, When};

/// The shape of lesson files that this program reads.
pub const FORMAT: u16 = 1;

/// One lesson. It travels in two parts, so that nobody waits for its end to begin: see [`Lesson::part`].
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Lesson {
    /// What the lesson is called and says in one line.
    pub head: Head,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The law lines that its cards name, so that the app needs no second file.
    pub laws: Vec<Law>,
    /// The hard words of this lesson.
    pub terms: Vec<Term>,
    /// Ids of the steps that are still on their way, in order; none when the lesson is whole.
    pub coming: Vec<Id>,
}

/// The second part of a lesson: the steps after its first question, and what they name.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Rest {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// Their law lines.
    pub laws: Vec<Law>,
    /// The hard words of the lesson.
    pub terms: Vec<Term>,
}

/// The top of a lesson file.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Shape of the file: 1.
    pub format: u16,
    /// Edition of the content: raise it when a class would notice.
    pub version: u16,
    /// Stable name; also the address of the lesson (`#/les/<id>`).
    pub id: Id,
    /// Place on the road, from 1.
    pub number: u8,
    /// Title on the map.
    pub title: String,
    /// The one rule of the lesson, at most ten words.
    pub rule: String,
    /// One thing to do today.
    pub action: String,
    /// The question that the child asks at home.
    pub home: String,
    /// Half a sentence of what comes next.
    pub next: String,
    /// How long a lesson takes in class, in minutes.
    pub minutes: u8,
    /// Ids of glossary terms that get a card.
    #[serde(default)]
    pub terms: Vec<Id>,
    /// Names in the chats that are not in the cast: apps, strangers.
    #[serde(default)]
    pub guests: Vec<String>,
    /// Has a content note, and a gate for the teacher.
    #[serde(default)]
    pub sensitive: bool,
}

/// One step: a way to learn with its content.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Step {
    /// Stable name; part of the address (`#/les/<lesson>/<step>`).
    pub id: Id,
    /// What a screen reader and the teacher's list call it.
    pub title: String,
    /// Raised when the meaning of the step changed: answers of an older `rev` are asked again.
    pub rev: u16,
    /// Which file of pictures it shows, counted from 0.
    pub album: u8,
    /// On the road only when this holds: a lesson may have a way round.
    pub when: Option<When>,
    /// What there is to do.
    pub activity: Activity,
}

impl Lesson {
    /// The place of the step with this id, counted from 0, whether it is here or still on its way.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.steps.iter().map(|step| &step.id).chain(&self.coming).position(|step| step == id)
    }

    /// How many steps there are, those on their way included.
    pub fn count(&self) -> usize {
        self.steps.len() + self.coming.len()
    }

    /// Splits a whole lesson: what is needed to answer its first question, and the rest.
    pub fn part(mut self) -> (Self, Rest) {
        let first = self.steps.iter().position(Step::asks).map_or(self.steps.len(), |n| n + 1);
        let steps = self.steps.split_off(first);
        self.coming = steps.iter().map(|step| step.id.clone()).collect();
        let (early, laws) = self.laws.into_iter().partition(|law| self.steps.iter().any(|step| step.names(&law.id)));
        (Lesson { laws: early, terms: Vec::new(), ..self }, Rest { steps, laws, terms: self.terms })
    }

    /// Takes in its second part.
    pub fn complete(&mut self, rest: Rest) {
        self.coming.clear();
        self.steps.extend(rest.steps);
        self.laws.extend(rest.laws);
        self.terms.extend(rest.terms);
    }

    /// Reads the compact form of the first part, as the native compiler wrote it.
    ///
    /// # Errors
    /// When the bytes are cut off or of another program version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        crate::packed::unpack(bytes)
    }
}

impl Step {
    /// Whether it lies on the road of a pupil with these flags.
    pub fn on_road(&self, flags: &Flags) -> bool {
        self.when.as_ref().is_none_or(|when| when.holds(flags))
    }

    /// Whether a screen of it asks something.
    fn asks(&self) -> bool {
        let kind = self.activity.kind();
        kind.screens().into_iter().any(|screen| kind.best(&Here { screen, tries: &[], path: &[], flags: &[] }).is_some())
    }

    /// Whether a screen of it shows this law line.
    fn names(&self, law: &str) -> bool {
        let kind = self.activity.kind();
        let shows = |screen: &Id| {
            let here = Here { screen, tries: &[], path: &[], flags: &[] };
            kind.board(&here).is_some_and(|board| board.laws.iter().any(|id| id == law))
        };
        kind.screens().into_iter().any(shows)
    }
}

impl Rest {
    /// Reads the compact form of the second part.
    ///
    /// # Errors
    /// When the bytes are cut off or of another program version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        crate::packed::unpack(bytes)
    }
}

/// A review item: one trick, two surfaces. The face not seen last is asked.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Stable name.
    pub id: Id,
    /// The trick that both faces share, for the teacher.
    pub title: String,
    /// The faces.
    pub face: Vec<Question>,
}

/// An item of the exam bank.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExamItem {
    /// Which part of the exam draws it.
    pub part: ExamPart,
    /// The question with its options.
    pub question: Question,
}

/// The four parts of the exam.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ExamPart {
    /// A simulated screen: brake, ask, or drive on.
    Hazard,
    /// Law and rights.
    Law,
    /// Technique.
    Technique,
    /// Helping, and who helps.
    Help,
}
