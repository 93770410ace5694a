import { redirect, replace } from 'react-router-dom'
import {
  readPendingSecondFactor,
  type PendingSecondFactor,
} from '../../../auth/pending-second-factor.ts'
import type { PasswordlessFactor, SecondFactorStep } from '../../../auth/sign-in-outcome.ts'
import { paths } from '../../../navigation/paths.ts'

/** Each step has an address of its own, so that Back and reload lead to the one that is asked for. */
export function pathOfStep(
  { asked, way }: { asked: SecondFactorStep; way?: PasswordlessFactor | undefined },
  returnTo: string | undefined,
): string {
  if (asked.step !== 'code') return paths.secondFactor(asked.step, { returnTo })
  if (way) return paths.signInCode({ returnTo })
  return paths.secondFactor(codePages[asked.factor], { returnTo })
}

const codePages = { TOTP: 'app', SMS: 'text-message', EMAIL: 'e-mail' } as const

/**
 * What the sign-in under way asks for, at its own address. Steps cannot be gone back to, since each of
 * them uses its session up: the address of another one leads to the one that is asked for.
 */
export function pendingStepAt(request: Request): PendingSecondFactor | Response {
  const pending = readPendingSecondFactor()
  if (!pending) return signInAgain(request)
  const path = pathOfStep(pending, returnToOf(request))
  return new URL(path, request.url).pathname === new URL(request.url).pathname
    ? pending
    : replace(path)
}

export function signInAgain(request: Request): Response {
  return redirect(paths.signIn({ returnTo: returnToOf(request), notice: 'sign-in-again' }))
}

/** Of the page that a magic link opens, and that says where one went. */
export function linkPath(returnTo: string | undefined): string {
  return paths.signIn({ returnTo }).replace('/sign-in', '/sign-in/link')
}

function returnToOf(request: Request): string | undefined {
  return new URL(request.url).searchParams.get('returnTo') ?? undefined
}
