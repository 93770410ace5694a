import * as amplify from 'aws-amplify/auth'
import { loadAuth } from '../load-auth.ts'

/** What the identity pool has given for the ID token; keys are secrets. */
export interface TemporaryCredentials {
  identityId: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string | undefined
  expiresAtMs: number | undefined
}

/** @returns undefined where there is no identity pool. @throws what the identity pool refuses with. */
export async function readTemporaryCredentials(): Promise<TemporaryCredentials | undefined> {
  await loadAuth()
  const { credentials, identityId } = await amplify.fetchAuthSession()
  if (!credentials || identityId === undefined) return undefined
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials
  const expiresAtMs = expiration?.getTime()
  return { identityId, accessKeyId, secretAccessKey, sessionToken, expiresAtMs }
}
