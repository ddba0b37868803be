//! The page of what is a pupil's own on this device: who is who, how one reads, taking work along, being forgotten.
//!
//! A module of its own, loaded only by who comes here (`mijn.html`): a lesson does not wait for it. So bytes matter less
//! than in `app`, and plain `html!` is used.
//!
//! The rule a reader could break: [`state::State::update`] is pure, `shell` alone touches the browser, and nothing is
//! changed on the device before it was shown and agreed; what was changed can be taken back while the page is open.

pub mod file;
pub mod look;
pub mod shell;
pub mod state;
pub mod view;

/// Two kilobytes smaller than the default one.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
