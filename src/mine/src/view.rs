//! What the page looks like: who is here, how one reads, taking work along, being forgotten.

use phrases::{self as say, Phrase, animals};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::file::Pupil;
use crate::look::{ROWS, Row};
use crate::shell::{Files, chosen};
use crate::state::{Asked, Event, LONGEST_NAME, State};

/// What the parts share.
#[derive(Clone, Copy)]
struct Cx<'a> {
    state: &'a State,
    files: &'a Files,
    send: &'a Callback<Event>,
}

pub(crate) fn page(state: &State, files: &Files, send: &Callback<Event>) -> Html {
    let cx = Cx { state, files, send };
    html! {
        <>
            <header class="bar"><div class="wrap bar-in">
                <a class="btn icon" href="index.html#/kaart" aria-label={say::TO_MAP.0}>{cx.icon("terug")}</a>
                <span class="brand">{say::MINE_TITLE.0}</span>
            </div></header>
            <main id="hoofd" class="grow scenic" tabindex="-1"><div class="wrap stack pad mine">
                <h1 id="titel" tabindex="-1">{say::MINE_TITLE.0}</h1>
                { if state.blocked { note(say::STORAGE_BLOCKED_TEXT) } else { Html::default() } }
                {cx.said()}
                {cx.people()}
                {cx.reading()}
                {cx.along()}
                {cx.forget()}
            </div></main>
        </>
    }
}

fn note(text: Phrase) -> Html {
    html! { <p class="card sun">{text.0}</p> }
}

