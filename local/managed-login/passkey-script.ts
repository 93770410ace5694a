/**
 * The script of the pages that use a passkey, the one that managed login has: only a script can ask
 * a browser for one. What it is to ask for stands in the form; what comes of it is sent with the form.
 * It has no words of its own: it shows those that the page holds ready.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-api
 */
export const passkeyScript = `const field = document.querySelector('input[data-passkey]')
const form = field.form
const isNew = field.dataset.passkey === 'create'
let isUnderWay = false

if (window.PublicKeyCredential) {
  form.addEventListener('submit', (event) => {
    if (event.submitter?.value === 'later') return
    event.preventDefault()
    void ask()
  })
  if (field.hasAttribute('data-starts')) void ask()
} else {
  say('unsupported')
  form.querySelector('button[data-asks]').hidden = true
}

async function ask() {
  if (isUnderWay) return
  isUnderWay = true
  say()
  try {
    const publicKey = read(JSON.parse(field.dataset.options))
    const credential = isNew
      ? await navigator.credentials.create({ publicKey })
      : await navigator.credentials.get({ publicKey })
    field.value = JSON.stringify(write(credential))
    form.submit()
  } catch (error) {
    isUnderWay = false
    say(outcomeOf(error))
  }
}

/** Shows one of the texts that the page has, and no other. */
function say(outcome) {
  for (const text of document.querySelectorAll('[data-says]')) {
    text.hidden = text.dataset.says !== outcome
  }
}

function outcomeOf({ name }) {
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return isNew && name === 'InvalidStateError' ? 'exists' : 'failed'
}

/** Options as JSON, with the bytes that the API takes. */
function read({ challenge, user, allowCredentials, excludeCredentials, ...rest }) {
  const list = (credentials) => credentials.map((one) => ({ ...one, id: toBytes(one.id) }))
  return {
    ...rest,
    challenge: toBytes(challenge),
    ...(user && { user: { ...user, id: toBytes(user.id) } }),
    ...(allowCredentials && { allowCredentials: list(allowCredentials) }),
    ...(excludeCredentials && { excludeCredentials: list(excludeCredentials) }),
  }
}

/** As toJSON() has it, which not every browser does. */
function write({ id, rawId, type, authenticatorAttachment, response }) {
  const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response
  const parts = isNew
    ? { clientDataJSON, attestationObject }
    : { clientDataJSON, authenticatorData, signature, userHandle }
  const texts = Object.entries(parts).filter(([, bytes]) => bytes)
  return {
    id,
    rawId: toText(rawId),
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: {},
    response: {
      ...Object.fromEntries(texts.map(([name, bytes]) => [name, toText(bytes)])),
      ...(isNew && { transports: response.getTransports?.() ?? [] }),
    },
  }
}

function toBytes(text) {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

function toText(bytes) {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
`
