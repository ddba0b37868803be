//! The page for authors: all feedback of a step, also of one that is broken.

use xtask::lessons::author::page;

use super::ground::{clean, text};

#[test]
fn every_option_stands_there_with_its_worth_explanation_and_next_screen() {
    let mut tree = clean();
    tree.put("src/phrases/nl.toml", text("src/phrases/nl.toml"));
    let page = page(tree, Some("klein"), Some("app"), "/les/").unwrap();
    for part in [
        "is dat jouw kat?",
        "Dit helpt",
        "Je vraagt het aan haar. Nu weet je het.",
        "<a href=\"#einde\">einde</a>",
        "Omweg",
        "4 + 9",
        "Wat als Noor niets stuurt?",
        "href=\"/les/auteur/klein/vraag\">vorige stap",
        "href=\"/les/#/les/klein/app\"",
        "src=\"/les/reload.js\"",
    ] {
        assert!(page.contains(part), "no {part:?} in\n{page}");
    }
    assert!(!page.contains("class=\"fault\""));
}

#[test]
fn a_fault_stands_above_the_step_it_is_in_and_on_no_other() {
    let mut tree = clean();
    let lesson = tree.text("lessons/01-klein/lesson.toml").unwrap();
    tree.put("lessons/01-klein/lesson.toml", lesson.replace("goto = \"einde\"", "goto = \"eind\"").replace("stuur hem", "stuur < hem"));
    let of = |step: &str| page(tree.clone(), Some("klein"), Some(step), "/").unwrap();
    assert!(of("app").contains("dode-sprong") && of("app").contains("Bedoel je 'einde'?"));
    assert!(!of("vraag").contains("class=\"fault\"") && of("vraag").contains("stuur &lt; hem"));
}

#[test]
fn a_step_that_cannot_be_read_shows_as_its_lesson_with_the_fault() {
    let mut tree = clean();
    let lesson = tree.text("lessons/01-klein/lesson.toml").unwrap();
    tree.put("lessons/01-klein/lesson.toml", lesson.replace("title = \"In de groep\"", "title = \"In de groep"));
    let page = |step| page(tree.clone(), Some("klein"), step, "/");
    assert!(
        page(Some("app")).unwrap().contains("Deze tekst wordt niet gesloten.") && page(Some("app")).unwrap().contains("Wat doet Noor?")
    );
    assert!(super::author::page(clean(), None, None, "/").unwrap().contains("auteur/klein/vraag"));
    assert_eq!(super::author::page(clean(), Some("gisteren"), None, "/"), None);
}
