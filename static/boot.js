// boot.js: the first script of the page. Sets theme and still screen before the first paint, starts the app, and is
// what remains when the app does not start or stops: every page for trouble is drawn here, in plain DOM calls.
// Rules: nothing here may need the app, storage or a service worker (each may be missing or throw); no innerHTML (the
// policy refuses it); ES2017 plus import(). The words are those of the phrase list, section 21; keys stand beside them.
// To extend: a page for trouble is one call of page(); what the app may use is what hangs on window.oow.
(() => {
'use strict';
const root = document.documentElement;
const meta = (name) => { const found = document.querySelector(`meta[name="oow:${name}"]`); return found ? found.content : ''; };
const url = (name) => new URL(meta(name), document.baseURI).href;

// The place: six characters that tell this copy's storage from a neighbour's on the same host. Same in herstel.js.
const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36).padStart(7, '0').slice(-6);
};
const place = hash(location.pathname.replace(/[^/]*$/, ''));
const stored = (key) => { try { return localStorage.getItem(`oow/${place}/${key}`); } catch (e) { return null; } };
const oow = window.oow = { place, build: meta('build'), started: false, poisoned: false, ready: false, waiting: false };
// Which module this page starts: the app that plays lessons, or that of mijn.html.
const glueFile = `${root.dataset.app || 'app'}.js`, wasmFile = `${root.dataset.app || 'app'}_bg.wasm`;
const tell = (event) => dispatchEvent(new CustomEvent(event));

// ---- before the first paint ----
root.dataset.boot = '1';
try {
  const pupil = (stored('dev') || '').slice(4); // 'now ab12': who plays reads as they chose
  const look = JSON.parse((pupil && stored(`look/${pupil}`)) || stored('look')) || {};
  for (const key of ['theme', 'size', 'space', 'font', 'motion', 'pace']) if (/^[a-z0-9]+$/.test(look[key] || '')) root.dataset[key] = look[key];
} catch (e) { /* an unreadable setting is no setting */ }
const lesson = /^#\/les\/([a-z0-9-]+)/.exec(location.hash);
if (lesson) root.dataset.start = 'lesson';
else if (location.hash === '#/kaart' || (/^#?\/?$/.test(location.hash) && stored('dev'))) root.dataset.start = 'map';
else if (!/^#?\/?$/.test(location.hash)) root.dataset.start = 'page';
// A lesson named in the address is fetched now, beside the wasm, not after it. The app's own fetch finds it.
if (lesson && meta(`les/${lesson[1]}.bin`)) {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: url(`les/${lesson[1]}.bin`) });
  document.head.append(link);
}
// Styles that no first screen needs come when the app has: before the rest of a lesson, which may need them.
const later = (times) => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: url('later.css'), onerror() { link.remove(); if (times) setTimeout(later, 2000, times - 1); } });
  document.head.append(link);
};
// Letters of our own come after everything that is waited for, or at once where a worker has them.
const dress = () => { root.dataset.fonts = ''; };
try { if (navigator.serviceWorker.controller) dress(); } catch (e) { /* no worker here */ }
const parsed = new Promise((done) => { document.readyState === 'loading' ? addEventListener('DOMContentLoaded', done) : done(); });
// The large picture of the first screen is not fetched for who comes by a link to a lesson.
parsed.then(() => { if (!root.dataset.start) for (const use of document.querySelectorAll('[data-href]')) use.setAttribute('href', use.dataset.href); });

// ---- pages for trouble ----
const el = (tag, attributes, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) typeof value === 'function' ? made.addEventListener(name, value) : made.setAttribute(name, value);
  made.append(...inside);
  return made;
};
const picture = () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  for (const [name, value] of [['class', 'sign'], ['viewBox', '0 0 64 64'], ['aria-hidden', 'true']]) svg.setAttribute(name, value);
  use.setAttribute('href', `${meta('animals.svg')}#animals-egel`);
  svg.append(use);
  return svg;
};
const fold = (title, ...inside) => el('details', { class: 'fold' }, el('summary', {}, title), ...inside);
const details = (text) => fold('Details voor de maker', el('pre', {}, text)); // crash-details
const reload = () => location.reload();
const again = (words) => el('button', { class: 'btn go', type: 'button', click: reload }, words);
const repair = () => el('a', { class: 'btn', href: 'herstel.html' }, 'Herstel de app'); // crash-repair

const page = (title, text, actions, adult, over) => {
  const heading = el('h1', { id: 'oow-fault', tabindex: '-1' }, picture(), el('span', {}, title));
  // welcome-grown-up: the part for grown-ups is folded
  const inside = [heading, el('p', {}, text), ...actions, fold('Leraar of ouder?', ...adult)];
  const app = document.getElementById('app');
  if (over) {
    app.setAttribute('inert', '');
    document.body.append(el('div', { class: 'crash', role: 'alertdialog', 'aria-labelledby': 'oow-fault' }, el('div', { class: 'fault' }, ...inside)));
  } else {
    app.textContent = '';
    app.append(el('main', { class: 'fault', id: 'hoofd' }, ...inside));
  }
  heading.focus();
};

