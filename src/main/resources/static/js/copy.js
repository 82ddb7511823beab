// Puts a location's coordinates on the clipboard.
import { say } from './words.js';

document.addEventListener('click', async event => {
  const chip = event.target.closest('[data-copy]');
  if (!chip) return;
  const news = document.getElementById('news');
  try {
    await navigator.clipboard.writeText(chip.dataset.copy);
    chip.classList.add('copied');
    news.textContent = say('copied');
  } catch {
    getSelection().selectAllChildren(chip);
    news.textContent = say('copy');
  }
});
