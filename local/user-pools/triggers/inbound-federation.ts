import type { IdentityProviderConfig } from '../config.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { readObject } from './read-answer.ts'
import { runTrigger } from './run-trigger.ts'

type Claims = Readonly<Record<string, unknown>>

/** What a provider has answered about somebody, as it came. */
export interface ProviderAnswers {
  /** Of its token endpoint, tokens included. */
  tokenResponse: Claims
  /** The claims of its ID token; empty where it has none. */
  idToken: Claims
  /** Empty where it has none. */
  userInfo: Claims
}

interface Arrival extends ClientOfPool {
  provider: IdentityProviderConfig
  /** Their id at the provider. */
  subject: string
  answers: ProviderAnswers
  claims: Claims
}

/**
 * Runs the pool's InboundFederation trigger, if it has one, at each sign-in at a provider.
 *
 * @returns the claims that are mapped: all those that the function wants, `claims` where it wants no
 *   others.
 * @throws those of `runTrigger`, each of which ends the sign-in.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-inbound-federation.html
 */
export async function inboundFederation(
  ctx: Pick<OperationContext, 'invoke'>,
  { pool, client, provider, subject, answers, claims }: Arrival,
): Promise<Claims> {
  const request = {
    providerName: provider.name,
    providerType: provider.type,
    attributes: answers,
  }
  const call = {
    source: 'ExternalProvider',
    clientId: client.id,
    username: subject,
    request,
  } as const
  const response = await runTrigger(ctx, pool, 'InboundFederation', call)
  const wanted = readObject(response?.userAttributesToMap) ?? {}
  return Object.keys(wanted).length > 0 ? wanted : claims
}
