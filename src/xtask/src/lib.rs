//! The native tool behind `cargo xtask`: it builds, serves, checks, tests and weighs the product.
//!
//! Rule: nothing here may reach the pupil's wasm; this crate depends on `course`, never the other way round.
//! A new verb is a variant in [`cli`] and a module here.

pub mod build;
pub mod cli;
pub mod lessons;
pub mod progress;
pub mod serve;
pub mod size;
pub mod test;
pub mod tools;
pub mod workspace;
