//! The thin shell: the only code that touches the browser.
//!
//! The rule a reader could break: nothing is decided here. An [`Effect`] is carried out, what came of it goes back as
//! an [`Event`]. Every browser call may fail (blocked storage, no worker) and none may panic. After a panic the page
//! itself freezes all input (`boot.js`), since a broken instance would go on reacting.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::app::{Boot, Effect, Event, Files, LoadError, Model, Screen};
use crate::ui;

mod load;
mod page;

/// The root component: holds the model, hands events to it and carries out what it asks.
pub struct Root {
    model: Model,
    send: Callback<Event>,
    keys: Rc<keep::Keys>,
    first: Option<Html>,
}

/// What the root begins with; never changes.
#[derive(Clone, Properties)]
pub struct Start {
    /// Taken once.
    boot: Rc<Cell<Option<Box<Boot>>>>,
    keys: Rc<keep::Keys>,
    /// The first screen as it stood in the page, taken over before the app clears its place.
    first: Option<web_sys::Node>,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.boot, &other.boot)
    }
}

impl Component for Root {
    type Message = Event;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let Start { boot, keys, first } = ctx.props().clone();
        let send = ctx.link().callback(|event| event);
        page::listen(&send);
        let (told, stored) = (send.clone(), keys.clone());
        page::away(move || look_again(&told, &stored));
        let mut root = Root { model: Model::default(), send, keys, first: first.map(Html::VRef) };
        root.take(Event::Booted(boot.take().unwrap_or_default()));
        root
    }

    fn update(&mut self, _ctx: &Context<Self>, event: Event) -> bool {
        self.take(event);
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        ui::page(&self.model, &self.send, self.first.as_ref())
    }
}

impl Root {
    fn take(&mut self, event: Event) {
        for effect in self.model.update(event) {
            self.carry_out(effect);
        }
    }

    /// Gets a file of this build, by its logical name.
    fn fetch(&self, name: &str, came: impl FnOnce(Result<Vec<u8>, LoadError>) -> Event + 'static) {
        let (send, bytes) = (self.send.clone(), load::bytes(self.model.files.path(name)));
        let came: Box<dyn FnOnce(Result<Vec<u8>, LoadError>) -> Event> = Box::new(came);
        wasm_bindgen_futures::spawn_local(async move { send.emit(came(bytes.await)) });
    }

    fn carry_out(&self, effect: Effect) {
        let send = self.send.clone();
        match effect {
            Effect::Navigate { hash, replace } => page::navigate(&hash, replace, &send),
            Effect::FetchCatalogue => self.fetch("course.bin", Event::CatalogueCame),
            Effect::FetchLesson(id) => self.fetch(&["les/", &id, ".bin"].concat(), move |came| Event::LessonCame(id, came)),
            Effect::FetchRest(id) => self.fetch(&["les/", &id, ".rest.bin"].concat(), move |came| Event::RestCame(id, came)),
            Effect::Save(pupil) => {
                let keys = self.keys.clone();
                // In a task of its own, so that what the answer says is on the screen first.
                page::later(0, move || {
                    wasm_bindgen_futures::spawn_local(async move { send.emit(Event::Saved(Box::new(keep::save(&keys, pupil).await))) });
                });
            }
            Effect::Quarantine(_, texts) => keep::quarantine(&self.keys, &texts),
            Effect::Remember(pid) => {
                let keys = self.keys.clone();
                wasm_bindgen_futures::spawn_local(async move { keep::remember(&keys, &pid).await });
            }
            Effect::FocusTitle => page::after_drawing(|| {
                page::focus("#titel");
                page::to_top();
            }),
            Effect::FocusContent => page::focus("#hoofd"),
            Effect::FocusSheet => page::after_drawing(|| page::focus("#uitleg")),
            Effect::ScrollLog => page::after_drawing(page::log_to_end),
            Effect::Later(ms, tick) => page::later(ms, move || send.emit(Event::Arrive(tick))),
            Effect::Update => page::update(),
        }
    }
}

/// Tells what other tabs left of whoever plays.
fn look_again(send: &Callback<Event>, keys: &Rc<keep::Keys>) {
    let (send, keys) = (send.clone(), keys.clone());
    wasm_bindgen_futures::spawn_local(async move {
        if let Some((pid, found)) = keep::look_again(&keys).await {
            send.emit(Event::Found(pid, Box::new(found)));
        }
    });
}

/// Starts the app in the element that holds the first screen. That screen stays until there is something to put in its
/// place: storage is read and the files for the address are here, all asked for at once. `boot.js` waits for it.
#[wasm_bindgen]
pub async fn run() {
    std::panic::set_hook(Box::new(|info| page::panicked(&info.to_string())));
    let keys = Rc::new(keep::Keys::of_this_page());
    let files = Files(page::files());
    let lesson = Screen::parse(&page::hash()).lesson().cloned();
    let road = load::bytes(files.path("course.bin"));
    let first = lesson.as_ref().map(|id| load::bytes(files.path(&["les/", id, ".bin"].concat())));
    let found = keep::find(&keys).await;
    let catalogue = Some(road.await);
    let lesson = match (lesson, first) {
        (Some(id), Some(first)) => Some((id, first.await)),
        _ => None,
    };
    let boot = Boot {
        hash: page::hash(),
        files,
        pupils: found.pupils,
        current: found.current,
        storage: found.usable,
        chance: page::chance(),
        calm: page::calm(),
        catalogue,
        lesson,
    };
    if let Some(root) = page::element("#app") {
        let first = page::element("main.welcome").map(Into::into);
        root.set_text_content(None);
        yew::Renderer::<Root>::with_root_and_props(root, Start { boot: Rc::new(Cell::new(Some(Box::new(boot)))), keys, first }).render();
    }
}
