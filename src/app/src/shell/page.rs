//! The page itself: address, focus, scrolling, timers, and what `boot.js` offers.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Window};
use yew::Callback;

use crate::app::Event;

#[wasm_bindgen]
extern "C" {
    /// Freezes the page and offers the way back; see `boot.js`.
    #[wasm_bindgen(js_namespace = oow, js_name = panic)]
    pub(super) fn panicked(message: &str);
    /// Lets the waiting version take over, and starts again.
    #[wasm_bindgen(js_namespace = oow)]
    pub(super) fn update();
    #[wasm_bindgen(js_namespace = Math)]
    fn random() -> f64;
}

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn element(selector: &str) -> Option<Element> {
    window()?.document()?.query_selector(selector).ok()?
}

pub(super) fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The files of this build: `<meta name="oow:icons.svg" content="a/icons-1a2b3c4d.svg">`.
pub(super) fn files() -> Vec<(String, String)> {
    let metas = window().and_then(|window| window.document()?.query_selector_all("meta[name^='oow:']").ok());
    let Some(metas) = metas else { return Vec::new() };
    let meta = |n| {
        let meta: Element = metas.item(n)?.dyn_into().ok()?;
        Some((meta.get_attribute("name")?.split_off("oow:".len()), meta.get_attribute("content")?))
    };
    (0..metas.length()).filter_map(meta).collect()
}

/// A random number, for names that only have to differ.
pub(super) fn chance() -> u32 {
    (random() * f64::from(u32::MAX)) as u32
}

/// Whether the device asks for no movement.
pub(super) fn calm() -> bool {
    window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?).is_some_and(|media| media.matches())
}

/// Changes the address. Replacing fires no event of its own, so it is told here.
pub(super) fn navigate(to: &str, replace: bool, send: &Callback<Event>) {
    let Some(window) = window() else { return };
    if !replace {
        let _ = window.location().set_hash(to);
    } else if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(to));
        send.emit(Event::Went(to.to_owned()));
    }
}

/// Puts the focus on an element, if it is there.
pub(crate) fn focus(selector: &str) {
    if let Some(target) = element(selector).and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}

/// To the top of a new screen; on the map to the next stop, which on a phone lies far down the road.
pub(super) fn to_top() {
    if let Some(next) = element(".is-next") {
        next.scroll_into_view_with_bool(false);
    } else if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Brings the newest message of a chat into view. When the button for all messages went with the focus on it, the
/// heading above the replies has it next.
pub(super) fn log_to_end() {
    if let Some(log) = element("#log") {
        log.set_scroll_top(log.scroll_height());
        if element(":focus").is_none() {
            focus("#titel");
        }
    }
}

/// Runs once the new screen stands: the next frame comes after Yew has drawn.
pub(super) fn after_drawing(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}

pub(super) fn later(ms: u32, run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    let ms = i32::try_from(ms).unwrap_or(i32::MAX);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), ms);
    }
}

/// Listens to the address, to `boot.js` and to the keys that work everywhere.
pub(super) fn listen(send: &Callback<Event>) {
    let told = send.clone();
    on("hashchange", move |_| told.emit(Event::Went(hash())));
    for (name, event) in [("oow:offline-ready", (|| Event::OfflineReady) as fn() -> Event), ("oow:update", || Event::UpdateReady)] {
        let told = send.clone();
        on(name, move |_| told.emit(event()));
    }
    let told = send.clone();
    on("keydown", move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return;
        }
        match key.key().as_str() {
            // In a dialog this key means: close it. The browser does that.
            "Escape" if element("dialog[open]").is_none() => told.emit(Event::Leave),
            // On the explanation it means its one big step. A key that is still held is not meant for it.
            "Enter" if !key.repeat() => {
                if let Some(step) = element("#uitleg:focus .btn.go") {
                    step.unchecked_into::<HtmlElement>().click();
                }
            }
            key => {
                if let Ok(n @ 1..) = key.parse::<u32>() {
                    answer(n - 1);
                }
            }
        }
    });
}

/// The number keys answer: 1 is the first thing on the screen that can be picked, whatever the way of answering.
fn answer(n: u32) {
    let all = window().and_then(|window| window.document()?.query_selector_all(".opt-in,.drop,.judge .btn,.reply,.pick").ok());
    if let Some(target) = all.and_then(|all| all.item(n)) {
        target.unchecked_into::<HtmlElement>().click();
    }
}

/// Calls when another tab may have written, or this one was away: its stored work may have changed.
pub(super) fn away(look: impl Fn() + Clone + 'static) {
    for name in ["storage", "pageshow", "focus"] {
        let look = look.clone();
        on(name, move |event| {
            // The page that has just been loaded has just looked; one that comes back from the browser's own store has not.
            if event.dyn_ref::<web_sys::PageTransitionEvent>().is_none_or(web_sys::PageTransitionEvent::persisted) {
                look();
            }
        });
    }
}

/// Listens for as long as the page lives.
fn on(name: &str, run: impl FnMut(web_sys::Event) + 'static) {
    let run = Closure::<dyn FnMut(web_sys::Event)>::new(run).into_js_value();
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(name, run.unchecked_ref());
    }
}
