import { onTestFinished, vi } from 'vitest'
import { createAuthenticator } from './authenticator.ts'

type Authenticator = ReturnType<typeof createAuthenticator>

interface Assertion {
  id: string
  type: string
  response: Record<'clientDataJSON' | 'authenticatorData' | 'signature', string>
}

/** Whoever is asked for a passkey closes the question. */
export function closed(): Promise<never> {
  return Promise.reject(Object.assign(new Error('Closed'), { name: 'NotAllowedError' }))
}

/** What jsdom lacks: a browser that knows passkeys, up to `navigator.credentials`. */
export function stubPasskeys(authenticator: Authenticator = createAuthenticator(origin)) {
  class Known {
    readonly authenticatorAttachment = 'platform'
    readonly id: string
    readonly rawId: ArrayBuffer
    readonly type: string
    readonly response: Answered

    constructor({ id, type, response }: Assertion) {
      this.id = id
      this.rawId = bytesOf(id)
      this.type = type
      this.response = new Answered(response)
    }

    static isUserVerifyingPlatformAuthenticatorAvailable() {
      return Promise.resolve(true)
    }

    getClientExtensionResults() {
      return {}
    }
  }
  const get = vi.fn(({ publicKey }: { publicKey: PublicKeyCredentialRequestOptions }) => {
    const challenge = Buffer.from(publicKey.challenge as ArrayBuffer).toString('base64url')
    const text = authenticator.get({ challenge, rpId: publicKey.rpId ?? '' })
    return Promise.resolve(new Known(JSON.parse(text) as Assertion))
  })
  vi.stubGlobal('PublicKeyCredential', Known)
  vi.stubGlobal('AuthenticatorAssertionResponse', Answered)
  vi.stubGlobal('isSecureContext', true)
  Object.defineProperty(navigator, 'credentials', { value: { get }, configurable: true })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(navigator, 'credentials')
  })
  return { get }
}

class Answered {
  readonly clientDataJSON: ArrayBuffer
  readonly authenticatorData: ArrayBuffer
  readonly signature: ArrayBuffer

  constructor({ clientDataJSON, authenticatorData, signature }: Assertion['response']) {
    this.clientDataJSON = bytesOf(clientDataJSON)
    this.authenticatorData = bytesOf(authenticatorData)
    this.signature = bytesOf(signature)
  }
}

function bytesOf(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64url')).buffer
}
