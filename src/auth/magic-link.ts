import { loadAuth } from './load-auth.ts'
import type { SignInOutcome } from './sign-in-outcome.ts'

/** What is in a link: whose it is, and what proves that one has it. */
export interface MagicLink {
  username: string
  secret: string
}

/** Why a link lets nobody in. */
export type LinkFault = 'wrong' | 'used' | 'expired'

/** @param hash of the address that a link leads to; undefined where it is not whole. */
export function parseMagicLink(hash: string): MagicLink | undefined {
  const [, name = '', secret] = /^#([\w-]+)\.([\w-]{43})$/.exec(hash) ?? []
  if (secret === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(name.replace(/-/g, '+').replace(/_/g, '/')), (each) =>
      each.charCodeAt(0),
    )
    return { username: new TextDecoder('utf-8', { fatal: true }).decode(bytes), secret }
  } catch {
    return undefined
  }
}

/**
 * Begins a sign-in of its own, in whichever browser the link was opened, and answers with what is in it.
 *
 * @throws what has nothing to do with the link.
 */
export async function openMagicLink({
  username,
  secret,
}: MagicLink): Promise<SignInOutcome | LinkFault> {
  const auth = await loadAuth()
  try {
    const begun = await auth.signInWithout(username, 'MAGIC_LINK', false)
    if (begun.step !== 'magic-link') return begun
    const outcome = await auth.answerSignIn(secret, false)
    // Asked again: it was none.
    return outcome.step === 'magic-link' ? 'wrong' : outcome
  } catch (error) {
    return faultOf(error)
  }
}

/** The function behind links (`infra/triggers/magic-link.cjs`) says two of them to who has the link. */
function faultOf(error: unknown): LinkFault {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  if (name === 'NotAuthorizedException' || name === 'UserNotFoundException') return 'wrong'
  const [, said] = /error Link(Used|Expired)\b/.exec(message) ?? []
  if (name !== 'UserLambdaValidationException' || said === undefined) throw error
  return said === 'Used' ? 'used' : 'expired'
}