impl Cx<'_> {
    fn on(self, event: impl Fn() -> Event + 'static) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(event()))
    }

    fn button(self, class: &'static str, words: &str, event: impl Fn() -> Event + 'static) -> Html {
        html! { <button type="button" class={class} onclick={self.on(event)}>{words}</button> }
    }

    fn drawing(self, class: String, view_box: &'static str, file: &str, name: &str) -> Html {
        html! { <svg class={class} viewBox={view_box} aria-hidden="true"><use href={format!("{file}#{name}")} /></svg> }
    }

    fn icon(self, name: &str) -> Html {
        self.drawing("ic".into(), "0 0 24 24", &self.files.icons, &format!("icons-{name}"))
    }

    fn animal(self, animal: &str, size: &str) -> Html {
        let (kind, colour) = animals::parts(animal);
        self.drawing(format!("sign {size} {colour}"), "0 0 64 64", &self.files.animals, &format!("animals-{kind}"))
    }

    /// What was just done, with the way back while there is one.
    fn said(self) -> Html {
        let undo = self.state.can_undo().then(|| self.button("btn", say::DELETE_UNDO.0, || Event::Undo));
        html! {
            <div role="status" class="row said">
                { if self.state.said.is_empty() { Html::default() } else { html! { <p class="card flat"><b>{self.state.said.clone()}</b></p> } } }
                {undo}
            </div>
        }
    }

    fn people(self) -> Html {
        let asked_new = self.state.asked == Some(Asked::New);
        html! {
            <section class="card stack" id="wie" aria-labelledby="wie-t">
                <h2 id="wie-t">{say::SWITCH_TITLE.0}</h2>
                { if self.state.pupils.is_empty() { Html::default() } else { html! { <p class="small soft">{say::SWITCH_CURTAIN.0}</p> } } }
                <ul class="people-list">{for self.state.pupils.iter().map(|pupil| self.person(pupil))}</ul>
                { if asked_new { self.zoo() } else { self.button("btn", say::SWITCH_NEW.0, || Event::Ask(Asked::New)) } }
            </section>
        }
    }

    fn person(self, pupil: &Pupil) -> Html {
        let me = self.state.current.as_ref() == Some(&pupil.pid);
        let done: usize = pupil.progress.lessons.values().map(|lesson| lesson.steps.values().filter(|step| step.done).count()).sum();
        let animal = animals::name(&pupil.progress.animal.value);
        let label = if pupil.name.is_empty() { animal.clone() } else { format!("{} ({animal})", pupil.name) };
        let (play, ask) = (pupil.pid.clone(), pupil.pid.clone());
        html! {
            <li key={pupil.pid.clone()} class={classes!("person", me.then_some("is-me"))}>
                {self.animal(&pupil.progress.animal.value, "l")}
                <div class="who"><b>{label.clone()}</b><p class="small soft">{say::MINE_STEPS.fill(&[("n", &done.to_string())])}</p></div>
                <button type="button" class="btn go" aria-label={format!("{}: {label}", say::MINE_PLAY.0)}
                    onclick={self.on(move || Event::Play(play.clone()))}>{say::MINE_PLAY.0}</button>
                <button type="button" class="btn flat" aria-label={format!("{}: {label}", say::DELETE_GO.0)}
                    onclick={self.on(move || Event::Ask(Asked::Delete(ask.clone())))}>{say::DELETE_GO.0}</button>
                { if me { self.name(pupil) } else { Html::default() } }
                { if self.state.asked == Some(Asked::Delete(pupil.pid.clone())) { self.sure(&say::DELETE_TITLE.fill(&[("label", &label)]), &say::DELETE_TEXT.fill(&[("label", &label)]), say::DELETE_GO) } else { Html::default() } }
            </li>
        }
    }

    fn name(self, pupil: &Pupil) -> Html {
        let (send, pid) = (self.send.clone(), pupil.pid.clone());
        let changed = Callback::from(move |event: yew::Event| {
            if let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
                send.emit(Event::Name(pid.clone(), field.value()));
            }
        });
        html! {
            <label class="name"><span class="small">{say::MINE_NAME.0}</span>
                <input type="text" autocomplete="off" maxlength={LONGEST_NAME.to_string()} value={pupil.name.clone()} onchange={changed} /></label>
        }
    }

    fn sure(self, title: &str, text: &str, go: Phrase) -> Html {
        html! {
            <div class="sure card sun stack" role="group" aria-label={title.to_owned()} tabindex="-1" data-focus="">
                <h3>{title}</h3><p>{text}</p>
                <div class="row">
                    {self.button("btn", say::DELETE_KEEP.0, || Event::Keep)}
                    {self.button("btn go", go.0, || Event::Agree)}
                </div>
            </div>
        }
    }

    fn zoo(self) -> Html {
        let one = |animal: String| {
            let name = animals::name(&animal);
            let art = self.animal(&animal, "");
            html! { <li><button type="button" class="animal" onclick={self.on(move || Event::Animal(animal.clone()))}>{art}<span>{name}</span></button></li> }
        };
        html! {
            <div class="stack" data-focus="" tabindex="-1" role="group" aria-label={say::ANIMAL_TITLE.0}>
                <h3>{say::ANIMAL_TITLE.0}</h3>
                <ul class="zoo">{for self.state.free_animals().into_iter().map(one)}</ul>
                {self.button("btn", say::DELETE_KEEP.0, || Event::Keep)}
            </div>
        }
    }

    fn reading(self) -> Html {
        html! {
            <section class="card stack" id="lezen" aria-labelledby="lezen-t">
                <h2 id="lezen-t">{say::LOOK_TITLE.0}</h2>
                <p class="bubble sample">{say::LOOK_SAMPLE.0}</p>
                {for ROWS.iter().map(|row| self.row(row))}
                <div class="row"><p class="small soft">{say::LOOK_KEPT.0}</p>{self.button("btn flat end", say::LOOK_RESET.0, || Event::ResetLook)}</div>
            </section>
        }
    }

    fn row(self, row: &'static Row) -> Html {
        let choice = |(value, label): &(&'static str, Phrase)| {
            let value = *value;
            let on = self.state.look.get(row.name) == value;
            html! {
                <label class={classes!("chip", "tap", on.then_some("next"))}>
                    <input type="radio" name={row.name} checked={on} onchange={self.send.reform(move |_: yew::Event| Event::Look(row.name, value))} />
                    <span>{label.0}</span>
                </label>
            }
        };
        html! { <fieldset class="look-row"><legend>{row.label.0}</legend><div class="row">{for row.choices.iter().map(choice)}</div></fieldset> }
    }

    fn along(self) -> Html {
        let send = self.send.clone();
        let picked = Callback::from(move |event: yew::Event| {
            if let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
                chosen(field, send.clone());
            }
        });
        let export = html! {
            <div class="stack"><h2 id="mee-t">{say::EXPORT_TITLE.0}</h2><p>{say::EXPORT_TEXT.0}</p><p class="small soft">{say::EXPORT_INSIDE.0}</p>
                {self.button("btn go", say::EXPORT_GO.0, || Event::Export)}</div>
        };
        html! {
            <section class="card stack" id="meenemen" aria-label={say::EXPORT_TITLE.0}>
                { if self.state.me().is_some() { export } else { Html::default() } }
                <h2>{say::IMPORT_TITLE.0}</h2>
                <label class="btn file"><span>{say::IMPORT_PICK.0}</span><input type="file" accept=".txt,text/plain" onchange={picked} /></label>
                { if self.state.incoming.is_empty() { Html::default() } else { self.preview() } }
            </section>
        }
    }

    fn preview(self) -> Html {
        let (new, joined) = self.state.preview();
        let counts = [("n", (new + joined).to_string()), ("new", new.to_string()), ("merged", joined.to_string())];
        let counts: Vec<(&str, &str)> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
        let text = [&say::IMPORT_PREVIEW.fill(&counts), " ", say::IMPORT_KEEPS.0].concat();
        self.sure(say::IMPORT_PREVIEW_TITLE.0, &text, say::IMPORT_GO)
    }

    fn forget(self) -> Html {
        let me = self.state.me().map(|me| me.pid.clone());
        let wipe_me = me.map(|pid| {
            html! {
                <div class="stack" id="wis"><h2>{say::WIPE_ME.0}</h2><p>{say::MINE_WIPE_WHY.0}</p>
                    {self.button("btn", say::WIPE_ME_GO.0, move || Event::Ask(Asked::Delete(pid.clone())))}</div>
            }
        });
        let all = self.state.asked == Some(Asked::Wipe);
        html! {
            <section class="card stack">
                {wipe_me}
                { if self.state.pupils.is_empty() { Html::default() } else { self.button("btn flat", say::WIPE_ALL.0, || Event::Ask(Asked::Wipe)) } }
                { if all { self.sure(say::WIPE_ALL.0, say::WIPE_ALL_TEXT.0, say::DELETE_GO) } else { Html::default() } }
                <p class="small"><a href="over.html">{say::ABOUT_TITLE.0}</a></p>
            </section>
        }
    }
}
