//! The first screen. Its picture and words stand in `index.html`, so that they can be read before the app is here; the
//! app takes that very element over, and nothing jumps.

use yew::prelude::*;

use super::Cx;
use crate::app::Screen;
use crate::phrases;

pub(crate) fn page(cx: Cx<'_>) -> Html {
    html! {
        <>
            { cx.brand_bar(html! {}) }
            { cx.notice() }
            { crate::shell::first_screen().map(Html::VRef).unwrap_or_else(plain) }
            <footer class="foot"><div class="wrap foot-in">
                <a class="btn go" href={Screen::Animals.hash()}>{ phrases::WELCOME_GO.0 }{ cx.icon("verder") }</a>
            </div></footer>
        </>
    }
}

/// The words alone, for a page without the first screen.
fn plain() -> Html {
    html! {
        <main id="hoofd" class="grow" tabindex="-1"><div class="wrap stack pad">
            <h1 id="titel" tabindex="-1">{ phrases::WELCOME_TITLE.0 }</h1>
            <p>{ phrases::WELCOME_STORY.0 }</p>
            <p class="soft">{ phrases::WELCOME_PROMISE.0 }</p>
        </div></main>
    }
}
