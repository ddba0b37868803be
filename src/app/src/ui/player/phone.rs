//! The phone: a believable group app, clearly a practice scene; the meter and the replies beside it.

use course::Id;
use course::board::{Choice, Entry, Frame, Input, Look, Meter, Phone, Stop, What, WhatIf};
use course::text::Form;
use yew::Html;

use super::super::art::{Format, svg};
use super::super::el::{El, Node, el, list};
use super::Scene;
use crate::app::Event;
use crate::phrases::{self, Phrase};
use crate::ui::label_words;

/// A conversation with replies.
pub(super) fn chat(scene: Scene<'_>, phone: &Phone<'_>) -> El {
    let Scene { cx, board, play, .. } = scene;
    let arrived = phone.log.iter().take(play.arrived).enumerate();
    let status = el("div").class("status").mute().kid(el("span").kid(phone.app)).kid(el("span").kid(phrases::SCENE_LABEL));
    let top = el("div").class("phone-top").kid(el("div").kid(el("h2").kid(phone.title)).kid(el("p").kid(phone.detail)));
    let log = el("ol")
        .class("log")
        .attr("id", "log")
        .attr("tabindex", "0")
        .attr("aria-label", phone.title.to_owned())
        .kids(arrived.map(|(n, entry)| message(scene, phone, n, entry)));
    let screen =
        el("section").class("phone").attr("aria-label", phrases::SCENE_LABEL_SR.fill(&[("app", phone.app)])).kid(status).kid(top).kid(log);
    let ask = el("section")
        .class("ask stack")
        .kid(cx.lines(&board.text))
        .kid(if all_here(scene) { replies(scene, phone) } else { Some(cx.button("btn", Event::AllMessages).kid(phrases::SCENE_ALL)) })
        .kid(scene.tips());
    // The heading stands outside what makes room for an explanation.
    let page = cx.main(if scene.told.is_some() { "grow chat told" } else { "grow chat" });
    page.kid(scene.heading().class("vh")).kid(screen).kid(beside(scene, phone)).kid(ask)
}

/// Whether all messages of this moment have arrived.
pub(super) fn all_here(scene: Scene<'_>) -> bool {
    !matches!(&scene.board.frame, Frame::Phone(phone) if scene.play.arrived < phone.log.len())
}

/// What cannot be seen on a phone: the instrument, and how others feel.
fn beside(scene: Scene<'_>, phone: &Phone<'_>) -> El {
    let feeling = |(who, feeling): &(&str, &str)| el("li").kid(scene.cx.face(who, feeling, "l")).kid(el("b").kid(name(scene, who)));
    let feel = el("section")
        .class("feel")
        .attr("aria-label", phone.meter.as_ref().map_or_else(String::new, |meter| meter.title.to_owned()))
        .kid(meter(phone.meter.as_ref()))
        .kid(phone.aside.map(|aside| look_up(scene, aside)));
    if phone.feelings.is_empty() {
        return feel;
    }
    feel.kid(el("ul").class("feel-list").kids(phone.feelings.iter().map(feeling)))
        .kid(el("p").class("small soft feel-note").kid(phrases::SCENE_FEEL_NOTE_ALL))
}

/// The button stays where it is; what is seen lies over the phone, so that nothing else moves.
fn look_up(scene: Scene<'_>, aside: &str) -> El {
    let Scene { cx, play, .. } = scene;
    let button = cx.button("btn look", Event::Aside).attr("aria-expanded", play.aside.to_string());
    let seen = || el("p").class("aside").attr("role", "status").kid(cx.words(aside));
    el("div").class("around").kid(button.kid(cx.icon("oog")).kid(phrases::LOOK_AROUND)).kid(play.aside.then(seen))
}

