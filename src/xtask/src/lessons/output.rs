//! What a compiled lesson comes to.

/// A file for the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Logical name, such as `les/groepsapp.bin`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}
