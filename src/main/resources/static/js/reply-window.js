// Lets the time that is left to answer in own words run down while a page stays open.
function left(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return 'less than a minute';
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function tick() {
  for (const until of document.querySelectorAll('[data-until]')) {
    const seconds = until.dataset.until - Date.now() / 1000;
    until.textContent = seconds > 0 ? `Window closes in ${left(seconds)}.` : 'The window for own words is closed; load the page again.';
  }
}

setInterval(tick, 15_000);
