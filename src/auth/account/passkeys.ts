import * as amplify from 'aws-amplify/auth'
import { loadAuth } from '../load-auth.ts'

export interface Passkey {
  id: string
  /** As Cognito names it; nobody can name it anew. */
  name: string
  createdAtMs: number | undefined
  /** Built into a device, or a key that one carries. */
  isPlatform: boolean
}

/** `unavailable` where the pool's tier has none. */
export type Passkeys = { kind: 'list'; passkeys: readonly Passkey[] } | { kind: 'unavailable' }

/** Cognito keeps twenty of each person. */
export const maximumPasskeys = 20

/** Newest first. */
export async function listPasskeys(): Promise<Passkeys> {
  await loadAuth()
  const passkeys: Passkey[] = []
  let nextToken: string | undefined
  try {
    do {
      const input = { pageSize: maximumPasskeys, ...(nextToken !== undefined && { nextToken }) }
      const page = await amplify.listWebAuthnCredentials(input)
      passkeys.push(...page.credentials.map(passkeyOf))
      nextToken = page.nextToken
    } while (nextToken !== undefined)
  } catch (error) {
    const { name } = error as Error
    if (name === 'FeatureUnavailableInTierException') return { kind: 'unavailable' }
    throw error
  }
  return {
    kind: 'list',
    passkeys: passkeys.sort((one, other) => (other.createdAtMs ?? 0) - (one.createdAtMs ?? 0)),
  }
}

/** Whether this browser could make one at all. */
export function knowsPasskeys(): boolean {
  return 'PublicKeyCredential' in window && window.isSecureContext
}

/** @throws PasskeyRegistrationCanceled when the person closes the browser's question, and others. */
export async function addPasskey(): Promise<void> {
  await loadAuth()
  await amplify.associateWebAuthnCredential()
}

export async function deletePasskey(id: string): Promise<void> {
  await loadAuth()
  await amplify.deleteWebAuthnCredential({ credentialId: id })
}

function passkeyOf(credential: amplify.AuthWebAuthnCredential): Passkey {
  return {
    id: credential.credentialId ?? '',
    name: credential.friendlyCredentialName ?? '',
    createdAtMs: credential.createdAt?.getTime(),
    isPlatform: credential.authenticatorAttachment === 'platform',
  }
}
