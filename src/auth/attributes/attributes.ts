import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import { readCurrentClaims } from '../session/current-claims.ts'
import type { Claims } from '../session/current-claims.ts'
import { editableAttributes, type AttributeName } from './editable-attributes.ts'
import { loadAuth } from '../load-auth.ts'

export interface Attributes {
  sub: string
  email: string
  isEmailVerified: boolean
  values: Readonly<Record<AttributeName, string>>
}

export interface Owner {
  /** The person's `sub` in the user pool. */
  sub: string
  /** The person's id in the identity pool, which names the prefix in S3. */
  identityId: string | undefined
}

/** From the ID token, and from GetUser where that does not tell. */
export async function readAttributes(): Promise<Attributes> {
  await loadAuth()
  return attributesOf((await readCurrentClaims()) ?? (await readUser()))
}

function readUser() {
  return amplify.fetchUserAttributes(userPoolOnly())
}

/** Attributes and claims have the same names; `email_verified` is a text there and a boolean here. */
function attributesOf(values: Claims): Attributes {
  return {
    sub: textOf(values['sub']),
    email: textOf(values['email']),
    isEmailVerified: String(values['email_verified']) === 'true',
    values: Object.fromEntries(
      editableAttributes.map((name) => [name, textOf(values[name])]),
    ) as Attributes['values'],
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** @throws UserUnAuthenticatedException when nobody is signed in. */
export async function readOwner(): Promise<Owner> {
  await loadAuth()
  const { identityId, userSub } = await amplify.fetchAuthSession()
  if (userSub === undefined) {
    throw new amplify.AuthError({
      name: 'UserUnAuthenticatedException',
      message: 'Nobody is signed in',
    })
  }
  return { sub: userSub, identityId }
}
