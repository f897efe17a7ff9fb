// Offline use: keeps the whole build of this page at hand (sw.js) and offers newer builds when they come.
// Events on window:
//   to the app    hub:update { detail: 'ready' | 'replaced' }, also kept in <html data-update> for an app that starts later
//   from the app  hub:accept-update when the reader agrees
// A page without <meta name="hub:worker"> (the API server's) has no service worker; one left from before is removed.
(async function () {
  'use strict';
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const named = document.querySelector('meta[name="hub:worker"]');
  const site = new URL('./', document.baseURI).href;
  let registration = null;
  // Before the first build is installed nothing controls the page, and its taking over changes nothing.
  let controlled = Boolean(workers.controller);
  let accepted = false;

  function offer(state) {
    document.documentElement.dataset.update = state;
    window.dispatchEvent(new CustomEvent('hub:update', { detail: state }));
  }

  // boot.js asks in passing, by a cancelable event, and reloads itself unless a new build is taken up here.
  window.addEventListener('hub:accept-update', function (event) {
    if (registration && registration.waiting) {
      event.preventDefault();
      accepted = true;
      registration.waiting.postMessage('SKIP_WAITING');
      // A page loaded past the worker (Shift + reload) is never told of the change.
      setTimeout(function () { location.reload(); }, 3000);
    } else if (!event.cancelable) {
      location.reload();
    }
  });

  workers.addEventListener('controllerchange', function () {
    if (accepted) location.reload();
    else if (controlled) offer('replaced');
    controlled = true;
  });

  try {
    if (!named) {
      const left = await workers.getRegistration(site);
      if (left && left.scope === site) await left.unregister();
      return;
    }
    // The first visit is for the reader: the build is fetched once the page is there.
    if (document.readyState !== 'complete') await new Promise(function (done) { window.addEventListener('load', done); });
    if (!controlled) await new Promise(function (done) { setTimeout(done, 1500); });
    registration = await workers.register(new URL(named.content, site).href, { scope: site, updateViaCache: 'none' });
    if (registration.waiting && controlled) offer('ready');
    registration.addEventListener('updatefound', function () {
      const coming = registration.installing;
      coming.addEventListener('statechange', function () {
        if (coming.state === 'installed' && workers.controller) offer('ready');
      });
    });
    // A tab may stay open for days.
    let asked = Date.now();
    document.addEventListener('visibilitychange', function () {
      if (document.hidden || Date.now() - asked < 3600000) return;
      asked = Date.now();
      registration.update().catch(function () {});
    });
  } catch (error) {
    // Private windows, full disks, hosts that refuse sw.js: the site works without, online.
    console.warn('offline use is off:', error);
  }
})();

// What can wait until the page has come to rest.
window.addEventListener('load', function () {
  (window.requestIdleCallback || setTimeout)(function () { import('./sync.js'); });
});
