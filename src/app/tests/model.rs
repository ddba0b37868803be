//! The app's decisions, natively: the same events give the same model.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::app::{Boot, Effect, Event, LoadError, Loading, Model, Screen};
use course::activity::Activity;
use course::lesson::{Head, Lesson, Step};

fn lesson() -> Lesson {
    let story = r#"screen = [{ id = "een", text = "Een." }, { id = "twee", text = "Twee." }]"#;
    let choice = r#"screen = [{ id = "vraag", text = "Wat nu?", option = [
        { id = "ja", worth = "strong", text = "Ja", why = "Daarom." }, { id = "nee", worth = "detour", text = "Nee", why = "Daarom niet." }] }]"#;
    let step = |id: &str, kind: &str, content: &str| Step {
        id: id.into(),
        title: id.into(),
        rev: 1,
        album: 0,
        when: None,
        activity: Activity::read(kind, toml::from_str::<toml::Value>(content).unwrap()).unwrap().unwrap(),
    };
    let head: Head = toml::from_str(
        "format = 1\nversion = 1\nid = 'les'\nnumber = 1\ntitle = 'Les'\nrule = 'r'\naction = 'a'\nhome = 'h'\nnext = 'n'\nminutes = 45",
    )
    .unwrap();
    Lesson {
        head,
        steps: vec![step("verhaal", "story", story), step("keus", "choice", choice)],
        laws: vec![],
        terms: vec![],
        coming: vec![],
    }
}

/// A pupil with an animal who opens this address, in a model without movement.
fn opened(hash: &str) -> Model {
    let mut model = Model::default();
    let boot = Boot { hash: "#/dier".into(), storage: true, calm: true, chance: 7, ..Boot::default() };
    model.update(Event::Booted(Box::new(boot)));
    model.update(Event::Animal("vos".into()));
    model.update(Event::Went(hash.into()));
    model.update(Event::LessonCame("les".into(), Ok(course::packed::pack(&lesson()).unwrap())));
    model
}

fn place(model: &Model) -> (String, String) {
    let place = model.progress().and_then(|progress| progress.lesson("les")).map(|lesson| lesson.place.value.clone()).unwrap_or_default();
    (place.step, place.moves)
}

#[test]
fn the_place_follows_the_ride_at_every_move() {
    let mut model = opened("#/les/les");
    assert_eq!(place(&model), ("verhaal".into(), "".into()));
    model.update(Event::On);
    assert_eq!(place(&model), ("verhaal".into(), "een>".into()));
    model.update(Event::On);
    let effects = model.update(Event::Pick("nee".into()));
    assert_eq!(place(&model), ("keus".into(), "vraag:nee".into()));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(_))), "every answer is kept");
}

#[test]
fn a_link_to_a_later_step_counts_its_answers_and_leaves_the_place_alone() {
    let mut model = opened("#/les/les");
    model.update(Event::On);
    model.update(Event::Went("#/les/les/keus".into()));
    assert!(model.play.as_ref().unwrap().visit);
    model.update(Event::Pick("ja".into()));
    assert_eq!(place(&model), ("verhaal".into(), "een>".into()));
    assert!(model.best("les", "keus", "vraag").is_some());
}

#[test]
fn a_guest_who_chooses_an_animal_is_back_at_the_step_of_the_link() {
    let (mut model, ..) = begun("#/les/les/keus");
    model.update(Event::Went("#/dier".into()));
    let effects = model.update(Event::Animal("vos".into()));
    assert!(effects.contains(&Effect::Navigate { hash: "#/les/les/keus".into(), replace: true }));
    model.update(Event::Went("#/kaart".into()));
    model.update(Event::Went("#/dier".into()));
    let effects = model.update(Event::Animal("uil".into()));
    assert!(effects.contains(&Effect::Navigate { hash: "#/kaart".into(), replace: true }));
}

#[test]
fn a_detour_gets_a_second_go_and_the_road_opens_after_it() {
    let mut model = opened("#/les/les/keus");
    let on = |model: &Model| model.play.as_ref().unwrap().session.told().map(|told| told.on);
    model.update(Event::Pick("nee".into()));
    assert_eq!(on(&model), Some(false));
    model.update(Event::Again);
    model.update(Event::Pick("nee".into()));
    assert_eq!(on(&model), Some(true));
}

