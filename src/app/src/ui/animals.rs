//! Choose an animal: no name, one tap. A taken animal is the way back to its own work.

use yew::Html;

use super::Cx;
use super::el::{El, Node, el, list};
use crate::app::Event;
use crate::phrases::{self, animals::ANIMALS};

pub(crate) fn page(cx: Cx<'_>) -> Html {
    let zoo = el("ul").class("zoo").kids(ANIMALS.iter().map(|(id, name)| animal(cx, id, name)));
    let inside = el("div").class("wrap stack pad").kid(cx.title(phrases::ANIMAL_TITLE)).kid(el("p").kid(phrases::ANIMAL_WHY)).kid(zoo);
    let new = || cx.mine("btn flat", "wie").kid(phrases::SWITCH_NEW);
    let inside = inside.kid(
        el("p").class("row").kid(cx.mine("btn flat", "meenemen").kid(phrases::WELCOME_HAVE)).kid((!cx.model.pupils.is_empty()).then(new)),
    );
    list([cx.brand_bar(None), cx.notice(), cx.main("grow scenic").kid(inside).node()])
}

fn animal(cx: Cx<'_>, id: &'static str, name: &'static str) -> El {
    let mine = cx.model.animal() == Some(id);
    let taken = !mine && cx.model.pupils.iter().any(|(_, theirs)| theirs == id);
    let label = if taken { phrases::ANIMAL_TAKEN_SR } else { phrases::ANIMAL_PICK };
    let button = el("button")
        .classes(&["animal", if mine { "is-mine" } else { "" }, if taken { "is-taken" } else { "" }])
        .attr("type", "button")
        .attr("aria-label", label.fill(&[("animal", name)]))
        .click(cx, Event::Animal(id.to_owned()))
        .kid(cx.sign(&["animals-", id].concat(), ""))
        .kid(el("span").kid(name))
        .kid(taken.then(|| el("span").class("small").kid(phrases::ANIMAL_TAKEN)));
    el("li").kid(button)
}
