//! **timeline**: moments in the order in which they happened; at each, what could still be done.

use serde::Deserialize;

use super::{Activity, Question, Questions};
use crate::board::Scene;

/// Walk along a line of moments.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// The screens, in order; those with options are the moments, from first to last.
    pub screen: Vec<Question>,
}

impl From<Timeline> for Activity {
    fn from(written: Timeline) -> Self {
        Activity::Questions(Questions { scene: Scene::Timeline, guess: false, screen: written.screen })
    }
}
