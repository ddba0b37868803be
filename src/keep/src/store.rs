//! Keeps work: two sealed slots per pupil in local storage and a third copy in IndexedDB.
//!
//! The rule a reader could break: every write takes its turn and first joins what is there, so that two tabs never
//! undo each other, and goes to the *older* slot, so that a write that fails half-way leaves the other whole. The third
//! copy is what the sign "Bewaard" stands on.

use course::Id;
use course::progress::Progress;
use course::saved::{self, Recovered};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use crate::{Keeping, PLACE, Pupil, SaveReport, Saved, idb, turn, window};

/// Names of keys. They carry a hash of the path, since two schools' copies may share one origin.
#[derive(Debug)]
pub struct Keys {
    root: String,
    database: String,
}

impl Keys {
    /// Those of the page that is open.
    pub fn of_this_page() -> Self {
        let place = PLACE.with(String::clone);
        Keys { root: ["oow/", &place].concat(), database: ["oow-", &place].concat() }
    }

    fn slot(&self, pid: &str, slot: &str) -> String {
        [&self.root, "/p/", pid, "/", slot].concat()
    }

    fn name(&self, pid: &str) -> String {
        [&self.root, "/name/", pid].concat()
    }

    fn look(&self, pid: &str) -> String {
        [self.root.as_str(), "/look", if pid.is_empty() { "" } else { "/" }, pid].concat()
    }

    fn device(&self) -> String {
        [&self.root, "/dev"].concat()
    }
}

/// What was found when the app started.
#[derive(Debug, Default)]
pub struct Found {
    /// Everybody with work here.
    pub pupils: Vec<(Id, Recovered)>,
    /// Who played last.
    pub current: Option<Id>,
    /// Storage can be used.
    pub usable: bool,
}

fn local() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Everything of ours on this device: key and text, the strict copies last.
async fn entries(keys: &Keys) -> Vec<(String, String)> {
    let mut all = Vec::new();
    if let Some(storage) = local() {
        for n in 0..storage.length().unwrap_or(0) {
            if let Some(key) = storage.key(n).ok().flatten()
                && key.starts_with(&keys.root)
                && let Some(text) = storage.get_item(&key).ok().flatten()
            {
                all.push((key, text));
            }
        }
    }
    if let Ok(database) = idb::open(&keys.database).await {
        all.extend(idb::all(&database).await.unwrap_or_default());
        database.close();
    }
    all
}

/// Whose copy this is; `None` when it is none.
fn owner<'a>(keys: &Keys, key: &'a str) -> Option<&'a str> {
    key.strip_prefix(&keys.root)?.strip_prefix("/p/")?.split_once('/').map(|(pid, _)| pid)
}

fn recover(keys: &Keys, all: &[(String, String)], pid: &str) -> Recovered {
    let mine: Vec<(&str, &str)> =
        all.iter().filter(|(key, _)| owner(keys, key) == Some(pid)).map(|(key, text)| (key.as_str(), text.as_str())).collect();
    saved::recover(&mine)
}

/// Looks for work at the start.
pub async fn find(keys: &Keys) -> Found {
    let all = entries(keys).await;
    let mut pids: Vec<&str> = Vec::new();
    for pid in all.iter().filter_map(|(key, _)| owner(keys, key)) {
        if !pids.contains(&pid) {
            pids.push(pid);
        }
    }
    let pupils = pids.into_iter().map(|pid| (pid.to_owned(), recover(keys, &all, pid))).collect();
    // The strict copy decides: after a sudden end, local storage may be of an hour ago.
    let device = keys.device();
    let current = all.iter().rfind(|(key, _)| *key == device).and_then(|(_, text)| text.strip_prefix("now ")).map(str::to_owned);
    let usable = local().is_some() || idb::open(&keys.database).await.map(|database| database.close()).is_ok();
    Found { pupils, current, usable }
}

/// What other tabs left of whoever plays.
pub async fn look_again(keys: &Keys) -> Option<(Id, Recovered)> {
    let found = find(keys).await;
    let current = found.current?;
    let recovered = found.pupils.into_iter().find(|(pid, _)| *pid == current).map(|(_, recovered)| recovered);
    Some((current, recovered.unwrap_or_default()))
}

/// Remembers who plays: at once for the first paint, and in the strict copy for after a flat battery.
pub async fn remember(keys: &Keys, pid: &str) {
    let (key, text) = (keys.device(), ["now ", pid].concat());
    if let Some(storage) = local() {
        let _ = storage.set_item(&key, &text);
    }
    if let Ok(database) = idb::open(&keys.database).await {
        let _ = idb::put(&database, &key, &text).await;
        database.close();
    }
}

