//! The first screen. `index.html` holds the same markup, so that it can be read before the app is here.

use yew::prelude::*;

use super::Cx;
use crate::app::Screen;
use crate::phrases;

pub(crate) fn page(cx: Cx<'_>) -> Html {
    html! {
        <>
            { cx.brand_bar(html! {}) }
            { cx.notice() }
            <main id="hoofd" class="grow" tabindex="-1">
                <div class="wrap stack pad">
                    <h1 id="titel" tabindex="-1">{ phrases::WELCOME_TITLE.0 }</h1>
                    <p>{ phrases::WELCOME_STORY.0 }</p>
                    <p class="soft">{ phrases::WELCOME_PROMISE.0 }</p>
                    <p><a class="btn go" href={Screen::Animals.hash()}>{ phrases::WELCOME_GO.0 }{ cx.icon("verder") }</a></p>
                </div>
            </main>
        </>
    }
}
