//! The shared art the app points into: `icons.svg`, `signs.svg`, `animals.svg`, `faces.svg`, `emoji.svg`, `map.svg`.
//!
//! Rule: an id is prefixed by its file (`faces-noor`), and so is every `href` inside; two files may use the same id.
//! A new file that the app itself shows is one name in [`IN_SPRITE`]; what only lesson pictures use stays out.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use roxmltree::{Document, Node};

use super::xml;

/// The files whose symbols the app shows by id, each a file of its own: a browser reads a whole file for one symbol, and
/// a question needs no faces. Bodies and scenery are flattened into lesson pictures instead.
pub const IN_SPRITE: [&str; 5] = ["faces", "signs", "icons", "animals", "emoji"];

/// The file of every name in [`IN_SPRITE`], by logical name.
pub fn read(art: &Path) -> Result<Vec<(String, String)>> {
    IN_SPRITE.iter().map(|name| Ok((format!("{name}.svg"), join(&[source(art, name)?])?))).collect()
}

fn source<'a>(art: &Path, name: &'a str) -> Result<(&'a str, String)> {
    let path = art.join(name).with_extension("svg");
    Ok((name, std::fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))?))
}

/// The first screen and the land of the road map, with the scenery on them: a file of its own, since a lesson does not
/// need it.
pub fn read_map(art: &Path) -> Result<String> {
    join(&[source(art, "scenery")?, source(art, "map")?, source(art, "welcome")?])
        .map(|sprite| sprite.replace("art/scenery.svg#", "#scenery-"))
}

/// Joins named SVG sources into one sprite.
pub fn join(sources: &[(&str, String)]) -> Result<String> {
    let mut out = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    let mut ids = HashSet::new();
    let mut wanted = Vec::new();
    for (name, text) in sources {
        let document = Document::parse(text).with_context(|| format!("static/art/{name}.svg is not well-formed"))?;
        for child in document.root_element().children() {
            write(child, name, &mut out, &mut ids, &mut wanted);
        }
    }
    out.push_str("</svg>");
    if let Some(missing) = wanted.iter().find(|id| !ids.contains(*id)) {
        bail!("static/art: something points to #{missing}, which is not there");
    }
    Ok(out)
}

fn write(node: Node<'_, '_>, file: &str, out: &mut String, ids: &mut HashSet<String>, wanted: &mut Vec<String>) {
    if let Some(text) = node.text().filter(|text| node.is_text() && !text.trim().is_empty()) {
        xml::escape(out, text);
    }
    if !node.is_element() {
        return;
    }
    let mut attributes = Vec::new();
    for attribute in node.attributes() {
        let value = attribute.value();
        let value = match (attribute.name(), value.strip_prefix('#')) {
            ("id", _) => {
                let id = format!("{file}-{value}");
                ids.insert(id.clone());
                id
            }
            ("href", Some(id)) => {
                wanted.push(format!("{file}-{id}"));
                format!("#{file}-{id}")
            }
            _ => value.to_owned(),
        };
        attributes.push((attribute.name().to_owned(), value));
    }
    let tag = node.tag_name().name();
    xml::open(out, tag, &attributes, !node.has_children());
    for child in node.children() {
        write(child, file, out, ids, wanted);
    }
    if node.has_children() {
        xml::close(out, tag);
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn ids_and_references_are_prefixed_by_their_file() {
        let faces = r##"<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="neus"><path d="M0 0"/></g></defs>
            <symbol id="noor" viewBox="0 0 1 1"><use href="#neus" y="3"/></symbol></svg>"##;
        let signs = r#"<svg xmlns="http://www.w3.org/2000/svg"><g id="neus"/></svg>"#;
        let sprite = join(&[("faces", faces.to_owned()), ("signs", signs.to_owned())]).unwrap();
        assert_eq!(
            sprite,
            r##"<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="faces-neus"><path d="M0 0"/></g></defs><symbol id="faces-noor" viewBox="0 0 1 1"><use href="#faces-neus" y="3"/></symbol><g id="signs-neus"/></svg>"##
        );
    }

    #[test]
    fn a_reference_to_nothing_is_an_error() {
        let source = r##"<svg xmlns="http://www.w3.org/2000/svg"><use href="#weg"/></svg>"##;
        let error = join(&[("icons", source.to_owned())]).unwrap_err();
        assert!(error.to_string().contains("#icons-weg"));
    }
}
