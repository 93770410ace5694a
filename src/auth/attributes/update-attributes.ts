import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import { noteChange } from '../session/current-claims.ts'
import type { AttributeName } from './editable-attributes.ts'
import { holdsSession } from '../session/holds-session.ts'
import { loadAuth } from '../load-auth.ts'

export interface RefusedAttribute<Name extends string = AttributeName> {
  name: Name
  /** The value, or the attribute as such: the pool has none of the name, or the client may not. */
  reason: 'value' | 'notKept' | 'notWritable'
  /** The exception's name, for those who look it up. */
  code: string
}

type Values<Name extends string> = Readonly<Partial<Record<Name, string>>>

export interface AttributesUpdate<Name extends string = AttributeName> {
  saved: Values<Name>
  refused: readonly RefusedAttribute<Name>[]
}

/**
 * UpdateUserAttributes, which takes all of it or nothing, and tells what it minds in words only. So
 * what is refused together is tried one by one, and what is refused then with the value that the pool
 * has already: a pool that does not take even that does not keep the attribute.
 *
 * @param changes an empty value removes the attribute.
 * @throws whatever is no refusal of an attribute; `attributeProblem` names it.
 */
export async function updateAttributes<Name extends string = AttributeName>(
  changes: Values<Name>,
  stored: Values<Name>,
): Promise<AttributesUpdate<Name>> {
  await loadAuth()
  // First: an answer that gets lost may have been a yes.
  await noteChange()
  const names = Object.keys(changes) as Name[]
  const together = await findRefusal(changes)
  if (together === undefined) return { saved: changes, refused: [] }

  const saved: Partial<Record<Name, string>> = {}
  const refused: RefusedAttribute<Name>[] = []
  for (const name of names) {
    const value = changes[name] ?? ''
    const code = names.length === 1 ? together : await findRefusal({ [name]: value })
    if (code === undefined) saved[name] = value
    else refused.push({ name, code, reason: await findReason(name, stored[name] ?? '') })
  }
  return { saved, refused }
}

async function findReason(name: string, stored: string): Promise<RefusedAttribute['reason']> {
  const refusal = await findRefusal({ [name]: stored })
  if (refusal === undefined) return 'value'
  return refusal === 'NotAuthorizedException' ? 'notWritable' : 'notKept'
}

/**
 * Writes, and returns the name of what the pool said to it. NotAuthorizedException is an ended
 * session as well.
 */
async function findRefusal(values: Values<string>): Promise<string | undefined> {
  try {
    await amplify.updateUserAttributes(userPoolOnly(), { userAttributes: values })
    return undefined
  } catch (error) {
    const { name } = error as Error
    if (name === 'InvalidParameterException') return name
    if (name === 'NotAuthorizedException' && (await holdsSession())) return name
    throw error
  }
}
