import { doctorWords } from '#doctor-words/common'
import { threatProtectionWords as words } from '#doctor-words/threat-protection'
import { askCognito } from '../probes/ask-cognito.ts'
import { usernameOf } from '../probes/ask-person.ts'
import type { DoctorPorts } from '../ports.ts'
import { createCheck, doubtful, notApplicable, ok, unknown, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/** What a pool with threat protection may say to feedback about no event, with no token of a mail. */
const refusedAsOn: ReadonlySet<string> = new Set([
  'NotAuthorizedException',
  'InvalidParameterException',
  'ResourceNotFoundException',
])

/**
 * Whether threat protection is on, and then whether it can do what it is there for: ask for a second
 * factor, and tell devices apart. The pool tells it by how it refuses feedback that is about nothing.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateAuthEventFeedback.html
 */
export const threatProtection = createCheck('threat-protection', async (ports) => {
  const session = await ports.session()
  if (!session) return notApplicable(words.signedOut)
  const answer = await askCognito(ports, 'cognito-idp', 'UpdateAuthEventFeedback', {
    UserPoolId: ports.config.userPoolId,
    Username: usernameOf(session),
    EventId: 'doctor',
    FeedbackToken: 'doctor',
    FeedbackValue: 'Valid',
  })
  if (answer.kind === 'unreachable') return notApplicable(doctorWords.waitsFor('user-pool'))
  const said = answer.kind === 'refused' ? answer : { name: '200', message: '' }
  const evidence = words.asked(doctorWords.refused(said.name, said.message))
  if (said.name === 'UserPoolAddOnNotEnabledException') return notApplicable(words.off(evidence))
  return refusedAsOn.has(said.name) ? judge(ports, evidence) : unknown(words.untold(evidence))
})

function judge({ config, collectsDeviceData }: DoctorPorts, evidence: string): Result {
  const mfa = config.factors?.mfa
  if (mfa === undefined) return unknown(words.mfaUntold(evidence))
  if (mfa !== 'OPTIONAL') return doubtful(words.mfaNotOptional(mfa, evidence), templatePlaces.mfa)
  // The local AWS has no use for it.
  if (collectsDeviceData === false && !config.local) return doubtful(words.noDeviceData(evidence))
  return ok(words.ok(evidence))
}
