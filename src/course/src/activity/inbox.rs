//! **inbox**: a mailbox with real and fake messages, one at a time. Seeing a danger that is not there counts as a miss as
//! much as not seeing one, so half of the messages are genuine.

use serde::Deserialize;

use super::judge::Item;
use super::sort::Name;
use super::{Activity, Judge};
use crate::board::Scene;

/// Judge the messages of a mailbox.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Inbox {
    /// The labels, in a fixed order: trusted, suspect, ask first.
    pub label: Vec<Name>,
    /// Hints that hold for every one.
    #[serde(default)]
    pub tip: Vec<String>,
    /// The messages; the first line says who it is from and what about. One without `option` is read first.
    pub screen: Vec<Item>,
}

impl From<Inbox> for Activity {
    fn from(written: Inbox) -> Self {
        Activity::Judge(Judge { label: written.label, tip: written.tip, screen: written.screen, scene: Scene::Inbox })
    }
}
