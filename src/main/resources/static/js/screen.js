// When htmx has changed the tip: the open row is marked, focus is somewhere, and a server that is away is said.
const parts = ['tip', 'desk'];
let held;
const show = id => { document.getElementById(id).hidden = false; };

function mark() {
  const open = document.getElementById('tip')?.dataset.reference;
  for (const row of document.querySelectorAll('#list a[data-reference]')) {
    if (row.dataset.reference === open) row.setAttribute('aria-current', 'page');
    else row.removeAttribute('aria-current');
  }
  document.querySelector('#list [aria-current]')?.scrollIntoView({ block: 'nearest' });
}

const title = () => document.getElementById('tip-title')?.focus({ preventScroll: true });
const lost = element => !element?.isConnected || !element.checkVisibility();

// Keys and screen readers go on from what has focus: what was taken away hands it to the tip.
function land(isNew) {
  const problem = document.getElementById('problem');
  const row = document.activeElement.closest('#list a');
  if (isNew && problem) problem.focus();
  else if (isNew && row && !row.hasAttribute('aria-current')) title();
  else if (lost(held) && (isNew || held) && lost(document.activeElement.closest('body > *'))) title();
}

document.addEventListener('focusin', event => { held = event.target; });

for (const change of ['htmx:afterSwap', 'htmx:afterSettle', 'htmx:oobAfterSwap']) {
  document.addEventListener(change, event => {
    const isNew = parts.includes(event.target.id);
    if (isNew) mark();
    land(isNew);
  });
}

document.addEventListener('htmx:beforeSwap', event => {
  const { xhr } = event.detail;
  if (event.target.id !== 'list') document.getElementById('away').hidden = true; // a page that keeps itself fresh takes back nothing
  if (new URL(xhr.responseURL).pathname.startsWith('/desk') && xhr.status !== 403) return;
  event.detail.shouldSwap = false;
  show('gone');
});

for (const failure of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, event => { if (event.target.id !== 'list') show('away'); });
}
document.addEventListener('htmx:responseError', event => { if (event.detail.xhr.status >= 500) show('away'); });
