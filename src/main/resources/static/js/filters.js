// Keeps what the filters leave open out of the address bar.
document.addEventListener('htmx:configRequest', event => {
  if (!event.target.closest('.filters')) return;
  const fields = event.detail.formData;
  for (const [name, value] of [...fields]) if (value === '') fields.delete(name);
});
