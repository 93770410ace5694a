import { deliveryDetails } from '../../../user-pools/codes/delivery.ts'
import {
  showChallenge,
  takeAnswer,
  type AtChallenge,
  type ChallengePage,
} from '../../sign-in/challenge-page.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { secondFactorField, secondFactorPage } from '../../pages/second-factor-page.ts'
import { typedCode } from '../../problem.ts'

/** The key of the answer, by challenge. */
const codeKeys = {
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA_CODE',
  SMS_MFA: 'SMS_MFA_CODE',
  EMAIL_MFA: 'EMAIL_OTP_CODE',
} as const

type Kind = keyof typeof codeKeys

const secondFactor: ChallengePage<Kind> = {
  kinds: Object.keys(codeKeys) as Kind[],
  show({ page: { frame }, held, kind }, problem) {
    return secondFactorPage({ frame, kind, destination: destinationOf(held), problem })
  },
  inputs: ({ page, kind }) => [secondFactorField(kind, page.frame.words)],
  responses: ({ kind }, form) => ({ [codeKeys[kind]]: typedCode(form) }),
}

/** GET /mfa: asks for the code of a second factor. */
export function showSecondFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showChallenge(request, ctx, secondFactor)
}

/** POST /mfa: proves a second factor and signs in. */
export function proveSecondFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeAnswer(request, ctx, secondFactor)
}

/** Masked; undefined where no code was sent. */
function destinationOf(held: AtChallenge<Kind>['held']): string | undefined {
  return 'code' in held ? deliveryDetails(held.code).Destination : undefined
}
