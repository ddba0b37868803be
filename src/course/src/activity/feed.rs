//! **feed**: posts of a practice app, one at a time, each with what one could do with it; often nothing is better or worse.

use serde::Deserialize;

use super::{Activity, Question, Questions};
use crate::board::Scene;

/// Decide what to do with each post.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// The screens, in order: those with options are posts; the first words of a post are who wrote it.
    pub screen: Vec<Question>,
}

impl From<Feed> for Activity {
    fn from(written: Feed) -> Self {
        Activity::Questions(Questions { scene: Scene::Feed, guess: false, screen: written.screen })
    }
}
