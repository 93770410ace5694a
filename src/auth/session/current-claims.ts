import { Amplify } from 'aws-amplify'
import * as amplify from 'aws-amplify/auth'
import { readSessionNote, removeSessionNote, writeSessionNote } from './session-notes.ts'
import type { NotePlace } from './session-notes.ts'
import { userPoolOnly } from '../configure-amplify.ts'
import { isOwnIdToken } from './id-token.ts'

export type Claims = Readonly<Record<string, unknown>>

/**
 * What the ID token says of the person's attributes, which came with the sign-in or with the last
 * refresh, so nobody has to be asked.
 *
 * @returns undefined where it does not tell, or tells what has been changed since.
 */
export async function readCurrentClaims(): Promise<Claims | undefined> {
  const claims = await readClaims()
  if (!claims || claims['email'] === undefined) return undefined
  const place = placeOf(claims)
  const before = await readSessionNote(place)
  if (before === idOf(claims)) return undefined
  if (before !== undefined) await removeSessionNote(place)
  return claims
}

/** The ID token tells the past from now on, in every tab that has it, until there is another. */
export async function noteChange(): Promise<void> {
  const claims = await readClaims()
  if (claims) await writeSessionNote(placeOf(claims), idOf(claims))
}

async function readClaims(): Promise<Claims | undefined> {
  const { tokens } = await amplify.fetchAuthSession(userPoolOnly())
  const claims = tokens?.idToken?.payload
  const { Cognito } = Amplify.getConfig().Auth ?? {}
  return claims && Cognito && isOwnIdToken(claims, Cognito) ? claims : undefined
}

function placeOf(claims: Claims): NotePlace {
  return {
    userPoolClientId: String(claims['aud']),
    sub: String(claims['sub']),
    note: 'tokenBeforeChange',
  }
}

function idOf(claims: Claims): string {
  return String(claims['jti'] ?? claims['iat'])
}
