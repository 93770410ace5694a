import * as amplify from 'aws-amplify/auth'
import { readPoolAttributes, type PoolAttribute } from '../attributes/pool-attributes.ts'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'
import { readMe, type Me } from './me.ts'

export interface Personal {
  me: Me
  /** By name; what is not there is an empty text to the pool. */
  values: Readonly<Record<string, string>>
  attributes: readonly PoolAttribute[]
}

/** All that the pool keeps of the person and lets this app read, as it is now. */
export async function readPersonal(): Promise<Personal> {
  const me = await readMe()
  const values = await readValues()
  return { me, values, attributes: await readPoolAttributes(values) }
}

async function readValues(): Promise<Readonly<Record<string, string>>> {
  await loadAuth()
  const attributes = await amplify.fetchUserAttributes(userPoolOnly())
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value ?? '']))
}
