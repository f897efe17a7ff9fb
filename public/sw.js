// Offline use. Keeps one whole build, checked byte by byte, and serves the site from it: never a file of another build.
//
// `cargo hub demo` fills in the three constants, so that this file changes whenever anything does.
// KILL SWITCH: put this file on the host as it is here, without a build, and every browser that asks for it forgets what
// it kept and goes back to the network at its next visit.
'use strict';
const BUILD = '';
// File that lists all files of the build, as [[path, integrity], …], and its integrity.
const LIST = '';
const LIST_INTEGRITY = '';

const SITE = new URL('./', self.location).href;
// Other sites may live on this host, each below its own path.
const OURS = 'hub ' + new URL(SITE).pathname + ' ';
const CACHE = OURS + BUILD;

self.addEventListener('install', function (event) {
  event.waitUntil(BUILD ? install() : self.skipWaiting());
});

self.addEventListener('activate', function (event) {
  event.waitUntil(BUILD ? activate() : retire());
});

// A new build waits until the reader agrees: two builds in one open page would not fit each other.
self.addEventListener('message', function (event) {
  if (event.data === 'SKIP_WAITING') self.skipWaiting();
});

self.addEventListener('fetch', function (event) {
  const request = event.request;
  if (!BUILD || request.method !== 'GET' || !request.url.startsWith(SITE)) return;
  const path = request.url.slice(SITE.length).split(/[?#]/)[0];
  // What the server says today is never taken from yesterday.
  if (path.startsWith('v1/')) return;
  if (request.mode === 'navigate') {
    if (isPage(path)) event.respondWith(page(request));
  } else {
    event.respondWith(file(request, path));
  }
});

// All files or none: whatever is missing or altered fails the installation, and the build before stays.
async function install() {
  // Left by an installation that the browser broke off.
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  try {
    const list = await (await get(LIST, LIST_INTEGRITY)).json();
    const waiting = list.slice();
    const worker = async function () {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await cache.put(SITE + next[0], await get(next[0], next[1]));
      }
    };
    // A few at a time, so that the page's own requests find room.
    await Promise.all([worker(), worker(), worker(), worker()]);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// A name with the hash in it may come from the browser's own cache, any other is asked for anew; what fails is asked for
// once more, past every cache.
async function get(path, integrity) {
  const hashed = /-[0-9a-f]{14,}[._]/.test(path);
  try {
    return await ask(path, integrity, hashed ? 'default' : 'no-cache');
  } catch (_) {
    return ask(path, integrity, 'reload');
  }
}

// The browser refuses bytes that differ from the integrity, wherever they come from.
async function ask(path, integrity, cache) {
  const response = await fetch(SITE + path, { integrity: integrity, cache: cache, credentials: 'same-origin' });
  if (!response.ok) throw new Error(response.status + ' ' + path);
  // A redirect that was followed is no answer to a navigation: keep the content only.
  const type = response.headers.get('content-type') || '';
  return new Response(await response.blob(), { headers: { 'content-type': type } });
}

async function activate() {
  const old = (await kept()).filter(function (name) { return name !== CACHE; });
  await Promise.all(old.map(function (name) { return caches.delete(name); }));
  // The very first build may serve the page that brought it. Later ones take over when the reader has agreed.
  await self.clients.claim();
}

async function retire() {
  await Promise.all((await kept()).map(function (name) { return caches.delete(name); }));
  await self.registration.unregister();
}

// The names of all builds that are kept.
async function kept() {
  const names = await caches.keys();
  return names.filter(function (name) { return name.startsWith(OURS); });
}

// Root and everything below a language belongs to the app, as product ids with dots in them do.
function isPage(path) {
  return path === '' || path === 'index.html' || /^(en|zh)(\/|$)/.test(path);
}

async function page(request) {
  const cache = await caches.open(CACHE);
  const root = await cache.match(SITE);
  if (!root) return fetch(request);
  // The one page serves every address: what is relative to the root must say so.
  const html = (await root.text()).replace('<base href="./">', '<base href="' + new URL(SITE).pathname + '">');
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function file(request, path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(SITE + path)) || fetch(request);
}
