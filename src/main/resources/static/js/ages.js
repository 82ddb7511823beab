// Lets ages grow and rows redden while a page stays open, without asking the server.
function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return '<1 min';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

function redden(marked, seconds, { amber, red }) {
  marked.classList.toggle('red', seconds >= red);
  marked.classList.toggle('amber', seconds >= amber && seconds < red);
}

function grow() {
  for (const age of document.querySelectorAll('[data-since]')) {
    const seconds = Date.now() / 1000 - age.dataset.since;
    age.textContent = words(seconds);
    if ('waits' in age.dataset) redden(age.closest('.row') ?? age, seconds, age.dataset);
  }
}

setInterval(grow, 15_000);
