import type { RequestContext } from '../iam/context.ts'
import type { SessionTags } from '../iam/session-tags.ts'

/** Somebody outside of AWS, as the token of their provider proves it. */
export interface WebIdentity {
  /** As trust policies name it, e.g. `cognito-identity.amazonaws.com`. */
  provider: string
  subject: string
  audience: string
  /** Condition keys and policy variables that the token gives. */
  context: RequestContext
  /** Of the session, as the token asks. Of those kept by an older build there are none. */
  tags?: SessionTags
}

export type WebIdentityProof =
  | { kind: 'verified'; identity: WebIdentity }
  /** No JWT. */
  | { kind: 'malformed' }
  /** Of somebody whom the account does not know. */
  | { kind: 'unknown-issuer'; issuer: string }
  | { kind: 'bad-signature' }
  | { kind: 'expired'; nowSeconds: number; expiresAtSeconds: number }

export type VerifyWebIdentity = (token: string) => Promise<WebIdentityProof>