#[test]
fn the_end_finishes_every_step_and_the_next_ride_begins_at_the_first() {
    let mut model = opened("#/les/les");
    [Event::On, Event::On, Event::Pick("ja".into())].into_iter().for_each(|event| drop(model.update(event)));
    let effects = model.update(Event::On);
    assert!(effects.contains(&Effect::Navigate { hash: Screen::End("les".into()).hash(), replace: false }));
    assert_eq!(model.progress().unwrap().lessons.get("les").unwrap().done(&["verhaal".into(), "keus".into()]), 2);
    assert_eq!(place(&model), ("verhaal".into(), "".into()));
}

#[test]
fn leaving_goes_to_the_road_and_leaves_no_trace_in_the_history() {
    let mut model = opened("#/les/les");
    model.update(Event::Help(true));
    assert_eq!(model.update(Event::Leave), [Effect::Navigate { hash: "#/kaart".into(), replace: true }]);
    assert!(!model.help);
}

#[test]
fn what_is_damaged_on_the_way_is_told_and_can_be_tried_again() {
    let mut model = opened("#/kaart");
    model.update(Event::Went("#/les/ander".into()));
    model.update(Event::LessonCame("ander".into(), Ok(vec![1, 2, 3])));
    assert_eq!(model.update(Event::Retry), [Effect::FetchLesson("ander".into())]);
}

/// The lesson with a step after its first question, in the two parts in which it travels.
fn in_parts() -> (Vec<u8>, Vec<u8>) {
    let mut lesson = lesson();
    let card = toml::from_str::<toml::Value>(r#"screen = [{ id = "kaart", text = "Klaar." }]"#).unwrap();
    let activity = Activity::read("card", card).unwrap().unwrap();
    lesson.steps.push(Step { id: "slot".into(), title: "slot".into(), rev: 1, album: 0, when: None, activity });
    let (first, rest) = lesson.part();
    (course::packed::pack(&first).unwrap(), course::packed::pack(&rest).unwrap())
}

/// A model at this address, with the first part of the lesson.
fn begun(hash: &str) -> (Model, Vec<Effect>, Vec<u8>) {
    let (first, rest) = in_parts();
    let mut model = Model::default();
    let boot = Boot { hash: hash.into(), storage: true, calm: true, ..Boot::default() };
    model.update(Event::Booted(Box::new(boot)));
    let effects = model.update(Event::LessonCame("les".into(), Ok(first)));
    (model, effects, rest)
}

#[test]
fn a_lesson_begins_before_its_rest_is_here_and_waits_for_it_where_it_must() {
    let (mut model, effects, rest) = begun("#/les/les");
    assert!(effects.contains(&Effect::FetchRest("les".into())));
    for event in [Event::On, Event::On, Event::Pick("ja".into()), Event::On] {
        assert!(model.play.is_some());
        model.update(event);
    }
    assert!(model.play.is_none(), "the third step is still on its way");
    assert_eq!(place(&model), ("slot".into(), "".into()));
    model.update(Event::RestCame("les".into(), Ok(rest)));
    assert_eq!(model.play.as_ref().unwrap().session.step().1.id, "slot");
}

#[test]
fn the_rest_of_a_lesson_joins_a_ride_without_moving_it() {
    let (mut model, _, rest) = begun("#/les/les");
    model.update(Event::On);
    model.update(Event::RestCame("les".into(), Ok(rest)));
    assert_eq!(place(&model), ("verhaal".into(), "een>".into()));
    for event in [Event::On, Event::Pick("ja".into()), Event::On] {
        model.update(event);
    }
    assert_eq!(model.play.as_ref().unwrap().session.step().1.id, "slot");
}

#[test]
fn a_link_into_the_rest_opens_when_it_comes_and_says_so_when_it_does_not() {
    let (mut model, _, rest) = begun("#/les/les/slot");
    assert!(model.play.is_none());
    model.update(Event::RestCame("les".into(), Ok(rest)));
    assert_eq!(model.play.as_ref().unwrap().session.step().1.id, "slot");
    let (mut model, ..) = begun("#/les/les/slot");
    model.update(Event::RestCame("les".into(), Err(LoadError::Offline)));
    assert!(matches!(model.lesson, Loading::Failed(..)));
    assert_eq!(model.update(Event::Retry), [Effect::FetchLesson("les".into())]);
}
