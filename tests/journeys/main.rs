//! Journeys through the release build in a real browser, one file per idea. `cargo xtask test` runs them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod access;
mod keyboard;
mod leash;
mod own;
mod place;
mod storage;
mod sudden;
mod tabs;
mod trouble;
mod versions;
mod voice;
mod words;
