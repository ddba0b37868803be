//! Gets a file of this build. `boot.js` may have asked for it already; the browser then answers from its cache.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::page;
use crate::app::LoadError;

/// The bytes of a file, asked for at once, whenever the answer is waited for.
///
/// # Errors
/// [`LoadError::Offline`] when nothing answered, [`LoadError::Damaged`] when the answer was not the file.
pub(super) fn bytes(path: &str) -> impl Future<Output = Result<Vec<u8>, LoadError>> + use<> {
    let asked = page::window().filter(|_| !path.is_empty()).map(|window| window.fetch_with_str(path));
    async {
        let asked = asked.ok_or(LoadError::Damaged)?;
        let answer = JsFuture::from(asked).await.map_err(|_| LoadError::Offline)?;
        let answer: web_sys::Response = answer.dyn_into().map_err(|_| LoadError::Damaged)?;
        if !answer.ok() {
            return Err(LoadError::Damaged);
        }
        let body = answer.array_buffer().map_err(|_| LoadError::Damaged)?;
        let body = JsFuture::from(body).await.map_err(|_| LoadError::Offline)?;
        Ok(js_sys::Uint8Array::new(&body).to_vec())
    }
}
