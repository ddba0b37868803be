//! The browser's side: reads what is on the device, carries effects out one after another, shows the page.

use std::rc::Rc;

use keep::Keys;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, HtmlInputElement, Url};
use yew::prelude::*;

use crate::file::Pupil;
use crate::look::{Look, ROWS};
use crate::state::{Effect, Event, State};
use crate::view;

#[wasm_bindgen]
extern "C" {
    /// Freezes the page and offers the way back; see `boot.js`.
    #[wasm_bindgen(js_namespace = oow, js_name = panic)]
    fn panicked(message: &str);
    #[wasm_bindgen(js_namespace = Math)]
    fn random() -> f64;
}

/// The page.
pub struct Page {
    state: State,
    keys: Rc<Keys>,
    files: Rc<Files>,
}

/// Names of drawings in this build.
#[derive(Debug, Default)]
pub struct Files {
    /// The sprite of the animals.
    pub animals: String,
    /// The sprite of the icons.
    pub icons: String,
    /// The sprite of the signs.
    pub signs: String,
}

/// What the page begins with.
#[derive(Clone, Properties)]
pub struct Start {
    first: Rc<std::cell::Cell<Option<State>>>,
    keys: Rc<Keys>,
    files: Rc<Files>,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.first, &other.first)
    }
}

impl Component for Page {
    type Message = Event;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let Start { first, keys, files } = ctx.props().clone();
        Page { state: first.take().unwrap_or_default(), keys, files }
    }

    fn update(&mut self, _: &Context<Self>, event: Event) -> bool {
        let effects = self.state.update(event);
        let keys = self.keys.clone();
        // In order, each after the one before it: what is forgotten must be gone before it is written anew.
        spawn_local(async move {
            for effect in effects {
                carry_out(&keys, effect).await;
            }
        });
        true
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        // The part that the address names, since it was not there when the page was read.
        let part = first.then(|| web_sys::window().and_then(|window| window.location().hash().ok())).flatten();
        if let Some(part) = part
            .filter(|part| part.len() > 1 && part[1..].bytes().all(|letter| letter.is_ascii_lowercase()))
            .and_then(|part| element(&part))
        {
            part.scroll_into_view();
        }
        // What asks to be agreed has the focus, so that a keyboard and a screen reader are where it happens.
        if let Some(asked) = element("[data-focus]") {
            let _ = asked.focus();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::page(&self.state, &self.files, &ctx.link().callback(|event| event))
    }
}

async fn carry_out(keys: &Keys, effect: Effect) {
    match effect {
        Effect::Save(Pupil { pid, name, progress }) => {
            keep::set_name(keys, &pid, &name);
            keep::save(keys, keep::Pupil { pid, progress }).await;
        }
        Effect::Forget(pid) => keep::forget(keys, &pid).await,
        Effect::Remember(pid) => keep::remember(keys, &pid).await,
        Effect::Look(pid, look) => {
            keep::set_look(keys, pid.as_deref(), &look);
            show(&Look::read(&look));
        }
        Effect::Download(name, text) => {
            let _ = download(&name, &text);
        }
        Effect::Leave => {
            if let Some(window) = web_sys::window() {
                let _ = window.location().set_href("index.html#/kaart");
            }
        }
    }
}

/// Puts reading settings on the page, as `boot.js` does at a start.
fn show(look: &Look) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element()?.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    for row in &ROWS {
        match look.get(row.name) {
            "" => root.dataset().delete(row.name),
            value => {
                let _ = root.dataset().set(row.name, value);
            }
        }
    }
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let kind = BlobPropertyBag::new();
    kind.set_type("text/plain");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Reads the file that was chosen in this field, and lets the same file be chosen again.
pub(crate) fn chosen(field: HtmlInputElement, send: Callback<Event>) {
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await;
        send.emit(Event::File(text.ok().and_then(|text| text.as_string()).unwrap_or_default()));
        field.set_value("");
    });
}

fn element(selector: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.query_selector(selector).ok()??.dyn_into().ok()
}

fn file(name: &str) -> String {
    let meta = web_sys::window().and_then(|window| window.document()?.query_selector(&format!("meta[name='oow:{name}']")).ok()?);
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Starts the page; `boot.js` waits for it.
#[wasm_bindgen]
pub async fn run() {
    std::panic::set_hook(Box::new(|info| panicked(&info.to_string())));
    let keys = Keys::of_this_page();
    let found = keep::find(&keys).await;
    let current = found.current.filter(|current| found.pupils.iter().any(|(pid, work)| pid == current && work.progress.is_some()));
    let person = |(pid, work): (String, course::saved::Recovered)| {
        Some(Pupil { name: keep::name(&keys, &pid).unwrap_or_default(), progress: work.progress?, pid })
    };
    let state = State {
        look: Look::read(&keep::look(&keys, current.as_deref()).unwrap_or_default()),
        pupils: found.pupils.into_iter().filter_map(person).collect(),
        current,
        blocked: !found.usable,
        chance: (random() * f64::from(u32::MAX)) as u32,
        ..State::default()
    };
    let files = Files { animals: file("animals.svg"), icons: file("icons.svg"), signs: file("signs.svg") };
    if let Some(root) = element("#app") {
        root.set_text_content(None);
        let start = Start { first: Rc::new(std::cell::Cell::new(Some(state))), keys: Rc::new(keys), files: Rc::new(files) };
        yew::Renderer::<Page>::with_root_and_props(root.into(), start).render();
    }
}
