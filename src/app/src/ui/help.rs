//! Help, over any screen: danger first, REM, who may know, who to call, and away from here at once.

use course::catalogue::Helper;
use yew::prelude::*;

use super::Cx;
use crate::app::{Event, Screen};
use crate::phrases::{self, Phrase};

pub(crate) fn page(cx: Cx<'_>) -> Html {
    let all = cx.model.catalogue.clone().unwrap_or_default();
    let shown: Vec<&Helper> = all.helpers.iter().filter(|helper| helper.page).collect();
    let checked = shown.iter().map(|helper| helper.checked.as_str()).min().unwrap_or_default();
    let back = if matches!(cx.model.screen, Screen::Lesson(..)) { phrases::HELP_BACK } else { phrases::BACK };
    html! {
        <>
            <header class="bar"><div class="wrap bar-in">
                <button class="btn icon" type="button" aria-label={phrases::BACK.0} onclick={cx.on(|| Event::Help(false))}>{ cx.icon("terug") }</button>
                <b class="bar-t">{ phrases::HELP.0 }</b>
                <a class="chip tap again" href="tel:112">{ phrases::HELP_DANGER_SHORT.0 }</a>
                <button class="btn exit" type="button" aria-label={phrases::EXIT_SR.0} onclick={cx.on(|| Event::Leave)}>{ phrases::EXIT.0 }</button>
            </div></header>
            <main id="hoofd" class="grow" tabindex="-1"><div class="wrap stack pad">
                <div class="say helphead">{ cx.sign("signs-rem", "xl") }<div>
                    <h1 id="titel" tabindex="-1">{ phrases::HELP_TITLE.0 }</h1><p>{ phrases::HELP_ANYONE.0 }</p>
                </div></div>
                <ol class="rems">
                    { rem("R", phrases::REM_R) }{ rem("E", phrases::REM_E) }{ rem("M", phrases::REM_M) }
                </ol>
                <p class="card sun flat">{ phrases::REM_NAKED.0 }</p>
                <div class="near">
                    <section class="stack"><h2>{ phrases::TELL_TITLE.0 }</h2>
                        <ul class="close">
                            <li class="chip tap">{ cx.icon("huis") }{ phrases::TELL_HOME.0 }</li>
                            <li class="chip tap">{ cx.icon("bord") }{ phrases::TELL_SCHOOL.0 }</li>
                            <li class="chip tap">{ cx.icon("samen") }{ phrases::TELL_ELSE.0 }</li>
                        </ul>
                    </section>
                    <section class="stack"><h2>{ phrases::CALL_TITLE.0 }</h2>
                        <ul class="calls">{ for shown.iter().map(|helper| call(cx, helper)) }</ul>
                        <p class="small soft">{ phrases::CALL_BORROW.0 }{ " " }{ phrases::HELP_CHECKED.fill(&[("date", checked)]) }</p>
                    </section>
                </div>
                <section class="stack"><h2>{ phrases::TELL_START_TITLE.0 }</h2>
                    <ul class="lines">
                        { for [phrases::TELL_START_1, phrases::TELL_START_2, phrases::TELL_START_3, phrases::TELL_START_4].iter().map(|start| html! { <li>{ start.0 }</li> }) }
                    </ul>
                    <p>{ phrases::TELL_WRITE.0 }{ " " }{ phrases::TELL_AGAIN.0 }</p>
                </section>
                <section class="stack"><p>{ phrases::KEER_OM.0 }</p><p>{ phrases::WITNESS_PLAIN.0 }</p><p>{ phrases::TELL_SNITCH.0 }</p></section>
                <p class="small soft">{ phrases::HELP_NO_LOG.0 }{ " " }{ phrases::EXIT_WHAT.0 }{ " " }{ phrases::EXIT_KEY.fill(&[("key", "Esc")]) }{ " " }{ phrases::EXIT_LIMIT.0 }</p>
            </div></main>
            <footer class="foot"><div class="wrap foot-in">{ cx.next_button(back.0, "verder", || Event::Help(false)) }</div></footer>
        </>
    }
}

fn rem(letter: &'static str, words: Phrase) -> Html {
    let (name, rest) = words.0.split_once('.').unwrap_or((words.0, ""));
    html! { <li class="remstep"><b aria-hidden="true">{ letter }</b><span><strong>{ name }</strong>{ rest }</span></li> }
}

/// A helper with number: one tap calls, where a device can.
pub(crate) fn call(cx: Cx<'_>, helper: &Helper) -> Html {
    let now = (helper.phone == "112").then_some("now");
    html! {
        <li><a class={classes!("call", now)} href={["tel:", &helper.dial()].concat()}>
            <i class="who" aria-hidden="true">{ cx.icon(&helper.icon) }</i>
            <b>{ helper.name.clone() }</b><span class="num">{ helper.phone.clone() }</span>
            <span class="small soft">{ helper.about.clone() }if helper.free { { " " }{ phrases::CALL_FREE.0 } }if !helper.hours.is_empty() { { " " }{ phrases::CALL_HOURS.fill(&[("hours", &helper.hours)]) } }</span>
        </a></li>
    }
}
