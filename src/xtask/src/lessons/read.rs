//! From bytes to a [`Sheet`]: UTF-8, TOML 1.0, and the line that names the schema.
//!
//! The rule a reader could break: a file is cut into blocks at its `[[step]]`-like headers, and a block that is no
//! TOML is blanked out, not the whole file. So a quote that was forgotten in one step hides nothing of the others,
//! and every place stays what it was.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use super::finding::Finding;
use super::node::Node;
use super::sheet::Sheet;
use super::source::{Source, Spot};
use super::{syntax, toml11};

/// Reads a file. `schema` is the path that its first line must name.
pub fn read(path: &str, bytes: &[u8], schema: &str, found: &mut Vec<Finding>) -> Option<Sheet> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let source = Source::new(path, String::from_utf8_lossy(bytes));
            let spot = Spot::new(&source, error.valid_up_to(), error.valid_up_to());
            found
                .push(Finding::new(spot, "geen-tekst", "Hier staat een teken dat geen UTF-8 is.").allowed("Bewaar het bestand als UTF-8."));
            return None;
        }
    };
    let source = Source::new(path, text);
    schema_line(&source, schema, found);
    let sheet = parse(&source, found)?;
    toml11::look(&sheet, found);
    Some(sheet)
}

fn schema_line(source: &Arc<Source>, schema: &str, found: &mut Vec<Finding>) {
    let named = source.line(0).strip_prefix("#:schema ").map(|path| path.trim().trim_start_matches("./"));
    if named != Some(schema.trim_start_matches("./")) {
        let fault = Finding::new(Spot::top(source), "schema-regel", "De eerste regel noemt het schema niet.");
        found.push(fault.allowed(format!("Zet bovenaan: #:schema {schema}. Dan helpt je editor mee.")));
    }
}

fn parse(source: &Arc<Source>, found: &mut Vec<Finding>) -> Option<Sheet> {
    if let Ok(root) = DeTable::parse(&source.text) {
        return Some(sheet(source, &root, false));
    }
    let mut sound = source.text.clone();
    for block in blocks(&source.text) {
        let (_, errors) = DeTable::parse_recoverable(&source.text[block.clone()]);
        if !errors.is_empty() {
            found.extend(syntax::faults(source, &block, &errors));
            sound.replace_range(block.clone(), &blank(&source.text[block]));
        }
    }
    match DeTable::parse(&sound) {
        Ok(root) => Some(sheet(source, &root, true)),
        Err(error) => {
            found.extend(syntax::faults(source, &(0..source.text.len()), &[error]));
            None
        }
    }
}

fn sheet(source: &Arc<Source>, root: &toml::Spanned<DeTable<'_>>, holes: bool) -> Sheet {
    Sheet { source: Arc::clone(source), holes, root: Node::root(root) }
}

/// Byte ranges of the head and of each block that begins with a line like `[[step]]`.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let name = line.trim_end().strip_prefix("[[").and_then(|rest| rest.split_once("]]")).map(|(name, _)| name);
        if at > 0 && name.is_some_and(|name| !name.contains('.')) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The same length and the same lines, with nothing in them.
fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}
