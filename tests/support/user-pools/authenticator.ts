import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** What makes an answer other than a good one. */
export interface Oddities {
  origin?: string
  /** Whose host the authenticator signs for. */
  relyingPartyId?: string
  challenge?: string
  /** Present and verified, 0x05, unless told otherwise. */
  flags?: number
  counter?: number
}

/** An authenticator in software, with one ES256 passkey, and the browser before it. */
export function createAuthenticator(origin = 'http://localhost:5173') {
  const id = randomBytes(16).toString('base64url')
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let signatures = 0

  return {
    id,

    /** `navigator.credentials.create()`, as `toJSON()` has it. */
    create(options: { challenge: string; rp: { id: string } }, oddities: Oddities = {}) {
      const clientData = clientDataOf('webauthn.create', origin, options.challenge, oddities)
      const relyingPartyId = oddities.relyingPartyId ?? options.rp.id
      const { flags = 0x05, counter = 0 } = oddities
      const idBytes = Buffer.from(id, 'base64url')
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, idBytes.length]),
        idBytes,
        coseKey(publicKey),
      ])
      const authData = [authenticatorData(relyingPartyId, flags | 0x40, counter), attested]
      return {
        id,
        rawId: id,
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString('base64url'),
          attestationObject: attestationObject(Buffer.concat(authData)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },

    /** `navigator.credentials.get()`, as text. */
    get(options: { challenge: string; rpId: string }, oddities: Oddities = {}): string {
      const clientData = clientDataOf('webauthn.get', origin, options.challenge, oddities)
      signatures += 1
      const { flags = 0x05, counter = signatures } = oddities
      const data = authenticatorData(oddities.relyingPartyId ?? options.rpId, flags, counter)
      const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
      return JSON.stringify({
        id,
        rawId: id,
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      })
    },
  }
}

function clientDataOf(
  type: string,
  ownOrigin: string,
  asked: string,
  { origin = ownOrigin, challenge = asked }: Oddities,
): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

/** https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data */
function authenticatorData(relyingPartyId: string, flags: number, counter: number): Buffer {
  const rest = Buffer.alloc(5)
  rest.writeUInt8(flags, 0)
  rest.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(relyingPartyId).digest(), rest])
}

/** CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053, section 7.1.1). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
}

/** CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}. */
function attestationObject(authData: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(authData.length)
  return Buffer.concat([
    Buffer.from('a3', 'hex'),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from('a0', 'hex'),
    text('authData'),
    Buffer.from('59', 'hex'),
    length,
    authData,
  ])
}

/** CBOR text of less than 24 bytes. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}
