//! **choice**: one question, pick one; a detour gets a second go. Screens without options are read first.

use serde::Deserialize;

use super::{Activity, Question, Questions};
use crate::board::Scene;

/// Pick one.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The screens, in order.
    pub screen: Vec<Question>,
}

impl From<Choice> for Activity {
    fn from(written: Choice) -> Self {
        Activity::Questions(Questions { scene: Scene::Page, guess: false, screen: written.screen })
    }
}
