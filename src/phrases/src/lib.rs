//! What the interface says, by key. The texts are data in `nl.toml`; `build.rs` makes a constant of each.

pub mod animals;

/// A text with places to fill in: `Stap {step} van {total}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(pub &'static str);

impl Phrase {
    /// Fills in the places. One that is not named stays as it is, so that a typing error shows.
    pub fn fill(self, values: &[(&str, &str)]) -> String {
        let mut text = String::new();
        for (n, part) in self.0.split('{').enumerate() {
            let place = part.split_once('}').filter(|_| n > 0);
            let filled = place.and_then(|(name, rest)| Some((values.iter().find(|(known, _)| *known == name)?.1, rest)));
            match filled {
                Some((value, rest)) => text.extend([value, rest]),
                None => text.extend([if n > 0 { "{" } else { "" }, part]),
            }
        }
        text
    }
}

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));
