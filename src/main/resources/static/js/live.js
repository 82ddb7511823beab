// Keeps the open page true: on every event the page is asked for again and its live parts are changed in place.
const news = document.getElementById('news');
let source;
let busy = false;
let again = false;
let gone = false;

const references = () => new Set([...document.querySelectorAll('#list [data-reference]')].map(row => row.dataset.reference));

function swap(fresh) {
  const held = document.activeElement.closest('[data-live]') && document.activeElement.getAttribute('href');
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other) part.replaceChildren(...document.adoptNode(other).childNodes);
  }
  const link = held && [...document.querySelectorAll('[data-live] a')].find(each => each.getAttribute('href') === held);
  if (link) link.focus({ preventScroll: true });
}

function show(fresh) {
  const before = references();
  const shown = document.querySelector('.tip')?.dataset.version;
  if (shown && fresh.querySelector('.tip')?.dataset.version !== shown) document.getElementById('changed').hidden = false;
  swap(fresh);
  const count = [...references()].filter(reference => !before.has(reference)).length;
  if (count) news.textContent = count === 1 ? '1 new tip' : `${count} new tips`;
}

function leave() {
  gone = true;
  source.close();
  document.getElementById('gone').hidden = false;
}

async function refresh() {
  again = busy;
  if (busy) return;
  busy = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!new URL(answer.url).pathname.startsWith('/desk')) leave();
    else if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  } catch { /* the network is away; the next open asks again */ }
  busy = false;
  if (again) refresh();
}

function listen() {
  source?.close();
  if (gone || document.hidden) return; // a browser gives one host six connections: a page nobody sees must not hold one
  source = new EventSource('/desk/events');
  source.addEventListener('open', refresh);
  source.addEventListener('queue', refresh);
  source.addEventListener('error', () => { if (source.readyState === EventSource.CLOSED) { refresh(); setTimeout(listen, 30_000); } });
}

document.addEventListener('visibilitychange', listen);
if (document.getElementById('list')) listen();
