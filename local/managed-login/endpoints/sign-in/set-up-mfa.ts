import { associateSoftwareToken } from '../../../user-pools/operations/mfa/associate-software-token.ts'
import { verifySoftwareToken } from '../../../user-pools/operations/mfa/verify-software-token.ts'
import { signInNameOf } from '../../../user-pools/users/username.ts'
import {
  showChallenge,
  takeAnswer,
  type AtChallenge,
  type ChallengePage,
} from '../../sign-in/challenge-page.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { codeField } from '../../pages/fields.ts'
import { emailField, setUpAppPage, setUpEmailPage } from '../../pages/set-up-pages.ts'
import { typedCode } from '../../problem.ts'

type Kind = 'MFA_SETUP'

/** What the pool requires is set up here, an authenticator app before an address. */
const setUp: ChallengePage<Kind> = {
  kinds: ['MFA_SETUP'],
  show(at, problem) {
    const { frame, authorization } = at.page
    if (!offersApp(at)) return setUpEmailPage({ frame, problem })
    const name = signInNameOf(authorization.pool, at.user)
    return setUpAppPage({ frame, name, secret: at.held.token?.secret ?? '', problem })
  },
  /** The secret is made once: a reload shows the same. */
  async turnTo(at) {
    if (!offersApp(at) || at.held.token) return undefined
    const { Session = '' } = await associateSoftwareToken({ Session: at.session }, at.ctx)
    return at.page.goTo('/setUpMfa', { session: Session })
  },
  inputs(at) {
    const { words } = at.page.frame
    return [offersApp(at) ? codeField(words) : emailField(words)]
  },
  async prepare(at, form) {
    if (!offersApp(at)) return at.session
    const code = { Session: at.session, UserCode: typedCode(form) }
    const { Session = '' } = await verifySoftwareToken(code, at.ctx)
    return Session
  },
  responses(_at, form) {
    const email = form.get('email')
    return email === undefined ? {} : { EMAIL: email }
  },
}

/** GET /setUpMfa */
export function showSetUp(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showChallenge(request, ctx, setUp)
}

/** POST /setUpMfa: verifies the app, or takes the address, and goes on. */
export function setUpFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeAnswer(request, ctx, setUp)
}

function offersApp({ held }: AtChallenge<Kind>): boolean {
  return held.factors.includes('SOFTWARE_TOKEN_MFA')
}
