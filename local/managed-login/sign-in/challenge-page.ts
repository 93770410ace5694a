import type { Field, Problem } from '../../authorization-server/field.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { Html } from '../../http/html.ts'
import { answerChallenge } from '../../user-pools/challenges/answer-challenge.ts'
import type { ChallengeKind } from '../../user-pools/challenges/sign-in.ts'
import type { UserRecord } from '../../user-pools/model.ts'
import type { FoundSession } from '../../user-pools/sign-in/sessions.ts'
import { signInNameOf } from '../../user-pools/users/username.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openForm, openPage, type OpenForm, type OpenPage } from '../open-page.ts'
import { findSlip, problemFrom } from '../problem.ts'
import { findHeldSignIn, goOn, resumeSignIn } from './pending-sign-in.ts'

/** A sign-in that has come to a challenge, at the challenge's page. */
export interface AtChallenge<Kind extends ChallengeKind> {
  ctx: ManagedLoginContext
  page: OpenPage
  /** The text of the session, as the user pool's operations take it. */
  session: string
  held: FoundSession<Kind>
  kind: Kind
  user: UserRecord
}

/** The page of a challenge of the user pool, or of several that are asked alike. */
export interface ChallengePage<Kind extends ChallengeKind> {
  kinds: readonly Kind[]
  show: (at: AtChallenge<Kind>, problem?: Problem) => Html
  /** What has to be filled in; left out, there are buttons alone. */
  inputs?: (at: AtChallenge<Kind>) => readonly Field[]
  /** `ChallengeResponses` but for USERNAME. */
  responses: (at: AtChallenge<Kind>, form: Parameters) => Readonly<Record<string, string>>
  /** What comes before the answer. @returns the session to answer with. */
  prepare?: (at: AtChallenge<Kind>, form: Parameters) => Promise<string>
  /** Where somebody goes before they are shown anything. */
  turnTo?: (at: AtChallenge<Kind>) => Promise<Response | undefined>
}

/** GET: asks. Whoever has no sign-in under way, or took too long, begins anew. */
export async function showChallenge<Kind extends ChallengeKind>(
  request: Request,
  ctx: ManagedLoginContext,
  challenge: ChallengePage<Kind>,
): Promise<Response> {
  const page = await openPage(ctx, request)
  return resumeSignIn(
    page,
    await findChallenge(ctx, page, challenge),
    async (at) => (await challenge.turnTo?.(at)) ?? page.show(challenge.show(at)),
  )
}

/** POST: answers, under the same locks as the API, and goes on with the sign-in. */
export async function takeAnswer<Kind extends ChallengeKind>(
  request: Request,
  ctx: ManagedLoginContext,
  challenge: ChallengePage<Kind>,
): Promise<Response> {
  const page = await openForm(ctx, request)
  return resumeSignIn(page, await findChallenge(ctx, page, challenge), (at) =>
    take(request, at, page, challenge),
  )
}

async function take<Kind extends ChallengeKind>(
  request: Request,
  at: AtChallenge<Kind>,
  page: OpenForm,
  challenge: ChallengePage<Kind>,
): Promise<Response> {
  const { ctx } = at
  const { form, authorization, frame } = page
  const showAgain = (problem: Problem) => page.show(challenge.show(at, problem), problem)
  const other = findOther(at, form)
  if (other) return showAgain(other)
  const slip = findSlip(form, challenge.inputs?.(at) ?? [], frame.words)
  if (slip) return showAgain(slip)
  try {
    const { kind, user } = at
    const session = (await challenge.prepare?.(at, form)) ?? at.session
    const responses = { ...challenge.responses(at, form), USERNAME: user.username }
    const signIn = await answerChallenge(ctx, authorization, kind, session, responses)
    return await goOn(ctx, request, page, signIn)
  } catch (error) {
    return showAgain(problemFrom(error, frame.words))
  }
}

async function findChallenge<Kind extends ChallengeKind>(
  ctx: ManagedLoginContext,
  page: OpenPage,
  { kinds }: ChallengePage<Kind>,
): Promise<AtChallenge<Kind> | undefined> {
  const { session } = page.data
  if (session === undefined) return undefined
  for (const kind of kinds) {
    const held = await findHeldSignIn<ChallengeKind>(ctx, page, kind)
    const user = held && ctx.users.find(page.authorization.pool, held.username)
    if (!user) continue
    const username = signInNameOf(page.authorization.pool, user)
    const framed = { ...page, frame: { ...page.frame, username } }
    return { ctx, page: framed, session, held, kind, user } as AtChallenge<Kind>
  }
  return undefined
}

/** A form that was filled in for one person is not taken for another, who began in another tab. */
function findOther(
  { page }: Pick<AtChallenge<ChallengeKind>, 'page'>,
  form: Parameters,
): Problem | undefined {
  const { words, username = '' } = page.frame
  if (form.get('username') === username) return undefined
  return { message: words.firstFactor.as(username) }
}
