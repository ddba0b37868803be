//! The words on a screen: lines with a small, closed markup.
//!
//! Authors write one line per thought; a blank line is ignored. The marks:
//!
//! | written | means |
//! |---|---|
//! | `**word**` | stress |
//! | `**Sem:** haha` | Sem says or sends this |
//! | `_Mila typt …_` | a status line of the app, or a pause |
//! | `~~geeft niet~~` | typed and then deleted |
//! | `![Sticker: Mila](sticker-oeps)` | a picture sent as a message; the words are its alternative text |
//! | `\|\|iets naars\|\|` | a covered message: a grey bar, of which only this description is spoken |
//! | `[[0\|omstander]]` | a hard word, by its place among the terms of the lesson: put there by the compiler |
//! | `{schoen=gooi\|breng} Line` | only when an earlier choice set that flag so; an empty value holds when nothing set it |
//!
//! The rule a reader could break: marks are parsed natively, when a lesson is compiled. In the browser a text comes
//! in as lines already, so the parser never enters the pupil's wasm. There is no raw HTML, and there never will be:
//! a lesson is data (see the content security policy in `index.html`).

use serde::{Deserialize, Deserializer, Serialize};

use crate::Id;

mod markup;

pub use markup::{parse_line, parse_when};

/// Lines, in reading order.
#[derive(Serialize, Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Line>);

/// One line: who says it, in what form, and when it is shown.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Shown only when this holds.
    pub when: Option<When>,
    /// Who says or sends it: a name as children read it ("Sem", "ghost_404").
    pub who: Option<String>,
    /// How it looks.
    pub form: Form,
    /// The words.
    pub spans: Vec<Span>,
}

/// How a line looks.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain words.
    Plain,
    /// A status line of the app, or a pause.
    Status,
    /// Typed, and deleted before it was sent.
    Deleted,
    /// A picture with this name; the spans are its alternative text.
    Picture(Id),
    /// A covered message; the spans say what kind of thing it is.
    Covered,
}

/// Words that are stressed or not.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words, with the spaces around them.
    pub words: String,
    /// Whether they are stressed.
    pub strong: bool,
    /// A hard word: its place among the terms of the lesson, from 0.
    pub term: Option<u8>,
}

impl Span {
    /// Words without anything special.
    pub fn plain(words: &str) -> Self {
        Span { words: words.to_owned(), strong: false, term: None }
    }
}

/// A condition on a flag that an earlier choice set.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The name of the flag.
    pub flag: Id,
    /// Any of these values; an empty one holds when the flag was never set.
    pub values: Vec<Id>,
}

/// What earlier choices of this pupil in this lesson set: flag and value.
pub type Flags = [(Id, Id)];

impl When {
    /// Whether the condition holds for these flags.
    pub fn holds(&self, flags: &Flags) -> bool {
        let value = flags.iter().find(|(name, _)| *name == self.flag).map_or("", |(_, value)| value);
        self.values.iter().any(|one| one == value)
    }
}

impl Text {
    /// Parses a text as an author writes it. Anything is a text: a mark that is not closed stays as it was typed.
    pub fn parse(source: &str) -> Self {
        Text(source.lines().filter_map(parse_line).collect())
    }

    /// The lines to show for these flags.
    pub fn shown<'a>(&'a self, flags: &'a Flags) -> impl Iterator<Item = &'a Line> {
        self.0.iter().filter(move |line| line.when.as_ref().is_none_or(|when| when.holds(flags)))
    }
}

impl Line {
    /// The words without marks, for a screen reader or a title.
    pub fn words(&self) -> String {
        self.spans.iter().map(|span| span.words.as_str()).collect()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer).map(|source| Text::parse(&source))
        } else {
            Vec::deserialize(deserializer).map(Text)
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}
