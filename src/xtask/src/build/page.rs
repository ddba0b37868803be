//! The HTML templates: puts served names in place of `{{logical}}` and lists the files for the app as `<meta>` lines.
//!
//! Rule: an unknown placeholder stops the build; a page that asks for a file that is not there would be found by a pupil.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Result, bail};

/// What goes into a template.
pub struct Filling<'a> {
    /// Served name per logical name.
    pub names: &'a BTreeMap<String, String>,
    /// The build id.
    pub build: &'a str,
    /// The path the site is mounted on, `/` or `/school/les/`.
    pub base: &'a str,
}

impl Filling<'_> {
    /// Fills one template; `name` is for the message.
    pub fn fill(&self, name: &str, template: &str) -> Result<String> {
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(start) = rest.find("{{") {
            out.push_str(&rest[..start]);
            let Some(length) = rest[start..].find("}}") else { bail!("{name}: a {{{{ without }}}}") };
            let wanted = rest[start + 2..start + length].trim();
            match wanted {
                "files" => out.push_str(&self.metas(name)),
                "build" => out.push_str(self.build),
                "base" => out.push_str(self.base),
                _ => match self.names.get(wanted) {
                    Some(served) => out.push_str(served),
                    None => {
                        let known: Vec<&str> = self.names.keys().map(String::as_str).collect();
                        bail!("{name} asks for {{{{{wanted}}}}}, which no source makes; there are: {}", known.join(", "))
                    }
                },
            }
            rest = &rest[start + length + 2..];
        }
        out.push_str(rest);
        Ok(out)
    }

    /// `<meta name="oow:LOGICAL" content="a/...">` for each file that boot.js or the app looks up, and the build id.
    fn metas(&self, page: &str) -> String {
        let mut out = format!("<meta name=\"oow:build\" content=\"{}\">", self.build);
        for (logical, served) in self.names.iter().filter(|(logical, _)| looked_up(page, logical)) {
            // A String cannot fail to be written to.
            let _ = write!(out, "\n<meta name=\"oow:{logical}\" content=\"{served}\">");
        }
        out
    }
}

/// Styles, fonts and starting scripts are named in the page itself, and of a lesson's pictures the app knows the common
/// hash; listing them again would cost bytes on every visit. The page of a pupil's own things plays no lessons.
fn looked_up(page: &str, logical: &str) -> bool {
    if page == "mijn.html" {
        return ["mine.js", "mine_bg.wasm", "later.css", "later.js", "animals.svg", "icons.svg", "signs.svg"].contains(&logical);
    }
    let picture = logical.starts_with("les/") && logical.ends_with(".svg");
    !picture
        && !logical.starts_with("mine")
        && !logical.starts_with("fonts/")
        && !logical.starts_with("art/")
        && !matches!(logical, "style.css" | "grown-ups.css" | "boot.js" | "herstel.js")
}

/// Drops comments: they are for who edits the template. Inline scripts, where this could do harm, are banned by our policy.
pub fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
        if before.ends_with('\n') {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    out + rest
}

/// Adds a script of the tool itself at the end of the page.
pub fn with_script(html: &str, source: &str) -> String {
    let tag = format!("<script src=\"{source}\" defer></script>");
    match html.rfind("</body>") {
        Some(end) => format!("{}{tag}\n{}", &html[..end], &html[end..]),
        None => format!("{html}{tag}\n"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Filling, with_script, without_comments};

    fn fill(template: &str) -> anyhow::Result<String> {
        let names = [("style.css", "a/style-1.css"), ("les/x.bin", "a/les-x-2.bin"), ("fonts/f.woff2", "a/f-3.woff2")];
        let names: BTreeMap<String, String> = names.map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        Filling { names: &names, build: "b1", base: "/les/" }.fill("index.html", template)
    }

    #[test]
    fn placeholders_become_served_names() {
        let filled = fill("<link href=\"{{style.css}}\"><link href=\"{{ fonts/f.woff2 }}\">{{base}}").unwrap();
        assert_eq!(filled, "<link href=\"a/style-1.css\"><link href=\"a/f-3.woff2\">/les/");
    }

    #[test]
    fn the_app_is_told_what_it_looks_up_and_no_more() {
        let metas = "<meta name=\"oow:build\" content=\"b1\">\n<meta name=\"oow:les/x.bin\" content=\"a/les-x-2.bin\">";
        assert_eq!(fill("{{files}}").unwrap(), metas);
    }

    #[test]
    fn an_unknown_placeholder_stops_the_build_and_names_the_choices() {
        let told = fill("{{stijl.css}}").unwrap_err().to_string();
        assert!(told.contains("{{stijl.css}}") && told.contains("style.css"), "{told}");
    }

    #[test]
    fn comments_for_the_editor_do_not_travel() {
        assert_eq!(without_comments("<a>\n<!-- why -->\n<b><!-- x --> c\n"), "<a>\n<b> c\n");
    }

    #[test]
    fn the_reload_script_comes_last_in_the_body() {
        assert_eq!(with_script("<body>x</body>", "r.js"), "<body>x<script src=\"r.js\" defer></script>\n</body>");
    }
}
