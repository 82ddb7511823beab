// Lets the time that is left to answer in own words run down while a page stays open.
import { say } from './words.js';

function left(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return say('leftNow');
  return minutes < 60 ? say('leftMinutes', minutes) : say('leftHours', Math.floor(minutes / 60), minutes % 60);
}

function tick() {
  for (const until of document.querySelectorAll('[data-until]')) {
    const seconds = until.dataset.until - Date.now() / 1000;
    until.textContent = seconds > 0 ? say('closes', left(seconds)) : say('closed');
  }
}

setInterval(tick, 15_000);
