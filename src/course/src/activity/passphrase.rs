//! **passphrase**: a workbench where a sentence is built from made-up words, slot by slot. Nothing is typed and nothing is
//! kept: what a child builds here is for this story, and everybody has seen it.

use serde::Deserialize;

use super::{Activity, Letter, Question};

/// Build a passphrase.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passphrase {
    /// The screens: those with options are the slots, and their options the words.
    pub screen: Vec<Question>,
}

impl From<Passphrase> for Activity {
    fn from(written: Passphrase) -> Self {
        Activity::Letter(Letter { screen: written.screen })
    }
}
