//! The pages for teacher and parent hold what was written and what the lesson names by id, and nothing unresolved.

use xtask::lessons::compile::Compiled;
use xtask::lessons::files::FRAME;
use xtask::lessons::{compile, compile_all};

use super::ground::{clean, root, sound, text};

fn page(compiled: &Compiled, name: &str) -> String {
    let output = compiled.outputs.iter().find(|output| output.name == name);
    String::from_utf8(output.unwrap_or_else(|| panic!("no {name}")).bytes.clone()).unwrap()
}

/// The clean course with the frame and the phrases of the house.
fn framed() -> Compiled {
    let mut tree = clean();
    tree.put(FRAME, text(FRAME));
    tree.put("src/phrases/nl.toml", text("src/phrases/nl.toml"));
    sound(tree)
}

#[test]
fn the_teachers_page_holds_its_headings_the_talk_and_the_law_lines_by_id() {
    let page = page(&framed(), "leraar/klein.html");
    for part in [
        "<h1>Een kleine les</h1>",
        "10 minuten",
        "Waar het <strong>om</strong> gaat.",
        "<li>Eén ding.</li>",
        "<li>En als de kat van jou is?</li>",
        "266 Sr",
        "Dit is een voorstel. Het is nog geen wet.",
        "href=\"tel:08000432\"",
        "href=\"../index.html#/les/klein\"",
        "href=\"../index.html#/les/klein/vraag\"",
    ] {
        assert!(page.contains(part), "no {part:?} in\n{page}");
    }
}

#[test]
fn the_page_for_home_holds_the_question_that_the_child_asks() {
    let page = page(&framed(), "thuis/klein.html");
    for part in ["<h1>Thuis</h1>", "<li>Vandaag ging het over een kat.</li>", "Wanneer keek jij op?", "href=\"../leraar/klein.html\""] {
        assert!(page.contains(part), "no {part:?} in\n{page}");
    }
}

#[test]
fn an_author_can_bring_no_tag_and_no_placeholder() {
    let mut tree = clean();
    tree.put(FRAME, text(FRAME));
    tree.put("lessons/01-klein/parents.md", "# Thuis\n\n5 < 6 & {{sw.js}}\n");
    assert!(page(&sound(tree), "thuis/klein.html").contains("5 &lt; 6 &amp; &#123;&#123;sw.js}}"));
}

#[test]
fn the_real_pages_have_no_script_no_style_attribute_and_no_missing_phrase() {
    let keys: toml::Table = text("src/phrases/nl.toml").parse().unwrap();
    let compiled = compile_all(&root());
    for name in ["leraar/groepsapp.html", "thuis/groepsapp.html", "volwassenen.html"] {
        let page = page(&compiled, name);
        assert!(!page.contains("<script") && !page.contains("style=\"") && page.contains("default-src 'none'"), "{name}");
        for part in page.split(['>', '<', '"']) {
            assert!(!(part.contains("{n}") || part.contains("{date}") || part.contains('-') && keys.contains_key(part)), "{name}: {part}");
        }
        // What is left to fill in are names of files.
        for place in page.split("{{").skip(1).filter_map(|rest| rest.split("}}").next()) {
            assert!(place.contains('.'), "{name}: {{{{{place}}}}}");
        }
    }
    let teacher = page(&compiled, "leraar/groepsapp.html");
    for part in ["Waar het om gaat", "Vertelt een kind iets?", "art. 137c en 137d Sr", "art. 77e Sr", "24 november 2026", "0800-2000"] {
        assert!(teacher.contains(part), "no {part:?}");
    }
    assert!(page(&compiled, "volwassenen.html").contains("href=\"leraar/groepsapp.html\""));
    assert!(compile(&root()).unwrap().iter().all(|output| !output.name.contains("adults")));
}
