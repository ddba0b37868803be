//! **slider**: one thing that grows by steps (an audience, a time, a heat): slide, read what it does, slide again.

use serde::Deserialize;

use super::{Activity, Question, Questions};
use crate::board::Scene;

/// Slide to a step and see what it does.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slider {
    /// The screens, in order; options are the steps of the slider, from little to much.
    pub screen: Vec<Question>,
}

impl From<Slider> for Activity {
    fn from(written: Slider) -> Self {
        Activity::Questions(Questions { scene: Scene::Slider, guess: false, screen: written.screen })
    }
}
