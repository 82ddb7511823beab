// Says which tip this page reads, and shows who else reads what.
import { say } from './words.js';

const page = Math.random().toString(36).slice(2);
const me = document.body.dataset.me;
let told = '';
let readers = {};

const others = reference => (readers[reference] ?? []).filter(reader => reader.id !== me).map(reader => reader.name);
const words = names => (names.length ? say(names.length === 1 ? 'readingOne' : 'readingMany', names.join(', ')) : '');

function show() {
  for (const row of document.querySelectorAll('#list a[data-reference]')) row.querySelector('.reading').textContent = words(others(row.dataset.reference));
  const tip = document.querySelector('#tip[data-reference]');
  if (tip) document.getElementById('reading').textContent = words(others(tip.dataset.reference));
}

function body(reference) {
  return new URLSearchParams({ _csrf: document.querySelector('input[name="_csrf"]').value, page, reference });
}

function beat() {
  const reference = document.getElementById('tip')?.dataset.reference ?? '';
  if (!reference && !told) return;
  told = reference;
  fetch('/desk/readings', { method: 'POST', body: body(reference) }).catch(() => { /* the next beat says it */ });
}

document.addEventListener('desk:presence', event => { readers = event.detail; show(); });
document.addEventListener('htmx:afterSettle', event => {
  if (['tip', 'desk'].includes(event.target.id)) beat();
  show();
});
addEventListener('pagehide', () => { if (told) navigator.sendBeacon('/desk/readings', body('')); });
if (document.getElementById('tip')) {
  beat();
  setInterval(beat, 10_000);
}
