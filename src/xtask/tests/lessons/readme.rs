//! `lessons/README.md` keeps its promises: every example is sound, playable and compiled; the table of rules is true.

use std::rc::Rc;

use course::activity::KINDS;
use course::lesson::{Lesson, Rest};
use course::session::{Session, Went};
use xtask::lessons::files::File;
use xtask::lessons::rules::RULES;
use xtask::lessons::tree::Tree;

use super::ground::{PICTURE, clean, in_step, sound, text};

const README: &str = "lessons/README.md";

/// The examples: what stands between ```` ```toml ```` and ```` ``` ````.
fn examples() -> Vec<String> {
    let readme = text(README);
    let blocks = readme.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("\n```"));
    blocks.map(|(block, _)| [block, "\n"].concat()).collect()
}

/// The clean course with all examples in their places: one lesson of the head and the steps, the rest beside it.
fn course_of_examples() -> Tree {
    let mut tree = clean();
    tree.take("lessons/01-klein/pictures/kat.svg");
    let mut lesson = String::new();
    for example in examples() {
        let entry = |file: &&File| example.lines().any(|line| line == format!("[[{}]]", file.list()));
        match File::ALL.iter().find(entry) {
            Some(File::Lesson) | None => lesson.push_str(&["\n", &example].concat()),
            Some(file) if File::IN_LESSON.contains(file) => tree.put(format!("lessons/01-klein/{}", file.name()), example),
            Some(file) => {
                let path = format!("lessons/{}", file.name());
                let whole = [&tree.text(&path).unwrap(), "\n", &example].concat();
                tree.put(path, whole);
            }
        }
    }
    for name in lesson
        .split("picture = \"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .chain(lesson.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()))
    {
        tree.put(format!("lessons/01-klein/pictures/{name}.svg"), PICTURE);
    }
    tree.put("lessons/01-klein/lesson.toml", lesson.trim_start());
    tree
}

fn lesson_of_examples() -> Lesson {
    let compiled = sound(course_of_examples());
    let packed = |name: &str| &compiled.outputs.iter().find(|output| output.name == name).unwrap().bytes;
    let mut lesson = Lesson::from_bytes(packed("les/klein.bin")).unwrap();
    lesson.complete(Rest::from_bytes(packed("les/klein.rest.bin")).unwrap());
    lesson
}

#[test]
fn every_kind_has_a_playable_example() {
    let shown = examples().concat();
    let missing: Vec<&&str> = KINDS.iter().filter(|kind| !shown.contains(&format!("kind = \"{kind}\""))).collect();
    assert!(missing.is_empty(), "no example in {README} of {missing:?}");
}

#[test]
fn the_examples_are_played_to_the_end_by_the_best_answers() {
    let lesson = Rc::new(lesson_of_examples());
    let mut done = Vec::new();
    let mut ride = Session::new(Rc::clone(&lesson), 0, Vec::new(), Vec::new());
    for _ in 0..200 {
        let screen = ride.screen().clone();
        assert!(ride.board().is_some(), "nothing stands on {screen}");
        if let Some(best) = ride.best() {
            assert!(ride.answer(best.clone()).is_some(), "{best:?} is no answer on {screen}");
        }
        match ride.on() {
            Went::Screen => {}
            Went::Coming(..) => panic!("the lesson is whole"),
            Went::Step(step) => done.push(step),
            Went::End(step) => {
                done.push(step);
                break;
            }
            Went::Nowhere => panic!("stuck on {screen}"),
        }
    }
    assert_eq!(done, lesson.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>());
}

#[test]
fn the_table_of_rules_is_the_table_of_the_checker() {
    let rows = RULES.iter().filter(|rule| !rule.means.is_empty()).map(|rule| format!("| `{}` | {} |\n", rule.code, rule.means));
    let table = format!("| Code | Means |\n|---|---|\n{}", rows.collect::<String>());
    let readme = text(README);
    let (before, rest) = readme.split_once("<!-- rules -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /rules -->").unwrap();
    in_step(README, &format!("{before}<!-- rules -->\n{table}<!-- /rules -->{after}"));
}

#[test]
fn every_rule_says_what_it_means_once() {
    for rule in RULES {
        let told = RULES.iter().filter(|other| other.code == rule.code && !other.means.is_empty()).count();
        assert_eq!(told, 1, "{}", rule.code);
    }
}
