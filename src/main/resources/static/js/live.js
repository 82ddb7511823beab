// Keeps the open page true: hears that the queue has changed and asks for the parts that can have.
import { say } from './words.js';

const news = document.getElementById('news');
const DEAF_MILLIS = 60_000; // a beat comes every 20 s
let source;
let silence;
let busy = false;
let again = false;

// Requests of the editor that are under way: htmx asks the link they came from how to go on, so it must not be replaced before.
let acts = [];
let missed = false;
const acting = () => (acts = acts.filter(xhr => xhr.readyState !== XMLHttpRequest.DONE)).length > 0;
const isRefresh = event => event.detail.requestConfig.path.startsWith('/desk/live');

// A tip is new that waits since later than any that a list told of: one that only moved up onto the page is not.
const newest = () => Math.max(0, ...[...document.querySelectorAll('#waits [data-newest]')].map(desk => Date.parse(desk.dataset.newest)));
let toldOf = newest();

function tellNew() {
  const last = newest();
  if (last <= toldOf) return;
  const came = time => Date.parse(time.dateTime);
  const count = [...document.querySelectorAll('#list time[data-waits]')].filter(time => came(time) > toldOf && came(time) <= last).length;
  if (count) news.textContent = count === 1 ? say('liveOne') : say('liveMany', count);
  else if (!location.search) news.textContent = say('liveBehind');
  toldOf = last;
}

function tell() {
  tellNew();
  const tip = document.getElementById('tip');
  const { reference, version } = document.getElementById('shown').dataset;
  const changed = document.getElementById('changed');
  if (changed && tip.dataset.reference === reference && tip.dataset.version !== version) changed.hidden = false;
}

async function refresh() {
  again = busy;
  missed = acting();
  if (missed || busy || !document.getElementById('list')) return;
  busy = true;
  const query = new URLSearchParams(location.search);
  const open = document.getElementById('tip').dataset.reference;
  if (open) query.set('open', open);
  try {
    await htmx.ajax('GET', `/desk/live?${query}`, { target: '#list', swap: 'none' });
    tell();
  } catch { /* the network is away; the next open asks again */ }
  busy = false;
  if (again) refresh();
}

// A line that was cut without a word says nothing, not even that.
function hear() {
  clearTimeout(silence);
  silence = setTimeout(listen, DEAF_MILLIS);
}

function listen() {
  source?.close();
  clearTimeout(silence);
  if (document.hidden) return; // a browser gives one host six connections: a page nobody sees must not hold one
  source = new EventSource('/desk/events');
  hear();
  for (const word of ['open', 'beat', 'queue', 'presence']) source.addEventListener(word, hear);
  source.addEventListener('open', refresh);
  source.addEventListener('queue', refresh);
  source.addEventListener('presence', event => document.dispatchEvent(new CustomEvent('desk:presence', { detail: JSON.parse(event.data) })));
  source.addEventListener('error', () => { if (source.readyState === EventSource.CLOSED) { refresh(); setTimeout(listen, 30_000); } });
}

document.addEventListener('visibilitychange', listen);
document.addEventListener('htmx:beforeSend', event => { if (!isRefresh(event)) acts.push(event.detail.xhr); });
document.addEventListener('htmx:beforeSwap', event => {
  if (!isRefresh(event) || !acting()) return;
  event.detail.shouldSwap = false;
  missed = true;
});
document.addEventListener('htmx:afterRequest', event => {
  if (isRefresh(event)) return;
  if (missed || (event.detail.successful && event.detail.requestConfig.verb === 'post')) refresh();
});
if (document.getElementById('list')) listen();
