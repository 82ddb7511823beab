// Puts a location's coordinates on the clipboard.
document.addEventListener('click', async event => {
  const chip = event.target.closest('[data-copy]');
  if (!chip) return;
  const news = document.getElementById('news');
  try {
    await navigator.clipboard.writeText(chip.dataset.copy);
    chip.classList.add('copied');
    news.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(chip);
    news.textContent = 'Selected, copy it now';
  }
});
