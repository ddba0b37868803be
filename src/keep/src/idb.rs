//! The strong copy: IndexedDB with strict durability. Local storage may keep a write off the disk for a minute.
//!
//! `web-sys` directly rather than a wrapper crate: three calls are needed, and every kilobyte of wasm counts.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction};

const STORE: &str = "p";

#[wasm_bindgen]
extern "C" {
    /// The database again, for the one call whose options `web-sys` still calls unstable.
    type Durable;
    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Durable, store: &str, mode: &str, options: &JsValue) -> Result<IdbTransaction, JsValue>;
}

/// Opens the database, made on first use.
pub(crate) async fn open(name: &str) -> Result<IdbDatabase, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_u32(name, 1)?;
    let making = request.clone();
    let make = Closure::once_into_js(move || {
        if let Some(database) = making.result().ok().and_then(|made| made.dyn_into::<IdbDatabase>().ok()) {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    settled(request.as_ref()).await?.dyn_into()
}

/// Every entry: key and text.
pub(crate) async fn all(database: &IdbDatabase) -> Result<Vec<(String, String)>, JsValue> {
    let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
    let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
    let keys = js_sys::Array::from(&settled(&keys).await?);
    let texts = js_sys::Array::from(&settled(&texts).await?);
    Ok(keys.iter().zip(texts.iter()).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

/// Writes one entry; settles only when it is on the disk.
pub(crate) async fn put(database: &IdbDatabase, key: &str, text: &str) -> Result<(), JsValue> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let transaction = database.unchecked_ref::<Durable>().transaction(STORE, "readwrite", &options)?;
    transaction.object_store(STORE)?.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
    complete(&transaction).await
}

/// Takes one entry away.
pub(crate) async fn delete(database: &IdbDatabase, key: &str) -> Result<(), JsValue> {
    let transaction = database.transaction_with_str_and_mode(STORE, web_sys::IdbTransactionMode::Readwrite)?;
    transaction.object_store(STORE)?.delete(&JsValue::from_str(key))?;
    complete(&transaction).await
}

/// In some browsers a database that is locked or broken never answers: the lesson does not wait for it longer than this.
const PATIENCE_MS: i32 = 15_000;

async fn settled(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        if let Some(window) = super::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE_MS);
        }
    });
    JsFuture::from(promise).await?;
    request.result()
}

async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    JsFuture::from(promise).await.map(drop)
}
