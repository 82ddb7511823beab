// What scripts say, in the page's language: the page brings the words, with blanks.
export function say(key, ...values) {
  return document.getElementById('words').dataset[key].replace(/\{(\d)\}/g, (_, n) => values[n]);
}
