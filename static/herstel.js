// herstel.js: the repair page's two buttons. Plain script, needs neither app nor worker.
// Rules: progress is read, never written or deleted; nothing is taken away before the network has shown that it can
// be fetched again; only this copy's worker and caches (its prefix) are touched, never a neighbour's on the same host.
(() => {
'use strict';
const folder = location.pathname.replace(/[^/]*$/, '');
const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36).padStart(7, '0').slice(-6);
};
const place = hash(folder);
const by = (id) => document.getElementById(id);
const say = (text) => { by('uitslag').textContent = text; };
by('steeds').hidden = location.hash !== '#steeds';

// ---- save everything as it lies there ----
const fromLocal = () => {
  const found = {};
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith(`oow/${place}/`)) found[key] = localStorage.getItem(key);
    }
  } catch (e) { /* blocked: then there is nothing in it either */ }
  return found;
};
const once = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
const fromDatabase = async () => {
  const found = {};
  try {
    const opening = indexedDB.open(`oow-${place}`);
    // a database that is not there must not be made by looking for it
    opening.onupgradeneeded = () => opening.transaction.abort();
    const database = await once(opening);
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([once(store.getAllKeys()), once(store.getAll())]);
      found[name] = keys.map((key, i) => [key, values[i]]);
    }
    database.close();
  } catch (e) { /* absent or blocked */ }
  return found;
};
// Bytes survive as base64, so that a maker can bring back what the app itself could not read.
const plain = (key, value) => {
  if (value instanceof ArrayBuffer) return { base64: btoa(String.fromCharCode(...new Uint8Array(value))) };
  if (ArrayBuffer.isView(value)) return { base64: btoa(Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), (b) => String.fromCharCode(b)).join('')) };
  return value;
};
by('bewaar').addEventListener('click', async () => {
  const local = fromLocal(), database = await fromDatabase();
  const text = JSON.stringify({ format: 'oow-raw', major: 1, place, local, database }, plain, 1);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'al-het-werk.oow.json';
  document.body.append(link);
  link.click();
  link.remove();
  say('Je browser heeft het bestand. Kijk bij Downloads.'); // export-done
});

// ---- fetch the app again ----
const renew = async () => {
  // past worker and browser cache; an answer that is not our page (a filter, a login page) changes nothing
  const answer = await fetch('index.html', { cache: 'reload', redirect: 'error' });
  const text = await answer.text();
  if (!answer.ok || !text.includes('name="oow:build"')) throw new Error('not our page');
  const files = Array.from(text.matchAll(/<meta name="oow:[^"]*" content="(a\/[^"]+)"/g), (found) => found[1]);
  let done = 0;
  const bar = by('gang');
  bar.hidden = false;
  for (const file of files) {
    const got = await fetch(file, { cache: 'reload', redirect: 'error' });
    if (!got.ok) throw new Error(file);
    await got.arrayBuffer();
    done += 1;
    bar.value = done / files.length;
  }
  await fetch('./', { cache: 'reload', redirect: 'error' });
  if (navigator.serviceWorker) {
    const home = new URL('./', location.href).href;
    for (const registration of await navigator.serviceWorker.getRegistrations()) if (registration.scope === home) await registration.unregister();
  }
  if (window.caches) for (const key of await caches.keys()) if (key.startsWith(`oow-${place}-`)) await caches.delete(key);
  try { for (const mark of ['panic', 'fresh']) sessionStorage.removeItem(`oow-${place}-${mark}`); } catch (e) { /* blocked */ }
};
by('herstel').addEventListener('click', async () => {
  by('herstel').disabled = true;
  say('Bezig'); // saving
  try {
    await renew();
    location.replace('./');
  } catch (e) {
    by('herstel').disabled = false;
    by('gang').hidden = true;
    say('Bijwerken lukte niet. De oude versie werkt nog.'); // update-failed: nothing was taken away
  }
});
})();
