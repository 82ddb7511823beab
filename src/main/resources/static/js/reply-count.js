// Counts what a reply costs by SMS while it is typed: the words of SmsText, SmsSegments and SegmentCount in the browser.
import { say } from './words.js';

const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';
const PLAIN = [
  [/\r\n?/g, '\n'],
  [/[‘’‚‛ʻʼʽʹˈ′‵´`‹›＇]/gu, "'"],
  [/[“”„‟«»″‶＂]/gu, '"'],
  [/[‐‑‒–—―−﹘－]/gu, '-'],
  [/[•‣·∙]/gu, '*'],
  [/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu, ' '],
  [/[\u2028\u2029\u0085\u000B]/gu, '\n'],
  [/[\u00AD\u200B\u2060\uFEFF]/gu, ''],
  [/…/gu, '...'],
  [/‥/gu, '..'],
];
const NEAR = 10;

export const plain = text => PLAIN.reduce((so, [letters, written]) => so.replace(letters, written), text.normalize('NFC'));

export function segments(text) {
  const letters = [...text];
  const beyond = [...new Set(letters.filter(letter => !BASIC.includes(letter) && !EXTENSION.includes(letter)))];
  const units = letter => beyond.length ? letter.length : EXTENSION.includes(letter) ? 2 : 1;
  const [alone, joined] = beyond.length ? [70, 67] : [160, 153];
  const all = letters.reduce((sum, letter) => sum + units(letter), 0);
  const room = all <= alone ? alone : joined;
  let parts = letters.length ? 1 : 0;
  let used = 0;
  for (const letter of letters) {
    if (used + units(letter) > room) { parts++; used = 0; }
    used += units(letter);
  }
  return { units: all, parts, room: parts > 1 ? parts * joined : alone, beyond };
}

export function warning({ units, parts, room, beyond }) {
  const letters = beyond.length ? `${say('letters', beyond.join(' '))} ` : '';
  if (parts > 1) return letters + say('parts', parts);
  return (letters + (room - units <= NEAR ? say('near', room - units) : '')).trim();
}

document.addEventListener('input', event => {
  if (!event.target.matches('textarea[data-segments]')) return;
  const form = event.target.form;
  const cost = segments(plain(event.target.value.trim()));
  form.elements.parts.value = cost.parts;
  form.querySelector('.count output').textContent = say('count', cost.units, cost.room, Math.max(cost.parts, 1));
  form.querySelector('.count b').textContent = warning(cost);
});
