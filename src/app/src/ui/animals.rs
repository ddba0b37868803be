//! Choose an animal: no name, one tap. A taken animal is the way back to its own work.

use yew::prelude::*;

use super::Cx;
use crate::app::Event;
use crate::phrases;

/// The animals, by the name of their drawing, with the name as a child reads it.
pub(crate) const ANIMALS: [(&str, &str); 12] = [
    ("vos", "Vos"),
    ("uil", "Uil"),
    ("egel", "Egel"),
    ("kikker", "Kikker"),
    ("kat", "Kat"),
    ("hond", "Hond"),
    ("konijn", "Konijn"),
    ("beer", "Beer"),
    ("pinguin", "Pinguïn"),
    ("muis", "Muis"),
    ("koe", "Koe"),
    ("zeehond", "Zeehond"),
];

/// The name of an animal as a child reads it.
pub(crate) fn name(animal: &str) -> &str {
    ANIMALS.iter().find(|(id, _)| *id == animal).map_or(animal, |(_, name)| name)
}

pub(crate) fn page(cx: Cx<'_>) -> Html {
    html! {
        <>
            { cx.brand_bar(html! {}) }
            { cx.notice() }
            <main id="hoofd" class="grow scenic" tabindex="-1">
                <div class="wrap stack pad">
                    <h1 id="titel" tabindex="-1">{ phrases::ANIMAL_TITLE.0 }</h1>
                    <p>{ phrases::ANIMAL_WHY.0 }</p>
                    <ul class="zoo">{ for ANIMALS.iter().map(|(id, name)| animal(cx, id, name)) }</ul>
                </div>
            </main>
        </>
    }
}

fn animal(cx: Cx<'_>, id: &'static str, name: &'static str) -> Html {
    let taken = cx.model.pupils.iter().any(|(_, theirs)| theirs == id);
    let mine = cx.model.animal() == Some(id);
    let label =
        if taken && !mine { phrases::ANIMAL_TAKEN_SR.fill(&[("animal", name)]) } else { phrases::ANIMAL_PICK.fill(&[("animal", name)]) };
    html! {
        <li>
            <button class={classes!("animal", mine.then_some("is-mine"), (taken && !mine).then_some("is-taken"))} type="button"
                aria-label={label} onclick={cx.on(move || Event::Animal(id.to_owned()))}>
                { cx.sign(&["animals-", id].concat(), "") }<span>{ name }</span>
                if taken && !mine { <span class="small">{ phrases::ANIMAL_TAKEN.0 }</span> }
            </button>
        </li>
    }
}
