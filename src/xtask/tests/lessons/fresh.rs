//! `cargo xtask new lesson`: sound from the start, and nothing is written when something is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::build::picture_faults;
use xtask::lessons::check;
use xtask::lessons::fresh::lesson;

use super::ground::{copy, root, text};

/// The real road with the real lessons, in a folder of this test alone.
fn on_disk(name: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fresh").join(name);
    let _ = fs::remove_dir_all(&here);
    for part in ["lessons", "static/art", "static/style", "src/phrases"] {
        copy(&root().join(part), &here.join(part));
    }
    here
}

/// What there is: every path below `lessons/`, and the road.
fn state(here: &Path) -> (Vec<PathBuf>, String) {
    let mut paths: Vec<PathBuf> = walkdir::WalkDir::new(here.join("lessons")).into_iter().map(|entry| entry.unwrap().into_path()).collect();
    paths.sort();
    (paths, fs::read_to_string(here.join("lessons/course.toml")).unwrap())
}

/// Takes the lessons off the road: every stop is free.
fn free_road(here: &Path) {
    let road = text("lessons/course.toml");
    let kept: String = road.lines().filter(|line| !line.starts_with("folder")).map(|line| [line, "\n"].concat()).collect();
    fs::write(here.join("lessons/course.toml"), kept).unwrap();
    for entry in fs::read_dir(here.join("lessons")).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        fs::remove_dir_all(entry.path()).unwrap();
    }
    let _ = fs::remove_file(here.join("lessons/released.txt"));
}

#[test]
fn a_new_lesson_has_no_fault_and_its_stop_says_where_it_is() {
    let here = on_disk("sound");
    free_road(&here);
    let fresh = lesson(&here, Some("echt-of-ai")).unwrap();
    assert_eq!((fresh.folder.as_str(), fresh.title.as_str()), ("lessons/09-echt-of-ai", "Echt of AI?"));
    let report = check(&here.join("lessons"));
    assert_eq!(report.to_text(false), "Geen fouten. Nagekeken: 1 les.\n");
    assert_eq!(picture_faults(&here, &here.join("lessons")).unwrap().len(), 0);
    let road = fs::read_to_string(here.join("lessons/course.toml")).unwrap();
    assert!(road.contains("id = \"echt-of-ai\"\ntitle = \"Echt of AI?\"\nfolder = \"09-echt-of-ai\"\n\n[[stop]]"), "{road}");
}

#[test]
fn without_an_id_the_first_free_stop_gets_the_lesson() {
    let here = on_disk("first");
    free_road(&here);
    let made: Vec<String> = (0..2).map(|_| lesson(&here, None).unwrap().folder).collect();
    assert_eq!(made, ["lessons/01-de-weg-op", "lessons/02-jouw-spoor"]);
}

#[test]
fn what_cannot_be_made_is_told_in_dutch_and_nothing_is_written() {
    let here = on_disk("refused");
    free_road(&here);
    lesson(&here, Some("groepsapp")).unwrap();
    fs::create_dir(here.join("lessons/06-adres-bekend")).unwrap();
    let before = state(&here);
    for (id, told) in [
        ("groepsapp", "heeft al een les: lessons/05-groepsapp. Haltes zonder les: de-weg-op,"),
        ("adres-bekent", "Er is geen halte 'adres-bekent'. Bedoel je 'adres-bekend'? Een nieuwe halte zet je zelf in"),
        ("Echt of AI?", "kleine letters, cijfers en streepjes."),
        ("../05", "kleine letters, cijfers en streepjes."),
        ("adres-bekend", "De map lessons/06-adres-bekend is er al."),
    ] {
        let error = lesson(&here, Some(id)).unwrap_err().to_string();
        assert!(error.contains(told), "{id}: {error}");
        assert!(state(&here) == before, "{id} left something behind");
    }
}

#[test]
fn a_broken_road_is_not_written_over() {
    let here = on_disk("broken-road");
    let road = here.join("lessons/course.toml");
    fs::write(&road, "[[stop]]\nid = \"a\n").unwrap();
    assert!(lesson(&here, None).unwrap_err().to_string().contains("course.toml is er niet of is stuk"));
    assert_eq!(fs::read_to_string(road).unwrap(), "[[stop]]\nid = \"a\n");
}
