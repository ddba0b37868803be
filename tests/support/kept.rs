//! What lies in a browser's storage: to look at, to damage, to fill up.
//!
//! The rule a reader could break: this goes through the page's own doors, so the page must be one of ours.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::Browser;

/// Opens the database without making it, and hands its store to `then`; `false` in the store's place when there is none.
const STORE: &str = "const store = (mode) => new Promise((yes, no) => { const r = indexedDB.open('oow-' + oow.place); r.onerror = () => no(r.error); r.onsuccess = () => { const t = r.result.transaction('p', mode); t.oncomplete = () => r.result.close(); yes(t.objectStore('p')); }; }); const got = (r) => new Promise((yes, no) => { r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error); });";

/// Every copy of every pupil and what is beside it, by key. The strict copy's key ends in `/i`.
pub type Kept = BTreeMap<String, String>;

impl Browser {
    /// All of ours that is kept, local storage and database.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn kept(&self) -> Result<Kept> {
        let look = format!(
            "(async () => {{ {STORE} const all = {{}}; for (const key of Object.keys(localStorage)) if (key.startsWith('oow/' + oow.place + '/')) all[key] = localStorage[key]; const s = await store('readonly'); const [keys, texts] = await Promise.all([got(s.getAllKeys()), got(s.getAll())]); keys.forEach((key, n) => {{ all[key] = texts[n]; }}); return JSON.stringify(all); }})()"
        );
        let all = self.fetch(&look).await?;
        serde_json::from_str(&all).with_context(|| all)
    }

    /// Puts this text in the place of what is kept under this key.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn put(&self, key: &str, text: &str) -> Result<()> {
        let (key, text) = (serde_json::to_string(key)?, serde_json::to_string(text)?);
        let put = format!("(async () => {{ {STORE} await got((await store('readwrite')).put({text}, {key})); return 'put'; }})()");
        if key.ends_with("/i\"") { self.fetch(&put).await } else { self.ask(&format!("localStorage.setItem({key}, {text})")).await }?;
        Ok(())
    }

    /// Damages every copy of the one pupil, and gives what they were.
    ///
    /// # Errors
    /// When one cannot be read or written.
    pub async fn damage_all(&self) -> Result<Vec<(String, String)>> {
        let whole = copies(&self.kept().await?);
        for (key, text) in &whole {
            self.put(key, &damaged(text)).await?;
        }
        Ok(whole)
    }
}

/// The copies of the one pupil: slot a, slot b, strict.
pub fn copies(kept: &Kept) -> Vec<(String, String)> {
    kept.iter().filter(|(key, _)| key.contains("/p/")).map(|(key, text)| (key.clone(), text.clone())).collect()
}

/// The strict copy: what counts as the work. Slots may be written anew with the same work in them.
pub fn strict(kept: &Kept) -> Option<&str> {
    kept.iter().find(|(key, _)| key.ends_with("/i")).map(|(_, text)| text.as_str())
}

/// One character in the middle is another.
pub fn damaged(text: &str) -> String {
    let middle = text.len() / 2;
    let other = if text.as_bytes().get(middle) == Some(&b'x') { "y" } else { "x" };
    [text.get(..middle).unwrap_or_default(), other, text.get(middle + 1..).unwrap_or_default()].concat()
}
