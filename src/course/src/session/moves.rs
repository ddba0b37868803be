//! Moves as one line of text, for a save: `paneel-1> vraag:eerlijk vraag? vraag:laat-zien`.
//!
//! Readable on purpose: a person who repairs a save can see what happened. Ids hold none of the marks used here.

use crate::{Id, is_id};

/// Something a pupil did in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Answered with these picks.
    Answer {
        /// Where.
        screen: Id,
        /// What was picked.
        picks: Vec<Id>,
    },
    /// Took another go.
    Again {
        /// Where.
        screen: Id,
    },
    /// Went on.
    On {
        /// From where.
        screen: Id,
    },
}

impl Move {
    /// The screen on which it was made.
    pub fn screen(&self) -> &Id {
        match self {
            Move::Answer { screen, .. } | Move::Again { screen } | Move::On { screen } => screen,
        }
    }
}

/// Writes moves as one line.
pub fn write(moves: &[Move]) -> String {
    let mut line = String::new();
    for step in moves {
        line.extend([if line.is_empty() { "" } else { " " }, step.screen()]);
        match step {
            Move::Answer { picks, .. } => {
                for (n, pick) in picks.iter().enumerate() {
                    line.extend([if n == 0 { ":" } else { "," }, pick]);
                }
            }
            Move::Again { .. } => line.push('?'),
            Move::On { .. } => line.push('>'),
        }
    }
    line
}

/// Reads moves up to the first that makes no sense: a cut line still brings a pupil as far as it goes.
pub fn read(line: &str) -> Vec<Move> {
    line.split(' ').filter(|word| !word.is_empty()).map_while(read_one).collect()
}

fn read_one(word: &str) -> Option<Move> {
    let id = |name: &str| is_id(name).then(|| name.to_owned());
    if let Some(screen) = word.strip_suffix('>') {
        return Some(Move::On { screen: id(screen)? });
    }
    if let Some(screen) = word.strip_suffix('?') {
        return Some(Move::Again { screen: id(screen)? });
    }
    let (screen, picks) = word.split_once(':')?;
    let picks = picks.split(',').map(id).collect::<Option<Vec<_>>>()?;
    Some(Move::Answer { screen: id(screen)?, picks })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_move() -> impl Strategy<Value = Move> {
        let id = "[a-z0-9][a-z0-9-]{0,8}";
        (id, prop::collection::vec(id, 1..4), 0..3u8).prop_map(|(screen, picks, n)| match n {
            0 => Move::Answer { screen, picks },
            1 => Move::Again { screen },
            _ => Move::On { screen },
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(moves in prop::collection::vec(any_move(), 0..20)) {
            prop_assert_eq!(read(&write(&moves)), moves);
        }

        #[test]
        fn any_line_is_read_without_a_panic(line in "\\PC{0,200}") {
            read(&line);
        }
    }

    #[test]
    fn a_cut_line_keeps_what_came_before_the_cut() {
        assert_eq!(read("paneel-1> vraag:eerl%"), [Move::On { screen: "paneel-1".into() }]);
    }
}
