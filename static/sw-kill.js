// sw-kill.js: the kill switch. Put in the place of sw.js it takes the worker away from every device that comes by:
// it deletes this copy's caches, unregisters, and never touches progress. Open pages go on; the next load is plain.
// Kept built and tested with every release, so that it is there on the day it is needed.
'use strict';
const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36).padStart(7, '0').slice(-6);
};
const PREFIX = `oow-${hash(new URL(registration.scope).pathname)}-`;
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const key of await caches.keys()) if (key.startsWith(PREFIX)) await caches.delete(key);
  await registration.unregister();
})()));
// A page that loaded during all this registers again and so brings the registration back; it also asks its worker
// whether everything is cached (boot.js, `whole?`): that question is the second chance to go.
addEventListener('message', (event) => {
  event.waitUntil(registration.unregister());
  if (event.ports[0]) event.ports[0].postMessage(false);
});
