// Puts a ready reply where the cursor stands, without asking the server.
document.addEventListener('click', event => {
  const button = event.target.closest('button[name="add"]');
  if (!button) return;
  const words = button.form.elements.reply;
  const picked = button.form.elements.canned.selectedOptions[0];
  event.preventDefault();
  if (!picked.dataset.text) return;
  const [start, end] = [words.selectionStart, words.selectionEnd];
  words.setRangeText((start && words.value[start - 1] !== '\n' ? '\n' : '') + picked.dataset.text, start, end, 'end');
  words.dispatchEvent(new Event('input', { bubbles: true }));
  words.focus();
});
