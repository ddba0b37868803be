// Only under `cargo xtask serve --watch`: reloads the page when the server has a newer build, at the step that was changed.
// A lesson with a fault is not in the build; then the author's page tells what is wrong until it is mended. Alt+A opens
// that page for the step at hand.
(function () {
  var author = document.documentElement.dataset.author;
  var base = new URL('.', document.currentScript.src).pathname;
  var source = new EventSource(base + '__reload');
  var seen = '';
  source.onmessage = function (event) {
    var news = seen && seen !== event.data;
    seen = event.data;
    if (!news) return;
    var told = event.data.split(' '), place = told[1] || '-', broken = told[2] === 'stuk', step = place.indexOf('/') > 0;
    if (author === undefined) {
      if (broken) { location.href = base + 'auteur/' + place + '?stuk'; return; }
      if (step) location.hash = '#/les/' + place;
      location.reload();
    } else if (!broken && location.search === '?stuk') {
      location.href = base + (step ? '#/les/' + place : '');
    } else if (step && base + 'auteur/' + place !== location.pathname) {
      location.href = base + 'auteur/' + place + location.search;
    } else {
      location.reload();
    }
  };
  addEventListener('keydown', function (event) {
    var at = location.hash.match(/^#\/les\/([a-z0-9-]+\/?[a-z0-9-]*)/);
    if (event.altKey && event.code === 'KeyA' && author === undefined) location.href = base + 'auteur/' + (at ? at[1] : '');
  });
})();
