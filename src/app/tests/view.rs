//! What is drawn, without a browser: every kind of activity, from the example that authors are given, ridden to its end by
//! the best answers. Each screen has a title and a way on, everything that can be picked is a control with its words as
//! name, and nothing is drawn that the policy or a screen reader would stumble over.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::app::{Boot, Event, Loading, Model, Play};
use app::ui;
use course::activity::{Activity, KINDS};
use course::board::{Board, Choice, Input};
use course::lesson::{Head, Lesson, Step};
use course::worth::Label;
use yew::virtual_dom::VNode;
use yew::{Callback, Html};

/// An element as a browser would get it.
#[derive(Debug, Default)]
struct Element {
    tag: String,
    attributes: Vec<(String, String)>,
    kids: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Element(Element),
    Text(String),
}

impl Element {
    fn root(page: &Html) -> Self {
        let mut root = Element::default();
        root.take(page);
        root
    }

    fn take(&mut self, node: &VNode) {
        match node {
            VNode::VTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                let mut element = Element { tag: tag.tag().to_owned(), attributes, kids: Vec::new() };
                tag.children().into_iter().for_each(|kid| element.take(kid));
                self.kids.push(Part::Element(element));
            }
            VNode::VText(text) => self.kids.push(Part::Text(text.text.to_string())),
            VNode::VList(list) => list.iter().for_each(|kid| self.take(kid)),
            other => panic!("nothing of this sort is drawn: {other:?}"),
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All elements in it, itself first.
    fn all(&self) -> Vec<&Element> {
        let inside = self.kids.iter().filter_map(|kid| if let Part::Element(element) = kid { Some(element.all()) } else { None });
        std::iter::once(self).chain(inside.flatten()).collect()
    }

    /// What a screen reader reads in it.
    fn words(&self) -> String {
        if self.get("aria-hidden") == Some("true") {
            return String::new();
        }
        if let Some(label) = self.get("aria-label") {
            return label.to_owned();
        }
        let words = |kid: &Part| match kid {
            Part::Element(element) => element.words(),
            Part::Text(text) => text.clone(),
        };
        self.kids.iter().map(words).collect::<Vec<_>>().concat()
    }
}

/// The steps of the examples, by kind.
fn examples() -> Vec<(String, Step)> {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../lessons/README.md")).unwrap();
    let blocks = readme.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("\n```")).map(|(block, _)| block);
    let steps = blocks.filter_map(|block| toml::from_str::<toml::Table>(block).ok()?.remove("step")?.as_array_mut()?.pop());
    steps.map(|step| example(step.as_table().unwrap().clone())).collect()
}

fn example(mut step: toml::Table) -> (String, Step) {
    let mut text = |key: &str| step.remove(key).and_then(|value| value.as_str().map(str::to_owned)).unwrap();
    let (id, title, kind) = (text("id"), text("title"), text("kind"));
    let activity = Activity::read(&kind, toml::Value::Table(step)).unwrap().unwrap();
    (kind, Step { id, title, rev: 1, album: 0, when: None, activity })
}

/// A pupil who opens a lesson that has only this step, in a model without movement.
fn opened(step: Step) -> Model {
    let head: Head = toml::from_str(
        "format = 1\nversion = 1\nid = 'les'\nnumber = 1\ntitle = 'Les'\nrule = 'r'\naction = 'a'\nhome = 'h'\nnext = 'n'\nminutes = 45",
    )
    .unwrap();
    let lesson = Lesson { head, steps: vec![step], laws: vec![], terms: vec![], coming: vec![] };
    let mut model = Model::default();
    model.update(Event::Booted(Box::new(Boot { hash: "#/les/les".into(), storage: true, calm: true, ..Boot::default() })));
    model.update(Event::LessonCame("les".into(), Ok(course::packed::pack(&lesson).unwrap())));
    assert!(matches!(model.lesson, Loading::Ready(_)));
    model
}

fn drawn(model: &Model) -> Element {
    Element::root(&ui::page(model, &Callback::noop(), None))
}

fn play(model: &Model) -> &Play {
    model.play.as_ref().expect("a ride is on")
}

/// What can be picked on a screen.
fn choices<'a>(board: &'a Board<'_>) -> Vec<Choice<'a>> {
    match &board.input {
        Input::Read => Vec::new(),
        Input::One(all)
        | Input::Many(all)
        | Input::Row(all)
        | Input::Tiles(all)
        | Input::Judge(all)
        | Input::Reply(all)
        | Input::Assemble(all) => all.clone(),
        Input::Sort { groups, .. } => groups.iter().map(|group| group.choice).collect(),
    }
}

/// The names of everything that can be pressed or picked.
fn controls(page: &Element) -> Vec<String> {
    let all = page.all();
    let pressed = all.iter().filter(|element| ["button", "a", "summary"].contains(&element.tag.as_str()));
    // A radio or checkbox is named by the label around it.
    let picked = all.iter().filter(|element| element.tag == "label" && element.all().iter().any(|inside| inside.tag == "input"));
    pressed.chain(picked).map(|element| element.words().trim().to_owned()).collect()
}

