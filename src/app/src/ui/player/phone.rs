//! The phone: a believable group app, clearly a practice scene; the meter and the replies beside it.

use course::board::{Choice, Entry, Input, Look, Meter, Phone, What};
use course::text::Form;
use yew::prelude::*;

use super::super::art::Format;
use super::Scene;
use crate::app::Event;
use crate::phrases;

/// A conversation with replies.
pub(super) fn chat(scene: Scene<'_>, phone: &Phone<'_>) -> Html {
    let Scene { cx, board, play, .. } = scene;
    let all_here = play.arrived >= phone.log.len();
    let entries = phone.log.iter().take(play.arrived).enumerate();
    html! {
        <main id="hoofd" class="grow chat" tabindex="-1">
            <section class="phone" aria-label={phrases::SCENE_LABEL_SR.fill(&[("app", phone.app)])}>
                <div class="status" aria-hidden="true"><span>{ phone.app.to_owned() }</span><span>{ phrases::SCENE_LABEL.0 }</span></div>
                <div class="phone-top"><div><h2>{ phone.title.to_owned() }</h2><p>{ phone.detail.to_owned() }</p></div></div>
                <ol class="log" id="log" tabindex="0" aria-label={phone.title.to_owned()}>
                    { for entries.map(|(n, entry)| message(scene, phone, n, entry)) }
                </ol>
            </section>
            <section class="feel" aria-label={phone.meter.as_ref().map_or(String::new(), |meter| meter.title.to_owned())}>
                { meter(phone.meter.as_ref()) }
                if !phone.feelings.is_empty() { <ul class="feel-list">{ for phone.feelings.iter().map(|(who, feeling)| html! { <li>{ cx.face(who, feeling, "l") }<b>{ name(scene, who) }</b></li> }) }</ul><p class="small soft feel-note">{ phrases::SCENE_FEEL_NOTE_ALL.0 }</p> }
            </section>
            <section class="ask stack">
                <h1 id="titel" class="vh" tabindex="-1">{ scene.title().to_owned() }</h1>
                { cx.lines(board.text.iter().copied()) }
                if let Some(aside) = phone.aside {
                    <button class="btn" type="button" aria-expanded={play.aside.to_string()} onclick={cx.on(|| Event::Aside)}>{ cx.icon("oog") }{ phrases::LOOK_UP.0 }</button>
                    if play.aside { <p class="aside">{ cx.words(aside) }</p> }
                }
                if all_here { { replies(scene, phone) } } else {
                    <button class="btn" type="button" onclick={cx.on(|| Event::AllMessages)}>{ phrases::SCENE_ALL.0 }</button>
                }
                { scene.tips() }
            </section>
        </main>
    }
}

/// A moment away from the phone: a picture, an ending, the ride so far.
pub(super) fn moment(scene: Scene<'_>, phone: &Phone<'_>) -> Html {
    let Scene { cx, board, .. } = scene;
    let seen =
        |id: &str| scene.cx.model.best(scene.lesson(), &scene.play.session.step().1.id, id).is_some() || id == scene.play.session.screen();
    html! {
        <main id="hoofd" class="grow spread" tabindex="-1">
            { scene.stage(board.picture) }
            <div class="tale stack">
                { scene.plate() }
                <h1 id="titel" tabindex="-1">{ phone.ending.unwrap_or(scene.title()).to_owned() }</h1>
                { cx.lines(board.text.iter().copied()) }
                { meter(phone.meter.as_ref()) }
                { replies(scene, phone) }
                if phone.ending.is_some() {
                    <p class="small">{ phrases::ENDS_SEEN.fill(&[("n", &phone.endings.iter().filter(|id| seen(id)).count().to_string()), ("total", &phone.endings.len().to_string())]) }</p>
                    <h2>{ phrases::SCENE_WHAT_IF.0 }</h2>
                    <ol class="trip">{ for phone.ride.iter().map(|stop| {
                        let to = stop.screen.to_owned();
                        let (class, _) = super::sheet::look(stop.label);
                        html! { <li class={classes!("turn", class)}><button class="turn-b" type="button" onclick={cx.on(move || Event::Rewind(to.clone()))}><span><b>{ cx.words(stop.chosen) }</b><span class="small">{ crate::ui::label_words(stop.label) }</span></span></button></li> }
                    }) }</ol>
                    <ul class="whatif">{ for phone.what_if.iter().map(|what| html! { <li class="card flat"><b>{ what.text.clone() }</b><p>{ what.why.clone() }</p></li> }) }</ul>
                }
            </div>
        </main>
    }
}

