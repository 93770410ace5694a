import type { Problem } from '../../authorization-server/field.ts'
import { answerChallenge } from '../../user-pools/challenges/answer-challenge.ts'
import type { FoundSession } from '../../user-pools/sign-in/sessions.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openForm, openPage, type OpenPage } from '../open-page.ts'
import { chooseFactorPage } from '../pages/second-factor-page.ts'
import { findHeldSignIn, goOn, signInAgain } from '../pending-sign-in.ts'
import { problemFrom } from '../problem.ts'

const kind = 'SELECT_MFA_TYPE'

/** GET /selectMfa: asks which second factor it shall be. */
export async function showChooseFactor(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openPage(ctx, request)
  const held = await findHeldSignIn(ctx, page, kind)
  return held ? show(page, held) : signInAgain(page)
}

/** POST /selectMfa: goes on to the page of the factor that was chosen. */
export async function chooseFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, data, form, frame } = page
  const held = await findHeldSignIn(ctx, page, kind)
  if (!held || data.session === undefined) return signInAgain(page)
  try {
    const responses = { USERNAME: held.username, ANSWER: form.get('factor') ?? '' }
    const signIn = await answerChallenge(ctx, authorization, kind, data.session, responses)
    return await goOn(ctx, request, page, signIn)
  } catch (error) {
    return show(page, held, problemFrom(error, frame.words))
  }
}

function show(page: OpenPage, { factors }: FoundSession<typeof kind>, problem?: Problem): Response {
  const { frame } = page
  return page.show(chooseFactorPage({ frame, factors, problem }), problem ? 400 : 200)
}
