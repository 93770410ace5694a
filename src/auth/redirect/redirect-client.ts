import * as amplify from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { Hub } from 'aws-amplify/utils'
import { paths } from '../../navigation/paths.ts'
import { canKeep } from '../session/can-keep.ts'
import { forgetSession, readSession } from '../session/session.ts'
import { isAnswerTo } from './answer.ts'
import { forgetAttempt, noteAttempt, readAttempt } from './attempt.ts'
import type { RedirectAttempt } from './attempt.ts'
import { canReachDomain } from './can-reach-domain.ts'
import { giveFlow, stateOf, takeFlow } from './flow.ts'
import { openDomain } from './open-domain.ts'
import { pageLanguage } from './page-language.ts'
import { holdTokenRequest } from './token-request.ts'
import { whenBroughtBack } from './when-brought-back.ts'

export interface Leaving {
  /** As `/config.json` names it; empty for managed login's own pages. */
  provider: string
  /** Of managed login's own pages, the one to begin at. */
  page: 'sign-in' | 'sign-up'
  returnTo: string | undefined
  keep: boolean
  loginHint: string | undefined
  /** Somebody made room for another account: a provider that knows them is to ask all the same. */
  isSwitching: boolean
}

export type ReturnOutcome =
  | { kind: 'done'; returnTo: string | undefined }
  | { kind: 'failed'; error: unknown }

/** The browser says that there is no network; going anyway would end on its error page. */
class OfflineError extends Error {
  override readonly name = 'NetworkError'
}

/** This tab would not know its own sign-in again when it comes back. */
class ForgetfulBrowserError extends Error {
  override readonly name = 'ForgetfulBrowser'
}

/**
 * Leaves for the domain, or for a provider by way of it.
 *
 * @returns only where this page has stayed, or the browser brings it back by its Back button.
 * @throws UserAlreadyAuthenticatedException, InvalidOriginException, NetworkError, ForgetfulBrowser
 */
export async function leaveForDomain({
  provider,
  page,
  returnTo,
  keep,
  loginHint,
  isSwitching,
}: Leaving): Promise<void> {
  // Without a network a browser calls itself offline, though the local AWS does answer.
  if (!navigator.onLine && !(await canReachDomain())) throw new OfflineError()
  if (!canKeep('sessionStorage')) throw new ForgetfulBrowserError()
  const nonce = crypto.randomUUID()
  const lang = pageLanguage()
  await amplify.signInWithRedirect({
    ...(provider !== '' && { provider: toAmplify(provider) }),
    ...(returnTo !== undefined && { customState: returnTo }),
    options: {
      nonce,
      ...(loginHint !== undefined && { loginHint }),
      ...(lang !== undefined && { lang }),
      ...(isSwitching && { prompt: 'SELECT_ACCOUNT' }),
      authSessionOpener: page === 'sign-up' && provider === '' ? openSignUp : openDomain,
    },
  })
  const flow = takeFlow()
  noteAttempt({ provider, returnTo, keep, nonce, state: stateOf(flow), flow })
  await whenBroughtBack()
}

/**
 * The page for new accounts takes the same request.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-endpoints.html
 */
function openSignUp(authorizeUrl: string): Promise<void> {
  const url = new URL(authorizeUrl)
  url.pathname = '/signup'
  return openDomain(url.href)
}

const ownNames = ['Amazon', 'Apple', 'Facebook', 'Google'] as const

function toAmplify(provider: string) {
  return ownNames.find((name) => name === provider) ?? { custom: provider }
}

let outcome: Promise<ReturnOutcome> | undefined

/**
 * To be called before Amplify is configured, which is when its listener acts: gives it what it needs
 * where this page is the answer to the tab's own request, and takes away what it would stumble over
 * everywhere else.
 *
 * @returns the request that is answered.
 */
export function takeUpReturn(): RedirectAttempt | undefined {
  takeFlow()
  outcome = undefined
  const { pathname, searchParams } = new URL(window.location.href)
  const { flow, ...attempt } = readAttempt() ?? {}
  if (pathname !== paths.callback() || !searchParams.has('code')) return undefined
  if (!isAttempt(attempt) || !flow || !isAnswerTo(searchParams, attempt)) return undefined
  if (searchParams.has('error') || readSession() === 'signed-in') return undefined
  noteAttempt(attempt)
  giveFlow(flow)
  outcome = hearOutcome().then((heard) => checkNonce(heard, attempt.nonce))
  return attempt
}

/** How the return that this page is has ended, or will; undefined where it is none. */
export function returnOutcome(): Promise<ReturnOutcome> | undefined {
  return outcome
}

function isAttempt(attempt: Partial<RedirectAttempt>): attempt is RedirectAttempt {
  return attempt.state !== undefined
}

/** Amplify's listener tells nobody else, and nothing at all where it finds nothing to do. */
const timeoutMs = 30_000

function hearOutcome(): Promise<ReturnOutcome> {
  const request = holdTokenRequest()
  return new Promise((resolve) => {
    let returnTo: string | undefined
    let isGivenUp = false
    const settle = (heard: ReturnOutcome) => {
      stop()
      clearTimeout(timer)
      request.settle()
      takeFlow()
      resolve(heard)
    }
    const stop = Hub.listen('auth', ({ payload }) => {
      if (payload.event === 'customOAuthState') returnTo = payload.data
      if (payload.event === 'signInWithRedirect') settle({ kind: 'done', returnTo })
      if (payload.event === 'signInWithRedirect_failure') {
        settle({ kind: 'failed', error: isGivenUp ? new OfflineError() : payload.data.error })
      }
    })
    const timer = setTimeout(() => {
      isGivenUp = true
      // Of a request that is under way Amplify tells how it ends: in time after all, or given up.
      if (!request.giveUp()) settle({ kind: 'failed', error: new OfflineError() })
    }, timeoutMs)
  })
}

/** The ID token must answer this very request. @see https://openid.net/specs/openid-connect-core-1_0.html#NonceNotes */
async function checkNonce(heard: ReturnOutcome, nonce: string): Promise<ReturnOutcome> {
  if (heard.kind === 'failed') return heard
  const tokens = await cognitoUserPoolsTokenProvider.getTokens()
  if (tokens?.idToken?.payload['nonce'] === nonce) {
    forgetAttempt()
    return heard
  }
  forgetSession()
  return { kind: 'failed', error: new amplify.AuthError({ name: 'NonceMismatch', message: '' }) }
}
