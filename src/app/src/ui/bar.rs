//! The top bar and the bottom bar: the same things in the same place on every screen.

use yew::prelude::*;

use super::Cx;
use crate::app::{Event, Saved, Screen};
use crate::phrases;

impl Cx<'_> {
    /// The help button.
    pub(crate) fn help_button(&self) -> Html {
        html! {
            <button class="help" type="button" onclick={self.on(|| Event::Help(true))} aria-label={phrases::HELP_SR.0}>
                { self.sign("signs-rem", "") }<span class="t">{ phrases::HELP.0 }</span>
            </button>
        }
    }

    /// The bar of pages outside a lesson.
    pub(crate) fn brand_bar(&self, extra: Html) -> Html {
        html! {
            <header class="bar"><div class="wrap bar-in">
                <a class="brand" href={Screen::Map.hash()}>{ self.sign("signs-l1", "") }<span>{ phrases::BRAND.0 }</span></a>
                <span class="end"></span>
                { extra }
                { self.help_button() }
            </div></header>
        }
    }

    /// The bar of a lesson: back, the road so far, help.
    pub(crate) fn lesson_bar(&self, step: usize, steps: usize) -> Html {
        let (n, all) = (step.to_string(), steps.to_string());
        let said = phrases::STEP_COUNT.fill(&[("step", &n), ("total", &all)]);
        // The bicycle stays inside the road at both ends.
        let percent = |share: usize| [share.to_string(), "%".to_owned()].concat();
        let (way, bike) = (percent(step * 100 / steps.max(1)), percent((step * 100 / steps.max(1)).clamp(2, 97)));
        html! {
            <header class="bar"><div class="wrap bar-in">
                <button class="btn icon" type="button" aria-label={phrases::BACK.0} onclick={self.on(|| Event::Back)}>{ self.icon("terug") }</button>
                <div class="road" role="img" aria-label={said.clone()}>
                    <svg aria-hidden="true">
                        <line class="k" x1="0" y1="24" x2="100%" y2="24" />
                        <line class="a" x1="0" y1="24" x2="100%" y2="24" />
                        <line class="f" x1="0" y1="24" x2={way} y2="24" />
                        <line class="d" x1="0" y1="24" x2="100%" y2="24" />
                        <svg x={bike} y="0" width="1" height="1" overflow="visible">
                            <use href={[self.model.files.path("art.svg"), "#signs-fiets"].concat()} x="-24" y="-4" width="48" height="36" />
                        </svg>
                    </svg>
                </div>
                <span class="road-say" aria-hidden="true">{ phrases::STEP_SHORT.fill(&[("step", &n), ("total", &all)]) }</span>
                <a class="btn icon mute" href={Screen::Map.hash()} aria-label={phrases::TO_MAP.0} title={phrases::TO_MAP.0}>{ self.icon("vlag") }</a>
                { self.help_button() }
            </div></header>
        }
    }

    /// The sign that says how safe the work is. It never claims more than was done.
    pub(crate) fn saved_sign(&self) -> Html {
        match self.model.saved {
            Saved::Strict => html! { <span class="saved">{ self.icon("vink") }{ phrases::SAVED.0 }</span> },
            Saved::Busy => html! { <span class="saved busy">{ self.icon("klok") }{ phrases::SAVING.0 }</span> },
            Saved::Tab => {
                html! { <span class="saved tab" title={phrases::SAVED_TAB_WHY.0}>{ self.icon("letop") }{ phrases::SAVED_TAB.0 }</span> }
            }
            Saved::Not | Saved::Nothing => html! {},
        }
    }

    /// The one big next step.
    pub(crate) fn next_button(&self, words: &str, icon: &str, event: impl Fn() -> Event + 'static) -> Html {
        html! { <button class="btn go" type="button" onclick={self.on(event)}>{ words.to_owned() }{ self.icon(icon) }</button> }
    }
}
