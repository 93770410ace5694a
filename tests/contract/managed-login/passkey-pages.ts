import { withDefaults, type DomainLogin } from '../../support/managed-login/domain-login.ts'
import type { PageVisitor, VisitedPage } from '../../support/managed-login/page-visitor.ts'
import { ada } from '../../support/user-pools/people.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'

export const test = withDefaults({
  clients: [redirectedClient],
  allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'],
})

interface Options {
  challenge: string
  rpId: string
  rp: { id: string }
  allowCredentials: { id: string }[]
  excludeCredentials: { id: string }[]
}

export async function choose(login: DomainLogin, visitor: PageVisitor, Email = ada.Username) {
  return visitor.submit(await visitor.open(login.loginUrl), 'Next', { Email })
}

export async function askForPasskey(login: DomainLogin, visitor: PageVisitor) {
  return visitor.submit(await choose(login, visitor), 'Use passkey')
}

export function field({ document }: VisitedPage): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>('input[data-passkey]')
  if (!input) throw new Error(`${document.title} asks for no passkey`)
  return input
}

export function options(page: VisitedPage): Options {
  return JSON.parse(field(page).dataset['options'] ?? '') as Options
}

/** What the page's script does with what the browser gives it. */
export function send(visitor: PageVisitor, page: VisitedPage, credential: string | object) {
  const input = field(page)
  input.value = typeof credential === 'string' ? credential : JSON.stringify(credential)
  return visitor.submit(page, input.dataset['passkey'] === 'get' ? 'Use passkey' : 'Add passkey')
}
