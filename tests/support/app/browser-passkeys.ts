import { onTestFinished, vi } from 'vitest'
import { createAuthenticator } from '../user-pools/authenticator.ts'

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
    readonly type = 'public-key'
    readonly id: string
    readonly rawId: ArrayBuffer
    readonly response: Answered | Made

    constructor(id: string, response: Answered | Made) {
      this.id = id
      this.rawId = bytesOf(id)
      this.response = response
    }

    static isUserVerifyingPlatformAuthenticatorAvailable() {
      return Promise.resolve(true)
    }

    getClientExtensionResults() {
      return {}
    }
  }
  const get = vi.fn(({ publicKey }: { publicKey: PublicKeyCredentialRequestOptions }) => {
    const challenge = textOf(publicKey.challenge)
    const text = authenticator.get({ challenge, rpId: publicKey.rpId ?? '' })
    const { id, response } = JSON.parse(text) as Assertion
    return Promise.resolve(new Known(id, new Answered(response)))
  })
  const create = vi.fn(({ publicKey }: { publicKey: PublicKeyCredentialCreationOptions }) => {
    const challenge = textOf(publicKey.challenge)
    const made = authenticator.create({ challenge, rp: { id: publicKey.rp.id ?? '' } })
    return Promise.resolve(new Known(made.id, new Made(made.response)))
  })
  vi.stubGlobal('PublicKeyCredential', Known)
  vi.stubGlobal('AuthenticatorAssertionResponse', Answered)
  vi.stubGlobal('AuthenticatorAttestationResponse', Made)
  vi.stubGlobal('isSecureContext', true)
  Object.defineProperty(navigator, 'credentials', { value: { get, create }, configurable: true })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    Reflect.deleteProperty(navigator, 'credentials')
  })
  return { get, create }
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

type Registration = ReturnType<Authenticator['create']>['response']

class Made {
  readonly clientDataJSON: ArrayBuffer
  readonly attestationObject: ArrayBuffer
  readonly #transports: readonly string[]

  constructor({ clientDataJSON, attestationObject, transports }: Registration) {
    this.clientDataJSON = bytesOf(clientDataJSON)
    this.attestationObject = bytesOf(attestationObject)
    this.#transports = transports
  }

  getTransports() {
    return this.#transports
  }

  getPublicKeyAlgorithm() {
    return -7
  }

  getPublicKey() {
    return null
  }

  getAuthenticatorData() {
    return new ArrayBuffer(0)
  }
}

function textOf(bytes: BufferSource): string {
  return Buffer.from(bytes as ArrayBuffer).toString('base64url')
}

function bytesOf(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64url')).buffer
}
