// Sets light or dark, the language and the shape of the first picture on <html> before the first paint; runs alone, before
// everything else. Says so when the files of the page do not come.
(function () {
  var root = document.documentElement;
  var path = window.location.pathname;
  // Lessons, tests and staff pages bring a header of their own.
  var isBare = /^\/(hoc|lam-bai|ket-qua|soan|lop|quan-tri)(\/|$)|^\/thi\/.|\/bai\//.test(path);
  root.setAttribute('data-first', path === '/' ? 'home' : isBare ? 'bare' : 'page');
  window.addEventListener(
    'error',
    function (event) {
      if (event.target.localName === 'script') root.setAttribute('data-first-failed', '');
    },
    true,
  );
  try {
    var kept = localStorage.getItem('onetouch.theme');
    var isDark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.setAttribute('data-theme', isDark ? 'dark' : 'light');
    if (localStorage.getItem('onetouch.locale') === 'en') root.lang = 'en';
    var connection = navigator.connection;
    if (connection && connection.saveData) root.setAttribute('data-save-data', '');
    // Fonts that were here before are on the device: no need to wait until the page stands.
    if (localStorage.getItem('onetouch.fonts')) root.setAttribute('data-fonts', '');
  } catch {
    root.setAttribute('data-theme', 'light');
  }
})();
