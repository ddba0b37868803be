//! Writing SVG: the one place where text becomes markup, so the one place that escapes.
//!
//! Rule: no markup is put together elsewhere in this tool.

/// Opens an element; `empty` closes it at once.
pub(super) fn open(out: &mut String, tag: &str, attributes: &[(String, String)], empty: bool) {
    out.push('<');
    out.push_str(tag);
    for (name, value) in attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(out, value);
        out.push('"');
    }
    out.push_str(if empty { "/>" } else { ">" });
}

/// Closes an element.
pub(super) fn close(out: &mut String, tag: &str) {
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

/// Writes text or an attribute value.
pub(super) fn escape(out: &mut String, text: &str) {
    for glyph in text.chars() {
        match glyph {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(glyph),
        }
    }
}
