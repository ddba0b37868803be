//! Keeps pupils' work in the browser, for whatever page of the course needs it: the app that plays lessons, and the page
//! where pupils are told apart, moved and forgotten.
//!
//! The rule a reader could break: every browser call may fail (blocked, full, broken storage) and none may panic. What
//! came of it is told, never guessed: see [`Saved`] and [`Keeping`].

use course::Id;
use course::progress::Progress;
use wasm_bindgen::prelude::*;
use web_sys::Window;

mod idb;
mod store;

pub use store::{Found, Keys, find, forget, look, look_again, name, quarantine, remember, save, set_look, set_name};

#[wasm_bindgen]
extern "C" {
    /// Waits for a turn among tabs; gives the function that ends it. See `boot.js`.
    #[wasm_bindgen(js_namespace = oow)]
    async fn turn(name: &str) -> JsValue;
    /// Six characters that name the path of this copy; see `boot.js`.
    #[wasm_bindgen(thread_local_v2, js_namespace = oow, js_name = place)]
    static PLACE: String;
}

fn window() -> Option<Window> {
    web_sys::window()
}

/// A pupil with their work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// Random, four characters; names the storage keys.
    pub pid: Id,
    /// Their work.
    pub progress: Progress,
}

/// Whether this device keeps work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Yes.
    #[default]
    Works,
    /// Storage is blocked.
    Blocked,
    /// Storage is full.
    Full,
    /// A newer program wrote here: look, do not write.
    Newer,
    /// A copy was damaged, and the work came back from another.
    Mended,
    /// No copy could be read; the bytes were set apart.
    Unreadable,
}

/// What the sign "Bewaard" may claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing to say yet.
    #[default]
    Nothing,
    /// Being written.
    Busy,
    /// In the strict copy.
    Strict,
    /// Only where a flat battery may lose it.
    Tab,
    /// Nowhere.
    Not,
}

/// What a save came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveReport {
    /// Whose.
    pub pid: Id,
    /// The count of changes that was written.
    pub seq: u64,
    /// What the sign may claim.
    pub saved: Saved,
    /// Why not, when it was not.
    pub keeping: Keeping,
    /// What other tabs had written meanwhile.
    pub found: Option<Progress>,
}
