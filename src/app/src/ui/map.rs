//! The road with all lessons: where the pupil was, is, and can go. Shape, word and colour tell the state.

use course::catalogue::Stop;
use yew::prelude::*;

use super::Cx;
use crate::app::Screen;
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
        Some(animal) => html! {
            <a class="chip tap" href={Screen::Animals.hash()}>
                { cx.sign(&["animals-", animal].concat(), "s") }<span>{ super::animals::name(animal).to_owned() }</span>
            </a>
        },
        None => html! { <a class="chip tap" href={Screen::Animals.hash()}>{ phrases::WELCOME_GO.0 }</a> },
    };
    let rider = animal.unwrap_or("vos").to_owned();
    let go = next.and_then(|n| all.stops.get(n)).map(|stop| {
        let number = (next.unwrap_or(0) + 1).to_string();
        let words = if matches!(next.map(|n| states[n]), Some(State::Busy(..))) { phrases::MAP_GO_ON } else { phrases::MAP_START };
        html! { <a class="btn go" href={Screen::Lesson(stop.id.clone(), None).hash()}>{ words.fill(&[("lesson", &number)]) }{ cx.icon("verder") }</a> }
    });
    html! {
        <>
            { cx.brand_bar(chip) }
            { cx.notice() }
            <main id="hoofd" class="grow meadow" tabindex="-1">
                <h1 id="titel" class="vh" tabindex="-1">{ phrases::MAP_TITLE.0 }</h1>
                <div class="map">
                    { land(cx, "v-s land", "0 0 360 1760", "#map-land-s") }
                    { land(cx, "v-m land", "0 0 760 945", "#map-land-m") }
                    { land(cx, "v-l land", "0 0 1366 606", "#map-land-l") }
                    if let Some(n) = next {
                        <svg class={classes!("ride", ["s", &(n + 1).to_string(), "r"].concat())} viewBox="0 0 96 86" aria-hidden="true">
                            <g><use href={[cx.model.files.path("art.svg"), "#signs-fiets"].concat()} y="14" width="96" height="72" />
                            <use href={[cx.model.files.path("art.svg"), "#animals-", &rider].concat()} x="30" y="-14" width="40" height="40" /></g>
                        </svg>
                    }
                    <ol>{ for all.stops.iter().enumerate().map(|(n, one)| stop(cx, n, one, states[n], next == Some(n))) }</ol>
                </div>
            </main>
            <footer class="foot"><div class="wrap foot-in">{ cx.saved_sign() }{ go.unwrap_or_default() }</div></footer>
        </>
    }
}

fn land(cx: Cx<'_>, class: &'static str, view_box: &'static str, id: &'static str) -> Html {
    let href = [cx.model.files.path("map.svg"), id].concat();
    html! { <svg class={class} viewBox={view_box} preserveAspectRatio="xMidYMid slice" aria-hidden="true"><use href={href} /></svg> }
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

fn stop(cx: Cx<'_>, n: usize, stop: &Stop, state: State, next: bool) -> Html {
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
    let heard = [phrases::LESSON_SHORT.fill(&[("lesson", &number)]), ": ".to_owned()].concat();
    let inside = html! {
        <>
            { cx.sign(&["signs-l", &number].concat(), "") }
            if matches!(state, State::Busy(..) | State::Done) { <span class="mark">{ cx.icon(icon) }</span> }
            <span class="pin"><span class="vh">{ heard }</span>{ stop.title.clone() }<span class="st"><span class="vh">{ ": " }</span>{ cx.icon(icon) }{ said }</span></span>
        </>
    };
    let classes = classes!("stop", ["s", &number].concat(), class, next.then_some("is-next"), (n % 2 == 1).then_some("l"));
    html! {
        <li class={classes}>
            if state == State::Soon {
                <a role="link" aria-disabled="true">{ inside }</a>
            } else {
                <a href={Screen::Lesson(stop.id.clone(), None).hash()}>{ inside }</a>
            }
        </li>
    }
}
