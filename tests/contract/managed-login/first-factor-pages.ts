import { withDefaults, type DomainLogin } from '../../support/managed-login/domain-login.ts'
import type { PageVisitor, VisitedPage } from '../../support/managed-login/page-visitor.ts'
import { ada } from '../../support/user-pools/people.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'

const allowedFirstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']

export const test = withDefaults({ clients: [redirectedClient], allowedFirstAuthFactors })

export async function sayWho(login: DomainLogin, visitor: PageVisitor, Email = ada.Username) {
  return visitor.submit(await visitor.open(login.loginUrl), 'Next', { Email })
}

export function text({ document }: VisitedPage): string {
  return (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

export function notice({ document }: VisitedPage): string {
  return document.querySelector('[role=status]')?.textContent ?? ''
}
