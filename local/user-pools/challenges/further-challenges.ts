import { newPasswordRequired } from './new-password-required.ts'
import type { ChallengeKind, FurtherChallenge } from './sign-in.ts'

/**
 * What may be asked of somebody who has proved who they are, in the order in which it is asked. API,
 * managed login and auto sign-in all go by it.
 */
export const furtherChallenges: { readonly [Kind in ChallengeKind]: FurtherChallenge<Kind> } = {
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
}
