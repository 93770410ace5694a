import { userPoolWords as words } from '#doctor-words/user-pool'
import { addressesOf } from '../probes/addresses.ts'
import { readJson } from '../../cognito/read-json.ts'
import type { DoctorPorts } from '../ports.ts'
import { isReachable, request } from '../probes/request.ts'
import { createCheck, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/** Whether the pool is there: then its keys are, for anybody to read. */
export const userPool = createCheck('user-pool', async (ports) => {
  const { userPoolId, region } = ports.config
  const url = `${addressesOf(ports.config).issuer}/.well-known/jwks.json`
  const response = await request(ports, url)
  if (!response) return whyNothing(ports, url)
  const keys = (await readJson(response))?.['keys']
  if (response.ok && Array.isArray(keys) && keys.length > 0) {
    return ok(words.ok(userPoolId, url, keys.length))
  }
  const { status } = response
  // Nothing but the id can be wrong with such a request.
  const isMissing = status === 400 || status === 404
  return isMissing
    ? wrong(words.missing(userPoolId, region, url, status), templatePlaces.userPool)
    : unknown(words.odd(userPoolId, url, status))
})

async function whyNothing(ports: DoctorPorts, url: string): Promise<Result> {
  const { userPoolId, region } = ports.config
  const answers = !ports.readsEveryAnswer && (await isReachable(ports, url))
  return answers
    ? unknown(words.unreadable(userPoolId, region, url))
    : unknown(words.unreachable(url))
}
