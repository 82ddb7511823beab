// Shows a picture as large as the window is; the arrows turn to the next one of the tip.
const viewer = document.getElementById('viewer');
const picture = new Image();
let shown = [];
let at = 0;

function turn(by) {
  at = (at + by + shown.length) % shown.length;
  picture.src = shown[at].href;
  picture.alt = shown[at].querySelector('img').alt;
}

document.addEventListener('click', event => {
  const link = event.target.closest('a.whole');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  shown = [...document.querySelectorAll('.photo[open] a.whole')];
  at = shown.indexOf(link);
  turn(0);
  viewer.append(picture);
  viewer.showModal();
});

viewer.addEventListener('keydown', event => {
  if (event.key === 'ArrowRight') turn(1);
  if (event.key === 'ArrowLeft') turn(-1);
});
viewer.addEventListener('click', event => { if (event.target !== picture) viewer.close(); });
