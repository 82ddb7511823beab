// Makes a passkey, or uses one, for a form that asks for it; where there can be none the form stays hidden.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const known = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }));

async function ask(form) {
  const answer = await fetch(form.dataset.challenge, { method: 'POST', body: new URLSearchParams({ _csrf: form.elements._csrf.value }) });
  if (!answer.ok) throw new Error(answer.status);
  const options = await answer.json();
  return { ...options, challenge: bytes(options.challenge) };
}

async function make(form) {
  const options = await ask(form);
  const user = { ...options.user, id: bytes(options.user.id) };
  const { id, rawId, type, response } = await navigator.credentials.create({ publicKey: { ...options, user, excludeCredentials: known(options.excludeCredentials) } });
  return { id, rawId: text(rawId), type, clientExtensionResults: {}, response: {
    attestationObject: text(response.attestationObject), clientDataJSON: text(response.clientDataJSON), transports: response.getTransports?.() ?? [] } };
}

async function use(form) {
  const options = await ask(form);
  const { id, rawId, type, response } = await navigator.credentials.get({ publicKey: { ...options, allowCredentials: known(options.allowCredentials) } });
  return { id, rawId: text(rawId), type, clientExtensionResults: {}, response: {
    authenticatorData: text(response.authenticatorData), clientDataJSON: text(response.clientDataJSON),
    signature: text(response.signature), userHandle: response.userHandle ? text(response.userHandle) : undefined } };
}

async function finish(form) {
  const problem = form.querySelector('[role="alert"]');
  problem.hidden = true;
  try {
    const credential = await (form.dataset.passkey === 'make' ? make(form) : use(form));
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch { // closed by the person, not theirs, or the server away: the sentence covers them all
    problem.hidden = false;
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) break;
  form.hidden = false;
  form.addEventListener('submit', event => { event.preventDefault(); finish(form); });
}
