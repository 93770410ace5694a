import { doctorWords } from '#doctor-words/common'
import { roleWords as words } from '#doctor-words/role'
import { askIdentity } from '../probes/ask-identity.ts'
import { identityProviderOf } from '../probes/identity-provider.ts'
import type { CheckId } from '../finding.ts'
import type { DoctorObjects } from '../ports.ts'
import { createCheck, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'
import { tryAction, type ObjectAction, type Outcome } from '../probes/try-objects.ts'

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
  const provider = identityProviderOf(ports.config.region)
  return (
    (await tryOwn(objects, `users/${identityId}/`, provider)) ??
    tryBeyond(objects, identityId, provider)
  )
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

/** @returns undefined when all was allowed. */
async function tryOwn(
  objects: DoctorObjects,
  prefix: string,
  provider: string,
): Promise<Result | undefined> {
  const key = `${prefix}doctor.txt`
  const outcomes = await tryEach(objects, ['put', 'get', 'list', 'remove'], (action) =>
    action === 'list' ? prefix : key,
  )
  const denied = outcomes.filter(
    ([action, outcome]) => outcome.kind === 'denied' && !isListRefused(action, outcome),
  )
  if (denied.length === 0) return whyFailed(outcomes)
  const actions = denied.map(([action]) => words.actions[action])
  return wrong(
    words.denied(actions, prefix, isLeft(outcomes) ? words.left(key) : '', provider),
    templatePlaces.rolePolicies,
  )
}

async function tryBeyond(
  objects: DoctorObjects,
  identityId: string,
  provider: string,
): Promise<Result> {
  const prefix = `users/${identityId}/`
  const key = `users/${somebodyElse(identityId)}/doctor.txt`
  const foreign = await tryEach(objects, ['put', 'get', 'list', 'remove'], (action) =>
    action === 'list' ? `users/${somebodyElse(identityId)}/` : key,
  )
  const whole = await tryEach(objects, ['list'], () => '')
  const beyond = [
    ...foreign
      .filter(([action, outcome]) => wentAlong(action, outcome))
      .map(([action]) => words.onForeign(words.actions[action])),
    ...whole.filter(([, { kind }]) => kind === 'done').map(() => words.wholeList),
  ]
  if (beyond.length === 0) {
    return whyFailed([...foreign, ...whole]) ?? ok(words.ok(prefix, words.refusedOthers))
  }
  return wrong(
    words.tooMuch(beyond, prefix, isLeft(foreign) ? words.left(key) : '', provider),
    templatePlaces.rolePolicies,
  )
}

type Outcomes = readonly (readonly [action: ObjectAction, outcome: Outcome])[]

/** To the end, whatever fails: what was put is to be removed. */
async function tryEach(
  objects: DoctorObjects,
  actions: readonly ObjectAction[],
  keyOf: (action: ObjectAction) => string,
): Promise<Outcomes> {
  const outcomes: [ObjectAction, Outcome][] = []
  for (const action of actions) {
    outcomes.push([action, await tryAction(objects, action, keyOf(action))])
  }
  return outcomes
}

function isLeft(outcomes: Outcomes): boolean {
  const kindOf = (wanted: ObjectAction) => outcomes.find(([action]) => action === wanted)?.[1].kind
  return kindOf('put') === 'done' && kindOf('remove') !== 'done'
}

/** An error that has nothing to do with rights. */
function whyFailed(outcomes: Outcomes): Result | undefined {
  for (const [action, outcome] of outcomes) {
    if (outcome.kind === 'failed') return elsewhere(action, outcome.name)
  }
  return undefined
}

function wentAlong(action: ObjectAction, outcome: Outcome): boolean {
  if (outcome.kind === 'denied') return isListRefused(action, outcome)
  return outcome.kind !== 'failed'
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
