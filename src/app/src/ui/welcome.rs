//! The first screen. Its picture and words stand in `index.html`, so that they can be read before the app is here; the
//! app takes that very element over, and nothing jumps.

use yew::Html;

use super::Cx;
use super::el::{Node, el, list};
use crate::app::Screen;
use crate::phrases;

pub(crate) fn page(cx: Cx<'_>) -> Html {
    list([
        cx.brand_bar(None),
        cx.notice(),
        cx.first.cloned().unwrap_or_else(|| plain(cx)),
        cx.foot(|foot| foot.kid(cx.grown_ups()).kid(cx.next_link(phrases::WELCOME_GO, &Screen::Animals))),
    ])
}

/// The words alone, for a page without the first screen.
fn plain(cx: Cx<'_>) -> Html {
    let inside = el("div")
        .class("wrap stack pad")
        .kid(cx.title(phrases::WELCOME_TITLE))
        .kid(el("p").kid(phrases::WELCOME_STORY))
        .kid(el("p").class("soft").kid(phrases::WELCOME_PROMISE));
    cx.main("grow").kid(inside).node()
}
