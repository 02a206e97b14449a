// Sets light or dark and the language on <html> before the first paint; runs alone, before everything else.
(function () {
  var root = document.documentElement;
  try {
    var kept = localStorage.getItem('onetouch.theme');
    var isDark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
    if (localStorage.getItem('onetouch.locale') === 'en') root.lang = 'en';
    var connection = navigator.connection;
    if (connection && connection.saveData) root.setAttribute('data-save-data', '');
  } catch {
    root.setAttribute('data-mantine-color-scheme', 'light');
  }
})();
