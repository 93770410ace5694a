import type { Exchange, Participant } from '../../recorder/exchange.ts'
import { flowWords as words } from '#words/flow'
import { flowSteps } from '#words/flow-steps'

export type Lane = Participant | 'browser'

/** From left to right. */
export const laneOrder: readonly Lane[] = [
  'browser',
  'user-pool',
  'domain',
  'provider',
  'identity-pool',
  's3',
]

interface StepWords {
  phase: string
  purpose: string
}

/** What a step does, and what it is for. */
export function stepWords({ operation, variant, from, to }: Exchange): StepWords {
  const { steps, other } = flowSteps
  const find = (key: string) => (Object.hasOwn(steps, key) ? steps[key] : undefined)
  // What others ask of one another has words of its own.
  const found =
    find(`${from ?? ''}>${to}:${operation}`) ??
    find(`${operation}:${variant ?? ''}`) ??
    find(operation)
  const [phase, purpose] = found ?? other
  return { phase, purpose }
}

/** `InitiateAuth · USER_SRP_AUTH` */
export function callOf({ operation, variant }: Exchange): string {
  return variant === undefined ? operation : `${operation} · ${variant}`
}

export function outcomeOf({ status, error, durationMs, operation }: Exchange): string {
  if (status === 0) return error ?? (operation === 'callback' ? words.returns : words.leaves)
  return `${error ?? (status === undefined ? words.noAnswer : String(status))}, ${durationMs} ms`
}

export function hasFailed({ status, error }: Exchange): boolean {
  return error !== undefined || status === undefined || status >= 400
}

const apiReferences: Partial<Record<Participant, string>> = {
  'user-pool': 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference',
  'identity-pool': 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference',
  s3: 'https://docs.aws.amazon.com/AmazonS3/latest/API',
}

const guide = 'https://docs.aws.amazon.com/cognito/latest/developerguide'

const guidePages: Readonly<Record<string, string>> = {
  'oauth2/authorize': 'authorization-endpoint.html',
  'oauth2/token': 'token-endpoint.html',
  'oauth2/revoke': 'revocation-endpoint.html',
  'jwks.json': 'amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
  callback: 'authorization-endpoint.html',
  'oauth2/idpresponse': 'cognito-user-pools-oidc-flow.html',
  logout: 'logout-endpoint.html',
  login: 'login-endpoint.html',
}

/** AWS's own page about a step. */
export function docsOf({ to, operation }: Exchange): string {
  const reference = apiReferences[to]
  const isApi = reference !== undefined && /^[A-Z]/.test(operation)
  if (isApi) return `${reference}/API_${operation}.html`
  if (to === 'provider') return `${guide}/cognito-user-pools-identity-federation.html`
  return `${guide}/${guidePages[operation] ?? 'managed-login-endpoints.html'}`
}
