//! **memory**: the pairs of `match` as tiles that lie face down.

use serde::Deserialize;

use super::Activity;
use super::pairs::Pair;
use super::tiles::{Tile, Tiles, Turn};
use crate::text::Text;

/// Turn tiles and find what belongs together.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Memory {
    /// Hints that hold for every pair.
    #[serde(default)]
    pub tip: Vec<String>,
    /// The explanation when two do not belong together, for a pair that has none of its own.
    pub otherwise: String,
    /// The pairs; one without `title` is read first.
    pub screen: Vec<Pair>,
}

impl From<Memory> for Activity {
    fn from(written: Memory) -> Self {
        let mut tile: Vec<Tile> = written.screen.iter().filter(|pair| !pair.title.is_empty()).flat_map(tiles).collect();
        // By a sum over the name: mixed, and the same at every visit, so that a closed lid changes no place.
        // Spread at the end, since the two of a pair differ in their last letter only.
        let sum = |tile: &Tile| tile.id.bytes().fold(5381_u32, |sum, byte| sum.wrapping_mul(33) ^ u32::from(byte));
        tile.sort_by_key(|tile| sum(tile).wrapping_mul(0x9E37_79B1).rotate_left(13));
        let turn = |pair: Pair| Turn {
            text: if pair.title.is_empty() { pair.text } else { Text::default() },
            otherwise: pair.otherwise.unwrap_or_else(|| written.otherwise.clone()),
            id: pair.id,
            picture: pair.picture,
            alt: pair.alt,
            why: pair.why,
        };
        Activity::Tiles(Tiles { tip: written.tip, screen: written.screen.into_iter().map(turn).collect(), tile })
    }
}

fn tiles(pair: &Pair) -> [Tile; 2] {
    let words = pair.text.0.iter().map(|line| line.words()).collect::<Vec<_>>().join(" ");
    let tile = |half, words, sign| Tile { id: format!("{}-{half}", pair.id), pair: pair.id.clone(), words, sign };
    [tile("a", words, None), tile("b", pair.title.clone(), pair.sign.clone())]
}
