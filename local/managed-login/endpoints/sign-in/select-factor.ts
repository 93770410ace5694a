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
import { selectFactorPage } from '../../pages/first-factor-pages.ts'
import { signInAgain } from '../../pending-sign-in.ts'

/** GET /selectFactor: asks how somebody wants to show who they are. */
export async function showSelectFactor(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openPage(ctx, request)
  const at = await findFirstFactor(ctx, page)
  return at ? show(at) : signInAgain(page)
}

/** POST /selectFactor: goes on to the page of what was chosen; a code is sent on the way. */
export async function selectFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const at = await findFirstFactor(ctx, page)
  if (!at) return signInAgain(page)
  const { words } = page.frame
  const other = findOther(at, page.form)
  if (other) return show(at, other)
  const wanted = page.form.get('factor')
  const factor = (await factorsAt(at)).find((one) => one === wanted)
  if (!factor) return show(at, { message: words.unfit(words.firstFactor.title) })
  const answer = { name: 'SELECT_CHALLENGE', responses: { ANSWER: factor } }
  return answerFactor(request, at, answer, (problem) => show(at, problem))
}

async function show(at: AtFirstFactor, problem?: Problem): Promise<Response> {
  const { page, name } = at
  const factors = await factorsAt(at)
  return page.show(selectFactorPage({ frame: page.frame, name, factors, problem }), problem)
}
