// Says before the upload what the server would say after it, and sends once.
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_FILES = 10;

const form = document.getElementById("tip");
const files = document.getElementById("files");
const note = document.getElementById("files-status");
const button = form.querySelector("button.main");

function problem() {
  const chosen = Array.from(files.files);
  const large = chosen.filter((file) => file.size > MAX_BYTES).map((file) => file.name);
  if (large.length) return form.dataset.tooLarge + " " + large.join(", ");
  return chosen.length > MAX_FILES ? form.dataset.tooMany : "";
}

function show(text) {
  note.textContent = text;
  if (text) files.setAttribute("aria-invalid", "true");
  else files.removeAttribute("aria-invalid");
}

function busy(on) {
  if (on) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
  document.getElementById("sending").textContent = on ? form.dataset.sending : "";
}

files.addEventListener("change", () => show(problem()));

form.addEventListener("submit", (event) => {
  const found = problem();
  show(found);
  if (found || button.hasAttribute("aria-disabled")) {
    event.preventDefault();
    if (found) files.focus();
    return;
  }
  busy(true);
});

// Back from an answer that never came: the form can be sent again.
addEventListener("pageshow", () => busy(false));

const problems = document.getElementById("problems");
if (problems) problems.focus();
