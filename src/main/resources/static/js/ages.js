// Lets ages grow and rows redden while a page stays open, without asking the server.
import { say } from './words.js';

function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return say('ageNow');
  if (minutes < 60) return say('ageMinutes', minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? say('ageHours', hours, minutes % 60) : say('ageDays', Math.floor(hours / 24));
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
