//! **poll**: a prediction. Nothing is right, nothing is kept; after the vote every explanation may be read.

use serde::Deserialize;

use super::{Activity, Question, Questions};
use crate::board::Scene;

/// Predict.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The screens, in order.
    pub screen: Vec<Question>,
}

impl From<Poll> for Activity {
    fn from(written: Poll) -> Self {
        Activity::Questions(Questions { scene: Scene::Page, guess: true, screen: written.screen })
    }
}
