//! Plays every lesson of the course natively, from its first panel to its end.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::rc::Rc;

use course::Id;
use course::board::{Choice, Input};
use course::lesson::{Lesson, Rest};
use course::session::{Session, Went, read, write};
use xtask::lessons;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn lessons() -> Vec<Rc<Lesson>> {
    of(&root())
}

fn of(root: &Path) -> Vec<Rc<Lesson>> {
    let outputs = lessons::compile(root).map_err(|findings| findings.len()).expect("the lessons are sound");
    let bytes = |name: &str| &outputs.iter().find(|output| output.name == name).expect(name).bytes;
    let rests = outputs.iter().filter_map(|output| Some((output.name.strip_suffix(".rest.bin")?, Rest::from_bytes(&output.bytes))));
    let whole = |(name, rest): (&str, Result<Rest, _>)| {
        let mut lesson = Lesson::from_bytes(bytes(&format!("{name}.bin"))).expect(name);
        lesson.complete(rest.expect(name));
        Rc::new(lesson)
    };
    rests.map(whole).collect()
}

/// The best answer on the screen, and every other.
fn answers(session: &Session) -> Option<(Vec<Id>, Vec<Vec<Id>>)> {
    let board = session.board().expect("every screen can be drawn");
    let best = session.best()?;
    let ids = |all: Vec<Choice<'_>>| all.iter().map(|one| one.id.to_owned()).collect::<Vec<_>>();
    let all: Vec<Vec<Id>> = match board.input {
        Input::Read => Vec::new(),
        Input::One(all) | Input::Many(all) | Input::Row(all) | Input::Reply(all) | Input::Assemble(all) | Input::Judge(all) => {
            ids(all).into_iter().map(|id| vec![id]).collect()
        }
        Input::Tiles(all) => ids(all).into_iter().map(|id| vec![best[0].clone(), id]).collect(),
        Input::Sort { groups, .. } => groups.iter().map(|group| vec![group.choice.id.to_owned()]).collect(),
    };
    let other = all.into_iter().filter(|picks| !picks.iter().all(|pick| best.contains(pick))).collect();
    Some((best, other))
}

/// Rides to the end; `wrong_first` tries every other choice before the best one. Returns the screens passed.
fn ride(lesson: &Rc<Lesson>, wrong_first: bool) -> usize {
    let mut session = Session::new(lesson.clone(), 0, Vec::new(), Vec::new());
    for screens in 1..5_000 {
        if let Some((best, others)) = answers(&session) {
            for other in others.into_iter().filter(|_| wrong_first) {
                session.answer(other).expect("a choice on the screen can be an answer");
                session.again();
            }
            session.answer(best).expect("the best answer can be given");
        }
        // A closed lid: the ride as it is kept gives the same screen back.
        let kept = read(&write(session.moves()));
        assert_eq!(Session::new(lesson.clone(), session.step().0, kept, Vec::new()).screen(), session.screen());
        match session.on() {
            Went::End(_) => return screens,
            Went::Nowhere => panic!("{}: stuck at {}", session.step().1.id, session.screen()),
            Went::Coming(..) => panic!("the lesson is whole"),
            Went::Step(_) | Went::Screen => {}
        }
    }
    panic!("no end")
}

#[test]
fn every_lesson_is_played_to_its_end_with_the_best_choices() {
    let lessons = lessons();
    assert!(!lessons.is_empty());
    assert!(lessons.iter().all(|lesson| ride(lesson, false) >= lesson.steps.len()));
}

#[test]
fn every_lesson_is_played_to_its_end_with_every_other_choice_tried_first() {
    assert!(lessons().iter().all(|lesson| ride(lesson, true) >= lesson.steps.len()));
}

#[test]
fn going_back_from_the_end_reaches_the_first_screen() {
    for lesson in lessons() {
        let mut session = Session::new(lesson.clone(), lesson.steps.len() - 1, Vec::new(), Vec::new());
        let mut steps = 0;
        while session.back() {
            steps += 1;
        }
        let on_road = lesson.steps.iter().filter(|step| step.on_road(&[])).count();
        assert!(session.at_start() && steps + 1 >= on_road);
    }
}

#[test]
fn a_new_lesson_is_played_to_its_end_before_a_word_in_it_was_changed() {
    let here = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-lesson");
    let _ = std::fs::remove_dir_all(&here);
    for part in ["lessons", "static/art", "src/phrases"] {
        for entry in walkdir::WalkDir::new(root().join(part)).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
            let target = here.join(entry.path().strip_prefix(root()).unwrap());
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
    while let Ok(fresh) = lessons::fresh::lesson(&here, None) {
        let lesson = of(&here).into_iter().find(|lesson| fresh.folder.ends_with(&["-", &lesson.head.id].concat())).unwrap();
        assert_eq!(lesson.head.title, fresh.title);
        assert!(ride(&lesson, false) >= lesson.steps.len() && ride(&lesson, true) >= lesson.steps.len());
    }
    let road = std::fs::read_to_string(here.join("lessons/course.toml")).unwrap();
    assert_eq!(road.matches("[[stop]]").count(), road.matches("folder = ").count(), "a stop was left without its lesson");
}