/// A moment away from the phone: a picture, an ending, the ride so far.
pub(super) fn moment(scene: Scene<'_>, phone: &Phone<'_>) -> El {
    let Scene { cx, board, .. } = scene;
    let tale = el("div")
        .class("tale stack")
        .kid(cx.title(phone.ending.unwrap_or(scene.title())))
        .kid(cx.lines(&board.text))
        .kid(meter(phone.meter.as_ref()))
        .kid(replies(scene, phone))
        .kid(phone.ending.map(|_| ride(scene, phone)));
    cx.main("grow spread").kid(scene.stage(board.picture)).kid(tale)
}

/// After an ending: how many were seen, the choices of this ride to go back to, and what one could try.
fn ride(scene: Scene<'_>, phone: &Phone<'_>) -> Html {
    let Scene { cx, play, .. } = scene;
    let step = &play.session.step().1.id;
    let seen = |id: &&&Id| cx.model.best(scene.lesson(), step, id).is_some() || **id == play.session.screen();
    let count = phone.endings.iter().filter(seen).count();
    let count = phrases::ENDS_SEEN.fill(&[("n", &count.to_string()), ("total", &phone.endings.len().to_string())]);
    let stop = |stop: &Stop<'_>| {
        let words = el("span").kid(el("b").kid(cx.words(stop.chosen))).kid(el("span").class("small").kid(label_words(stop.label)));
        let back = cx.button("turn-b", Event::Rewind(stop.screen.to_owned())).kid(words);
        el("li").classes(&["turn", super::sheet::look(stop.label).0]).kid(back)
    };
    // A moment of this ride can be gone back to; another road is for the next ride.
    let passed = |what: &WhatIf<'_>| phone.ride.iter().any(|stop| stop.screen == what.screen);
    let what_if = |what: &WhatIf<'_>| {
        let title = if passed(what) { cx.button("btn", Event::Rewind(what.screen.to_owned())) } else { el("b") };
        el("li").class("card flat").kid(title.kid(what.text)).kid(el("p").kid(what.why))
    };
    list([
        el("p").class("small").kid(count).node(),
        el("h2").kid(phrases::CHOOSE_AGAIN).node(),
        el("ol").class("trip").kids(phone.ride.iter().map(stop)).node(),
        (!phone.what_if.is_empty()).then(|| el("h2").kid(phrases::SCENE_WHAT_IF)).node(),
        el("ul").class("whatif").kids(phone.what_if.iter().map(what_if)).node(),
    ])
}

fn replies(scene: Scene<'_>, phone: &Phone<'_>) -> Option<El> {
    let Input::Reply(chips) = &scene.board.input else { return None };
    // The only one is no choice but the way on: it stands in the bottom bar.
    if chips.len() == 1 {
        return None;
    }
    let chips = || el("div").class("replies").kids(chips.iter().map(|chip| reply(scene, chip)));
    scene.told.is_none().then(|| el("div").class("stack").kid(scene.tip_button("btn tip in")).kid(el("h2").kid(phone.ask)).kid(chips()))
}

fn reply(scene: Scene<'_>, chip: &Choice<'_>) -> El {
    let class = if chip.to.is_none() { "btn reply quiet" } else { "btn reply" };
    let to = chip.to.map(|to| el("i").class("to").kid(to));
    // Whom to look along with: the name of somebody is a face too.
    let person = scene.cx.model.catalogue.as_ref().and_then(|all| all.person(chip.words));
    let face = person.map(|person| scene.cx.face(&person.id, "neutraal", "l"));
    scene.cx.button(class, Event::Pick(chip.id.to_owned())).kid(face).kid(el("span").kid(to).kid(scene.cx.words(chip.words)))
}

fn name(scene: Scene<'_>, id: &str) -> String {
    let cast = scene.cx.model.catalogue.as_ref().and_then(|all| all.cast.iter().find(|person| person.id == id));
    cast.map_or(id, |person| &person.name).to_owned()
}

