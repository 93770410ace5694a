import { doctorWords } from '../../ui/wording/doctor.en.ts'
import { roleWords as words } from '../../ui/wording/doctor/role.en.ts'
import { askIdentity } from '../ask-identity.ts'
import type { CheckId } from '../finding.ts'
import type { DoctorObjects } from '../ports.ts'
import { createCheck, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'
import { tryAction, type ObjectAction, type Outcome } from '../try-objects.ts'

/** Whether a person's credentials are good for what the profile needs, and for nothing beyond. */
export const role = createCheck('role', async (ports) => {
  const { identityPoolId, bucket } = ports.config
  if (identityPoolId === undefined || bucket === undefined) return notApplicable(words.none)
  const session = await ports.session()
  if (!session) return unknown(words.signedOut)
  const identity = await askIdentity(ports, session)
  if (identity.kind !== 'identified') return notApplicable(doctorWords.waitsFor('identity-pool'))
  const { identityId } = identity
  const objects = session.objects(identityId)
  return (await tryOwn(objects, `users/${identityId}/`)) ?? tryBeyond(objects, identityId)
})

/** Whose fault an error is that has nothing to do with rights. */
const otherFaults: Readonly<Record<string, CheckId>> = {
  NoSuchBucket: 'bucket',
  PermanentRedirect: 'region',
  AuthorizationHeaderMalformed: 'region',
  AuthorizationQueryParametersError: 'region',
  RequestTimeTooSkewed: 'clock',
  NetworkError: 'cors',
}

/** The order leaves nothing behind where everything works. @returns undefined when all was allowed. */
async function tryOwn(objects: DoctorObjects, prefix: string): Promise<Result | undefined> {
  const key = `${prefix}doctor.txt`
  const denied: string[] = []
  for (const action of ['put', 'get', 'list', 'remove'] as const) {
    const outcome = await tryAction(objects, action, action === 'list' ? prefix : key)
    if (outcome.kind === 'failed') return elsewhere(action, outcome.name)
    if (outcome.kind === 'denied' && !isListRefused(action, outcome)) {
      denied.push(words.actions[action])
    }
  }
  return denied.length === 0
    ? undefined
    : wrong(words.denied(denied, prefix), templatePlaces.rolePolicies)
}

async function tryBeyond(objects: DoctorObjects, identityId: string): Promise<Result> {
  const key = `users/${somebodyElse(identityId)}/doctor.txt`
  const beyond: string[] = []
  for (const action of ['put', 'get', 'remove'] as const) {
    const outcome = await tryAction(objects, action, key)
    if (outcome.kind === 'failed') return elsewhere(action, outcome.name)
    if (wentAlong(action, outcome)) beyond.push(words.onForeign(words.actions[action]))
  }
  const list = await tryAction(objects, 'list', '')
  if (list.kind === 'failed') return elsewhere('list', list.name)
  if (list.kind === 'done') beyond.push(words.wholeList)
  const prefix = `users/${identityId}/`
  return beyond.length === 0
    ? ok(words.ok(prefix, words.refusedOthers))
    : wrong(words.tooMuch(beyond, prefix), templatePlaces.rolePolicies)
}

function wentAlong(action: ObjectAction, outcome: Outcome): boolean {
  return outcome.kind !== 'denied' || isListRefused(action, outcome)
}

/**
 * Who may get an object, and not list, is refused the list when there is no such object: only they
 * may know. The words of the refusal tell.
 */
function isListRefused(action: ObjectAction, outcome: Outcome & { kind: 'denied' }): boolean {
  return action === 'get' && outcome.message.includes('s3:ListBucket')
}

/** An identity that nobody has: GUIDs are random, and this one is not. */
function somebodyElse(identityId: string): string {
  return `${identityId.split(':')[0] ?? ''}:00000000-0000-0000-0000-000000000000`
}

function elsewhere(action: ObjectAction, name: string): Result {
  const check = otherFaults[name]
  return check
    ? notApplicable(doctorWords.waitsFor(check))
    : unknown(words.untold(words.actions[action], name))
}
