//! The explanation that rises after an answer: the word first, then why, then what can be done.

use course::board::{Frame, Input, Reason};
use course::worth::Label;

use super::super::el::{El, el};
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

pub(super) fn sheet(scene: Scene<'_>) -> Option<El> {
    let told = scene.told?;
    let cx = scene.cx;
    let (kind, icon) = look(told.label);
    let class = match kind {
        "detour" => "sheet try",
        "maybe" => "sheet maybe",
        _ => "sheet",
    };
    let many = told.reasons.len() > 1;
    let reason = |reason: &Reason<'_>| {
        let opening = told.opening.filter(|_| !many);
        // In a row the place says more than the word: what lies right is numbered.
        let place = told.reasons.iter().filter(|other| other.label == Label::Right).position(|other| std::ptr::eq(other, reason));
        let word = match (&scene.board.input, place) {
            (Input::Row(_), Some(place)) => (place + 1).to_string(),
            _ => label_words(reason.label).0.to_owned(),
        };
        let of = reason.of.filter(|_| many).map(|of| el("strong").kid([&word, " · ", of, " "].concat()));
        el("p").kid(of).kid(opening.map(|words| [words, " "].concat())).kid(cx.words(reason.why))
    };
    let again = match &scene.board.input {
        Input::Assemble(_) => phrases::LETTER_SWAP,
        _ if matches!(scene.board.frame, Frame::Phone(_)) => phrases::SCENE_GO_BACK,
        _ if told.on => phrases::OTHER_ANSWERS,
        _ => phrases::TRY_AGAIN,
    };
    let again = || cx.button(if told.on { "btn" } else { "btn go" }, Event::Again).kid(again).kid(cx.icon("opnieuw"));
    let found = told.found.map(|(found, all)| phrases::FOUND.fill(&[("n", &found.to_string()), ("total", &all.to_string())]));
    // One way on is no choice: the word would make no sense, and is left out of sight.
    let no_choice = told.label == Label::Open && !told.again;
    let word = el("span").classes(&["chip", kind]).kid(cx.icon(icon)).kid(label_words(told.label));
    let text = el("div");
    // Many reasons scroll: by key too.
    let text = if many { text.class("sheet-text long").attr("tabindex", "0") } else { text.class("sheet-text") };
    let text = text
        .kid(el("h2").class(if no_choice { "vh" } else { "" }).kid(word))
        .kid(found.map(|words| el("p").kid(words)))
        .kids(told.reasons.iter().map(reason));
    let acts = el("div").class("acts").kid(told.again.then(again)).kid(told.on.then(|| cx.next_button(phrases::NEXT, "verder", Event::On)));
    let inside = el("div").class("wrap sheet-in").kid(text).kid(acts);
    Some(el("section").target("uitleg").class(class).attr("aria-label", label_words(told.label).0).kid(inside))
}
