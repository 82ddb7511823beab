// Shows what comes back while the page stays open, and leaves alone what is being written.
const EVERY = 1_500;

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch('/demo' + location.search, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-fresh]')) {
      const other = fresh.getElementById(part.id);
      if (other && other.innerHTML !== part.innerHTML) part.replaceChildren(...document.adoptNode(other).childNodes);
    }
  } catch { /* the demo is away; the next look asks again */ }
}

setInterval(look, EVERY);
