import { loadAuth } from '../../../auth/load-auth.ts'
import {
  forgetPendingSecondFactor,
  type PendingSecondFactor,
} from '../../../auth/pending-second-factor.ts'
import { refuseFor } from '../form-problems.ts'
import { goOn } from './go-on-signing-in.ts'

/** Leads on from a step of a sign-in, or says why it stays; of one that is over nothing is kept. */
export async function answerStep(request: Request, pending: PendingSecondFactor, answer: string) {
  const { email, keep } = pending
  try {
    const auth = await loadAuth()
    return await goOn(request, await auth.answerSignIn(answer, keep), { email, keep })
  } catch (error) {
    const refusal = await refuseFor(error, 'secondFactor')
    const isOver = refusal.data.problems.some(({ key }) => key === 'second-factor-over')
    if (isOver) forgetPendingSecondFactor()
    return refusal
  }
}