const copyButton = (text) => el('button', { class: 'btn', type: 'button', async click(event) {
  const button = event.target;
  try { await navigator.clipboard.writeText(text); } catch (e) {
    const field = el('textarea', { class: 'vh' });
    field.value = text;
    button.after(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  button.textContent = 'Gekopieerd'; // hand-copied
} }, 'Kopieer tekst voor ICT'); // filter-copy

const tooOld = () => page('Deze browser is te oud', // old-title, old-text, old-adult
  'Het ligt niet aan jou. Probeer een ander apparaat of vraag een volwassene.', [],
  [el('p', {}, 'Nodig: Chrome 97, Edge 97, Firefox 102, Safari 16 of nieuwer. De pagina\'s voor leraar en ouder werken altijd.')]);

const filtered = (file, reason) => { // filter-title, filter-text, filter-adult
  const report = ['Online op weg: een onderdeel komt niet heel aan.', `Onderdeel: ${file}`, `Adres: ${url(file) || location.href}`, `Reden: ${reason}`,
    'Nodig: sta WebAssembly (application/wasm) van dit adres toe en verander de bestanden niet.', `Versie: ${oow.build}`, navigator.userAgent].join('\n');
  page('Het schoolfilter houdt iets tegen', 'Het ligt niet aan jou. Laat dit scherm aan je meester of juf zien.',
    [el('div', { class: 'row' }, copyButton(report), again('Probeer opnieuw'))],
    [el('p', {}, `Tegengehouden: ${file}. Geef ICT deze tekst.`), repair(), details(report)]);
};
const firstOffline = () => page('De eerste keer is internet nodig', // first-offline-title, -text, -try
  'Maak verbinding en open deze pagina nog eens. Daarna kan het zonder.', [again('Probeer opnieuw')], [repair()]);

// ---- a panic freezes the app ----
// Registered before anything of the app's, so that these listeners come first even for events of the window itself.
const GUARDED = 'click auxclick dblclick pointerdown pointerup pointermove mousedown mouseup touchstart touchend keydown keyup beforeinput input change submit focusin focusout paste dragstart dragover drop hashchange popstate storage visibilitychange pagehide pageshow online offline message scroll';
const guard = (event) => {
  const target = event.target;
  if (!oow.poisoned || (target instanceof Element && target.closest('.crash, .fault'))) return;
  event.stopImmediatePropagation();
  // Not keys: a reader may still reload or close by keyboard.
  if (/^(aux|dbl)?click$|submit|beforeinput|drop/.test(event.type)) event.preventDefault();
};
for (const type of GUARDED.split(' ')) addEventListener(type, guard, { capture: true });

const freeze = () => {
  oow.poisoned = true;
  // A broken instance still runs its timers: it may draw, but never write.
  const refuse = () => { throw new Error('oow: poisoned'); };
  for (const kind of ['Storage', 'IDBObjectStore', 'IDBCursor']) {
    for (const write of ['setItem', 'removeItem', 'clear', 'put', 'add', 'delete', 'update']) {
      if (window[kind] && write in window[kind].prototype) window[kind].prototype[write] = refuse;
    }
  }
};
// How often this happened in the last minute, this time included; without session storage the history entry remembers.
const panics = () => {
  const key = `oow-${place}-panic`, now = Date.now();
  let list = [];
  try { list = JSON.parse(sessionStorage.getItem(key)) || []; } catch (e) { list = (history.state || {})[key] || []; }
  list = list.filter((time) => now - time >= 0 && now - time < 60000).concat(now);
  try { sessionStorage.setItem(key, JSON.stringify(list)); } catch (e) { try { history.replaceState(Object.assign({}, history.state, { [key]: list }), ''); } catch (e2) { /* counted once */ } }
  return list.length;
};
oow.panic = (message) => {
  if (oow.poisoned) return;
  const times = panics();
  freeze();
  if (times > 2) return location.replace('herstel.html#steeds');
  parsed.then(() => page('De app liep vast', // crash-title, crash-text, crash-go, crash-adult
    'Alles waar "Bewaard" bij stond, is er nog. Je gaat terug naar je stap.', [again('Ga verder')],
    [el('p', {}, 'Herstel haalt de app opnieuw op. Het werk blijft staan.'), repair(), details(`${message}\n${oow.build}\n${location.hash}\n${navigator.userAgent}`)], true));
};
// A trap without a panic message (out of memory, a broken module) stops the app as well.
const trapped = (error) => { if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) oow.panic(String(error.stack || error)); };
addEventListener('error', (event) => trapped(event.error));
addEventListener('unhandledrejection', (event) => trapped(event.reason));

// One tab at a time reads, joins and writes. Gives what ends the turn. Where there are no locks, or a tab that fell
// asleep keeps one, nobody waits for ever: a write joins what is there anyway.
oow.turn = (name) => new Promise((done) => {
  const free = () => done(() => {});
  try { navigator.locks.request(name, { signal: AbortSignal.timeout(2000) }, () => new Promise((end) => done(end))).catch(free); } catch (e) { free(); }
});

// ---- start ----
let workers = null;
try { workers = navigator.serviceWorker || null; } catch (e) { /* blocked */ }
class Blocked extends Error { constructor(file, reason) { super(reason); this.file = file; } }
// What the compiled app needs (reference types, several results, bulk memory, saturating conversion) in one tiny module.
const NEEDS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 111, 2, 127, 127, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 23, 1, 21, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 67, 0, 0, 0, 0, 252, 0, 65, 0, 192, 11];
const able = () => {
  try { return WebAssembly.validate(new Uint8Array(NEEDS)); } catch (e) { return false; }
};
// A modern browser that may not compile has had its policy changed on the way; an old one does not know the keyword.
const allowed = () => { try { return Boolean(new WebAssembly.Module(new Uint8Array(NEEDS.slice(0, 8)))); } catch (e) { return false; } };
const modern = () => 'findLast' in Array.prototype && CSS.supports('overscroll-behavior', 'none');

