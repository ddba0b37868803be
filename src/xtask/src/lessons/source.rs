//! A text file and places in it.
//!
//! The rule a reader could break: a [`Spot`] counts bytes of its own [`Source`], and nothing else does arithmetic
//! with them; lines and columns are worked out here, once.

use std::sync::Arc;

/// A text file that was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Path below the root, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// A place in a file.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The file.
    pub source: &'a Arc<Source>,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Source {
    /// A source that can be shared.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Source { path: path.into(), text: text.into() })
    }

    /// Line and column of a byte, both from 1; a column is a character, not a byte.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let before = &self.text[..self.floor(byte)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The text of the line that holds this byte.
    pub fn line(&self, byte: usize) -> &str {
        let byte = self.floor(byte);
        let start = self.text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[byte..].find('\n').map_or(self.text.len(), |newline| byte + newline);
        self.text[start..end].trim_end_matches('\r')
    }

    fn floor(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        (0..=byte).rev().find(|byte| self.text.is_char_boundary(*byte)).unwrap_or(0)
    }
}

impl<'a> Spot<'a> {
    /// The place of a byte range.
    pub fn new(source: &'a Arc<Source>, start: usize, end: usize) -> Self {
        Spot { source, start, end }
    }

    /// The start of a file, for a fault that has no better place.
    pub fn top(source: &'a Arc<Source>) -> Self {
        Spot { source, start: 0, end: source.line(0).len() }
    }

    /// What stands there.
    pub fn raw(&self) -> &'a str {
        self.source.text.get(self.start..self.end).unwrap_or_default()
    }

    /// The same place, without the lines after the first.
    pub fn first_line(self) -> Self {
        let end = self.raw().find('\n').map_or(self.end, |newline| self.start + newline);
        Spot { end, ..self }
    }

    /// Where `part` stands in this place, looking from byte `from` of it.
    pub fn find(&self, part: &str, from: usize) -> Option<Self> {
        let found = self.raw().get(from..)?.find(part)? + from;
        Some(Spot { start: self.start + found, end: self.start + found + part.len(), ..*self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source::new("a.toml", "één\ntwéé drie\n");
        let spot = Spot::new(&source, 0, source.text.len()).find("drie", 0).unwrap();
        assert_eq!(source.position(spot.start), (2, 6));
        assert_eq!(source.line(spot.start), "twéé drie");
        assert_eq!(source.position(999), (3, 1));
    }
}
