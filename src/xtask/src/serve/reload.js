// Only under `cargo xtask serve --watch`: reloads the page when the server has a newer build.
(function () {
  var source = new EventSource('__reload');
  var seen = '';
  source.onmessage = function (event) {
    if (seen && seen !== event.data) location.reload();
    seen = event.data;
  };
})();
