// One key an action, as its button says; on all selected where something is selected. Nothing fires while typing.
const on = () => document.body.dataset.keys === 'on';
const typing = target => target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], dialog');
const busy = () => document.querySelector('#tip .htmx-request, #bulk.htmx-request, #undo .htmx-request, #rail .htmx-request');
const coming = () => document.querySelector('#list .htmx-request');
const rows = () => [...document.querySelectorAll('#list .row > a')];
const current = () => rows().find(row => row === document.activeElement) ?? rows().find(row => row.ariaCurrent);
const fields = 'input:checked, textarea, select, input:not([type="hidden"], [type="radio"])';

function step(by) {
  const all = rows();
  const row = all[Math.max(0, all.indexOf(current()) + by)];
  row?.focus();
  if (document.querySelector('#tip[data-reference]')) row?.click();
}

function find(key) {
  const buttons = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  const bulk = document.querySelector('#list input:checked') && buttons.find(button => button.closest('#bulk'));
  return bulk || buttons.find(button => !button.closest('#bulk'));
}

function press(key) {
  const control = find(key);
  if (!control) return false;
  if (control.matches('input')) { control.select(); return true; }
  control.click();
  control.closest('details[open]')?.querySelector(fields)?.focus();
  return true;
}

function close() {
  const open = document.querySelector('.act details[open], .bulk details[open]');
  if (open) { open.open = false; open.querySelector('summary').focus(); return; }
  for (const pick of document.querySelectorAll('#list input:checked')) pick.click();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  x: () => current()?.parentElement.querySelector('input')?.click(),
  '?': () => document.getElementById('help').showModal(),
  Enter: () => (current() ?? rows()[0])?.click(),
};

function act(key) {
  if (keys[key]) keys[key]();
  return Boolean(keys[key]) || press(key);
}

// Pressed while a tip is on its way, a key is for that tip, and not for the one that is still there.
let held;
document.addEventListener('htmx:afterRequest', event => {
  const key = held;
  if (!key || coming()) return;
  held = undefined;
  if (event.detail.successful && !busy()) act(key);
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Escape' && !event.target.closest('dialog')) { close(); return; }
  if (!on() || typing(event.target) || busy()) return;
  if (event.key === 'Enter' && event.target !== document.body && event.target.id !== 'tip-title') return;
  if (event.repeat && !'jk'.includes(event.key)) return;
  held = coming() && /^[a-z]$/.test(event.key) && !keys[event.key] ? event.key : undefined;
  if (held || act(event.key)) event.preventDefault();
});
