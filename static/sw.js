// sw.js: the worker that makes the lessons work without a network.
// Rules: a version is in the cache whole or not at all, every file checked by its hash; a new version waits until the
// page says so ({type:'go'}); only caches of this copy (its prefix) are ever deleted; progress is never touched.
// The build fills BUILD and FILES ([[name, integrity], ...]); this file's own address never changes.
'use strict';
const BUILD = /*BUILD*/'';
const FILES = /*FILES*/[];
const SEALS = new Map(FILES);
const home = registration.scope;
// same hash as in boot.js: two copies on one host (two schools, one account) never see each other's caches
const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36).padStart(7, '0').slice(-6);
};
const PREFIX = `oow-${hash(new URL(home).pathname)}-`;
const CACHE = PREFIX + BUILD;
const hashed = (name) => name.startsWith('a/');

// One file from the network, refused unless it is exactly the published one. A hashed name may come from the browser's
// own cache first: the seal decides, and a slow line does not carry everything twice.
const fetchWhole = async (name) => {
  const once = async (cache) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20000);
    try {
      const answer = await fetch(home + name, { cache, integrity: SEALS.get(name), redirect: 'error', credentials: 'same-origin', signal: stop.signal });
      if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
      const headers = new Headers(answer.headers);
      for (const gone of ['content-encoding', 'content-length', 'vary']) headers.delete(gone);
      // a host that does not know wasm would otherwise make every start take the slow path
      if (name.endsWith('.wasm')) headers.set('content-type', 'application/wasm');
      return new Response(await answer.arrayBuffer(), { headers });
    } finally { clearTimeout(timer); }
  };
  if (!hashed(name)) return once('no-store');
  try { return await once('force-cache'); } catch (e) { return once('no-store'); }
};

// A hashed name that an older version holds is the same file: copied, not fetched.
const fromOlder = async (name) => {
  if (!hashed(name)) return undefined;
  for (const key of await caches.keys()) {
    if (!key.startsWith(PREFIX) || key === CACHE) continue;
    const held = await (await caches.open(key)).match(home + name);
    if (held) return held;
  }
  return undefined;
};

const install = async () => {
  // a new worker for the same files shares the cache of the running one: that is not ours to throw away
  const shared = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    const queue = FILES.map(([name]) => name);
    // four at a time, so that the limit of 20 s counts for a file and not for the whole queue
    const lane = async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        if (shared && hashed(name) && (await cache.match(home + name))) continue;
        await cache.put(home + name, (await fromOlder(name)) || (await fetchWhole(name)));
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
  } catch (e) {
    if (!shared) await caches.delete(CACHE);
    throw e;
  }
};

const activate = async () => {
  for (const key of await caches.keys()) if (key.startsWith(PREFIX) && key !== CACHE) await caches.delete(key);
  await clients.claim();
};

// From this version's cache only; what the browser threw away is fetched again with its seal, so never from another version.
const serve = async (name) => {
  const cache = await caches.open(CACHE);
  const held = await cache.match(home + name);
  if (held) return held;
  const fresh = await fetchWhole(name);
  await cache.put(home + name, fresh.clone()).catch(() => {});
  return fresh;
};

const whole = async () => {
  const cache = await caches.open(CACHE);
  for (const [name] of FILES) if (!(await cache.match(home + name))) await serve(name);
  return true;
};

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => {
  const type = event.data && event.data.type, port = event.ports[0];
  const reply = (answer) => event.waitUntil(answer.catch(() => false).then((yes) => port && port.postMessage(yes)));
  if (type === 'go') skipWaiting();
  if (type === 'whole?') reply(whole());
});
addEventListener('fetch', (event) => {
  const request = event.request;
  if (request.method !== 'GET' || !request.url.startsWith(home)) return;
  // Only our own files and our own front door: what else lies below this address on the host is not ours.
  const name = decodeURI(new URL(request.url).pathname.slice(new URL(home).pathname.length)) || 'index.html';
  if (!SEALS.has(name)) return;
  // the repair page looks past the cache on purpose
  if (request.mode !== 'navigate' && (request.cache === 'no-store' || request.cache === 'reload')) return;
  event.respondWith(serve(name));
});
