import { redirect } from 'react-router-dom'
import { shouldOfferPasskey } from '../../../auth/account/passkey-offer.ts'
import { loadAuth } from '../../../auth/load-auth.ts'
import { forgetEmail, notePendingCode } from '../../../auth/pending-code.ts'
import { notePendingPassword } from '../../../auth/pending-password.ts'
import {
  forgetPendingSecondFactor,
  notePendingSecondFactor,
} from '../../../auth/pending-second-factor.ts'
import type { PasswordlessFactor, SignInOutcome } from '../../../auth/sign-in-outcome.ts'
import { paths } from '../../../navigation/paths.ts'
import { parseReturnTo } from '../../../navigation/return-to.ts'
import { linkPath, pathOfStep } from './pending-step.ts'

interface Beginning {
  email: string
  keep: boolean
  /** In place of the password. */
  way?: PasswordlessFactor
  /** Whether the password alone has led here. */
  isByPassword?: boolean
  /** Whether the person has chosen what is asked for now. */
  isChosen?: boolean
}

/** Leads to the page of what a sign-in asks for next, or to where the person was going. */
export async function goOn(
  request: Request,
  outcome: SignInOutcome,
  { email, keep, way, isByPassword = false, isChosen = false }: Beginning,
): Promise<Response> {
  const { searchParams, origin } = new URL(request.url)
  const returnTo = searchParams.get('returnTo') ?? undefined
  forgetPendingSecondFactor()
  switch (outcome.step) {
    case 'done':
      forgetEmail()
      if (isByPassword && (await shouldOfferPasskey())) {
        return redirect(paths.passkeyOffer({ returnTo }))
      }
      return redirect(parseReturnTo(returnTo, origin))
    case 'own-password':
      notePendingPassword({ email, missing: outcome.missing, keep })
      return redirect(paths.ownPassword({ returnTo }))
    case 'reset-password':
      return redirect(paths.forgotPassword({ reason: 'required', returnTo }))
    case 'magic-link':
      await askForLink(keep)
      return redirect(linkPath(returnTo))
    case 'confirm-sign-up':
      await sendSignUpCode(email)
      return redirect(paths.confirm({ returnTo }))
    default:
      notePendingSecondFactor({ email, keep, way, isChosen, asked: outcome, sentAtMs: Date.now() })
      return redirect(pathOfStep({ asked: outcome, way }, returnTo))
  }
}

/** The answer is the same whether or not there is such an account. */
async function askForLink(keep: boolean): Promise<void> {
  const auth = await loadAuth()
  await auth.answerSignIn('none', keep, {}, { link: 'send', origin: window.location.origin })
}

async function sendSignUpCode(email: string): Promise<void> {
  const auth = await loadAuth()
  const delivery = await auth.resendSignUpCode(email)
  notePendingCode({ purpose: 'sign-up', email, delivery, sentAtMs: Date.now() })
}
