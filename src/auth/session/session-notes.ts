import { AUTH_KEY_PREFIX, cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'

/**
 * Notes of ours about somebody who is signed in. They lie where the tokens lie, so that they last as
 * long, reach the same tabs and go with them: `session.ts` removes them by their names.
 */
type SessionNote = 'identityId' | 'tokenBeforeChange'

export interface NotePlace {
  userPoolClientId: string
  /** Whom it is about: the person's `sub`. */
  sub: string
  note: SessionNote
}

export async function readSessionNote(place: NotePlace): Promise<string | undefined> {
  return (await storage().getItem(keyOf(place))) ?? undefined
}

/** Where nobody is signed in nothing is noted: an answer may come after whom it is about has signed out. */
export async function writeSessionNote(place: NotePlace, value: string): Promise<void> {
  const { userPoolClientId } = place
  const lastUserKey = `${AUTH_KEY_PREFIX}.${userPoolClientId}.LastAuthUser`
  if ((await storage().getItem(lastUserKey)) === null) return
  await storage().setItem(keyOf(place), value)
}

export async function removeSessionNote(place: NotePlace): Promise<void> {
  await storage().removeItem(keyOf(place))
}

function storage() {
  return cognitoUserPoolsTokenProvider.authTokenStore.getKeyValueStorage()
}

function keyOf({ userPoolClientId, sub, note }: NotePlace): string {
  return `${AUTH_KEY_PREFIX}.${userPoolClientId}.${sub}.${note}`
}
