import type { Problem } from '../../../authorization-server/field.ts'
import type { ManagedLoginContext } from '../../context.ts'
import {
  answerFactor,
  factorsAt,
  findFirstFactor,
  findOther,
  type AtFirstFactor,
} from '../../first-factor.ts'
import { openForm, openPage } from '../../open-page.ts'
import { passwordField } from '../../pages/fields.ts'
import { passwordPage } from '../../pages/first-factor-pages.ts'
import { signInAgain } from '../../pending-sign-in.ts'
import { findEmpty } from '../../problem.ts'

/** GET /password: asks whoever has said who they are for their password. */
export async function showPassword(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openPage(ctx, request)
  const at = await findFirstFactor(ctx, page)
  return at ? show(at) : signInAgain(page)
}

/** POST /password: signs in, under the same lock as the API. */
export async function enterPassword(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const at = await findFirstFactor(ctx, page)
  if (!at) return signInAgain(page)
  const { form, frame } = page
  const slip = findOther(at, form) ?? findEmpty(form, [passwordField(frame.words)], frame.words)
  if (slip) return show(at, slip)
  const answer = { name: 'PASSWORD', responses: { PASSWORD: form.get('password') ?? '' } }
  return answerFactor(request, at, answer, (problem) => show(at, problem))
}

async function show(at: AtFirstFactor, problem?: Problem): Promise<Response> {
  const { page, name } = at
  const hasOthers = (await factorsAt(at)).length > 1
  return page.show(passwordPage({ frame: page.frame, name, hasOthers, problem }), problem)
}
