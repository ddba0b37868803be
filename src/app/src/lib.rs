//! The web app of Online op weg.
//!
//! One answer's way: a widget in [`ui`] reports an [`app::Event`]; [`app::Model::update`] decides, purely, and returns
//! [`app::Effect`]s; the [`shell`] carries those out and reports back as events; [`ui`] draws the model again.
//!
//! The rule a reader could break: only `shell` touches the browser, and only `app` decides. Where to extend: a new
//! page is a variant of [`app::Screen`], a new thing to do in the browser a variant of [`app::Effect`].

pub mod app;
pub mod shell;
pub mod ui;

use ::phrases;

/// Two kilobytes of wasm smaller than the default allocator (measured, brotli).
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
