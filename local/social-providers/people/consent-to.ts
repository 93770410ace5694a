import type { AuthorizationRequest } from '../authorization-request.ts'
import type { Consent } from './consents.ts'
import type { Person } from './person.ts'
import type { Provider, ProviderContext } from '../provider.ts'
import { sharedBy } from '../shared-by.ts'

/** What the person ticked, where the page asks. */
export interface Choice {
  sharesEmail: boolean
  hidesEmail: boolean
}

/**
 * What `person` lets the app have from now on. The page's answer counts each time, but for the
 * relayed address: Apple asks for that once.
 */
export async function consentTo(
  ctx: ProviderContext,
  { scopes }: AuthorizationRequest,
  { subject }: Person,
  { sharesEmail, hidesEmail }: Choice,
): Promise<{ consent: Consent; isFirst: boolean }> {
  const { client, provider } = ctx
  const relay = hidesEmail ? await provider.relayEmail?.(ctx, subject) : undefined

  const earlier = ctx.consents.find(subject, client.id)
  const relayEmail = wasAskedForEmail(provider, earlier) ? earlier.relayEmail : relay
  const consent: Consent = {
    subject,
    clientId: client.id,
    scopes: [...new Set([...(earlier?.scopes ?? []), ...scopes])],
    sharesEmail,
    ...(relayEmail !== undefined && { relayEmail }),
  }
  ctx.consents.keep(consent)
  return { consent, isFirst: earlier === undefined }
}

/** Whether the address was among what an earlier consent was about. */
export function wasAskedForEmail(
  provider: Provider,
  earlier: Consent | undefined,
): earlier is Consent {
  return earlier !== undefined && sharedBy(provider, earlier.scopes).has('email')
}
