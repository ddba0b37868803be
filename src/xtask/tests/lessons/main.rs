//! What an author notices of the compiler and checker: broken lessons, examples, schemas, drawings.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod author;
mod broken;
mod compiled;
mod fresh;
mod ground;
mod grown_ups;
mod readme;
mod released;
mod schemas;
mod shown;
mod sturdy;
