// Only under `cargo xtask serve --watch`: takes the place of a real worker this port may have had before, drops what
// that one kept, and leaves every request to the network, so that a change is always seen.
addEventListener('install', function () { skipWaiting(); });
addEventListener('activate', function (event) {
  event.waitUntil(caches.keys().then(function (keys) {
    return Promise.all(keys.map(function (key) { return caches.delete(key); }));
  }));
});
