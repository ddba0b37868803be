//! **permissions**: windows of apps that ask for something: the camera, the place, the contacts.

use serde::Deserialize;

use super::judge::Item;
use super::sort::Name;
use super::{Activity, Judge};
use crate::board::Scene;

/// Judge what an app asks for.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Permissions {
    /// The labels, in a fixed order: allow, not now, ask first.
    pub label: Vec<Name>,
    /// Hints that hold for every one.
    #[serde(default)]
    pub tip: Vec<String>,
    /// The windows; the first line says which app asks. One without `option` is read first.
    pub screen: Vec<Item>,
}

impl From<Permissions> for Activity {
    fn from(written: Permissions) -> Self {
        Activity::Judge(Judge { label: written.label, tip: written.tip, screen: written.screen, scene: Scene::Window })
    }
}
