// One key an action, as its button says. Off while typing; "?" turns all of it off or on again.
const root = document.documentElement;
const off = () => localStorage.getItem('keys') === 'off';
const show = () => root.classList.toggle('keys', !off());

function step(by) {
  const rows = [...document.querySelectorAll('#list .row > a')];
  const open = rows.findIndex(row => row.hasAttribute('aria-current'));
  const held = rows.indexOf(document.activeElement);
  const next = rows[Math.max(0, (held < 0 ? open : held) + by)];
  if (document.querySelector('.tip')) next?.click();
  else next?.focus();
}

function press(key) {
  const control = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!control) return false;
  if (control.matches('input')) { control.select(); return true; }
  control.click();
  control.closest('details[open]')?.querySelector('textarea, input:not([type="hidden"])')?.focus();
  return true;
}

function toggle() {
  localStorage.setItem('keys', off() ? 'on' : 'off');
  show();
  document.getElementById('news').textContent = off() ? 'Keys are off' : 'Keys are on';
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  if (event.key === '?') { toggle(); return; }
  if (off()) return;
  if (event.key === 'j' || event.key === 'k') { step(event.key === 'j' ? 1 : -1); event.preventDefault(); return; }
  if (press(event.key)) event.preventDefault();
});
show();
