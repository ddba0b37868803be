//! The road with all lessons: where the pupil was, is, and can go. Shape, word and colour tell the state.

use course::catalogue::Stop;
use yew::Html;

use super::Cx;
use super::art::svg;
use super::el::{El, Node, el, list};
use crate::app::Screen;
use crate::phrases::animals::{name, parts};
use crate::phrases::{self, Phrase};

/// How far a pupil is with a stop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Its content is still to come.
    Soon,
    /// Not begun.
    New,
    /// Begun: steps done, and steps in all.
    Busy(usize, usize),
    /// All steps done.
    Done,
}

pub(crate) fn page(cx: Cx<'_>) -> Html {
    let all = cx.model.catalogue.clone().unwrap_or_default();
    let states: Vec<State> = all.stops.iter().map(|stop| state(cx, stop)).collect();
    let next = next(&states);
    let animal = cx.model.animal();
    let chip = match animal {
        Some(animal) => cx.mine("chip tap", "wie").kid(cx.animal(animal, "s")).kid(el("span").kid(name(animal))),
        None => cx.link("chip tap", &Screen::Animals).kid(phrases::WELCOME_GO),
    };
    let go = next.and_then(|n| Some((n, all.stops.get(n)?))).map(|(n, stop)| {
        let words = if matches!(states[n], State::Busy(..)) { phrases::MAP_GO_ON } else { phrases::MAP_START };
        cx.next_link(words.fill(&[("lesson", &(n + 1).to_string())]), &Screen::Lesson(stop.id.clone(), None))
    });
    let map = el("div")
        .class("map")
        .kid(land(cx, "v-s land", "0 0 360 1760", "map-land-s"))
        .kid(land(cx, "v-m land", "0 0 760 945", "map-land-m"))
        .kid(land(cx, "v-l land", "0 0 1366 606", "map-land-l"))
        .kid(el("ol").kids(all.stops.iter().enumerate().map(|(n, one)| stop(cx, n, one, states[n], next == Some(n)))))
        .kid(next.map(|n| rider(cx, n, animal.unwrap_or("vos"))));
    list([
        cx.brand_bar(Some(chip)),
        cx.notice(),
        cx.main("grow meadow").kid(cx.title(phrases::MAP_TITLE).class("vh")).kid(map).node(),
        cx.foot(|foot| foot.kid(cx.grown_ups()).kid(cx.saved_sign()).kid(go)),
    ])
}

fn land(cx: Cx<'_>, class: &'static str, view_box: &'static str, id: &'static str) -> El {
    svg(class, view_box).attr("preserveAspectRatio", "xMidYMid slice").mute().kid(cx.symbol("map.svg", id))
}

/// The pupil on a bicycle, before the stop where it goes on.
fn rider(cx: Cx<'_>, n: usize, animal: &str) -> El {
    let animal = cx.art(&["animals-", parts(animal).0].concat()).attr("x", "24").attr("y", "-16").attr("width", "38").attr("height", "38");
    svg("", "0 0 96 86")
        .classes(&["ride", &["s", &(n + 1).to_string(), "r"].concat()])
        .mute()
        .kid(el("g").kid(cx.art("signs-rijder")).kid(animal))
}

fn state(cx: Cx<'_>, stop: &Stop) -> State {
    if stop.folder.is_none() {
        return State::Soon;
    }
    let Some(lesson) = cx.model.progress().and_then(|progress| progress.lesson(&stop.id)) else { return State::New };
    match lesson.done(&stop.steps) {
        done if done == stop.steps.len() => State::Done,
        done if done > 0 || !lesson.place.value.step.is_empty() => State::Busy(done, stop.steps.len()),
        _ => State::New,
    }
}

/// Where to go on: a lesson that was begun, or else the first that is new.
fn next(states: &[State]) -> Option<usize> {
    let busy = states.iter().position(|state| matches!(state, State::Busy(..)));
    busy.or_else(|| states.iter().position(|state| *state == State::New)).or_else(|| states.iter().position(|state| *state == State::Done))
}

fn stop(cx: Cx<'_>, n: usize, stop: &Stop, state: State, next: bool) -> El {
    let number = (n + 1).to_string();
    let (class, icon, word): (_, _, Phrase) = match state {
        State::Soon => ("is-new is-soon", "klok", phrases::MAP_SOON),
        State::New => ("is-new", "start", phrases::MAP_NEW),
        State::Busy(..) => ("is-busy", "potlood", phrases::MAP_BUSY),
        State::Done => ("is-done", "vink", phrases::MAP_DONE),
    };
    let said = match state {
        State::Busy(done, all) => [word.0, ": ", &done.to_string(), "/", &all.to_string()].concat(),
        _ => word.0.to_owned(),
    };
    // Named by its visible words, with the number of the lesson before them for who hears it.
    let heard = [&phrases::LESSON_SHORT.fill(&[("lesson", &number)]), ": "].concat();
    let begun = matches!(state, State::Busy(..) | State::Done);
    let link = match state {
        State::Soon => el("a").attr("role", "link").attr("aria-disabled", "true"),
        _ => el("a").attr("href", Screen::Lesson(stop.id.clone(), None).hash()),
    };
    let pin = el("span")
        .class("pin")
        .kid(el("span").class("vh").kid(heard))
        .kid(stop.title.as_str())
        .kid(el("span").class("st").kid(el("span").class("vh").kid(": ")).kid(cx.icon(icon)).kid(said));
    let link =
        link.kid(cx.sign(&["signs-l", &number].concat(), "")).kid(begun.then(|| el("span").class("mark").kid(cx.icon(icon)))).kid(pin);
    let side = if n % 2 == 1 { "l" } else { "" };
    el("li").classes(&["stop", &["s", &number].concat(), class, if next { "is-next" } else { "" }, side]).kid(link)
}
