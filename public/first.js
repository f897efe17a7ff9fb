// Runs before the first paint: language and theme of the page. boot.js starts the app.
// Syntax of the three scripts stays within what Chrome 63 can read, so that it comes as far as being told what it lacks.
(function () {
  'use strict';
  const html = document.documentElement;

  // Storage throws where it is forbidden; then nothing is remembered and nothing breaks.
  function stored(key) { try { return localStorage.getItem(key); } catch (_) { return null; } }

  // The page says where the site begins by steps up from its address, and a browser may count these again when the app
  // changes the address.
  document.querySelector('base').href = new URL('./', document.baseURI).href;

  // Where one page is given for every address, home's words are not for the others.
  const address = location.pathname.slice(new URL('./', document.baseURI).pathname.length);
  if (/.\/./.test(address)) html.dataset.deep = '';

  // The address decides the language, then the reader's choice, then the browser.
  const tags = [address.split('/')[0], stored('hub.language')].concat(navigator.languages);
  const named = tags.map(function (tag) { return /^(en|zh)(-|$)/i.exec(tag); }).find(Boolean);
  html.lang = named && named[1].toLowerCase() === 'zh' ? 'zh-Hans-CN' : 'en-SG';

  // <html data-theme> is always light or dark: the reader's choice (hub.theme), else the system's, also when that changes.
  const night = matchMedia('(prefers-color-scheme: dark)');
  function follow() {
    const chosen = stored('hub.theme');
    html.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : night.matches ? 'dark' : 'light';
  }
  follow();
  if (night.addEventListener) night.addEventListener('change', follow);

  // The browser's own bar follows, also when the app changes the theme later.
  const bar = document.querySelector('meta[name=theme-color]');
  const day = bar.content;
  function paint() { bar.content = html.dataset.theme === 'dark' ? bar.dataset.dark : day; }
  paint();
  new MutationObserver(paint).observe(html, { attributeFilter: ['data-theme'] });
})();