const get = async (file, options) => {
  let answer;
  try { answer = await fetch(url(file), Object.assign({ credentials: 'same-origin' }, options)); } catch (e) { throw new Blocked(file, String(e)); }
  if (!answer.ok) throw new Blocked(file, `HTTP ${answer.status}`);
  return answer;
};
// The first eight digits of the SHA-256 stand in the served name. No secure context, no check: compiling will tell.
const intact = async (file, bytes) => {
  if (!window.crypto || !crypto.subtle) return true;
  const digits = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return meta(file).includes(`-${digits}.`);
};
const compile = async () => {
  const file = wasmFile;
  let answer = await get(file);
  const type = answer.headers.get('content-type') || 'no type';
  if (/^application\/wasm/.test(type) && WebAssembly.compileStreaming) {
    try { return await WebAssembly.compileStreaming(answer); } catch (e) { answer = null; }
  }
  // A filter or a host that knows no wasm gave another type, or the bytes are not ours: take them whole, once past the cache.
  for (const from of [answer, null]) {
    const bytes = await (from || await get(file, { cache: 'reload' })).arrayBuffer().catch((e) => { throw new Blocked(file, String(e)); });
    if (await intact(file, bytes)) try { return await WebAssembly.compile(bytes); } catch (e) { /* once more */ }
  }
  throw new Blocked(file, `other content than was published (${type})`);
};
// Bytes that were altered on the way may compile all the same. Our worker has checked what it gives; what came from the
// network is looked at once the app runs, from the cache: nobody waits for the check, and a wrong app does not go on.
const ours = async () => {
  if (workers && workers.controller) return true;
  try { return await intact(wasmFile, await (await get(wasmFile, { cache: 'force-cache' })).arrayBuffer()); } catch (e) { return true; }
};
const altered = () => { freeze(); filtered(wasmFile, 'other content than was published'); };
// A press before the app is there is not lost: a link has changed the address, which the app reads when it starts;
// a button (help) names the app's own button, which is pressed as soon as it stands there.
let early = '';
const press = (event) => {
  const pressed = event.target instanceof Element && event.target.closest('[data-early]');
  if (!pressed || oow.started) return;
  early = pressed.dataset.early;
  pressed.setAttribute('aria-busy', 'true');
};
addEventListener('click', press, true);

const start = async () => {
  if (!able() || !allowed()) await parsed;
  if (!able() || (!allowed() && !modern())) return tooOld();
  if (!allowed()) return filtered(wasmFile, "Content-Security-Policy without 'wasm-unsafe-eval'");
  const glue = import(url(glueFile)).catch(async (e) => { await get(glueFile, { cache: 'reload' }); throw new Blocked(glueFile, String(e)); });
  const both = Promise.all([glue, compile(), parsed]);
  try {
    const [app, module] = await both;
    later(3);
    await app.default({ module_or_path: module });
    await app.run();
    oow.started = true;
    ours().then((yes) => yes || altered());
    dress();
    setTimeout(() => {
      const button = early && document.querySelector(`#app ${early}`);
      if (button) button.click();
      // told again, now that somebody listens
      if (oow.ready) tell('oow:offline-ready');
      if (oow.waiting) tell('oow:update');
    });
  } catch (error) {
    await parsed;
    if (error instanceof Blocked) return navigator.onLine === false ? firstOffline() : filtered(error.file, error.message);
    if (!(await ours())) return altered();
    oow.panic(String((error && error.stack) || error));
  }
};
// The app's wish for a new version, until later.js is here; and what that needs of this file.
oow.kit = { workers, tell, url };
oow.update = async () => false;
const more = () => { import(url('later.js')).catch(() => {}); };
if (document.readyState === 'complete') more(); else addEventListener('load', more);
start(); // needs no document: network and compiler work while the page is still being read
})();
