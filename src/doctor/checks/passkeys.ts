import { doctorWords } from '#doctor-words/common'
import { passkeysWords as words } from '#doctor-words/passkeys'
import type { CognitoAnswer } from '../probes/ask-cognito.ts'
import { askAs, comesByProvider } from '../probes/ask-person.ts'
import type { DoctorPorts } from '../ports.ts'
import { createCheck, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

type Refusal = Extract<CognitoAnswer, { kind: 'refused' }>

/**
 * Whether the pool takes passkeys, and for the host of this app. Whoever is signed in begins to make
 * one, which changes nothing; for nobody there is the configuration alone.
 */
export const passkeys = createCheck('passkeys', async (ports) => {
  const session = await ports.session()
  if (!session || comesByProvider(session)) return judgeConfiguration(ports)
  const answer = await askAs(ports, session, 'StartWebAuthnRegistration')
  if (answer.kind === 'unreachable') return notApplicable(doctorWords.waitsFor('user-pool'))
  if (answer.kind === 'refused') return judgeRefusal(ports, answer)
  const { rp } = (answer.body['CredentialCreationOptions'] ?? {}) as { rp?: { id?: unknown } }
  return typeof rp?.id === 'string'
    ? judgeHost(ports, rp.id, words.askedFor(rp.id))
    : unknown(words.untold(words.asked(doctorWords.nothing)))
})

function judgeConfiguration({ config: { factors }, ...ports }: DoctorPorts): Result {
  if (!isOffered(factors)) return notApplicable(words.none)
  if (factors?.relyingParty === undefined) return unknown(words.untold(words.noneConfigured))
  const evidence = words.configured(factors.relyingParty)
  const judged = judgeHost(ports, factors.relyingParty, evidence)
  return judged.status === 'ok' ? unknown(words.untold(evidence)) : judged
}

function judgeRefusal(ports: DoctorPorts, { name, message }: Refusal): Result {
  const evidence = words.asked(doctorWords.refused(name, message))
  const { factors } = ports.config
  switch (name) {
    case 'WebAuthnNotEnabledException':
      return isOffered(factors)
        ? wrong(words.notEnabled(evidence), templatePlaces.firstFactors)
        : notApplicable(words.off(evidence))
    case 'WebAuthnConfigurationMissingException':
      return wrong(words.noRelyingParty(evidence), templatePlaces.relyingParty)
    case 'FeatureUnavailableInTierException':
      return notApplicable(
        isOffered(factors) ? doctorWords.waitsFor('app-client') : words.off(evidence),
      )
    // Twenty are kept of each person.
    case 'LimitExceededException':
      return unknown(words.untold(evidence))
    case 'NotAuthorizedException':
    case 'PasswordResetRequiredException':
    case 'UserNotFoundException':
      return notApplicable(doctorWords.waitsFor('account'))
    default:
      return unknown(words.untold(evidence))
  }
}

/** @see https://www.w3.org/TR/webauthn-3/#relying-party-identifier */
function judgeHost(
  { origin }: Pick<DoctorPorts, 'origin'>,
  relyingParty: string,
  evidence: string,
): Result {
  const { hostname, protocol } = new URL(origin)
  if (hostname !== relyingParty && !hostname.endsWith(`.${relyingParty}`)) {
    return wrong(words.otherHost(relyingParty, hostname, evidence), templatePlaces.relyingParty)
  }
  return protocol === 'https:' || /(^|\.)localhost$/.test(hostname)
    ? ok(words.ok(relyingParty, evidence))
    : wrong(words.insecure(origin, evidence))
}

function isOffered(factors: DoctorPorts['config']['factors']): boolean {
  return factors?.first.includes('WEB_AUTHN') ?? false
}
