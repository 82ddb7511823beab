// Takes the undo away when its time is over; what could not be done stays to be read.
const undo = document.getElementById('undo');
let timer;

function end() {
  if (undo.contains(document.activeElement)) document.getElementById('tip-title')?.focus();
  undo.querySelector('form')?.remove();
  if (!undo.querySelector('li')) undo.replaceChildren();
}

function begin() {
  clearTimeout(timer);
  const seconds = undo.querySelector('[data-seconds]')?.dataset.seconds;
  if (seconds) timer = setTimeout(end, seconds * 1000);
}

new MutationObserver(changes => { if (changes.some(change => change.addedNodes.length)) begin(); }).observe(undo, { childList: true });
begin();
