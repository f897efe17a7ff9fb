// Starts the app, and says so in both languages when it cannot start or has stopped.
// A panic reaches this as the event hub:panic { detail: message } on window, or as the trap that follows it.
(function () {
  'use strict';
  const html = document.documentElement;
  const $ = function (selector) { return document.querySelector(selector); };
  const named = function (name) { return new URL($('meta[name="hub:' + name + '"]').content, document.baseURI).href; };

  // For this tab only. Storage throws where it is forbidden; then nothing is remembered and nothing breaks.
  function recall(key, empty) { try { return JSON.parse(sessionStorage.getItem(key)) || empty; } catch (_) { return empty; } }
  function keep(key, value) { try { sessionStorage.setItem(key, JSON.stringify(value)); return true; } catch (_) { return false; } }

  // ---- When something is wrong: one section of #notice, over the page, never instead of it.
  let shown = '';
  function notice(kind, detail) {
    if (shown === 'panic' || shown === 'again') return;
    shown = kind;
    $('#notice').hidden = !kind;
    document.querySelectorAll('[data-notice]').forEach(function (section) {
      section.hidden = section.dataset.notice !== kind;
      section.querySelectorAll('[data-detail]').forEach(function (line) { line.textContent = detail || ''; });
    });
    const act = $('[data-notice="' + kind + '"] button');
    if (act) act.focus();
  }

  // Reloads of this tab, so that a page that always fails does not reload for ever.
  const reloads = recall('hub.reloads', []);
  function panic(detail) {
    const minute = reloads.filter(function (at) { return Date.now() - at < 60000; });
    notice(minute.length < 3 ? 'panic' : 'again', detail);
    // By itself at most once in a tab, and only if that can be remembered.
    if (!reloads.length && keep('hub.reloads', [])) setTimeout(reload, 5000);
  }
  window.addEventListener('hub:panic', function (event) { panic(String(event.detail)); });
  function trap(error) {
    const trapped = window.WebAssembly && error instanceof WebAssembly.RuntimeError;
    if (trapped) panic(error.message);
    return trapped;
  }
  window.addEventListener('error', function (event) { trap(event.error); });
  window.addEventListener('unhandledrejection', function (event) { trap(event.reason); });

  function reload() {
    keep('hub.reloads', reloads.concat(Date.now()).slice(-9));
    const kept = {};
    document.querySelectorAll('input[id]:not([type=password]):not([type=file]), textarea[id]')
      .forEach(function (field) { if (field.value) kept[field.id] = field.value; });
    keep('hub.kept', kept);
    // offline.js takes this over when a new version waits: it may be the cure.
    if (window.dispatchEvent(new Event('hub:accept-update', { cancelable: true }))) location.reload();
  }

  // ---- The app.
  // An empty module with an externref: what Rust's output needs, and refused where the policy forbids WebAssembly.
  function missing() {
    if (!window.WebAssembly) return 'WebAssembly';
    try {
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]));
    } catch (_) { return 'WebAssembly (reference types)'; }
    return window.fetch && window.customElements ? '' : 'ES2020';
  }

  // The static page has been painted, all of it: the first paint may have shown but its head, and the frame after that has
  // the rest. A page in the background is never painted, and does not wait for it.
  const painted = new Promise(function (done) {
    const frame = function () { requestAnimationFrame(function () { setTimeout(done); }); };
    if (document.hidden) done();
    document.addEventListener('visibilitychange', done);
    setTimeout(done, 2000);
    if (!(window.PerformanceObserver && (PerformanceObserver.supportedEntryTypes || []).includes('paint'))) return frame();
    new PerformanceObserver(function (list) {
      if (list.getEntriesByName('first-contentful-paint').length) frame();
    }).observe({ type: 'paint', buffered: true });
  });

  async function load(search) {
    const lacking = missing();
    if (lacking) return notice('missing', lacking);
    const late = setTimeout(function () { if (search.waiting()) notice('late'); }, 20000);
    try {
      const wasm = named('wasm');
      const link = $('link[rel=preload][type="application/wasm"]');
      const office = /\/(en|zh)\/office(\/|$)/.test(location.pathname);
      const parts = await Promise.all(office ? (await import(named('office'))).default : [
        import(named('script')),
        fetch(wasm, { credentials: 'same-origin', integrity: (link && (link.integrity || link.dataset.integrity)) || '' }),
      ]);
      if (!parts[1].ok) throw new Error(parts[1].status + ' ' + wasm);
      // A reader sees words first: a page that the app replaces before it was painted would stay empty for longer.
      await painted;
      await search.settled();
      await parts[0].default({ module_or_path: parts[1] });
    } catch (error) {
      if (!trap(error)) notice('failed', String(error));
      clearTimeout(late);
    }
  }

  // ---- The search box of the static page: what was typed there goes into the app's own.
  function box() {
    const old = $('#search');
    const kept = recall('hub.kept', {});
    old.value = old.value || kept.search || '';
    let focused = document.activeElement === old;
    let composing = false;
    old.addEventListener('focus', function () { focused = true; });
    // Being removed with the focus is not leaving it.
    old.addEventListener('blur', function () { setTimeout(function () { focused = focused && !old.isConnected; }); });
    old.addEventListener('compositionstart', function () { composing = true; });
    old.addEventListener('compositionend', function () { composing = false; });
    // Enter before the app is there: only the address changes, and the app starts at it.
    old.form.action = (html.lang.slice(0, 2)) + '/products';
    old.form.addEventListener('submit', function (event) {
      event.preventDefault();
      history.pushState(null, '', old.form.action + '?q=' + encodeURIComponent(old.value));
    });
    // The app takes the static page away when it has painted.
    const watch = new MutationObserver(function () {
      if (old.isConnected) return;
      watch.disconnect();
      if (shown === 'late') notice('');
      keep('hub.kept', {});
      const now = $('#search');
      if (!now) return;
      if (old.value && !now.value) {
        now.value = old.value;
        now.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (focused) now.focus();
    });
    watch.observe(document.body, { childList: true });
    return {
      waiting: function () { return old.isConnected; },
      // Taking the box away in the middle of pinyin would lose it.
      settled: function () { return composing && new Promise(function (done) { old.oncompositionend = done; }); },
    };
  }

  html.dataset.boot = '';
  notice('');
  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-act=reload]')) reload();
  });
  load(box());
})();
