//! The end of a lesson: what you can now say and do, one thing for tonight, and how it goes on. No points, no stars.

use yew::prelude::*;

use super::Cx;
use super::art::Format;
use crate::app::{Loading, Screen};
use crate::phrases;

/// Every lesson has a picture with this name for its end.
const PICTURE: &str = "slot";

pub(crate) fn page(cx: Cx<'_>, id: &str) -> Html {
    let Loading::Ready(lesson) = &cx.model.lesson else { return super::player::waiting(cx) };
    let head = &lesson.head;
    let number = head.number.to_string();
    let tick = |words: String| html! { <li><span class="tick">{ cx.icon("vink") }</span><span>{ words }</span></li> };
    html! {
        <>
            { cx.lesson_bar(lesson.steps.len(), lesson.steps.len()) }
            { cx.notice() }
            <main id="hoofd" class="grow spread done" tabindex="-1">
                <div class="stage low">{ cx.picture(id, PICTURE, "", "", Format::Scene) }</div>
                <div class="tale stack">
                    <p><span class="plate">{ phrases::LESSON_PLATE.fill(&[("lesson", &number), ("title", &head.title)]) }</span></p>
                    <h1 id="titel" tabindex="-1">{ phrases::END_TITLE.fill(&[("lesson", &number)]) }</h1>
                    <ul class="can">
                        { tick(phrases::END_RULE.fill(&[("rule", &head.rule)])) }
                        { tick(phrases::END_DO.fill(&[("action", &head.action)])) }
                    </ul>
                    <section class="card sun tonight"><h2 class="row">{ cx.icon("maan") }{ phrases::END_HOME_TITLE.0 }</h2><p class="bubble quote">{ head.home.clone() }</p></section>
                    <p>{ phrases::END_STORY.fill(&[("line", &head.next)]) }</p>
                    <p class="small soft">{ phrases::END_MIND.0 }</p>
                </div>
            </main>
            <footer class="foot"><div class="wrap foot-in">
                { cx.saved_sign() }
                <a class="btn" href={Screen::Lesson(id.to_owned(), None).hash()}>{ cx.icon("opnieuw") }<span>{ phrases::END_AGAIN.0 }</span></a>
                <a class="btn go" href={Screen::Map.hash()}>{ phrases::END_MAP.0 }{ cx.icon("verder") }</a>
            </div></footer>
        </>
    }
}
