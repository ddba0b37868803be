//! The style sheet: joins `static/style/*.css`, strips what a browser does not need, points `url()` at hashed names.
//!
//! Rule: stripping may only remove; it never reorders or merges, because layers and the cascade depend on order.
//! Hand-written on purpose: a CSS optimiser would be this tool's largest dependency, on everybody's first
//! `cargo xtask serve`, and all of stripping is worth 0.7 of 10 kB brotli (design/README.md).

use anyhow::{Context, Result};

/// Removes comments and needless space; strings and `url(...)` stay as they are.
pub fn strip(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            // A comment may be all that parts two words, so it counts as a space.
            push_space(&mut out);
        } else if first == '"' || first == '\'' {
            let (string, after) = rest.split_at(string_end(rest, first));
            out.push_str(string);
            rest = after;
        } else if rest.starts_with("url(") {
            let (url, after) = rest.split_at(rest.find(')').map_or(rest.len(), |end| end + 1));
            out.push_str(url);
            rest = after;
        } else {
            if first.is_whitespace() {
                push_space(&mut out);
            } else {
                push_glyph(&mut out, first);
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    out.trim().to_owned()
}

/// A space is kept only where it may mean something: not after an opener or separator, never twice.
fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(['{', '}', ';', ',', ':', '(', '>', ' ']) {
        out.push(' ');
    }
}

fn push_glyph(out: &mut String, glyph: char) {
    // No `:` here: in a selector `.a :hover` and `.a:hover` differ. No `(` either: `and (min-width...`.
    if matches!(glyph, '{' | '}' | ';' | ',' | ')' | '>') && out.ends_with(' ') {
        out.pop();
    }
    if glyph == '}' && out.ends_with(';') {
        out.pop();
    }
    out.push(glyph);
}

/// The length of the string that starts with `quote`, both quotes included.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, glyph) in text.char_indices().skip(1) {
        if !escaped && glyph == quote {
            return at + 1;
        }
        escaped = glyph == '\\' && !escaped;
    }
    text.len()
}

/// Replaces every `url(path)` by the name `resolve` gives for the path; `data:` and `#` targets stay.
pub fn rewrite_urls(css: &str, mut resolve: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("url(") {
        let inside = start + "url(".len();
        let length = rest[inside..].find(')').context("a url( in static/style has no closing bracket")?;
        let target = rest[inside..inside + length].trim().trim_matches(['"', '\'']);
        out.push_str(&rest[..inside]);
        if target.starts_with("data:") || target.starts_with('#') {
            out.push_str(&rest[inside..inside + length]);
        } else {
            out.push_str(&resolve(target.trim_start_matches("./").trim_start_matches("../"))?);
        }
        rest = &rest[inside + length..];
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{rewrite_urls, strip};

    #[test]
    fn comments_and_needless_space_go() {
        let source = "/* tokens */\n.a ,\n.b > .c {\n  color : red;\n  margin: 0  auto ;\n}\n";
        assert_eq!(strip(source), ".a,.b>.c{color :red;margin:0 auto}");
    }

    #[test]
    fn space_that_means_something_stays() {
        assert_eq!(strip(".a :hover{width:calc(1px + 2px)}"), ".a :hover{width:calc(1px + 2px)}");
        assert_eq!(strip("@media screen and (width > 3em){}"), "@media screen and (width>3em){}");
        assert_eq!(strip("a/* parts words */b{}"), "a b{}");
    }

    #[test]
    fn strings_and_urls_are_left_alone() {
        assert_eq!(strip(r#"a::after { content: " ; /* " }"#), r#"a::after{content:" ; /* "}"#);
        assert_eq!(strip(r#"a{content:"\" ;  "}"#), r#"a{content:"\" ;  "}"#);
        assert_eq!(strip("a{b:url(data:x/*;,)}"), "a{b:url(data:x/*;,)}");
    }

    #[test]
    fn a_font_and_a_picture_get_their_hashed_names() {
        let css = "a{src:url(\"fonts/x.woff2\") format(\"woff2\");background:url(../art/h.svg),url(data:x)}";
        let found = rewrite_urls(css, |path| Ok(format!("<{path}>"))).unwrap();
        assert_eq!(found, "a{src:url(<fonts/x.woff2>) format(\"woff2\");background:url(<art/h.svg>),url(data:x)}");
    }
}
