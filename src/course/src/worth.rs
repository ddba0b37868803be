//! What an answer is worth, and the word that goes with it.

use serde::{Deserialize, Serialize};

/// What an option is worth. Two options of one question may both be `Strong`: a dilemma often has two good roads.
///
/// The order is the order of the best result kept: `Open < Detour < Ok < Strong`.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Worth {
    /// No better or worse: somebody's own choice, or a character who cannot do wrong here.
    #[default]
    Open,
    /// Tempting, but somebody pays for it. Always comes with what can still be done.
    Detour,
    /// Can be defended; something stronger exists.
    Ok,
    /// Helps.
    Strong,
}

impl Worth {
    /// Kept in a save as one digit.
    pub fn digit(self) -> char {
        match self {
            Worth::Open => '0',
            Worth::Detour => '1',
            Worth::Ok => '2',
            Worth::Strong => '3',
        }
    }

    /// The worth that [`Worth::digit`] wrote; `None` for any other character.
    pub fn from_digit(digit: char) -> Option<Self> {
        Some(match digit {
            '0' => Worth::Open,
            '1' => Worth::Detour,
            '2' => Worth::Ok,
            '3' => Worth::Strong,
            _ => return None,
        })
    }
}

/// How big the help of a bystander is. Small help counts: no size is worth more than another.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// Do not join in.
    Tiny,
    /// A private word to the one it happens to.
    Small,
    /// One sentence in the group.
    Medium,
    /// Fetch a grown-up.
    Brave,
}

/// The word and sign above an explanation. Never "wrong": a weaker answer is a detour, and a detour leads back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A choice that helps.
    Strong,
    /// A choice that can be defended.
    Ok,
    /// A choice that somebody pays for.
    Detour,
    /// A choice without better or worse.
    Open,
    /// A fact that was seen right.
    Right,
    /// A part was seen right, or a second answer that can be defended.
    Partly,
    /// Not seen yet.
    NotYet,
}

impl Label {
    /// The label of a *choice*: what does this do to people?
    pub fn of_choice(worth: Worth) -> Self {
        match worth {
            Worth::Open => Label::Open,
            Worth::Detour => Label::Detour,
            Worth::Ok => Label::Ok,
            Worth::Strong => Label::Strong,
        }
    }

    /// The label of an *observation*: is this so?
    pub fn of_fact(worth: Worth) -> Self {
        match worth {
            Worth::Open => Label::Open,
            Worth::Detour => Label::NotYet,
            Worth::Ok => Label::Partly,
            Worth::Strong => Label::Right,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_gives_its_worth_back_and_keeps_the_order() {
        let all = [Worth::Open, Worth::Detour, Worth::Ok, Worth::Strong];
        assert!(all.windows(2).all(|w| w[0] < w[1] && w[0].digit() < w[1].digit()));
        assert!(all.iter().all(|w| Worth::from_digit(w.digit()) == Some(*w)));
        assert_eq!(Worth::from_digit('4'), None);
    }
}
