import type { AuthorizationRequest } from './authorization-request.ts'
import type { Consent } from './people/consents.ts'
import type { ProviderContext, ProviderSession } from './provider.ts'
import type { Person } from './people/person.ts'

/** Whether a request can be answered at once, or whom the page suggests. */
export type Decision =
  | { isAnswer: true; person: Person; consent: Consent; authTimeMs: number }
  | { isAnswer: false; suggested: Person | undefined; needs: 'login' | 'consent' }

/**
 * Who is signed in and has consented goes through, unless the request wants to be asked (OpenID
 * Connect Core 1.0, sections 3.1.2.1 and 3.1.2.3) or means somebody else.
 */
export function decide(
  ctx: ProviderContext,
  { prompt, loginHint, maxAgeSeconds, scopes }: AuthorizationRequest,
  session: ProviderSession | undefined,
): Decision {
  const hinted = loginHint === undefined ? undefined : ctx.accounts.findByHint(loginHint)
  const signedIn = session && ctx.accounts.find(session.subject)
  const isOld =
    maxAgeSeconds !== undefined &&
    (session?.authTimeMs ?? 0) + maxAgeSeconds * 1000 <= ctx.clock.now()
  const isMeant = loginHint === undefined || hinted?.subject === signedIn?.subject
  const mustChoose = isOld || prompt.has('login') || prompt.has('select_account')

  if (!session || !signedIn || !isMeant || mustChoose) {
    const suggested = prompt.has('select_account') ? undefined : hinted
    return { isAnswer: false, suggested, needs: 'login' }
  }
  const consent = ctx.consents.find(signedIn.subject, ctx.client.id)
  const isCovered = scopes.every((scope) => consent?.scopes.includes(scope))
  if (!consent || !isCovered || prompt.has('consent')) {
    return { isAnswer: false, suggested: signedIn, needs: 'consent' }
  }
  return { isAnswer: true, person: signedIn, consent, authTimeMs: session.authTimeMs }
}