/// What must hold on every screen of every kind.
fn sound(page: &Element, place: &str) {
    let all = page.all();
    let titles: Vec<&&Element> = all.iter().filter(|element| element.tag == "h1").collect();
    assert_eq!(titles.len(), 1, "{place}: one title");
    assert!(!titles[0].words().trim().is_empty() && titles[0].get("id") == Some("titel"), "{place}: the title takes the focus");
    for element in &all {
        assert!(element.get("style").is_none(), "{place}: <{} style>", element.tag);
        assert!(element.get("onclick").is_none(), "{place}: <{} onclick>", element.tag);
        let told = element.get("aria-hidden").is_some() || element.get("aria-label").is_some() || element.get("role").is_some();
        // A drawing inside a drawing is told by the outer one.
        assert!(element.tag != "svg" || told || element.get("overflow").is_some(), "{place}: a drawing nobody hears of: {element:?}");
    }
    for name in controls(page) {
        assert!(!name.is_empty(), "{place}: a control without a name");
    }
}

/// Rides to the end by the best answers; gives how many screens were seen.
fn ride(kind: &str, step: Step) -> usize {
    let mut model = opened(step);
    for seen in 1..100 {
        let place = format!("{kind}/{}", play(&model).session.screen());
        let page = drawn(&model);
        sound(&page, &place);
        let session = &play(&model).session;
        let board = session.board().expect("something stands there");
        let (names, best) = (controls(&page), session.best());
        for (n, choice) in choices(&board).into_iter().enumerate() {
            let words =
                if matches!(board.input, Input::Tiles(_)) && !choice.kept { format!("Kaart {}", n + 1) } else { choice.words.to_owned() };
            // A character that has a drawing is named by what it shows.
            let words = words.split(|letter| letter >= '\u{1F000}').next().unwrap_or_default().to_owned();
            assert!(names.iter().any(|name| name.contains(&words)), "{place}: '{words}' is no control among {names:?}");
        }
        let many = board.input.is_many() && !matches!(board.input, Input::Tiles(_));
        drop(board);
        if let Some(best) = best {
            best.into_iter().for_each(|pick| drop(model.update(Event::Pick(pick))));
            if many {
                model.update(Event::Check);
            }
            answered(&model, &place);
        }
        let before = play(&model).session.screen().clone();
        model.update(Event::On);
        if model.play.is_none() || play(&model).session.screen() == &before {
            return seen;
        }
    }
    panic!("{kind}: no end")
}

/// The explanation stands there, with its word and the way on; or the choice spoke for itself and the ride went on.
fn answered(model: &Model, place: &str) {
    let Some(told) = play(model).session.told() else { return };
    let page = drawn(model);
    sound(&page, place);
    let all = page.all();
    let sheet = all.iter().find(|element| element.get("id") == Some("uitleg")).unwrap_or_else(|| panic!("{place}: no explanation"));
    let words = sheet.words();
    assert!(told.on, "{place}: the best answer does not lead on");
    let reasons: Vec<&str> = told.reasons.iter().map(|reason| reason.why).collect();
    let body: String = sheet.all().iter().filter(|element| element.tag == "p").map(|element| element.words()).collect();
    assert!(reasons.iter().all(|why| body.contains(why)), "{place}: {reasons:?} is not told in '{body}'");
    assert!(!words.is_empty() && controls(sheet).iter().any(|name| name == "Verder"), "{place}: no way on");
}

#[test]
fn every_kind_is_drawn_from_its_example_to_its_end() {
    let examples = examples();
    let mut kinds: Vec<&str> = examples.iter().map(|(kind, _)| kind.as_str()).collect();
    kinds.sort_unstable();
    let mut all = KINDS.to_vec();
    all.sort_unstable();
    assert_eq!(kinds, all, "each kind has one example");
    for (kind, step) in examples {
        let screens = step.activity.kind().screens().len();
        let seen = ride(&kind, step);
        assert!(seen > 0 && seen <= screens, "{kind}: {seen} of {screens} screens");
    }
}

#[test]
fn a_weak_answer_leads_to_another_go_in_every_kind_that_has_better_and_worse() {
    for (kind, step) in examples() {
        let weak = |model: &Model| {
            let session = &play(model).session;
            let best = session.best()?;
            let board = session.board()?;
            let pick = choices(&board).into_iter().map(|choice| choice.id.to_owned()).find(|id| !best.contains(id))?;
            Some(if matches!(board.input, Input::Tiles(_)) { vec![best[0].clone(), pick] } else { vec![pick] })
        };
        let mut model = opened(step);
        let mut picks = weak(&model);
        // The first screens may be there to read.
        for _ in 0..20 {
            if picks.is_none() {
                model.update(Event::On);
                picks = weak(&model);
            }
        }
        let Some(picks) = picks else { continue };
        picks.into_iter().for_each(|pick| drop(model.update(Event::Pick(pick))));
        model.update(Event::Check);
        let session = &play(&model).session;
        let Some(told) = session.told() else { continue };
        let page = drawn(&model);
        sound(&page, &kind);
        let worse = told.reasons.iter().any(|reason| reason.label != Label::Open);
        let again = ["Probeer nog eens", "Bekijk de andere antwoorden", "Terug naar deze keuze", "Ruil deze zin"];
        let offered = controls(&page).iter().any(|name| again.contains(&name.as_str()));
        assert!(!worse || !told.again || offered, "{kind}: no second go among {:?}", controls(&page));
    }
}

#[test]
fn a_tile_that_is_tapped_while_an_explanation_is_up_changes_nothing() {
    let (_, step) = examples().into_iter().find(|(kind, _)| kind == "memory").unwrap();
    let mut model = opened(step);
    let best = play(&model).session.best().unwrap();
    best.iter().for_each(|pick| drop(model.update(Event::Pick(pick.clone()))));
    let moves = play(&model).session.moves().to_vec();
    model.update(Event::Pick("baas-a".into()));
    assert!(play(&model).session.told().is_some());
    assert_eq!(play(&model).session.moves(), moves);
}
