//! Practice scenes: what a question, an item to judge, things to mark, cards and tiles look like. Frames only: how they are
//! answered is in `input.rs`.

use course::board::{self, Choice, Input};

use super::super::art::svg;
use super::super::el::{El, el};
use super::Scene;
use super::input::{options, sort_head};
use crate::app::Event;
use crate::phrases;

/// A question in a practice scene, or an item to judge: the style sheet knows the scene by its class.
pub(super) fn dressed(scene: Scene<'_>, which: board::Scene, (n, all): (usize, usize)) -> El {
    let class = match which {
        board::Scene::Page => "",
        board::Scene::Feed => "scene feed",
        board::Scene::Slider => "scene slider",
        board::Scene::Timeline => "scene timeline",
        board::Scene::Pedals => "scene pedals",
        board::Scene::Inbox => "scene inbox",
        board::Scene::Window => "scene window",
        board::Scene::Photo => "scene photo",
        board::Scene::Profile => "scene profile",
        board::Scene::Search => "scene search",
        board::Scene::Row => "scene row-of",
        board::Scene::Tiles => "scene tiles",
    };
    let post = |place| el("i").class(if place == n { "on" } else { "" });
    let item = el("div").class("item").kid(picture(scene)).kid(el("div").kid(scene.cx.lines(&scene.board.text)));
    let page = el("div")
        .classes(&["wrap stack pad", class])
        .kid(sort_head(scene, (n, all)))
        .kid(el("span").class("posts").mute().kids((1..=all).map(post)))
        .kid(item)
        .kid(scene.tips())
        .kid(options(scene).or_else(|| judge(scene)).or_else(|| tiles(scene)));
    scene.cx.main("grow mid scenic").kid(page)
}

/// The picture of the scene; what lies in it can be marked there as well as in the list.
fn picture(scene: Scene<'_>) -> Option<El> {
    let Scene { cx, board, play, told } = scene;
    let (Input::Many(choices), false) = (&board.input, board.spots.is_empty()) else { return scene.spot(board.picture, "stick") };
    let spot = |(choice, [x, y, r]): (&Choice<'_>, &[u8; 3])| {
        let on = if told.is_none() { play.picked.iter().any(|picked| picked == choice.id) } else { choice.picked() };
        let circle = el("circle").attr("cx", x.to_string()).attr("cy", (u16::from(*y) * 3 / 4).to_string()).attr("r", r.to_string());
        let circle = circle.class(if on { "at on" } else { "at" });
        if told.is_some() || choice.kept { circle } else { circle.click(cx, Event::Pick(choice.id.to_owned())) }
    };
    let over = svg("spots", "0 0 100 75").mute().kids(choices.iter().zip(board.spots).map(spot));
    Some(el("div").class("marks").kid(scene.spot(board.picture, "")).kid(over))
}

/// Tiles that lie face down. One that is open says its words; a closed one says which it is.
fn tiles(scene: Scene<'_>) -> Option<El> {
    let Scene { cx, board, play, told } = scene;
    let Input::Tiles(tiles) = &board.input else { return None };
    let tile = |(n, tile): (usize, &Choice<'_>)| {
        let open = tile.kept || if told.is_none() { play.picked.iter().any(|picked| picked == tile.id) } else { tile.picked() };
        let button = cx.button(
            if tile.kept {
                "memo kept"
            } else if open {
                "memo open"
            } else {
                "memo"
            },
            Event::Pick(tile.id.to_owned()),
        );
        let button = if tile.kept { button.attr("aria-disabled", "true") } else { button };
        if open {
            return button.kid(tile.sign.map(|sign| cx.sign(sign, "s"))).kid(cx.words(tile.words));
        }
        button.kid(el("span").class("vh").kid(phrases::TILE.0)).kid((n + 1).to_string())
    };
    Some(el("div").class("memos").kids(tiles.iter().enumerate().map(tile)))
}

fn judge(scene: Scene<'_>) -> Option<El> {
    let Input::Judge(labels) = &scene.board.input else { return None };
    let button = |(n, label): (usize, &Choice<'_>)| {
        scene
            .cx
            .button(["btn t1", "btn t2", "btn t3"].get(n).copied().unwrap_or("btn"), Event::Pick(label.id.to_owned()))
            .attr("aria-pressed", label.picked().to_string())
            .kid(label.sign.map(|sign| scene.cx.sign(sign, "s")))
            .kid(label.words)
    };
    Some(el("div").class("judge").kids(labels.iter().enumerate().map(button)))
}