fn message(scene: Scene<'_>, phone: &Phone<'_>, n: usize, entry: &Entry<'_>) -> El {
    let cx = scene.cx;
    let unseen = |words: Phrase| el("span").class("vh").kid([words.0, ": "].concat());
    let balloon = el("div").class("msg-b");
    let mine = |inside: El| el("li").class("msg me").kid(inside);
    let line = match &entry.what {
        What::Reply(words) => return mine(balloon.kid(cx.words(words))).key(n),
        What::Line(line) => line,
    };
    let words = cx.spans(&line.spans);
    let inside = match &line.form {
        Form::Picture(name) => balloon.class("msg-b pic").kid(cx.picture(scene.album(), name, &line.words(), "stick", Format::Sticker)),
        Form::Covered => {
            let bar = el("span").mute().kid("▒▒▒▒▒▒▒▒ ");
            balloon.kid(bar).kid(el("span").class("small").kid([phrases::COVERED.0, ": "].concat()).kid(words))
        }
        Form::Deleted => return mine(balloon.kid(unseen(phrases::TYPED_DELETED)).kid(el("s").class("draft").kid(words))).key(n),
        _ if line.form == Form::Status || entry.who.is_none() => return el("li").class("note").key(n).kid(words),
        _ => balloon.kid(words),
    };
    if entry.mine {
        return mine(inside).key(n);
    }
    let who = entry.who.unwrap_or_default();
    let follows = n > 0 && phone.log.get(n - 1).is_some_and(|before| before.who == Some(who) && !before.mine);
    let body = el("div");
    let (face, body) = if follows {
        (None, body.kid(el("span").class("vh").kid([who, ": "].concat())))
    } else {
        let person = cx.model.catalogue.as_ref().and_then(|all| all.person(who));
        let face = person.map_or_else(|| el("span").class("face s"), |person| cx.face(&person.id, "neutraal", "s"));
        (Some(face), body.kid(el("p").class("msg-n").kid(who)))
    };
    el("li")
        .classes(&["msg", if follows { "follow" } else { "" }, if n >= phone.old { "new" } else { "" }])
        .key(n)
        .kid(face)
        .kid(body.kid(inside))
}

/// Where the needle of the gauge ends, for 0 to 10: on an arc from lower left over the top to lower right.
const NEEDLE: [&str; 11] = [
    "M38 42L12 40",
    "M38 42L13 33",
    "M38 42L17 27",
    "M38 42L22 21",
    "M38 42L30 17",
    "M38 42L38 16",
    "M38 42L46 17",
    "M38 42L54 21",
    "M38 42L59 27",
    "M38 42L63 33",
    "M38 42L64 40",
];

/// The dial in five colours; the first path is its ink edge.
const DIAL: [(&str, &str); 6] = [
    ("k", "M8 42A30 30 0 0 1 68 42"),
    ("h1", "M8 42A30 30 0 0 1 13 25.4"),
    ("h2", "M14.5 23.3A30 30 0 0 1 27.5 13.9"),
    ("h3", "M30 13.1A30 30 0 0 1 46 13.1"),
    ("h4", "M48.5 13.9A30 30 0 0 1 61.5 23.3"),
    ("h5", "M63 25.4A30 30 0 0 1 68 42"),
];

fn meter(meter: Option<&Meter<'_>>) -> Option<El> {
    let meter = meter?;
    let word = meter.word.map(|(word, _)| word);
    let said = [meter.title, " ", &meter.value.to_string(), if word.is_some() { ": " } else { "" }, word.unwrap_or_default()].concat();
    let path = |(class, d): (&'static str, &'static str)| el("path").class(class).attr("d", d);
    let (class, picture) = match meter.look {
        Look::Gauge => {
            let dial = usize::from(meter.value) * 10 / usize::from(meter.max.max(1));
            let hub = el("circle").attr("cx", "38").attr("cy", "42").attr("r", "5.5");
            ("heat", svg("", "0 0 76 48").mute().kids(DIAL.map(path)).kid(path(("needle", NEEDLE[dial.min(10)]))).kid(hub))
        }
        Look::People => {
            let person = |n| el("i").class(if n >= meter.value { "on" } else { "" });
            ("heat crowd", el("span").class("people").mute().kids((0..meter.max).map(person)))
        }
    };
    Some(el("div").class(class).kid(picture).kid(el("div").kid(el("b").kid(said))))
}
