// Keeps what is typed into the reply box on the server, a moment after the last key, so that leaving the page loses nothing.
import { say } from './words.js';

const PAUSE = 800;
const waiting = new Map();

async function keep(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  const fields = new URLSearchParams(new FormData(form));
  const said = form.querySelector('.kept');
  try {
    const answer = await fetch(form.dataset.draft, { method: 'POST', headers: { 'X-Quiet': 'yes' }, body: fields, keepalive: true });
    said.textContent = answer.status === 204 ? say('draftKept') : say('draftNot');
  } catch {
    said.textContent = say('draftAway');
  }
}

document.addEventListener('input', event => {
  const form = event.target.closest('form[data-draft]');
  if (!form || event.target.name !== 'reply') return;
  form.querySelector('.kept').textContent = '';
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(keep, PAUSE, form));
});

// Once a form is on its way, its draft is the server's to let go.
document.addEventListener('submit', event => {
  clearTimeout(waiting.get(event.target));
  waiting.delete(event.target);
});

const keepAll = () => [...waiting.keys()].forEach(keep);
addEventListener('pagehide', keepAll);
document.addEventListener('visibilitychange', () => { if (document.hidden) keepAll(); });
