//! What comes out of the compiler: sound lessons whatever is wrong beside them, and nothing a pupil should not get.

use course::catalogue::Catalogue;
use course::lesson::{ExamItem, Lesson, Rest, Review};
use xtask::lessons::compile::{Compiled, of_tree};
use xtask::lessons::tree::Tree;

use super::ground::{clean, sound};

fn bytes<'a>(compiled: &'a Compiled, name: &str) -> Option<&'a [u8]> {
    compiled.outputs.iter().find(|output| output.name == name).map(|output| output.bytes.as_slice())
}

fn lesson(compiled: &Compiled, name: &str) -> Lesson {
    let rest = name.replace(".bin", ".rest.bin");
    let mut lesson = Lesson::from_bytes(bytes(compiled, name).unwrap()).unwrap();
    lesson.complete(Rest::from_bytes(bytes(compiled, &rest).unwrap()).unwrap());
    lesson
}

fn catalogue(compiled: &Compiled) -> Catalogue {
    Catalogue::from_bytes(bytes(compiled, "course.bin").unwrap()).unwrap()
}

/// The clean course with a second lesson, a copy of the first.
fn two_lessons() -> Tree {
    let mut tree = clean();
    let files: Vec<String> = tree.under("lessons/01-klein").map(str::to_owned).collect();
    for file in files {
        let copied = tree.text(&file).unwrap().replace("id = \"klein\"", "id = \"later\"").replace("number = 1", "number = 2");
        tree.put(file.replace("01-klein", "02-later"), copied);
    }
    let road = tree.text("lessons/course.toml").unwrap();
    tree.put("lessons/course.toml", road.replace("title = \"Komt eraan\"", "title = \"Later\"\nfolder = \"02-later\""));
    tree
}

#[test]
fn a_lesson_becomes_two_parts_for_pupils_and_the_rest_beside_them() {
    let compiled = sound(clean());
    let names: Vec<&str> = compiled.outputs.iter().map(|output| output.name.as_str()).collect();
    assert_eq!(names, ["les/klein.bin", "les/klein.rest.bin", "les/klein.review.bin", "les/klein.exam.bin", "course.bin"]);
    let review: Vec<Review> = course::packed::unpack(bytes(&compiled, "les/klein.review.bin").unwrap()).unwrap();
    let exam: Vec<ExamItem> = course::packed::unpack(bytes(&compiled, "les/klein.exam.bin").unwrap()).unwrap();
    assert_eq!((review[0].face.len(), exam[0].question.option.len()), (2, 2));
}

#[test]
fn a_pupil_gets_the_steps_with_the_laws_and_words_they_name() {
    let lesson = lesson(&sound(clean()), "les/klein.bin");
    assert_eq!(lesson.steps.iter().map(|step| (step.id.as_str(), step.rev)).collect::<Vec<_>>()[..2], [("begin", 1), ("vraag", 2)]);
    assert_eq!(lesson.laws.iter().map(|law| law.id.as_str()).collect::<Vec<_>>(), ["belediging", "beelden"]);
    assert!(lesson.laws[1].spoken()[0].contains("nog geen wet"));
    assert_eq!(lesson.terms.len(), 1);
}

#[test]
fn stage_directions_and_follow_up_questions_do_not_reach_a_pupil() {
    let compiled = sound(clean());
    let packed = String::from_utf8_lossy(bytes(&compiled, "les/klein.bin").unwrap()).into_owned();
    assert!(!packed.contains("Never compiled") && !packed.contains("En als de kat"));
}

#[test]
fn the_catalogue_knows_the_steps_and_leaves_out_who_was_not_verified() {
    let catalogue = catalogue(&sound(clean()));
    assert_eq!(catalogue.stop("klein").unwrap().steps, ["begin", "vraag", "app", "wet", "praat"]);
    assert_eq!(catalogue.stop("klein").unwrap().minutes, 10);
    assert_eq!(catalogue.helpers.iter().map(|helper| helper.id.as_str()).collect::<Vec<_>>(), ["kindertelefoon"]);
    assert_eq!(catalogue.person("Mila").unwrap().id, "mila");
}

#[test]
fn a_broken_lesson_leaves_the_one_beside_it_compiled() {
    let mut tree = two_lessons();
    assert_eq!(sound(tree.clone()).lessons, 2);
    tree.put("lessons/01-klein/lesson.toml", "#:schema ../lesson.schema.json\nformat = \"\"\"\n");
    let compiled = of_tree(tree);
    assert!(compiled.findings.iter().all(|finding| finding.file().starts_with("lessons/01-klein/")));
    assert_eq!(bytes(&compiled, "les/klein.bin"), None);
    assert_eq!(lesson(&compiled, "les/later.bin").steps.len(), 5);
    let catalogue = catalogue(&compiled);
    assert_eq!(catalogue.stop("klein").unwrap().folder, None, "a broken lesson shows as still to come");
    assert!(catalogue.stop("later").unwrap().folder.is_some());
}

#[test]
fn a_broken_law_line_costs_only_the_lessons_that_name_it() {
    let mut tree = two_lessons();
    let laws = tree.text("lessons/laws.toml").unwrap();
    tree.put("lessons/laws.toml", laws.replacen("status = \"law\"", "status = \"wet\"", 1));
    let plain = tree.text("lessons/02-later/lesson.toml").unwrap();
    tree.put("lessons/02-later/lesson.toml", plain.replace("law = [\"belediging\", \"beelden\"]", "law = [\"beelden\"]"));
    let compiled = of_tree(tree);
    assert_eq!(compiled.findings.len(), 1);
    assert_eq!(bytes(&compiled, "les/klein.bin"), None);
    assert!(bytes(&compiled, "les/later.bin").is_some());
}
