//! What is wrong with a picture, in Dutch, for the author who can mend it: file, line, column, remedy.
//!
//! Rule: the same facts as a `lessons::Finding`, in the same JSON keys. It is a type of its own because drawing programs
//! put a whole picture on one line: what is shown of it must be cut out around the fault.

use std::fmt;
use std::path::{Path, PathBuf};

use roxmltree::TextPos;

/// How much of a line is shown, in characters.
const SHOWN: usize = 70;

/// One fault in one picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The picture's file.
    pub file: PathBuf,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
    /// What is wrong and what to do.
    pub message: String,
    /// The source from the fault on.
    pub excerpt: String,
}

impl Fault {
    pub(super) fn new(file: &Path, source: &str, at: TextPos, message: String) -> Self {
        let line = source.lines().nth((at.row as usize).saturating_sub(1)).unwrap_or_default();
        let excerpt = line.chars().skip((at.col as usize).saturating_sub(1)).take(SHOWN).collect();
        Self { file: file.to_owned(), line: at.row, column: at.col, message, excerpt }
    }

    /// For editors and CI, in the keys of `lessons::Finding::to_json`.
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::json!({
            "file": self.file.display().to_string(), "line": self.line, "column": self.column, "code": "tekening-fout",
            "message": self.message, "allowed": null, "meant": null, "excerpt": self.excerpt,
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "tekening-fout\n  × {}", self.message)?;
        writeln!(f, "  ╭─[{}:{}:{}]", self.file.display(), self.line, self.column)?;
        write!(f, "  ╰─ {}", self.excerpt)
    }
}
