import { doctorWords } from '#doctor-words/common'
import { secondFactorsWords as words, type SecondFactor } from '#doctor-words/second-factors'
import type { AppConfig } from '../../config/app-config.ts'
import { askAs, attributeIn, comesByProvider, namesIn } from '../probes/ask-person.ts'
import type { DoctorPorts, DoctorSession } from '../ports.ts'
import { createCheck, doubtful, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/** What the only other way to a new password would be, where the second step is a message. */
const otherAddress = { EMAIL_OTP: 'phone_number_verified', SMS_MFA: 'email_verified' } as const
type Message = keyof typeof otherAddress

/**
 * Whether the pool has the second factors that the app offers, and whether the person's own leaves
 * them a way to a new password. Whether a message would arrive shows only when one is sent, and a
 * check sends none.
 */
export const secondFactors = createCheck('second-factors', async (ports) => {
  const wanted = offeredFactors(ports.config)
  const session = await ports.session()
  if (!session) {
    return wanted.length === 0 ? notApplicable(words.none) : unknown(words.signedOut(wanted))
  }
  if (comesByProvider(session)) return notApplicable(words.byProvider)
  const me = await askAs(ports, session, 'GetUser')
  if (me.kind === 'unreachable') return notApplicable(doctorWords.waitsFor('user-pool'))
  if (me.kind === 'refused') return notApplicable(doctorWords.waitsFor('account'))
  const on = namesIn(me.body, 'UserMFASettingList').filter(isKnown)
  const preferred = on.find((factor) => factor === me.body['PreferredMfaSetting'])
  const evidence = words.asked(on, preferred)

  const app = wanted.includes('SOFTWARE_TOKEN_MFA') && !on.includes('SOFTWARE_TOKEN_MFA')
  const lacking = app && !session.isSettingUpApp ? await findNoApp(ports, session) : undefined
  if (lacking) return lacking
  if (preferred && isMessage(preferred)) {
    const isOther = attributeIn(me.body, otherAddress[preferred]) === 'true'
    if (!isOther) return doubtful(words.noWayBack(preferred, evidence), templatePlaces.recovery)
  }
  const unsent = wanted.filter((factor) => isMessage(factor) && !on.includes(factor))
  if (unsent.length > 0) return unknown(words.senderUntold(unsent, evidence))
  const known = [...new Set([...on, ...wanted])]
  return known.length === 0 ? notApplicable(words.none) : ok(words.ok(known, evidence))
})

/** Asks for the key of an app, which counts once a code of it is proved. */
async function findNoApp(ports: DoctorPorts, session: DoctorSession): Promise<Result | undefined> {
  const answer = await askAs(ports, session, 'AssociateSoftwareToken')
  if (answer.kind === 'answered') return undefined
  if (answer.kind === 'unreachable') return notApplicable(doctorWords.waitsFor('user-pool'))
  const evidence = words.askedForApp(doctorWords.refused(answer.name, answer.message))
  return answer.name === 'SoftwareTokenMFANotFoundException'
    ? wrong(words.noApp(evidence), templatePlaces.secondFactors)
    : unknown(words.appUntold(evidence))
}

function offeredFactors({ factors }: AppConfig): SecondFactor[] {
  return factors?.second === undefined || factors.mfa === 'OFF'
    ? []
    : factors.second.filter(isKnown)
}

function isKnown(name: string): name is SecondFactor {
  return Object.hasOwn(words.names, name)
}

function isMessage(factor: SecondFactor): factor is Message {
  return factor !== 'SOFTWARE_TOKEN_MFA'
}
