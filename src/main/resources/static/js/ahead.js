// While a tip is read the one that follows is fetched, and shown the moment the first is settled; the server's answer then takes its place.
let ahead, acting;

const settles = /\/(decisions|snoozes|moves|assignments)(\?|$)/;
const tip = () => document.getElementById('tip');
const rows = () => [...document.querySelectorAll('#list a[data-reference]')];
const following = () => rows().find((_, n, all) => n && all[n - 1].dataset.reference === tip()?.dataset.reference);

// The version too: a tip that has changed is fetched anew.
const name = row => row && `${row.href} ${row.parentElement.querySelector('input')?.value}`;

async function look() {
  const row = following();
  if (name(row) === ahead?.name) return;
  const next = { name: name(row) };
  ahead = next;
  if (!row) return;
  try {
    const answer = await fetch(row.href.replace('/desk/tips/', '/desk/ahead/'), { headers: { 'HX-Request': 'true', 'HX-Target': 'tip' }, priority: 'low' });
    if (answer.ok && !answer.redirected) next.tip = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('tip');
  } catch { /* then the act fetches it */ }
}

function mark(row) {
  for (const other of rows()) other.removeAttribute('aria-current');
  row?.setAttribute('aria-current', 'page');
}

// To look at only: what can be done there comes with the answer, and the first tip waits for it out of sight.
function show(xhr) {
  const shown = document.importNode(ahead.tip, true);
  for (const part of [shown, ...shown.querySelectorAll('[id]')]) part.removeAttribute('id');
  shown.removeAttribute('aria-labelledby');
  for (const part of [...shown.children].slice(1)) part.inert = true;
  acting = { xhr, shown, row: rows().find(row => row.ariaCurrent) };
  mark(following());
  tip().hidden = true;
  tip().after(shown);
  shown.querySelector('h1').focus({ preventScroll: true });
}

function end(event) {
  if (event.detail.xhr !== acting?.xhr) return;
  const { shown, row } = acting;
  acting = undefined;
  tip().hidden = false;
  if (shown.contains(document.activeElement)) document.getElementById('tip-title').focus({ preventScroll: true });
  shown.remove();
  mark(row);
}

document.addEventListener('htmx:beforeSend', event => {
  const { elt, requestConfig, xhr } = event.detail;
  if (ahead?.tip && requestConfig.verb === 'post' && elt.closest('#tip .act') && settles.test(requestConfig.path) && name(following()) === ahead.name) show(xhr);
});
for (const answer of ['htmx:beforeSwap', 'htmx:afterRequest']) document.addEventListener(answer, end);
for (const change of ['htmx:afterSettle', 'htmx:oobAfterSwap']) {
  document.addEventListener(change, event => { if (['tip', 'desk', 'list'].includes(event.target.id)) look(); });
}
look();
