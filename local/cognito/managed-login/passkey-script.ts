/**
 * The script of the page that asks for a passkey, which needs the browser's own dialog. It puts the assertion into the
 * form, as JSON (WebAuthn Level 3 §5.1.8), and sends the form.
 */
export const passkeyScript = `
const button = document.querySelector('[data-passkey]');
const told = document.getElementById('passkey-problem');
button.form.addEventListener('submit', async (event) => {
  event.preventDefault();
  told.textContent = '';
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(button.dataset.passkey));
    const credential = await navigator.credentials.get({ publicKey });
    button.form.elements.CREDENTIAL.value = JSON.stringify(credential);
    button.form.submit();
  } catch {
    told.textContent = 'The passkey was not used: the dialog was closed, took too long, or this device has no passkey for you.';
  }
});
`;
