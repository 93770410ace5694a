import type { Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import { factorForm, otherWays, who, type FirstFactorPage } from './first-factor-pages.ts'
import { form, formPage, type FormFrame } from './form.ts'

interface PasskeyPage extends FirstFactorPage {
  /** For `navigator.credentials.get()`. */
  options: object
}

/** Asks for a passkey at once, unless that has just failed. */
export function passkeyPage(page: PasskeyPage): Html {
  const { frame, options, problem } = page
  const { passkey, firstFactor } = frame.words
  return formPage(frame, {
    title: passkey.title,
    problem,
    body: html`${needsScript(frame)} ${who(page)}
      <p class="soft">${passkey.intro}</p>
      ${outcomes(frame, { cancelled: passkey.cancelled, failed: passkey.failed })}
      ${factorForm(
        '/passkey',
        page,
        html`<input
            type="hidden"
            name="credential"
            data-passkey="get"
            data-options="${JSON.stringify(options)}"
            ${!problem && html`data-starts`}
          />
          <button type="submit" data-asks>${firstFactor.WEB_AUTHN}</button>`,
      )}
      ${otherWays(page, true)} ${script(frame)}`,
  })
}

interface AddPasskeyPage {
  frame: FormFrame
  /** Whose it will be, as they sign in. */
  name: string
  /** For `navigator.credentials.create()`; undefined where there can be none. */
  options: object | undefined
  problem?: Problem | undefined
}

export function addPasskeyPage({ frame, name, options, problem }: AddPasskeyPage): Html {
  const { passkey, addPasskey } = frame.words
  const { cancelled } = passkey
  const { exists, failed } = addPasskey
  const field =
    options &&
    html`<input
        type="hidden"
        name="credential"
        data-passkey="create"
        data-options="${JSON.stringify(options)}"
      />
      <button type="submit" data-asks>${addPasskey.submit}</button>`
  return formPage(frame, {
    title: addPasskey.title,
    problem,
    body: html`${options && needsScript(frame)}
      <p class="soft">${addPasskey.intro}</p>
      <p><strong>${name}</strong></p>
      ${outcomes(frame, { cancelled, exists, failed })}
      ${form(
        '/passkeys/add',
        frame,
        html`${field}
          <button type="submit" name="intent" value="later" class="quiet">
            ${addPasskey.later}
          </button>`,
      )}
      ${options && script(frame)}`,
  })
}

/** What the script may have to say, each read out when it is shown. */
function outcomes({ words }: FormFrame, own: Readonly<Record<string, string>>): Html {
  const all = { unsupported: words.passkey.unsupported, ...own }
  return html`${Object.entries(all).map(
    ([name, text]) => html`<p class="fault" role="alert" data-says="${name}" hidden>${text}</p> `,
  )}`
}

function needsScript({ words }: FormFrame): Html {
  return html`<noscript><p class="fault">${words.passkey.needsScript}</p></noscript>`
}

function script({ base }: FormFrame): Html {
  return html`<script type="module" src="${base}/managed-login/passkey.js"></script>`
}
