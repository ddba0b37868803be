//! Pages for when something is not there: a page, a lesson, a connection.

use yew::Html;

use super::Cx;
use super::el::{El, Node, el, list};
use crate::app::{Event, LoadError, Screen};
use crate::phrases::{self, Phrase};

pub(crate) fn missing(cx: Cx<'_>) -> Html {
    told(cx, phrases::MISSING_TITLE, phrases::MISSING_TEXT, cx.next_link(phrases::MISSING_GO, &Screen::Map))
}

pub(crate) fn failed(cx: Cx<'_>, error: LoadError) -> Html {
    let (title, text) = match error {
        LoadError::Offline => (phrases::FIRST_OFFLINE_TITLE, phrases::FIRST_OFFLINE_TEXT),
        LoadError::Damaged => (phrases::PACK_TITLE, phrases::PACK_TEXT),
    };
    let go = el("div").class("row").kid(cx.link("btn", &Screen::Map).kid(phrases::TO_MAP)).kid(cx.next_button(
        phrases::FIRST_OFFLINE_TRY,
        "opnieuw",
        Event::Retry,
    ));
    told(cx, title, text, go)
}

fn told(cx: Cx<'_>, title: Phrase, text: Phrase, go: El) -> Html {
    let title = cx.title(cx.sign("animals-egel", "")).kid(el("span").kid(title));
    let page = cx.main("fault").kid(title).kid(el("p").kid(text)).kid(go);
    list([cx.brand_bar(None), page.node()])
}
