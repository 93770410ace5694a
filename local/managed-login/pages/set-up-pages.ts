import { brand } from '../../core/brand.ts'
import { encode } from 'uqr'
import { field, type Field, type Problem } from '../../authorization-server/field.ts'
import { html, type Html } from '../../http/html.ts'
import { keyUri } from '../../user-pools/mfa/totp.ts'
import type { Words } from '../wording/catalogue.ts'
import { codeField } from './fields.ts'
import { form, formPage, type FormFrame } from './form.ts'

interface SetUpAppPage {
  frame: FormFrame
  /** What the app will call the account. */
  name: string
  /** Base32. */
  secret: string
  problem?: Problem | undefined
}

/** Shows the secret, as a picture, a link for the app on this device, and text. */
export function setUpAppPage({ frame, name, secret, problem }: SetUpAppPage): Html {
  const { words } = frame
  const { title, intro, key, submit } = words.setUpApp
  const uri = keyUri(brand.name, name, secret)
  const groups = secret.match(/.{1,4}/g) ?? []
  return formPage(frame, {
    title,
    problem,
    body: html`<p class="soft">${intro}</p>
      <a class="qr-code" href="${uri}">${qrCode(uri, words)}</a>
      <p>${key}: <code class="secret">${groups.join(' ')}</code></p>
      ${form(
        '/setUpMfa',
        frame,
        html`${field(codeField(words), problem)} <button type="submit">${submit}</button>`,
      )}`,
  })
}

/** For pools whose second factors are mails alone. */
export function setUpEmailPage({ frame, problem }: Pick<SetUpAppPage, 'frame' | 'problem'>): Html {
  const { words } = frame
  const { title, intro, submit } = words.setUpEmail
  return formPage(frame, {
    title,
    problem,
    body: html`<p class="soft">${intro}</p>
      ${form(
        '/setUpMfa',
        frame,
        html`${field(emailField(words), problem)} <button type="submit">${submit}</button>`,
      )}`,
  })
}

export function emailField({ email: label }: Words): Field {
  return { name: 'email', label, type: 'email', autocomplete: 'email' }
}

function qrCode(text: string, words: Words): Html {
  const { data, size } = encode(text, { border: 4 })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return html`<svg
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${words.setUpApp.qrCode}"
    shape-rendering="crispEdges"
  >
    <path class="light" d="M0 0h${size}v${size}H0z" />
    <path d="${path}" />
  </svg>`
}
