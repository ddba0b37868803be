//! **search**: a page of search results as a puzzle. The results are the options: mark those that hold.

use serde::Deserialize;

use super::{Activity, Multi, Question};
use crate::board::Scene;

/// Mark search results.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// The screens; the options of one are the results.
    pub screen: Vec<Question>,
}

impl From<Search> for Activity {
    fn from(written: Search) -> Self {
        Activity::Multi(Multi { screen: written.screen, scene: Scene::Search, at: Vec::new(), place: Vec::new() })
    }
}
