import { doctorWords } from '#doctor-words/common'
import { identityPoolWords as words } from '#doctor-words/identity-pool'
import type { CognitoAnswer } from '../probes/ask-cognito.ts'
import { askCredentials, askIdentity } from '../probes/ask-identity.ts'
import { identityProviderOf } from '../probes/identity-provider.ts'
import type { DoctorPorts, DoctorSession } from '../ports.ts'
import { createCheck, doubtful, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/** Whether the identity pool is there, takes this client's tokens, and turns strangers away. */
export const identityPool = createCheck('identity-pool', async (ports) => {
  const { identityPoolId } = ports.config
  if (identityPoolId === undefined) return notApplicable(words.none)
  const session = await ports.session()
  const forSession = session ? await askWithToken(ports, identityPoolId, session) : undefined
  if (forSession && forSession.status !== 'ok') return forSession

  const guest = await askIdentity(ports)
  if (guest.kind === 'identified') {
    return doubtful(words.guests(forSession?.evidence ?? ''), templatePlaces.guests)
  }
  if (guest.kind === 'unreachable') return unknown(words.untold(asked('GetId', guest)))
  const evidence = asked('GetId', guest)
  if (guest.name === 'ResourceNotFoundException') {
    return wrong(words.missing(identityPoolId, evidence), templatePlaces.identityPool)
  }
  // Which is how it should be: no token, no identity.
  if (guest.name !== 'NotAuthorizedException') return unknown(words.untold(evidence))
  return forSession ?? unknown(words.there(identityPoolId, evidence))
})

async function askWithToken(
  ports: DoctorPorts,
  identityPoolId: string,
  session: DoctorSession,
): Promise<Result> {
  const identity = await askIdentity(ports, session)
  if (identity.kind !== 'identified') return refusal(ports, identityPoolId, 'GetId', identity)
  const credentials = await askCredentials(ports, session, identity.identityId)
  if (credentials.kind !== 'answered') {
    return refusal(ports, identityPoolId, 'GetCredentialsForIdentity', credentials)
  }
  const evidence = [
    words.asked('GetId', words.withId),
    words.asked('GetCredentialsForIdentity', words.withCredentials),
  ]
  return ok(words.ok(identityPoolId, evidence.join(' ')))
}

type Refusal = Exclude<CognitoAnswer, { kind: 'answered' }>

function refusal(
  { config }: DoctorPorts,
  identityPoolId: string,
  operation: string,
  answer: Refusal,
): Result {
  const evidence = asked(operation, answer)
  if (answer.kind === 'unreachable') return unknown(words.untold(evidence))
  switch (answer.name) {
    case 'ResourceNotFoundException':
      return wrong(words.missing(identityPoolId, evidence), templatePlaces.identityPool)
    case 'InvalidIdentityPoolConfigurationException':
      return wrong(
        words.noRole(evidence, identityProviderOf(config.region)),
        templatePlaces.poolRoles,
      )
    case 'NotAuthorizedException':
      // One name for every token that is not taken.
      return /not from a supported provider/i.test(answer.message)
        ? wrong(words.foreignToken(evidence), templatePlaces.identityProviders)
        : unknown(words.ended(evidence))
    default:
      return unknown(words.untold(evidence))
  }
}

function asked(operation: string, answer: Refusal): string {
  const text =
    answer.kind === 'refused'
      ? doctorWords.refused(answer.name, answer.message)
      : doctorWords.nothing
  return words.asked(operation, text)
}
