import type { Problem } from '../../../authorization-server/field.ts'
import { findCandidate } from '../../../user-pools/challenges/candidate.ts'
import { passkeyRequestOptions } from '../../../user-pools/challenges/web-authn.ts'
import { UserPoolError } from '../../../user-pools/errors.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { answerFactor, findFirstFactor, findOther, type AtFirstFactor } from '../../first-factor.ts'
import { openForm, openPage } from '../../open-page.ts'
import { passkeyPage } from '../../pages/passkey-pages.ts'
import { signInAgain } from '../../pending-sign-in.ts'
import { refusalOf } from '../../refusals.ts'

/** GET /passkey: asks for a passkey, which takes a script. */
export async function showPasskey(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openPage(ctx, request)
  const at = await findFirstFactor(ctx, page)
  if (!at) return signInAgain(page)
  const { passkeyChallenge } = at.held
  if (passkeyChallenge === undefined) return page.goTo('/selectFactor', page.data)
  return show(at, passkeyChallenge)
}

/** POST /passkey: signs in by what the browser has signed. */
export async function provePasskey(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const at = await findFirstFactor(ctx, page)
  if (!at) return signInAgain(page)
  const { passkeyChallenge: challenge } = at.held
  if (challenge === undefined) return page.goTo('/selectFactor', page.data)
  const { passkey } = page.frame.words
  const other = findOther(at, page.form)
  if (other) return show(at, challenge, other)
  const CREDENTIAL = page.form.get('credential')
  if (CREDENTIAL === undefined) return show(at, challenge, { message: passkey.needsScript })
  const answer = { name: 'WEB_AUTHN', responses: { CREDENTIAL } }
  return answerFactor(request, at, answer, (problem, error) =>
    // The API has the words of a wrong password for it.
    show(at, challenge, isWrong(error) ? { message: passkey.failed } : problem),
  )
}

function isWrong(error: unknown): boolean {
  return error instanceof UserPoolError && refusalOf(error) === 'wrongPassword'
}

async function show(at: AtFirstFactor, challenge: string, problem?: Problem): Promise<Response> {
  const { ctx, page, name } = at
  const { authorization, frame } = page
  const candidate = await findCandidate(ctx, authorization, name)
  const options = passkeyRequestOptions(ctx, candidate, challenge)
  const shown = passkeyPage({ frame, name, options, problem })
  return page.show(shown, problem, { runsOwnScripts: true })
}
