import type { ResourcesConfig } from 'aws-amplify'
import type { CognitoAWSCredentialsAndIdentityIdProvider } from 'aws-amplify/auth/cognito'
import { readSessionNote, removeSessionNote, writeSessionNote } from './session-notes.ts'

type IdentityIdStore = ConstructorParameters<typeof CognitoAWSCredentialsAndIdentityIdProvider>[0]

/** Amplify's store, told whose identity is asked for: Amplify keeps it for as long as the page. */
export interface RememberedIdentities extends IdentityIdStore {
  setOwner(sub: string): void
  /** Whether the id that was handed out last was remembered, rather than fetched in this page. */
  isRemembered(): boolean
}

/**
 * An identity id never changes for one login, and GetId has the smallest quota of all that a visit
 * calls, so a reload need not ask for it again.
 */
export function createRememberedIdentities(): RememberedIdentities {
  let ids = { userPoolClientId: '', identityPoolId: '' }
  let owner = ''
  let fetched: string | undefined
  let wasRemembered = false
  const place = () => ({
    userPoolClientId: ids.userPoolClientId,
    sub: owner,
    note: 'identityId' as const,
  })

  return {
    setAuthConfig(config: NonNullable<ResourcesConfig['Auth']>) {
      const { userPoolClientId = '', identityPoolId = '' } = config.Cognito
      ids = { userPoolClientId, identityPoolId }
    },
    setOwner(sub) {
      if (sub !== owner) fetched = undefined
      owner = sub
    },
    isRemembered: () => wasRemembered,
    async loadIdentityId() {
      const [pool, id = ''] = (await readSessionNote(place()))?.split(' ') ?? []
      // Of another identity pool: the configuration has changed.
      if (pool !== ids.identityPoolId) return null
      wasRemembered = id !== fetched
      return { id, type: 'primary' }
    },
    async storeIdentityId({ id }) {
      fetched = id
      await writeSessionNote(place(), `${ids.identityPoolId} ${id}`)
    },
    async clearIdentityId() {
      await removeSessionNote(place())
    },
  }
}
