//! What a lesson says to teachers and parents: pages of plain blocks, and the follow-up questions of its talks.
//!
//! The rule a reader could break: this never travels with the lesson that a pupil plays; it is a file of its own
//! (`les/<id>.adults.bin`), fetched when a grown-up opens the page. The pages are written in Markdown and parsed
//! natively, so there is no Markdown parser in the app, and no raw HTML anywhere.
//!
//! Where to extend: a new sort of block is a variant of [`Block`]; the compiler then shows where it must be drawn.

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::text::Span;

/// Everything a lesson holds for grown-ups.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Default)]
pub struct Adults {
    /// The teacher's page, from `teacher.md`.
    pub teacher: Vec<Block>,
    /// The parents' page, from `parents.md`.
    pub parents: Vec<Block>,
    /// Questions to go on with, for the screens of the talks.
    pub follow_ups: Vec<FollowUp>,
}

/// A part of a page.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: level 1 is the title of the page.
    Heading {
        /// From 1 to 3.
        level: u8,
        /// Its words.
        words: Vec<Span>,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list with bullets; each entry is one paragraph.
    List(Vec<Vec<Span>>),
    /// A list with numbers, counted from 1.
    Numbered(Vec<Vec<Span>>),
    /// A table. Every row has as many cells as the head.
    Table {
        /// The words above the columns.
        head: Vec<Vec<Span>>,
        /// The rows below it.
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// Questions to go on with when a talk falls silent.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The step.
    pub step: Id,
    /// The screen of that step.
    pub screen: Id,
    /// The questions, in order.
    pub questions: Vec<String>,
}

impl Adults {
    /// Reads the compact form that the native compiler wrote.
    ///
    /// # Errors
    /// When the bytes are cut off or of another program version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }

    /// The questions to go on with on this screen.
    pub fn follow_ups(&self, step: &str, screen: &str) -> &[String] {
        let found = self.follow_ups.iter().find(|follow_up| follow_up.step == step && follow_up.screen == screen);
        found.map_or(&[], |follow_up| &follow_up.questions)
    }
}
