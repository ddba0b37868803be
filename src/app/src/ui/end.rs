//! The end of a lesson: what you can now say and do, one thing for tonight, and how it goes on. No points, no stars.

use yew::Html;

use super::Cx;
use super::art::Format;
use super::el::{El, Node, el, list};
use crate::app::{Loading, Screen};
use crate::phrases;

/// Every lesson has a picture with this name for its end.
const PICTURE: &str = "slot";

/// Work in a file of one's own, and nothing of it left on a shared device.
fn own(cx: Cx<'_>) -> El {
    el("p").class("row small").kid(cx.mine("", "meenemen").kid(phrases::EXPORT_TITLE)).kid(cx.mine("", "wis").kid(phrases::WIPE_ME))
}

pub(crate) fn page(cx: Cx<'_>, id: &str) -> Html {
    let Loading::Ready(lesson) = &cx.model.lesson else { return super::player::waiting(cx) };
    let head = &lesson.head;
    let number = head.number.to_string();
    let tick = |words: String| el("li").kid(el("span").class("tick").kid(cx.icon("vink"))).kid(el("span").kid(words));
    let plate = phrases::LESSON_PLATE.fill(&[("lesson", &number), ("title", &head.title)]);
    let tonight = el("section")
        .class("card sun tonight")
        .kid(el("h2").class("row").kid(cx.icon("maan")).kid(phrases::END_HOME_TITLE))
        .kid(el("p").class("bubble quote").kid(head.home.as_str()));
    let tale = el("div")
        .class("tale stack")
        .kid(el("p").kid(el("span").class("plate").kid(plate)))
        .kid(cx.title(phrases::END_TITLE.fill(&[("lesson", &number)])))
        .kid(
            el("ul")
                .class("can")
                .kid(tick(phrases::END_RULE.fill(&[("rule", &head.rule)])))
                .kid(tick(phrases::END_DO.fill(&[("action", &head.action)]))),
        )
        .kid(tonight)
        .kid(el("p").kid(phrases::END_STORY.fill(&[("line", &head.next)])))
        .kid(el("p").class("small soft").kid(phrases::END_MIND))
        .kid(cx.model.animal().map(|_| own(cx)));
    let stage = el("div").class("stage low").kid(cx.picture(
        (id, lesson.steps.last().map_or(0, |step| step.album)),
        PICTURE,
        "",
        "",
        Format::Scene,
    ));
    let again = cx.link("btn", &Screen::Lesson(id.to_owned(), None)).kid(cx.icon("opnieuw")).kid(el("span").kid(phrases::END_AGAIN));
    list([
        cx.lesson_bar(lesson.count(), lesson.count()),
        cx.notice(),
        cx.main("grow spread done").kid(stage).kid(tale).node(),
        cx.foot(|foot| foot.kid(cx.saved_sign()).kid(again).kid(cx.next_link(phrases::END_MAP, &Screen::Map))),
    ])
}
