import { findCandidate } from '../../../user-pools/challenges/first-factors/candidate.ts'
import { passkeyRequestOptions } from '../../../user-pools/challenges/first-factors/web-authn.ts'
import { UserPoolError } from '../../../user-pools/errors.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { passkeyPage } from '../../pages/passkey-pages.ts'
import { refusalOf } from '../../refusals.ts'
import {
  showFirstFactor,
  takeFirstFactor,
  type FirstFactorPage,
} from '../../sign-in/first-factor-page.ts'
import type { HeldFirstFactor } from '../../sign-in/first-factor.ts'

type WithChallenge = HeldFirstFactor & { passkeyChallenge: string }

const passkey: FirstFactorPage<WithChallenge> = {
  isAsked: (held): held is WithChallenge => held.passkeyChallenge !== undefined,
  async show({ ctx, page, name, held }, problem) {
    const { authorization, frame } = page
    const candidate = await findCandidate(ctx, authorization, name)
    const options = passkeyRequestOptions(ctx, candidate, held.passkeyChallenge)
    return passkeyPage({ frame, name, options, problem })
  },
  options: { runsOwnScripts: true },
  answer({ page }, form) {
    const CREDENTIAL = form.get('credential')
    if (CREDENTIAL === undefined) return { message: page.frame.words.passkey.needsScript }
    return { name: 'WEB_AUTHN', responses: { CREDENTIAL } }
  },
  // The API has the words of a wrong password for it.
  explain: ({ page }, error) =>
    isWrong(error) ? { message: page.frame.words.passkey.failed } : undefined,
}

/** GET /passkey: asks for a passkey, which takes a script. */
export function showPasskey(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showFirstFactor(request, ctx, passkey)
}

/** POST /passkey: signs in by what the browser has signed. */
export function provePasskey(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeFirstFactor(request, ctx, passkey)
}

function isWrong(error: unknown): boolean {
  return error instanceof UserPoolError && refusalOf(error) === 'wrongPassword'
}
