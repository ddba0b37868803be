//! One picture: checks what its author wrote and writes it out as a symbol without references.
//!
//! Rule: an element or attribute that is not listed here is a fault, never passed on. A picture is shown inside the
//! page by reference, under a policy that drops `style`, and must look the same in every theme and browser.

use std::path::Path;

use roxmltree::{Document, Node, TextPos};

use super::{Documents, Fault, Palette};
use crate::build::xml;

const ELEMENTS: [&str; 10] = ["g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "use"];

const ATTRIBUTES: [&str; 28] = [
    "d",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "points",
    "width",
    "height",
    "transform",
    "fill",
    "fill-opacity",
    "fill-rule",
    "opacity",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-miterlimit",
];

/// On words, and on a group of words.
const TEXT_ATTRIBUTES: [&str; 3] = ["font-size", "text-anchor", "font-weight"];

/// The class for words in a picture, and what it stands for (as `.bordtekst` in `design/parts.css`).
const BOARD_TEXT: &str = "bordtekst";
const BOARD_DEFAULTS: [(&str, &str); 4] =
    [("font-family", "var(--display,sans-serif)"), ("font-weight", "600"), ("font-size", "22"), ("fill", "#14213d")];

/// Shared art points into itself three deep at most; more than this is a circle.
const DEEPEST: usize = 8;

/// Checks one picture and gives it as a symbol with its own name.
pub(super) fn picture(path: &Path, source: &str, art: &Documents<'_>, palette: &Palette, faults: &mut Vec<Fault>) -> String {
    let mut out = String::new();
    let document = match Document::parse(source) {
        Ok(document) => document,
        Err(error) => {
            let message = format!("dit is geen geldige SVG: {error}");
            faults.push(Fault::new(path, source, error.pos(), message));
            return out;
        }
    };
    let root = document.root_element();
    let mut flat = Flat { path, source, art, palette, faults, scopes: Vec::new(), origin: None, depth: 0 };
    for attribute in root.attributes().filter(|attribute| attribute.name() != "viewBox") {
        let at = document.text_pos_at(attribute.range().start);
        flat.fault(at, format!("`{}` mag niet op <svg>; alleen viewBox", attribute.name()));
    }
    let view = root.attribute("viewBox").unwrap_or_default();
    if root.tag_name().name() != "svg" || view.split_whitespace().filter(|part| part.parse::<f32>().is_ok()).count() != 4 {
        flat.fault(position(root), "begin met <svg viewBox=\"0 0 breedte hoogte\">".to_owned());
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    xml::open(&mut out, "symbol", &[pair("id", &name), pair("viewBox", view)], false);
    for child in root.children() {
        flat.node(child, None, &mut out);
    }
    xml::close(&mut out, "symbol");
    out
}

struct Flat<'a> {
    path: &'a Path,
    source: &'a str,
    art: &'a Documents<'a>,
    palette: &'a Palette,
    faults: &'a mut Vec<Fault>,
    /// Classes of the elements around, innermost last.
    scopes: Vec<Vec<String>>,
    /// Where in the picture the art was called in; faults inside art are told there.
    origin: Option<TextPos>,
    depth: usize,
}

impl<'a> Flat<'a> {
    fn fault(&mut self, at: TextPos, message: String) {
        self.faults.push(Fault::new(self.path, self.source, self.origin.unwrap_or(at), message));
    }

    fn node(&mut self, node: Node<'_, '_>, file: Option<&'a str>, out: &mut String) {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            // Only words in <text> count; the line ends between elements are the author's layout.
            if node.parent().is_some_and(|parent| parent.has_tag_name("text") || parent.tag_name().name() == "text") {
                xml::escape(out, text);
            } else if !text.trim().is_empty() {
                self.fault(position(node), "losse tekst: zet woorden in <text>".to_owned());
            }
        }
        if !node.is_element() {
            return;
        }
        let tag = node.tag_name().name();
        if !ELEMENTS.contains(&tag) {
            return self.fault(position(node), format!("<{tag}> mag niet in een plaatje; wel: {}", ELEMENTS.join(", ")));
        }
        let classes = self.classes(node);
        self.scopes.push(classes);
        let attributes = self.attributes(node, file);
        if tag == "use" {
            self.call(node, attributes, file, out);
        } else if tag == "g" && attributes.is_empty() {
            // A group that only named a cast member has done its work.
            self.children(node, file, out);
        } else {
            xml::open(out, tag, &attributes, !node.has_children());
            if node.has_children() {
                self.children(node, file, out);
                xml::close(out, tag);
            }
        }
        self.scopes.pop();
    }

    fn children(&mut self, node: Node<'_, '_>, file: Option<&'a str>, out: &mut String) {
        for child in node.children() {
            self.node(child, file, out);
        }
    }

    fn classes(&mut self, node: Node<'_, '_>) -> Vec<String> {
        let classes: Vec<String> = node.attribute("class").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        for class in &classes {
            if class != BOARD_TEXT && !self.palette.knows(class) {
                let message = format!("de klas kent geen `{class}`; wel: {}, {BOARD_TEXT}", self.palette.cast_names());
                self.fault(position(node), message);
            }
        }
        classes
    }

    /// The attributes to write, with colours in place of variables.
    fn attributes(&mut self, node: Node<'_, '_>, file: Option<&str>) -> Vec<(String, String)> {
        let tag = node.tag_name().name();
        let mut found = Vec::new();
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            // Only when there is a fault to tell: counting lines to every attribute took half of a check.
            let at = || node.document().text_pos_at(attribute.range().start);
            let known = ATTRIBUTES.contains(&name) || (matches!(tag, "text" | "g") && TEXT_ATTRIBUTES.contains(&name));
            if name == "class" || (tag == "use" && name == "href") || (file.is_some() && matches!(name, "id" | "overflow" | "viewBox")) {
                continue;
            } else if !known {
                self.fault(
                    at(),
                    format!("`{name}` mag niet op <{tag}>; kleuren en maten staan in losse attributen zoals fill en stroke-width"),
                );
            } else if value.contains("url(") {
                self.fault(at(), format!("`{name}` mag niet naar iets anders verwijzen; geef een vlakke kleur"));
            } else if let Some(value) = self.colour(at, value) {
                found.push((name.to_owned(), value));
            }
        }
        if self.scopes.last().is_some_and(|classes| classes.iter().any(|class| class == BOARD_TEXT)) {
            for (name, value) in BOARD_DEFAULTS {
                if !found.iter().any(|(known, _)| known == name)
                    && let Some(value) = self.colour(|| position(node), value)
                {
                    found.push(pair(name, &value));
                }
            }
        }
        found
    }

    fn colour(&mut self, at: impl FnOnce() -> TextPos, value: &str) -> Option<String> {
        match self.palette.resolve(value, &self.scopes) {
            Ok(value) => Some(value),
            Err(name) => {
                self.fault(at(), format!("{name} heeft hier geen kleur; zet er <g class=\"p-naam\"> omheen"));
                None
            }
        }
    }

    /// Puts the art a `<use>` calls in its place.
    fn call(&mut self, node: Node<'_, '_>, attributes: Vec<(String, String)>, file: Option<&'a str>, out: &mut String) {
        let at = position(node);
        let href = node.attribute("href").unwrap_or_default();
        let (called, id) = href.split_once('#').unwrap_or((href, ""));
        let called = if called.is_empty() { file.unwrap_or_default() } else { called };
        let Some((&name, document)) = self.art.get_key_value(called) else {
            let known: Vec<&str> = self.art.keys().copied().collect();
            return self.fault(at, format!("`{href}` bestaat niet; kies uit {}", known.join(", ")));
        };
        let Some(target) = document.descendants().find(|node| node.attribute("id") == Some(id)) else {
            return self.fault(at, format!("in {called} staat geen `{id}`"));
        };
        if self.depth >= DEEPEST {
            return self.fault(at, format!("`{href}` verwijst in een kring"));
        }
        let outer = self.origin;
        self.origin = outer.or(Some(at));
        self.depth += 1;
        self.place(target, attributes, name, out);
        self.depth -= 1;
        self.origin = outer;
    }

    fn place(&mut self, target: Node<'_, '_>, attributes: Vec<(String, String)>, file: &'a str, out: &mut String) {
        let (place, looks): (Vec<_>, Vec<_>) =
            attributes.into_iter().partition(|(name, _)| matches!(name.as_str(), "x" | "y" | "width" | "height"));
        let symbol = target.tag_name().name() == "symbol";
        // A symbol opens its own window; anything else is moved to its place. Both inherit what stood on the <use>.
        let mut wrap = looks;
        if !symbol && !place.is_empty() {
            let side = |name: &str| place.iter().find(|(known, _)| known == name).map_or("0", |(_, value)| value);
            let moved = format!("translate({} {})", side("x"), side("y"));
            match wrap.iter_mut().find(|(name, _)| name == "transform") {
                Some((_, transform)) => *transform = format!("{transform} {moved}"),
                None => wrap.push(pair("transform", &moved)),
            }
        }
        if !wrap.is_empty() {
            xml::open(out, "g", &wrap, false);
        }
        if symbol {
            let mut window = place;
            if let Some(view) = target.attribute("viewBox") {
                window.push(pair("viewBox", view));
            }
            window.push(pair("overflow", "visible"));
            window.extend(self.attributes(target, Some(file)));
            xml::open(out, "svg", &window, false);
            self.children(target, Some(file), out);
            xml::close(out, "svg");
        } else {
            self.node(target, Some(file), out);
        }
        if !wrap.is_empty() {
            xml::close(out, "g");
        }
    }
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn position(node: Node<'_, '_>) -> TextPos {
    node.document().text_pos_at(node.range().start)
}
