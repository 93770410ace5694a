import { toBase64 } from '../encoding/base64.ts'
import { bytesOfNumber, concatBytes, withLength } from '../encoding/bytes.ts'
import { compareUtf8 } from '../encoding/utf8-order.ts'
import type { EncryptionContext, GenerateDataKey } from '../ports/data-key.ts'
import type { Random } from '../ports/random.ts'
import { createP384Signer } from './p384-signer.ts'

/** AES-256 in GCM, its key by HKDF with SHA-384, signed with ECDSA on P-384: what user pools write. */
const suite = 0x0378
const format = { version: 1, type: 0x80, framed: 2 }
const ivBytes = 12
/** A code fits into one frame. */
const frameBytes = 4096

const encoder = new TextEncoder()
const encode = (text: string) => encoder.encode(text)

/**
 * Encrypts as the AWS Encryption SDK does, for whoever may decrypt with the key. The message has one
 * frame.
 *
 * @param text of up to 4,096 bytes in UTF-8.
 * @param context goes with it in clear, beside the key that proves the signature.
 * @see https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
 */
export async function writeEncryptionSdkMessage(
  { random, generateDataKey }: { random: Random; generateDataKey: GenerateDataKey },
  keyArn: string,
  context: EncryptionContext,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const signer = await createP384Signer()
  const whole = { ...context, 'aws-crypto-public-key': toBase64(signer.publicKey) }
  const dataKey = await generateDataKey(keyArn, whole)
  const messageId = random.bytes(16)
  const header = concatBytes(
    Uint8Array.of(format.version, format.type),
    bytesOfNumber(suite, 2),
    messageId,
    withLength(contextBytes(whole)),
    bytesOfNumber(1, 2),
    withLength(encode('aws-kms')),
    withLength(encode(keyArn)),
    withLength(dataKey.ciphertext),
    Uint8Array.of(format.framed, 0, 0, 0, 0, ivBytes),
    bytesOfNumber(frameBytes, 4),
  )
  const encrypt = await createCipher(dataKey.plaintext, messageId)
  const headerIv = new Uint8Array(ivBytes)
  const content = encode(text)
  const sequence = bytesOfNumber(1, 4)
  const frameIv = bytesOfNumber(1, ivBytes)
  const message = concatBytes(
    header,
    headerIv,
    await encrypt(headerIv, header, new Uint8Array()),
    bytesOfNumber(0xffffffff, 4),
    sequence,
    frameIv,
    bytesOfNumber(content.length, 4),
    await encrypt(
      frameIv,
      concatBytes(
        messageId,
        encode('AWSKMSEncryptionClient Final Frame'),
        sequence,
        bytesOfNumber(content.length, 8),
      ),
      content,
    ),
  )
  return concatBytes(message, withLength(await signer.sign(message)))
}

/** Names in the order of their bytes. */
function contextBytes(context: EncryptionContext): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(context).toSorted(([left], [right]) => compareUtf8(left, right))
  const pairs = entries.flatMap(([name, value]) => [
    withLength(encode(name)),
    withLength(encode(value)),
  ])
  return concatBytes(bytesOfNumber(entries.length, 2), ...pairs)
}

/** @returns what answers with the ciphertext and its tag. */
async function createCipher(dataKey: Uint8Array<ArrayBuffer>, messageId: Uint8Array) {
  const { subtle } = globalThis.crypto
  const secret = await subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey'])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-384',
    salt: new Uint8Array(),
    info: concatBytes(bytesOfNumber(suite, 2), messageId),
  }
  const cipher = { name: 'AES-GCM', length: 256 }
  const key = await subtle.deriveKey(derivation, secret, cipher, false, ['encrypt'])
  return async (
    iv: Uint8Array<ArrayBuffer>,
    additionalData: Uint8Array<ArrayBuffer>,
    content: Uint8Array<ArrayBuffer>,
  ) => new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, content))
}
