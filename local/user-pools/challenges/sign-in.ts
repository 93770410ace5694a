import type { ClientOfPool, OperationContext } from '../context.ts'
import type { KnownDevice } from '../devices/known-device.ts'
import type { MfaFactor, UserRecord } from '../model.ts'
import type { Level, Proof } from '../sign-in/proof.ts'
import type { ChallengeState, Reached, Session } from '../sign-in/sessions.ts'
import type { SignInProtection } from '../threat-protection/model.ts'
import type { Parameters } from './parameters.ts'

/** A sign-in under way: whose it is, at which app client, and how far it has got. */
export interface SignIn extends ClientOfPool {
  user: UserRecord
  /** In the order in which they were shown. */
  proved: readonly Proof[]
  /** What it has to come up to, and tells in its tokens that it did. */
  target?: Level | undefined
  /** Where they are, if they named a device. */
  device?: KnownDevice | undefined
  /** SRP_A of the device's proof, once it has come. */
  deviceA?: bigint
  /** The second factor that they want to prove, where they had the choice. */
  chosen?: MfaFactor
  /** Whether its password, as it came, is among those that have leaked. */
  isLeaked?: boolean
  /** What threat protection has made of it, where that is on. */
  protection?: SignInProtection | undefined
  /** For the triggers. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

export type ChallengeKind = ChallengeState['kind']

/** How far an answer has brought a sign-in. */
export interface Settled {
  user: UserRecord
  /** What it has shown, if anything. */
  proof?: Proof
  chosen?: MfaFactor
  deviceA?: bigint
}

/** What a challenge begins with. */
interface Begun<Kind extends ChallengeKind> {
  /** What its session remembers. */
  state: Omit<Extract<ChallengeState, { kind: Kind }>, 'kind' | keyof Reached>
  /** `ChallengeParameters`: what the client is told. Values are strings. */
  parameters: Readonly<Record<string, string>>
}

/** A challenge that follows a proof. */
export interface FurtherChallenge<Kind extends ChallengeKind> {
  /** Whether it is what a sign-in that has got this far needs next. */
  isNext: (signIn: SignIn) => boolean
  begin: (ctx: OperationContext, signIn: SignIn) => Promise<Begun<Kind>>
  /**
   * Checks the answer of a user whose session is good, whatever takes time first.
   *
   * @returns what runs in one transaction with the end of the session: it looks at what may have
   *   changed meanwhile, writes, and returns the user as they are from now on, with what was shown.
   *   What either throws leaves the session usable.
   */
  answer: (
    ctx: OperationContext,
    signIn: SignIn,
    session: Session<Kind>,
    responses: Parameters,
  ) => Promise<() => Settled>
}
