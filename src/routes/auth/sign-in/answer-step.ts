import { rememberDevice } from '../../../auth/account/devices.ts'
import { loadAuth } from '../../../auth/load-auth.ts'
import {
  forgetPendingSecondFactor,
  type PendingSecondFactor,
} from '../../../auth/pending-second-factor.ts'
import { refuseFor } from '../form-problems.ts'
import { goOn } from './go-on-signing-in.ts'

/**
 * Leads on from a step of a sign-in, or says why it stays; of one that is over nothing is kept.
 *
 * @param remember whether this device is to stand for the second factor from now on.
 */
export async function answerStep(
  request: Request,
  pending: PendingSecondFactor,
  answer: string,
  remember = false,
) {
  const { email, keep, asked } = pending
  const isChosen = pending.isChosen || asked.step === 'choose' || asked.step === 'choose-set-up'
  try {
    const auth = await loadAuth()
    const outcome = await auth.answerSignIn(answer, keep)
    // The person is signed in, and can have it remembered at /account/security/devices, too.
    if (remember && outcome.step === 'done') await rememberDevice().catch(() => undefined)
    return await goOn(request, outcome, { email, keep, isChosen })
  } catch (error) {
    const refusal = await refuseFor(error, 'secondFactor')
    const isOver = refusal.data.problems.some(({ key }) => key === 'second-factor-over')
    if (isOver) forgetPendingSecondFactor()
    return refusal
  }
}
