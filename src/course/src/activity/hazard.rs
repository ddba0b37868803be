//! **hazard**: moments behind the wheel, one at a time, each with the same pedals: brake, ease off and ask, drive on.

use serde::Deserialize;

use super::{Activity, Question, Questions};
use crate::board::Scene;

/// Choose a pedal at each moment.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hazard {
    /// The screens, in order; those with options are the moments. Half of them are safe to drive on.
    pub screen: Vec<Question>,
}

impl From<Hazard> for Activity {
    fn from(written: Hazard) -> Self {
        Activity::Questions(Questions { scene: Scene::Pedals, guess: false, screen: written.screen })
    }
}