fn replies(scene: Scene<'_>, phone: &Phone<'_>) -> Html {
    let Input::Reply(chips) = &scene.board.input else { return html! {} };
    if scene.told.is_some() {
        return html! {};
    }
    html! {
        <>
            <h2>{ phone.ask.to_owned() }</h2>
            <div class={classes!("replies", (chips.len() == 1).then_some("one"))}>{ for chips.iter().map(|chip| reply(scene, chip)) }</div>
        </>
    }
}

fn reply(scene: Scene<'_>, chip: &Choice<'_>) -> Html {
    let id = chip.id.to_owned();
    html! {
        <button class={classes!("btn", "reply", chip.to.is_none().then_some("quiet"))} type="button" onclick={scene.cx.on(move || Event::Pick(id.clone()))}>
            <span>if let Some(to) = chip.to { <i class="to">{ to.to_owned() }</i> }{ scene.cx.words(chip.words) }</span>
        </button>
    }
}

fn name(scene: Scene<'_>, id: &str) -> String {
    let all = scene.cx.model.catalogue.clone().unwrap_or_default();
    all.cast.iter().find(|person| person.id == id).map_or_else(|| id.to_owned(), |person| person.name.clone())
}

fn message(scene: Scene<'_>, phone: &Phone<'_>, n: usize, entry: &Entry<'_>) -> Html {
    let cx = scene.cx;
    let line = match &entry.what {
        What::Reply(words) => return html! { <li class="msg me" key={n}><div class="msg-b">{ cx.words(words) }</div></li> },
        What::Line(line) => line,
    };
    let follows = n > 0 && phone.log.get(n - 1).is_some_and(|before| before.who == entry.who && !entry.mine && entry.who.is_some());
    let words = cx.spans(&line.spans);
    let inside = match &line.form {
        Form::Picture(name) => {
            html! { <div class="msg-b pic">{ cx.picture(scene.lesson(), name, &line.words(), "stick", Format::Sticker) }</div> }
        }
        Form::Covered => {
            html! { <div class="msg-b"><span aria-hidden="true">{ "▒▒▒▒▒▒▒▒ " }</span><span class="small">{ phrases::COVERED.0 }{ ": " }{ words }</span></div> }
        }
        Form::Deleted => {
            return html! { <li class="msg me" key={n}><div class="msg-b"><span class="vh">{ phrases::TYPED_DELETED.0 }{ ": " }</span><s class="draft">{ words }</s></div></li> };
        }
        _ if line.form == Form::Status || entry.who.is_none() => return html! { <li class="note" key={n}>{ words }</li> },
        _ => html! { <div class="msg-b">{ words }</div> },
    };
    if entry.mine {
        return html! { <li class="msg me" key={n}>{ inside }</li> };
    }
    let who = entry.who.unwrap_or_default();
    let person = cx.model.catalogue.as_ref().and_then(|all| all.person(who).map(|person| person.id.clone()));
    html! {
        <li class={classes!("msg", follows.then_some("follow"), (n >= phone.old).then_some("new"))} key={n}>
            if !follows { { person.map(|id| cx.face(&id, "neutraal", "s")).unwrap_or_else(|| html! { <span class="face s"></span> }) } }
            <div>if follows { <span class="vh">{ who.to_owned() }{ ": " }</span> } else { <p class="msg-n">{ who.to_owned() }</p> }{ inside }</div>
        </li>
    }
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

fn meter(meter: Option<&Meter<'_>>) -> Html {
    let Some(meter) = meter else { return html! {} };
    let word = meter.word.map(|(word, _)| word);
    let said = [meter.title, " ", &meter.value.to_string(), if word.is_some() { ": " } else { "" }, word.unwrap_or_default()].concat();
    let dial = usize::from(meter.value) * 10 / usize::from(meter.max.max(1));
    let picture = match meter.look {
        Look::Gauge => html! {
            <svg viewBox="0 0 76 48" aria-hidden="true"><path class="k" d="M8 42A30 30 0 0 1 68 42" /><path class="h1" d="M8 42A30 30 0 0 1 13 25.4" /><path class="h2" d="M14.5 23.3A30 30 0 0 1 27.5 13.9" /><path class="h3" d="M30 13.1A30 30 0 0 1 46 13.1" /><path class="h4" d="M48.5 13.9A30 30 0 0 1 61.5 23.3" /><path class="h5" d="M63 25.4A30 30 0 0 1 68 42" /><path class="needle" d={NEEDLE[dial.min(10)]} /><circle cx="38" cy="42" r="5.5" /></svg>
        },
        Look::People => {
            html! { <span class="people" aria-hidden="true">{ for (0..meter.max).map(|n| html! { <i class={(n >= meter.value).then_some("on")}></i> }) }</span> }
        }
    };
    html! { <div class={classes!("heat", (meter.look == Look::People).then_some("crowd"))}>{ picture }<div><b>{ said }</b></div></div> }
}
