//! Pages for when something is not there: a page, a lesson, a connection.

use yew::prelude::*;

use super::Cx;
use crate::app::{Event, LoadError, Screen};
use crate::phrases::{self, Phrase};

pub(crate) fn missing(cx: Cx<'_>) -> Html {
    let go = html! { <a class="btn go" href={Screen::Map.hash()}>{ phrases::MISSING_GO.0 }{ cx.icon("verder") }</a> };
    told(cx, phrases::MISSING_TITLE, phrases::MISSING_TEXT, go)
}

pub(crate) fn failed(cx: Cx<'_>, error: LoadError) -> Html {
    let (title, text) = match error {
        LoadError::Offline => (phrases::FIRST_OFFLINE_TITLE, phrases::FIRST_OFFLINE_TEXT),
        LoadError::Damaged => (phrases::PACK_TITLE, phrases::PACK_TEXT),
    };
    let go = html! {
        <div class="row">
            <a class="btn" href={Screen::Map.hash()}>{ phrases::TO_MAP.0 }</a>
            { cx.next_button(phrases::FIRST_OFFLINE_TRY.0, "opnieuw", || Event::Retry) }
        </div>
    };
    told(cx, title, text, go)
}

fn told(cx: Cx<'_>, title: Phrase, text: Phrase, go: Html) -> Html {
    html! {
        <>
            { cx.brand_bar(html! {}) }
            <main id="hoofd" class="grow mid scenic" tabindex="-1"><div class="wrap stack pad">
                <h1 id="titel" tabindex="-1">{ title.0 }</h1>
                <p>{ text.0 }</p>
                { go }
            </div></main>
        </>
    }
}
