import { showChallenge, takeAnswer, type ChallengePage } from '../../sign-in/challenge-page.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { chooseFactorPage } from '../../pages/second-factor-page.ts'

const choice: ChallengePage<'SELECT_MFA_TYPE'> = {
  kinds: ['SELECT_MFA_TYPE'],
  show: ({ page: { frame }, held: { factors } }, problem) =>
    chooseFactorPage({ frame, factors, problem }),
  responses: (_at, form) => ({ ANSWER: form.get('factor') ?? '' }),
}

/** GET /selectMfa: asks which second factor it shall be. */
export function showChooseFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showChallenge(request, ctx, choice)
}

/** POST /selectMfa: goes on to the page of the factor that was chosen. */
export function chooseFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeAnswer(request, ctx, choice)
}
