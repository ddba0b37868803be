//! **profile**: the page of somebody in a practice app. Its lines are the options: mark what gives away too much.

use serde::Deserialize;

use super::{Activity, Multi, Question};
use crate::board::Scene;

/// Mark lines of a profile.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The screens; the options of one are the lines of the page.
    pub screen: Vec<Question>,
}

impl From<Profile> for Activity {
    fn from(written: Profile) -> Self {
        Activity::Multi(Multi { screen: written.screen, scene: Scene::Profile, at: Vec::new(), place: Vec::new() })
    }
}
