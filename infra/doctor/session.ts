import type { Finding } from '../../src/doctor/finding.ts'
import type { DoctorSession } from '../../src/doctor/ports.ts'
import type { AppConfig } from '../../src/config/app-config.ts'
import { signInFinding } from './sign-in-finding.ts'
import type { LoadSignIn, Person } from './sign-in.ts'

/** Whoever is signed in for the checks, from the first one that needs somebody. */
export interface Session {
  /** Signs in once; undefined where nobody is to be, or can be. */
  get: () => Promise<DoctorSession | undefined>
  isSignedIn: () => boolean
  /** Why nobody could be signed in, which is what the check of the account has found. */
  refusal: () => Finding | undefined
  end: () => Promise<void>
}

export interface SessionInput {
  person: Person | undefined
  loadSignIn: LoadSignIn
  /** From now on these are never written. */
  hide: (secrets: Iterable<string>) => void
}

export function createSession(
  config: AppConfig,
  { person, loadSignIn, hide }: SessionInput,
): Session {
  let refusal: Finding | undefined
  let signedIn: DoctorSession | undefined
  /** Loaded once, since who is signed in is kept there. */
  let loading: ReturnType<LoadSignIn> | undefined
  let signing: Promise<void> | undefined

  async function begin(asked: Person) {
    const { signIn } = await (loading ??= loadSignIn())
    try {
      signedIn = await signIn(config, asked)
      hide([signedIn.idToken, signedIn.accessToken])
    } catch (error) {
      refusal = signInFinding(error, config)
    }
  }

  return {
    async get() {
      if (person === undefined) return undefined
      await (signing ??= begin(person))
      return signedIn
    },
    isSignedIn: () => signedIn !== undefined,
    refusal: () => refusal,
    async end() {
      const loaded = await loading
      await loaded?.signOut()
    },
  }
}
