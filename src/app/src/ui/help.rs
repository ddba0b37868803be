//! Help, over any screen: danger first, REM, who may know, who to call, and away from here at once.

use course::catalogue::Helper;
use yew::Html;

use super::Cx;
use super::el::{El, Node, el, list};
use crate::app::{Event, Screen};
use crate::phrases::{self, Phrase};

pub(crate) fn page(cx: Cx<'_>) -> Html {
    let all = cx.model.catalogue.clone().unwrap_or_default();
    let shown = || all.helpers.iter().filter(|helper| helper.page);
    let back = if matches!(cx.model.screen, Screen::Lesson(..)) { phrases::HELP_BACK } else { phrases::BACK };
    let bar = el("div")
        .class("wrap bar-in")
        .kid(cx.back_button(Event::Help(false)))
        .kid(el("b").class("bar-t").kid(phrases::HELP))
        .kid(el("a").class("chip tap again").attr("href", "tel:112").kid(phrases::HELP_DANGER_SHORT))
        .kid(cx.button("btn exit", Event::Leave).attr("aria-label", phrases::EXIT_SR.0).kid(phrases::EXIT));
    let head = el("div").class("say helphead").kid(cx.sign("signs-rem", "xl"));
    let head = head.kid(el("div").kid(cx.title(phrases::HELP_TITLE)).kid(el("p").kid(phrases::HELP_ANYONE)));
    let rems = el("ol").class("rems").kid(rem("R", phrases::REM_R)).kid(rem("E", phrases::REM_E)).kid(rem("M", phrases::REM_M));
    let near = |icon, words: Phrase| el("li").class("chip tap").kid(cx.icon(icon)).kid(words);
    let close = part(phrases::TELL_TITLE).kid(
        el("ul")
            .class("close")
            .kid(near("huis", phrases::TELL_HOME))
            .kid(near("bord", phrases::TELL_SCHOOL))
            .kid(near("samen", phrases::TELL_ELSE)),
    );
    let calls = part(phrases::CALL_TITLE)
        .kid(el("ul").class("calls").kids(shown().map(|helper| call(cx, helper))))
        .kid(small(&[phrases::CALL_BORROW.0, &phrases::HELP_CHECKED.fill(&[("date", &all.checked)])]));
    let starts = [phrases::TELL_START_1, phrases::TELL_START_2, phrases::TELL_START_3, phrases::TELL_START_4];
    let tell = part(phrases::TELL_START_TITLE)
        .kid(el("ul").class("lines").kids(starts.map(|start| el("li").kid(start))))
        .kid(el("p").kid([phrases::TELL_WRITE.0, " ", phrases::TELL_AGAIN.0].concat()));
    let words = [phrases::KEER_OM, phrases::WITNESS_PLAIN, phrases::TELL_SNITCH];
    let inside = el("div")
        .class("wrap stack pad")
        .kid(head)
        .kid(rems)
        .kid(el("p").class("card sun flat").kid(phrases::REM_NAKED))
        .kid(el("div").class("near").kid(close).kid(calls))
        .kid(tell)
        .kid(el("section").class("stack").kids(words.map(|words| el("p").kid(words))))
        .kid(small(&[phrases::HELP_NO_LOG.0, phrases::EXIT_WHAT.0, &phrases::EXIT_KEY.fill(&[("key", "Esc")]), phrases::EXIT_LIMIT.0]));
    list([
        el("header").class("bar").kid(bar).node(),
        cx.main("grow").kid(inside).node(),
        cx.foot(|foot| {
            foot.kid(cx.mine("btn", "lezen").kid(cx.icon("instel")).kid(phrases::LOOK_GO))
                .kid(cx.button("btn go", Event::Help(false)).kid(cx.icon("terug")).kid(back))
        }),
    ])
}

fn part(title: Phrase) -> El {
    el("section").class("stack").kid(el("h2").kid(title))
}

fn small(parts: &[&str]) -> El {
    el("p").class("small soft").kid(parts.join(" "))
}

fn rem(letter: &'static str, words: Phrase) -> El {
    let (name, rest) = words.0.split_once('.').unwrap_or((words.0, ""));
    let said = el("span").kid(el("strong").kid(name)).kid(rest);
    el("li").class("remstep").kid(el("b").mute().kid(letter)).kid(said)
}

/// A helper with number: one tap calls, where a device can.
pub(crate) fn call(cx: Cx<'_>, helper: &Helper) -> El {
    let mut about = helper.about.clone();
    if helper.free {
        about.extend([" ", phrases::CALL_FREE.0]);
    }
    if !helper.hours.is_empty() {
        about.extend([" ", &phrases::CALL_HOURS.fill(&[("hours", &helper.hours)])]);
    }
    let link = el("a")
        .class(if helper.phone == "112" { "call now" } else { "call" })
        .attr("href", ["tel:", &helper.dial()].concat())
        .kid(el("i").class("who").mute().kid(cx.icon(&helper.icon)))
        .kid(el("b").kid(helper.name.as_str()))
        .kid(el("span").class("num").kid(helper.phone.as_str()))
        .kid(el("span").class("small soft").kid(about));
    el("li").kid(link)
}
