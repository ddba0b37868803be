//! `cargo xtask release-ids`: what was released may be retired, and never vanishes unseen.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::lessons::check;
use xtask::lessons::released::release;

use super::ground::{copy, root, text};

struct Course(PathBuf);

impl Course {
    fn on_disk(name: &str) -> Self {
        let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join("released").join(name);
        let _ = fs::remove_dir_all(&here);
        copy(&root().join("tests/lessons/clean"), &here.join("lessons"));
        copy(&root().join("static/art"), &here.join("static/art"));
        fs::create_dir_all(here.join("src/phrases")).unwrap();
        fs::write(here.join("src/phrases/nl.toml"), "right-3 = \"Ja.\"\npartly-7 = \"Ook goed.\"\n").unwrap();
        Course(here)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join("lessons").join(name)).unwrap()
    }

    fn change(&self, name: &str, old: &str, new: &str) {
        let text = self.text(name);
        assert!(text.contains(old), "no {old:?} in {name}");
        fs::write(self.0.join("lessons").join(name), text.replace(old, new)).unwrap();
    }

    /// Code and line of what is found in the lesson's folder.
    fn told(&self) -> Vec<(&'static str, usize)> {
        check(&self.0.join("lessons/01-klein")).findings.iter().map(|finding| (finding.code, finding.line())).collect()
    }
}

#[test]
fn an_id_of_the_last_release_is_missed_until_it_is_given_back_or_retired() {
    let course = Course::on_disk("missed");
    assert_eq!(release(&course.0).unwrap(), 16);
    assert!(course.text("released.txt").contains("\nklein/vraag rev=2\n"));
    course.change("01-klein/lesson.toml", "id = \"prive\"", "id = \"privee\"");
    assert_eq!(course.told(), [("id-verdwenen", 79)]);
    let help = check(&course.0.join("lessons")).findings[0].help().unwrap();
    assert!(help.starts_with("Heet het nu 'privee'? Geef het oude id terug"), "{help}");
    assert!(release(&course.0).unwrap_err().to_string().contains("cargo xtask check"), "a vanished id was written off unseen");
    course.change("released.txt", "\nklein/app/kat/prive\n", "\n- klein/app/kat/prive\n");
    assert_eq!(course.told(), []);
    release(&course.0).unwrap();
    assert!(course.text("released.txt").contains("\n- klein/app/kat/prive\nklein/app/kat/privee\n"));
    course.change("01-klein/lesson.toml", "id = \"privee\"", "id = \"prive\"");
    assert_eq!(course.told(), [("id-verdwenen", 79), ("id-terug", 89)]);
}

#[test]
fn a_step_with_a_higher_rev_may_hold_other_screens() {
    let course = Course::on_disk("rev");
    release(&course.0).unwrap();
    course.change("01-klein/lesson.toml", "id = \"vraag-eerst\"", "id = \"vraag-later\"");
    assert_eq!(course.told(), [("id-verdwenen", 38)]);
    course.change("01-klein/lesson.toml", "rev = 2", "rev = 3");
    assert_eq!(course.told(), []);
}

#[test]
fn a_lesson_that_leaves_the_road_is_missed() {
    let course = Course::on_disk("road");
    release(&course.0).unwrap();
    course.change("course.toml", "folder = \"01-klein\"\n", "");
    let codes: Vec<(String, &str)> =
        check(&course.0.join("lessons")).findings.iter().map(|finding| (finding.file().to_owned(), finding.code)).collect();
    assert!(codes.contains(&("lessons/course.toml".to_owned(), "id-verdwenen")), "{codes:?}");
}

#[test]
fn the_committed_list_is_in_order_and_each_id_stands_once() {
    let list = text("lessons/released.txt");
    let ids: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).map(|line| line.trim_start_matches("- ")).collect();
    assert!(ids.is_sorted() && ids.windows(2).all(|two| two[0] != two[1]) && ids.len() > 300);
}
