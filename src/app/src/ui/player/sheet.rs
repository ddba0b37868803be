//! The explanation that rises after an answer: the word first, then why, then what can be done.

use course::board::{Frame, Input, Reason};
use course::worth::Label;
use yew::prelude::*;

use super::Scene;
use crate::app::Event;
use crate::phrases;
use crate::ui::label_words;

/// Class of a turn or chip, and its icon, by label. Never red, never a cross.
pub(super) fn look(label: Label) -> (&'static str, &'static str) {
    match label {
        Label::Strong | Label::Right => ("done", "vink"),
        Label::Ok | Label::Partly | Label::Open => ("maybe", "duim"),
        Label::Detour | Label::NotYet => ("detour", "omweg"),
    }
}

pub(super) fn sheet(scene: Scene<'_>) -> Html {
    let Some(told) = scene.told else { return html! {} };
    let cx = scene.cx;
    let (kind, icon) = look(told.label);
    let class = match kind {
        "detour" => "try",
        "maybe" => "maybe",
        _ => "",
    };
    let many = told.reasons.len() > 1;
    let reason = |reason: &Reason<'_>| {
        let opening = told.opening.filter(|_| !many).and_then(crate::phrases::opening);
        html! { <p>if let (Some(of), true) = (reason.of, many) { <strong>{ label_words(reason.label) }{ " · " }{ of.to_owned() }{ " " }</strong> }{ opening.map(|words| [words, " "].concat()).unwrap_or_default() }{ cx.words(reason.why) }</p> }
    };
    let chat = matches!(scene.board.frame, Frame::Phone(_));
    let again = match &scene.board.input {
        Input::Assemble(_) => phrases::LETTER_SWAP,
        _ if chat => phrases::SCENE_GO_BACK,
        _ if told.on => phrases::OTHER_ANSWERS,
        _ => phrases::TRY_AGAIN,
    };
    html! {
        <section class={classes!("sheet", class)} id="uitleg" tabindex="-1" aria-label={label_words(told.label)}><div class="wrap sheet-in">
            <div class="sheet-text">
                <h2><span class={classes!("chip", kind)}>{ cx.icon(icon) }{ label_words(told.label) }</span></h2>
                if let Some((found, all)) = told.found { <p>{ phrases::FOUND.fill(&[("n", &found.to_string()), ("total", &all.to_string())]) }</p> }
                { for told.reasons.iter().map(reason) }
            </div>
            <div class="acts">
                if told.again { <button class={classes!("btn", (!told.on).then_some("go"))} type="button" onclick={cx.on(|| Event::Again)}>{ again.0 }{ cx.icon("opnieuw") }</button> }
                if told.on { { cx.next_button(phrases::NEXT.0, "verder", || Event::On) } }
            </div>
        </div></section>
    }
}
