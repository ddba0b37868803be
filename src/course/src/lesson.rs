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
use crate::activity::{Activity, Question};
use crate::catalogue::{Law, Term};

/// The shape of lesson files that this program reads.
pub const FORMAT: u16 = 1;

/// One lesson.
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
    /// What there is to do.
    pub activity: Activity,
}

impl Lesson {
    /// The step with this id and its place, counted from 0.
    pub fn step(&self, id: &str) -> Option<(usize, &Step)> {
        self.steps.iter().enumerate().find(|(_, step)| step.id == id)
    }

    /// Reads the compact form that the native compiler wrote.
    ///
    /// # Errors
    /// When the bytes are cut off or of another program version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
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
