// later.js: what the page does once its first screen stands: the worker that makes it work offline, a new version by
// consent, dragging. Fetched by boot.js after everything a first visit waits for; without it the lesson plays on.
// Rules: a module of its own, so that boot.js stays small; what both need hangs on window.oow.
const oow = window.oow;
const { workers, tell } = oow.kit;
let registration = null;

// ---- the worker: offline, and a new version only by consent ----
// A version that waits is never taken while a page is still fetching: Chromium may then leave both workers hanging, and
// the page with them. Closing the last tab takes it by itself; an open one is asked.
const within = (promise, ms) => Promise.race([promise, new Promise((done) => { setTimeout(done, ms, false); })]);
const ask = (worker, type, ms) => within(new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => done(event.data);
  worker.postMessage({ type }, [channel.port2]);
}), ms);
let policy = { createScriptURL: (text) => text };
try {
  if (window.trustedTypes) {
    policy = trustedTypes.createPolicy('oow-sw', { createScriptURL(text) { if (text === './sw.js') return './sw.js'; throw new TypeError(text); } });
  }
} catch (e) { /* then register() below is refused, and the lesson works without the worker */ }
// The app calls this after "Werk nu bij". Resolves only when it did not work: otherwise the page is gone.
oow.update = async () => {
  if (oow.stale) location.reload();
  const waiting = registration && registration.waiting;
  if (!waiting) return false;
  const change = new Promise((done) => { workers.addEventListener('controllerchange', () => done(true), { once: true }); });
  waiting.postMessage({ type: 'go' });
  if (await within(change, 10000)) location.reload();
  return false;
};
const waits = () => { oow.waiting = true; tell('oow:update'); };
const whole = async (worker) => { if (await ask(worker, 'whole?', 60000)) { oow.ready = true; tell('oow:offline-ready'); } };
const follow = (worker) => {
  if (!worker) return;
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed' && workers.controller && worker !== registration.active) waits();
    if (worker.state === 'activated') whole(worker);
  });
};
const register = async () => {
  if (!workers) return;
  // Another tab took the new version: this one goes on, and reloads when the app asks for it at a good moment.
  // The very first change is no new version: it is the first worker taking charge of this page.
  let charged = Boolean(workers.controller);
  workers.addEventListener('controllerchange', () => { if (charged) { oow.stale = true; waits(); } charged = true; });
  try {
    registration = await workers.register(policy.createScriptURL('./sw.js'), { scope: './', updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => follow(registration.installing));
    follow(registration.installing);
    if (registration.waiting && workers.controller) waits();
    // Counting every file is no hurry: the lesson that is being opened asks the same worker for its own.
    if (registration.active) (window.requestIdleCallback || setTimeout)(() => whole(registration.active));
  } catch (e) { /* no worker: everything works, with a network */ }
};

// ---- dragging a card ----
// What carries data-drag follows mouse, finger or pen; let go over something with data-drop, the button in it is pressed.
// So a drag is a tap by another road: the app decides nothing about gestures, and 1.5 kB of wasm stays away.
let held;
const hang = (over) => {
  if (held.over) held.over.classList.remove('over');
  if (over) over.classList.add('over');
  held.over = over;
};
addEventListener('pointerdown', (event) => {
  const card = event.isPrimary && event.target.closest('[data-drag]');
  if (!card) return;
  held = { card, x: event.clientX, y: event.clientY };
  card.setPointerCapture(event.pointerId);
  card.classList.add('drag');
});
addEventListener('pointermove', (event) => {
  if (!held) return;
  const { clientX: x, clientY: y } = event, below = document.elementFromPoint(x, y);
  held.card.style.transform = `translate(${x - held.x}px,${y - held.y}px)`;
  hang(below && below.closest('[data-drop]'));
});
const letGo = (event) => {
  if (!held) return;
  const { card, over } = held;
  hang(null);
  held = null;
  card.classList.remove('drag');
  card.style.transform = '';
  if (over && event.type === 'pointerup') over.querySelector('button').click();
};
addEventListener('pointerup', letGo);
addEventListener('pointercancel', letGo);

// ---- keeping ----
// Asked when a lesson was finished, since only then is there something to keep; browsers that ask the reader do so once.
addEventListener('hashchange', async () => {
  if (!/^#\/les\/[^/]+\/klaar$/.test(location.hash)) return;
  try { if (!(await navigator.storage.persisted())) await navigator.storage.persist(); } catch (e) { /* no such thing here: mijn.html has a file to take along */ }
});

// ---- reading aloud ----
if (window.speechSynthesis && window.SpeechSynthesisUtterance && !document.documentElement.dataset.app) import(oow.kit.url('voice.js')).catch(() => {});

register();
