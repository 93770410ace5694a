import * as amplify from 'aws-amplify/auth'
import { loadAuth } from './load-auth.ts'

/** The custom attribute of `infra/template.yaml`. */
const customAttribute = 'custom:company'

export interface Attributes {
  sub: string
  email: string
  isEmailVerified: boolean
  custom: string
}

export interface Owner {
  /** The person's `sub` in the user pool. */
  sub: string
  /** The person's id in the identity pool, which names the prefix in S3. */
  identityId: string | undefined
}

/** GetUser. */
export async function readAttributes(): Promise<Attributes> {
  await loadAuth()
  const attributes = await amplify.fetchUserAttributes()
  return {
    sub: attributes.sub ?? '',
    email: attributes.email ?? '',
    isEmailVerified: attributes.email_verified === 'true',
    custom: attributes[customAttribute] ?? '',
  }
}

/** UpdateUserAttributes. An empty value removes the attribute. */
export async function updateCustomAttribute(value: string): Promise<void> {
  await loadAuth()
  await amplify.updateUserAttributes({ userAttributes: { [customAttribute]: value } })
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

/** Fetches new tokens and new temporary credentials; Amplify keeps the latter for 50 minutes. */
export async function refreshSession(): Promise<void> {
  await loadAuth()
  await amplify.fetchAuthSession({ forceRefresh: true })
}

export type AttributeProblem =
  | { kind: 'refused' | 'notWritable' | 'wrongPool' | 'trigger'; code: string }
  /** The same as when talking to S3, so that one place words them. */
  | { kind: 'common'; error: unknown }

const attributeProblems = new Map<string, Exclude<AttributeProblem['kind'], 'common'>>([
  ['InvalidParameterException', 'refused'],
  ['ResourceNotFoundException', 'wrongPool'],
  ['InvalidLambdaResponseException', 'trigger'],
  ['UnexpectedLambdaException', 'trigger'],
  ['UserLambdaValidationException', 'trigger'],
])

/**
 * NotAuthorizedException is an ended session, or an attribute that the app client may not write; the
 * names are the same, so GetUser is asked whether the session still holds.
 */
export async function attributeProblem(error: unknown): Promise<AttributeProblem> {
  if (!(error instanceof Error)) throw error
  const kind = attributeProblems.get(error.name)
  if (kind) return { kind, code: error.name }
  const isRefused = error.name === 'NotAuthorizedException' && (await holdsSession())
  return isRefused ? { kind: 'notWritable', code: error.name } : { kind: 'common', error }
}

async function holdsSession(): Promise<boolean> {
  try {
    await amplify.fetchUserAttributes()
    return true
  } catch {
    return false
  }
}
