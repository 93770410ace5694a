import type { ResourcesConfig } from 'aws-amplify'
import * as amplify from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import type { CodeDelivery } from './code-delivery.ts'
import { configureAmplify } from './configure-amplify.ts'
import { installPacing } from './pacing/install-pacing.ts'
import { outcomeOf, type PasswordlessFactor, type SignInOutcome } from './sign-in-outcome.ts'
import { isRecording } from '../recorder/switch.ts'
import { accountDependentErrors } from './problems/account-dependent.ts'
import { hearOfLeaving } from './redirect/open-domain.ts'
import { takeUpReturn } from './redirect/redirect-client.ts'
import { dropLateRefresh } from './session/drop-late-refresh.ts'
import { stores } from './session/browser-storage.ts'
import { canKeep } from './session/can-keep.ts'
import { isSessionKept, notifySessionChanged, readSession } from './session/session.ts'
import { spillSteps } from './session/spilled-steps.ts'
import { observedTokenStorage } from './session/observed-token-storage.ts'

export { leaveForDomain, returnOutcome } from './redirect/redirect-client.ts'
export { signOut } from './session/sign-out.ts'
export { forgetCredentials, readTokens } from './session/tokens.ts'

/** While people are brought over from another directory, which has to see their password. */
let sendsPassword = false

export async function configureAuth({
  sendsPassword: isSent,
  ...config
}: ResourcesConfig & { sendsPassword?: true }): Promise<void> {
  sendsPassword = isSent === true
  if (isRecording()) await record()
  spillSteps()
  const returning = takeUpReturn()
  installPacing()
  dropLateRefresh()
  configureAmplify(config)
  keepTokensIn(returning?.keep || isSessionKept() ? 'device' : 'tab')
}

/** Below the pacing, so that each request is seen that goes out. Where it does not load, nothing is recorded. */
async function record(): Promise<void> {
  const recorder = await import('../recorder/recorder.ts').catch(() => undefined)
  recorder?.startRecorder()
  if (recorder) hearOfLeaving(recorder.noteDeparture)
}

/**
 * @param password Clear text: SignUp is the one call that sends it, over TLS.
 * @returns where the code went; undefined when the pool confirmed the account by itself.
 */
export async function signUp(email: string, password: string): Promise<CodeDelivery | undefined> {
  const { nextStep } = await amplify.signUp({
    username: email,
    password,
    options: {
      userAttributes: { email },
      clientMetadata: inLanguage(),
      // Signs in with the session that ConfirmSignUp returns, so the password need not be kept.
      autoSignIn: { authFlowType: 'USER_AUTH' },
    },
  })
  return nextStep.signUpStep === 'CONFIRM_SIGN_UP' ? deliveryOf(nextStep) : undefined
}

/** @returns whether this page life can go on to `autoSignIn`; a reload forgets it. */
export async function confirmSignUp(email: string, code: string): Promise<boolean> {
  const { nextStep } = await amplify.confirmSignUp({ username: email, confirmationCode: code })
  return nextStep.signUpStep === 'COMPLETE_AUTO_SIGN_IN'
}

/** @returns whether it worked; where it did not, signing in by password still does. */
export async function autoSignIn(): Promise<boolean> {
  keepTokensIn('tab')
  try {
    const { isSignedIn } = await amplify.autoSignIn()
    return isSignedIn
  } catch {
    return false
  } finally {
    notifySessionChanged()
  }
}

export async function resendSignUpCode(email: string): Promise<CodeDelivery> {
  const options = { clientMetadata: inLanguage() }
  const codeDeliveryDetails = await amplify.resendSignUpCode({ username: email, options })
  return deliveryOf({ codeDeliveryDetails })
}

/**
 * Signs in by SRP: the password never leaves the page, but where people are brought over from another
 * directory.
 *
 * @param keep whether the session outlives this tab.
 */
export async function signIn(
  email: string,
  password: string,
  keep: boolean,
): Promise<SignInOutcome> {
  // With a session present Amplify refuses, and its store must stay where that session is.
  if (readSession() === 'signed-out') keepTokensIn(keep ? 'device' : 'tab')
  try {
    const options = sendsPassword ? ({ authFlowType: 'USER_PASSWORD_AUTH' } as const) : {}
    return outcomeOf(await amplify.signIn({ username: email, password, options }))
  } finally {
    notifySessionChanged()
  }
}

/**
 * Signs in without a password: asks the browser for a passkey, has a code sent, or begins with a link.
 *
 * @param keep whether the session outlives this tab.
 * @throws WayNotOffered, PasskeyAuthenticationCanceled and others of Amplify's
 */
export async function signInWithout(
  email: string,
  way: PasswordlessFactor,
  keep: boolean,
): Promise<SignInOutcome> {
  if (readSession() === 'signed-out') keepTokensIn(keep ? 'device' : 'tab')
  try {
    const options =
      way === 'MAGIC_LINK'
        ? ({ authFlowType: 'CUSTOM_WITHOUT_SRP' } as const)
        : ({ authFlowType: 'USER_AUTH', preferredChallenge: way } as const)
    return outcomeOf(await amplify.signIn({ username: email, options }))
  } finally {
    notifySessionChanged()
  }
}

/**
 * Goes on with a sign-in that waits for an answer: a code, a choice, an address, or a password of
 * one's own.
 *
 * @param answer A new password is clear text: the answer sends it, over TLS.
 * @param userAttributes with a new password, those that were missing.
 * @param keep whether the session outlives this tab.
 * @param metadata for functions of the pool.
 */
export async function answerSignIn(
  answer: string,
  keep: boolean,
  userAttributes: Readonly<Record<string, string>> = {},
  metadata: Readonly<Record<string, string>> = {},
): Promise<SignInOutcome> {
  keepTokensIn(keep ? 'device' : 'tab')
  try {
    const options = { userAttributes, clientMetadata: { ...inLanguage(), ...metadata } }
    return outcomeOf(await amplify.confirmSignIn({ challengeResponse: answer, options }))
  } finally {
    notifySessionChanged()
  }
}

/** Answers the same whether or not there is such an account, and in whatever state it is. */
export async function requestPasswordReset(email: string): Promise<CodeDelivery> {
  try {
    const options = { clientMetadata: inLanguage() }
    const { nextStep } = await amplify.resetPassword({ username: email, options })
    return deliveryOf(nextStep)
  } catch (error) {
    if (error instanceof Error && accountDependentErrors.has(error.name)) return deliveryOf({})
    throw error
  }
}

export async function confirmPasswordReset(
  email: string,
  code: string,
  newPassword: string,
): Promise<void> {
  await amplify.confirmResetPassword({ username: email, confirmationCode: code, newPassword })
}

/** For a function that writes the pool's mails. */
function inLanguage(): Record<string, string> {
  return { language: document.documentElement.lang }
}

function keepTokensIn(place: 'device' | 'tab'): void {
  // Rather for this tab than for this page alone, where the device has no room.
  const isOnDevice = place === 'device' && (isSessionKept() || canKeep('localStorage'))
  const store = isOnDevice ? stores.localStorage : stores.sessionStorage
  cognitoUserPoolsTokenProvider.setKeyValueStorage(observedTokenStorage(store))
}

function deliveryOf(step: {
  codeDeliveryDetails?: { destination?: string | undefined; deliveryMedium?: string | undefined }
}): CodeDelivery {
  return {
    destination: step.codeDeliveryDetails?.destination,
    medium: step.codeDeliveryDetails?.deliveryMedium,
  }
}
