import type { ReadJwt } from './masking/read-jwt.ts'

/** Who takes part, as far as a page can know. */
export type Participant = 'user-pool' | 'domain' | 'provider' | 'identity-pool' | 's3'

/** One side of an exchange, masked. */
export interface Message {
  headers: Readonly<Record<string, string>>
  /** Text as it was sent, secrets masked; undefined where there was none, or one that is nobody's business. */
  body: string | undefined
}

/** Something the app has asked, and the answer: all that is kept of it is masked. */
export interface Exchange {
  id: string
  startedAtMs: number
  durationMs: number
  /** Who asked: the browser, where nobody else is named. */
  from?: Participant | 'browser'
  to: Participant
  /** In the log of the local AWS, of what that alone has seen. */
  serverId?: string
  /** As AWS calls it: `InitiateAuth`, `oauth2/token`, `PutObject`. */
  operation: string
  /** What tells one use of the operation from another: a flow, a challenge, a grant, a provider. */
  variant: string | undefined
  method: string
  url: string
  /** Undefined where no answer came; 0 for leaving the page, which has none here. */
  status: number | undefined
  /** The exception's name, of what was refused. */
  error: string | undefined
  request: Message
  response: Message
  /** What the tokens say that were sent or received; nothing of it can be used. */
  tokens: readonly ReadJwt[]
}
