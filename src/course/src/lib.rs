//! The course without a browser: lessons, marking, the ride through a lesson, progress and how it is kept.
//!
//! The rule a reader could break: nothing here knows of a browser, a clock, a file or chance. What it needs of
//! those arrives as plain arguments, so the same moves always give the same state and every rule is tested natively.
//!
//! Where to extend: a way to learn is one file in [`activity`] and one line in its registry; a new shape of saved
//! progress is one step in [`saved`].

pub mod activity;
pub mod board;
pub mod catalogue;
pub mod lesson;
pub mod packed;
pub mod progress;
pub mod saved;
pub mod session;
pub mod text;
pub mod worth;

/// A stable name of a lesson, step, screen, option, person, law line or helper: lower case letters, digits and
/// hyphens. Ids are never positions and never reused, so that an edit of a lesson does not reset a pupil.
pub type Id = String;

/// Whether `name` may be an [`Id`]: 1 to 40 of `a-z`, `0-9` and `-`, and not starting with `-`.
pub fn is_id(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && !name.starts_with('-')
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
