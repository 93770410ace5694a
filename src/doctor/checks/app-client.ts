import type { AppConfig } from '../../config/app-config.ts'
import { appClientWords as words } from '#doctor-words/app-client'
import { doctorWords } from '#doctor-words/common'
import { isClientOfPool } from '../probes/client-of-pool.ts'
import { beginSignIn, clientStateOf, type Flow } from '../probes/ask-client.ts'
import type { CognitoAnswer } from '../probes/ask-cognito.ts'
import { createCheck, doubtful, notApplicable, ok, unknown, wrong } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/**
 * Whether the client is there, is the pool's own, can be used without a secret, and lets through what
 * the app asks: SRP to sign in, and USER_AUTH to go on from a confirmed address.
 */
export const appClient = createCheck('app-client', async (ports) => {
  const { userPoolClientId, userPoolId, region } = ports.config
  const srp = await beginSignIn(ports, 'USER_SRP_AUTH')
  if (srp.kind === 'unreachable') return notApplicable(doctorWords.waitsFor('user-pool'))
  const first = evidenceOf('USER_SRP_AUTH', srp)
  const state = clientStateOf(srp)
  if (state === 'missing') {
    return wrong(words.missing(userPoolClientId, region, first), templatePlaces.appClient)
  }
  if (state === 'has-secret') return wrong(words.secret(first), templatePlaces.clientSecret)
  if (state === 'flow-off') return wrong(words.noSrp(first), templatePlaces.authFlows)

  const choice = await beginSignIn(ports, 'USER_AUTH')
  const evidence = `${first} ${evidenceOf('USER_AUTH', choice)}`
  const choiceState = clientStateOf(choice)
  if (choiceState === 'flow-off') {
    return doubtful(words.noChoice(evidence), templatePlaces.authFlows)
  }
  if (choiceState === 'tier-too-low') {
    const offers = needingTier(ports.config)
    return offers.length > 0
      ? wrong(words.tierTooLow(offers, evidence), templatePlaces.tier)
      : doubtful(words.noChoice(evidence), templatePlaces.tier)
  }
  if (isUserNotFound(srp)) {
    return doubtful(words.tellsWhoIsThere(evidence), templatePlaces.existenceErrors)
  }
  if (state !== 'there' || choiceState !== 'there') return unknown(words.untold(evidence))
  switch (await isClientOfPool(ports)) {
    case true:
      return ok(words.ok(userPoolClientId, evidence))
    case false:
      return wrong(
        words.ofOtherPool(userPoolClientId, userPoolId, evidence),
        templatePlaces.appClient,
      )
    case undefined:
      return unknown(words.poolUntold(userPoolClientId, userPoolId, evidence))
  }
})

/**
 * What the app offers, and a pool of the Lite tier has not.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
 */
function needingTier({ factors }: AppConfig): string[] {
  if (!factors) return []
  const first = factors.first.filter((name) => name !== 'PASSWORD')
  const second = factors.mfa === 'OFF' ? [] : (factors.second ?? [])
  return [...new Set([...first, ...second.filter((name) => name === 'EMAIL_OTP')])]
}

function isUserNotFound(answer: CognitoAnswer): boolean {
  return answer.kind === 'refused' && answer.name === 'UserNotFoundException'
}

function evidenceOf(flow: Flow, answer: CognitoAnswer): string {
  switch (answer.kind) {
    case 'answered':
      return words.asked(flow, words.challenge)
    case 'refused':
      return words.asked(flow, doctorWords.refused(answer.name, answer.message))
    case 'unreachable':
      return words.asked(flow, doctorWords.nothing)
  }
}
