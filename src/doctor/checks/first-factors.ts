import { doctorWords } from '#doctor-words/common'
import { firstFactorsWords as words, type CodeFactor } from '#doctor-words/first-factors'
import { beginSignIn, clientStateOf } from '../probes/ask-client.ts'
import type { CognitoAnswer } from '../probes/ask-cognito.ts'
import { askAs, comesByProvider, namesIn, usernameOf } from '../probes/ask-person.ts'
import type { DoctorPorts } from '../ports.ts'
import { createCheck, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/**
 * Whether the pool takes the one-time codes that the app offers in place of a password. What is
 * offered to nobody is some of what the pool takes; what is offered to a person is all of it that
 * they could use.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export const firstFactors = createCheck('first-factors', async (ports) => {
  const wanted = (ports.config.factors?.first ?? []).filter(isCode)
  if (wanted.length === 0) return notApplicable(words.none)
  const answer = await beginSignIn(ports, 'USER_AUTH')
  if (answer.kind === 'unreachable') return notApplicable(doctorWords.waitsFor('user-pool'))
  if (clientStateOf(answer) !== 'there') return notApplicable(doctorWords.waitsFor('app-client'))
  const offered = offeredBy(answer)
  const missing = wanted.filter((code) => !offered.includes(code))
  const evidence = words.offeredToNobody(offered)
  return missing.length === 0
    ? ok(words.ok(wanted, evidence))
    : judgeByPerson(ports, wanted, missing, evidence)
})

async function judgeByPerson(
  ports: DoctorPorts,
  wanted: readonly CodeFactor[],
  missing: readonly CodeFactor[],
  evidence: string,
): Promise<Result> {
  const untold = (why: keyof typeof words.why) =>
    unknown(words.untold(missing, `${evidence} ${words.why[why]}`))
  const session = await ports.session()
  if (!session) return untold('signedOut')
  if (comesByProvider(session)) return untold('byProvider')
  const me = await askAs(ports, session, 'GetUserAuthFactors')
  if (me.kind !== 'answered') return untold('refused')
  if (namesIn(me.body, 'UserMFASettingList').length > 0) return untold('secondFactor')
  const own = namesIn(me.body, 'ConfiguredUserAuthFactors')
  const usable = missing.filter((code) => own.includes(code))
  // Who has no password might be sent a code at once.
  if (usable.length === 0 || !own.includes('PASSWORD')) return untold('noAddress')

  const answer = await beginSignIn(ports, 'USER_AUTH', usernameOf(session))
  if (answer.kind !== 'answered') return untold('refused')
  const offered = offeredBy(answer)
  const all = `${evidence} ${words.offeredToYou(offered)}`
  const lacking = usable.filter((code) => !offered.includes(code))
  if (lacking.length > 0) return wrong(words.notEnabled(lacking, all), templatePlaces.firstFactors)
  return usable.length === missing.length ? ok(words.ok(wanted, all)) : untold('noAddress')
}

function isCode(name: string): name is CodeFactor {
  return Object.hasOwn(words.names, name)
}

function offeredBy(answer: CognitoAnswer): readonly string[] {
  return answer.kind === 'answered' ? namesIn(answer.body, 'AvailableChallenges') : []
}
