import type { Field, Problem } from '../../authorization-server/field.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { HtmlResponseOptions } from '../../http/html-response.ts'
import type { Html } from '../../http/html.ts'
import type { ChallengeAnswer } from '../../user-pools/challenges/first-factors/answer-first-factor.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openForm, openPage } from '../open-page.ts'
import { findEmpty, problemFrom } from '../problem.ts'
import {
  answerFactor,
  findFirstFactor,
  findOther,
  type AtFirstFactor,
  type HeldFirstFactor,
} from './first-factor.ts'
import { resumeSignIn } from './pending-sign-in.ts'

type FactorAnswer = Pick<ChallengeAnswer, 'name' | 'responses'>

/** A page on which somebody chooses a first factor, or shows one. */
export interface FirstFactorPage<Held extends HeldFirstFactor = HeldFirstFactor> {
  /** Whether the user pool has asked for it: else the choice comes first. Left out, it always has. */
  isAsked?: (held: HeldFirstFactor) => held is Held
  show: (at: AtFirstFactor<Held>, problem?: Problem) => Html | Promise<Html>
  options?: Pick<HtmlResponseOptions, 'runsOwnScripts'>
  /** What another button than the form's own does; undefined for the form's own. */
  instead?: (at: AtFirstFactor<Held>, form: Parameters) => Promise<Response> | undefined
  /** What has to be filled in. */
  inputs?: (at: AtFirstFactor<Held>) => readonly Field[]
  /** `responses` but for USERNAME; a problem where the form gives no answer. */
  answer: (
    at: AtFirstFactor<Held>,
    form: Parameters,
  ) => FactorAnswer | Problem | Promise<FactorAnswer | Problem>
  /** In words of the page's own, where those of the API would be wrong on it. */
  explain?: (at: AtFirstFactor<Held>, error: unknown) => Problem | undefined
}

/** GET: asks. Whoever has no sign-in under way, or took too long, begins anew. */
export async function showFirstFactor<Held extends HeldFirstFactor>(
  request: Request,
  ctx: ManagedLoginContext,
  factor: FirstFactorPage<Held>,
): Promise<Response> {
  const page = await openPage(ctx, request)
  return resumeSignIn(page, await findFirstFactor(ctx, page), (found) =>
    isAt(found, factor) ? show(found, factor) : page.goTo('/selectFactor', page.data),
  )
}

/** POST: answers, under the same locks as the API, and goes on with the sign-in. */
export async function takeFirstFactor<Held extends HeldFirstFactor>(
  request: Request,
  ctx: ManagedLoginContext,
  factor: FirstFactorPage<Held>,
): Promise<Response> {
  const page = await openForm(ctx, request)
  return resumeSignIn(page, await findFirstFactor(ctx, page), (found) =>
    isAt(found, factor)
      ? take(request, found, page.form, factor)
      : page.goTo('/selectFactor', page.data),
  )
}

async function take<Held extends HeldFirstFactor>(
  request: Request,
  at: AtFirstFactor<Held>,
  form: Parameters,
  factor: FirstFactorPage<Held>,
): Promise<Response> {
  const { words } = at.page.frame
  const showAgain = (problem: Problem) => show(at, factor, problem)
  const other = findOther(at, form)
  if (other) return showAgain(other)
  try {
    const elsewhere = await factor.instead?.(at, form)
    if (elsewhere) return elsewhere
  } catch (error) {
    return showAgain(problemFrom(error, words))
  }
  const empty = findEmpty(form, factor.inputs?.(at) ?? [], words)
  if (empty) return showAgain(empty)
  const answer = await factor.answer(at, form)
  if ('message' in answer) return showAgain(answer)
  return answerFactor(request, at, answer, (problem, error) =>
    showAgain(factor.explain?.(at, error) ?? problem),
  )
}

async function show<Held extends HeldFirstFactor>(
  at: AtFirstFactor<Held>,
  factor: FirstFactorPage<Held>,
  problem?: Problem,
): Promise<Response> {
  return at.page.show(await factor.show(at, problem), problem, factor.options)
}

function isAt<Held extends HeldFirstFactor>(
  at: AtFirstFactor,
  { isAsked }: FirstFactorPage<Held>,
): at is AtFirstFactor<Held> {
  return !isAsked || isAsked(at.held)
}
