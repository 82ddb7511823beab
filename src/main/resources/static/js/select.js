// Counts what is selected, lets "X" select the whole page, and forgets it all once it is done.
import { say } from './words.js';

const picks = () => [...document.querySelectorAll('#list input[name="pick"]')];
const chosen = () => picks().filter(pick => pick.checked);

function count() {
  const picked = document.getElementById('picked');
  if (picked) picked.textContent = say('selected', chosen().length);
}

function all() {
  const wanted = chosen().length < picks().length;
  for (const pick of picks()) pick.checked = wanted;
  count();
}

document.addEventListener('change', event => { if (event.target.name === 'pick') count(); });

document.addEventListener('keydown', event => {
  if (event.key === 'X' && document.body.dataset.keys === 'on' && !event.target.closest('input:not([type="checkbox"]), textarea, select, dialog')) all();
  const panel = event.target.closest('#bulk .panel');
  if (event.key !== 'Enter' || !panel || event.target.matches('button, textarea')) return;
  event.preventDefault();
  panel.querySelector('button').click();
});

// What was selected stays so when the list is made anew, in the version that was seen.
document.addEventListener('htmx:oobBeforeSwap', event => {
  if (event.detail.target.id !== 'list') return;
  for (const pick of chosen()) {
    const fresh = event.detail.fragment.querySelector(`#${CSS.escape(pick.id)}`);
    if (fresh) Object.assign(fresh, { checked: true, value: pick.value });
  }
});

document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.elt.closest('#bulk') && event.detail.xhr.status < 400) for (const pick of picks()) pick.checked = false;
});
