import { CognitoAWSCredentialsAndIdentityIdProvider } from 'aws-amplify/auth/cognito'
import { fingerprintOf } from './id-token.ts'
import { createRememberedIdentities } from './identity-store.ts'

type AmplifyProvider = CognitoAWSCredentialsAndIdentityIdProvider
type Options = Parameters<AmplifyProvider['getCredentialsAndIdentityId']>[0]
type Answer = ReturnType<AmplifyProvider['getCredentialsAndIdentityId']>

export interface CredentialsProvider {
  getCredentialsAndIdentityId(options: Options): Answer
  clearCredentialsAndIdentityId(): void
  /** For credentials that AWS no longer takes: the next call fetches new ones. */
  renew(): void
}

interface Held {
  fingerprint: string
  untilMs: number
  answer: Answer
}

/** AWS gives them for an hour. Amplify, too, keeps them ten minutes less. */
const lifetimeMs = 50 * 60_000

/**
 * Amplify's credentials, asked for once where Amplify asks often: calls at the same time share one
 * request, and a renewed ID token that says the same of the same person is no reason for new ones.
 * See `docs/decisions/0120-api-calls-per-visit.md`.
 */
export function createCredentialsProvider(now: () => number = () => Date.now()) {
  const identities = createRememberedIdentities()
  const provider = new CognitoAWSCredentialsAndIdentityIdProvider(identities)
  let held: Held | undefined

  async function fetchFor(sub: string, options: Options): Answer {
    identities.setOwner(sub)
    await provider.clearCredentials()
    try {
      return await provider.getCredentialsAndIdentityId(options)
    } catch (error) {
      if (!identities.isRemembered() || !isRefusal(error)) throw error
      // The identity was deleted, or is another login's by now.
      await identities.clearIdentityId()
      return provider.getCredentialsAndIdentityId(options)
    }
  }

  return {
    getCredentialsAndIdentityId(options) {
      const claims = options.tokens?.idToken?.payload
      if (!claims) {
        held = undefined
        return provider.getCredentialsAndIdentityId(options)
      }
      const fingerprint = fingerprintOf(claims)
      const isGood =
        held?.fingerprint === fingerprint && now() < held.untilMs && !options.forceRefresh
      if (held && isGood) return held.answer
      const fetched: Held = {
        fingerprint,
        untilMs: now() + lifetimeMs,
        answer: fetchFor(claims.sub ?? '', options),
      }
      held = fetched
      fetched.answer.catch(() => {
        if (held === fetched) held = undefined
      })
      return fetched.answer
    },
    clearCredentialsAndIdentityId() {
      held = undefined
      void provider.clearCredentialsAndIdentityId()
    },
    renew() {
      held = undefined
    },
  } satisfies CredentialsProvider
}

const refusals = new Set([
  'InvalidParameterException',
  'NotAuthorizedException',
  'ResourceNotFoundException',
  'ValidationException',
])

function isRefusal(error: unknown): boolean {
  return error instanceof Error && refusals.has(error.name)
}
