//! The ways to answer: pick one or many, sort, judge, put a letter together. Each by mouse, touch and keyboard; what
//! can be dragged can also be tapped and has a number key.

use course::board::{Choice, Group, Input};
use yew::prelude::*;

use super::Scene;
use crate::app::Event;
use crate::phrases;

pub(super) fn options(scene: Scene<'_>) -> Html {
    let (choices, many) = match &scene.board.input {
        Input::One(choices) => (choices, false),
        Input::Many(choices) => (choices, true),
        _ => return html! {},
    };
    let n = choices.len().to_string();
    let legend = if many { phrases::CHOOSE_MORE_SR } else { phrases::CHOOSE_ONE_SR };
    html! {
        <fieldset class="stack">
            <legend class="vh">{ legend.fill(&[("n", &n)]) }</legend>
            <div class={classes!("opts", "two", many.then_some("many"), scene.told.is_some().then_some("answered"))}>
                { for choices.iter().enumerate().map(|(n, choice)| option(scene, n, choice, many)) }
            </div>
        </fieldset>
    }
}

fn option(scene: Scene<'_>, n: usize, choice: &Choice<'_>, many: bool) -> Html {
    let Scene { cx, play, told, .. } = scene;
    let id = choice.id.to_owned();
    let checked = if many && told.is_none() { play.picked.iter().any(|picked| picked == choice.id) } else { choice.picked };
    let key = if many {
        cx.icon("vink")
    } else {
        html! { { char::from(b'A' + (n as u8).min(25)).to_string() } }
    };
    let name = if many { id.clone() } else { "keuze".to_owned() };
    html! {
        <label class={classes!("opt", choice.kept.then_some("kept"))} key={id.clone()}>
            <input class="opt-in" type={if many { "checkbox" } else { "radio" }} name={name} checked={checked}
                disabled={choice.kept || (many && told.is_some())} onchange={cx.on(move || Event::Pick(id.clone()))} />
            <span class="opt-card"><span class="opt-key" aria-hidden="true">{ key }</span><span>{ cx.words(choice.words) }</span>
                if !many { <span class="opt-mark chip next">{ cx.icon("vink") }{ phrases::YOUR_CHOICE.0 }</span> }
            </span>
        </label>
    }
}

pub(super) fn sort(scene: Scene<'_>, groups: &[Group<'_>], count: (usize, usize)) -> Html {
    let Scene { cx, board, .. } = scene;
    let (n, all) = (count.0.to_string(), count.1.to_string());
    html! {
        <main id="hoofd" class="grow scenic" tabindex="-1"><div class="wrap wide stack pad">
            <div class="row sorthead"><h1 id="titel" tabindex="-1">{ scene.title().to_owned() }</h1>
                <span class="chip end">{ phrases::CARD_COUNT.fill(&[("n", &n), ("total", &all)]) }</span></div>
            <div class="hold"><div class="tile on" draggable="true">{ cx.icon("pak") }<div>{ cx.lines(board.text.iter().copied()) }</div></div>
                <p class="how">{ cx.icon("hand") }<span>{ phrases::SORT_HOW.0 }</span></p></div>
            { scene.tips() }
            <div class={classes!("bins", match groups.len() { 2 => "two", 4 => "four", _ => "" })}>
                { for groups.iter().enumerate().map(|(n, group)| bin(scene, n, group)) }
            </div>
        </div></main>
    }
}

fn bin(scene: Scene<'_>, n: usize, group: &Group<'_>) -> Html {
    let cx = scene.cx;
    let id = group.choice.id.to_owned();
    let dropped = id.clone();
    let title = group.choice.words.to_owned();
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <section class={classes!("bin", "ready", group.choice.picked.then_some("over"))} ondragover={over}
            ondrop={cx.send.reform(move |event: DragEvent| { event.prevent_default(); Event::Pick(dropped.clone()) })}>
            <p class="bin-h">{ group.choice.sign.map(|sign| cx.sign(sign, "")).unwrap_or_default() }<span>{ title.clone() }</span><kbd class="keys">{ n + 1 }</kbd></p>
            <span class="pile" aria-hidden="true">{ for group.cards.iter().map(|_| html! { <i></i> }) }</span>
            <button class="drop" type="button" data-key={(n + 1).to_string()} onclick={cx.on(move || Event::Pick(id.clone()))}>
                { phrases::SORT_HERE.0 }<span class="vh">{ ": " }{ title }</span>
            </button>
        </section>
    }
}

pub(super) fn judge(scene: Scene<'_>, labels: &[Choice<'_>], count: (usize, usize)) -> Html {
    let Scene { cx, board, .. } = scene;
    let (n, all) = (count.0.to_string(), count.1.to_string());
    let button = |(n, label): (usize, &Choice<'_>)| {
        let id = label.id.to_owned();
        html! {
            <button class={classes!("btn", ["t1", "t2", "t3"].get(n).copied())} type="button" aria-pressed={label.picked.to_string()}
                data-key={(n + 1).to_string()} onclick={cx.on(move || Event::Pick(id.clone()))}>
                { label.sign.map(|sign| cx.sign(sign, "s")).unwrap_or_default() }{ label.words.to_owned() }
            </button>
        }
    };
    html! {
        <main id="hoofd" class="grow mid scenic" tabindex="-1"><div class="wrap stack pad">
            <div class="row sorthead"><h1 id="titel" tabindex="-1">{ scene.title().to_owned() }</h1>
                <span class="chip end">{ phrases::CARD_COUNT.fill(&[("n", &n), ("total", &all)]) }</span></div>
            <div class="item">{ cx.lines(board.text.iter().copied()) }</div>
            { scene.tips() }
            <div class="judge">{ for labels.iter().enumerate().map(button) }</div>
        </div></main>
    }
}

pub(super) fn letter(scene: Scene<'_>, lines: &[Option<&str>]) -> Html {
    let Scene { cx, board, .. } = scene;
    let chips = if let Input::Assemble(chips) = &board.input { chips.as_slice() } else { &[] };
    let pick = |chip: &Choice<'_>| {
        let id = chip.id.to_owned();
        html! { <button class="pick" type="button" aria-pressed={chip.picked.to_string()} onclick={cx.on(move || Event::Pick(id.clone()))}>{ cx.words(chip.words) }</button> }
    };
    let line = |line: &Option<&str>| match line {
        Some(words) => html! { <p class="paper-line">{ cx.words(words) }</p> },
        None => html! { <p class="paper-line blank">{ "…" }</p> },
    };
    html! {
        <main id="hoofd" class="grow mid scenic" tabindex="-1"><div class="wrap wide pad stack">
            <h1 id="titel" tabindex="-1">{ scene.title().to_owned() }</h1>
            <div class="write">
                <div class="slot is-now">{ cx.lines(board.text.iter().copied()) }<div class="picks">{ for chips.iter().map(pick) }</div>{ scene.tips() }</div>
                <section class="sheetlet" aria-label={scene.title().to_owned()}>{ for lines.iter().map(line) }</section>
            </div>
        </div></main>
    }
}