/// Forgets a pupil: every copy, the name and the reading settings. Another tab in which this pupil plays would write its
/// work again, as it should: nobody's work goes while they are at it.
pub async fn forget(keys: &Keys, pid: &str) {
    let end = turn(&[&keys.database, "-", pid].concat()).await;
    let own = |key: &str| owner(keys, key) == Some(pid) || [keys.name(pid), keys.look(pid)].iter().any(|other| other == key);
    let gone: Vec<String> = entries(keys).await.into_iter().map(|(key, _)| key).filter(|key| own(key)).collect();
    if let Some(storage) = local() {
        gone.iter().for_each(|key| drop(storage.remove_item(key)));
    }
    if let Ok(database) = idb::open(&keys.database).await {
        for key in &gone {
            let _ = idb::delete(&database, key).await;
        }
        database.close();
    }
    if let Some(end) = end.dyn_ref::<js_sys::Function>() {
        let _ = end.call0(&JsValue::NULL);
    }
}

/// The name a pupil gave, which never leaves this device but in a file of their own.
pub fn name(keys: &Keys, pid: &str) -> Option<String> {
    local()?.get_item(&keys.name(pid)).ok()?
}

/// Keeps a name; an empty one is taken away.
pub fn set_name(keys: &Keys, pid: &str, name: &str) {
    put(&keys.name(pid), name);
}

/// The reading settings of a pupil, or those of the device while nobody plays: see `boot.js`, which applies them.
pub fn look(keys: &Keys, pid: Option<&str>) -> Option<String> {
    local()?.get_item(&keys.look(pid.unwrap_or_default())).ok()?
}

/// Keeps reading settings; empty ones are taken away.
pub fn set_look(keys: &Keys, pid: Option<&str>, look: &str) {
    put(&keys.look(pid.unwrap_or_default()), look);
}

fn put(key: &str, text: &str) {
    let Some(storage) = local() else { return };
    // Full or blocked: what cannot be kept is as it was at the next visit.
    let _ = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
}

/// Sets unreadable text apart in the first free place. Nothing is thrown away.
pub fn quarantine(keys: &Keys, texts: &[String]) {
    let Some(storage) = local() else { return };
    let place = |n: usize| [&keys.root, "/q/", &n.to_string()].concat();
    for text in texts {
        let known = |n: &usize| storage.get_item(&place(*n)).ok().flatten();
        if !(1..=3).any(|n| known(&n).as_ref() == Some(text))
            && let Some(free) = (1..=3).find(|n| known(n).is_none())
        {
            let _ = storage.set_item(&place(free), text);
        }
    }
}

/// Writes the work of a pupil into every copy. One tab, and one save of it, at a time.
pub async fn save(keys: &Keys, pupil: Pupil) -> SaveReport {
    let end = turn(&[&keys.database, "-", &pupil.pid].concat()).await;
    let report = join_and_write(keys, pupil).await;
    if let Some(end) = end.dyn_ref::<js_sys::Function>() {
        let _ = end.call0(&JsValue::NULL);
    }
    report
}

async fn join_and_write(keys: &Keys, pupil: Pupil) -> SaveReport {
    let there = recover(keys, &entries(keys).await, &pupil.pid);
    // What was damaged while the app ran is about to be written over.
    quarantine(keys, &there.damaged);
    let mut report = SaveReport {
        pid: pupil.pid.clone(),
        seq: pupil.progress.seq,
        saved: Saved::Not,
        keeping: Keeping::Works,
        found: there.progress.clone(),
    };
    if there.newer {
        report.keeping = Keeping::Newer;
        return report;
    }
    let progress = there.progress.map_or(pupil.progress.clone(), |found| found.join(pupil.progress));
    report.seq = progress.seq;
    let local = write_local(keys, &pupil.pid, &progress);
    let strict = write_strict(keys, &pupil.pid, &progress).await;
    (report.saved, report.keeping) = match (strict, local) {
        (true, _) => (Saved::Strict, Keeping::Works),
        (false, Ok(())) => (Saved::Tab, Keeping::Works),
        (false, Err(keeping)) => (Saved::Not, keeping),
    };
    report
}

fn write_local(keys: &Keys, pid: &str, progress: &Progress) -> Result<(), Keeping> {
    let storage = local().ok_or(Keeping::Blocked)?;
    let count = |key: &str| storage.get_item(key).ok().flatten().and_then(|text| saved::open(key, &text).ok()).map_or(0, |found| found.seq);
    let (a, b) = (keys.slot(pid, "a"), keys.slot(pid, "b"));
    let key = if count(&a) <= count(&b) { a } else { b };
    let text = saved::seal(&key, progress);
    storage.set_item(&key, &text).map_err(|_| Keeping::Full)?;
    let back = storage.get_item(&key).ok().flatten();
    if back.as_ref() == Some(&text) { Ok(()) } else { Err(Keeping::Full) }
}

async fn write_strict(keys: &Keys, pid: &str, progress: &Progress) -> bool {
    let Ok(database) = idb::open(&keys.database).await else { return false };
    let key = keys.slot(pid, "i");
    let kept = idb::put(&database, &key, &saved::seal(&key, progress)).await.is_ok();
    database.close();
    kept
}
