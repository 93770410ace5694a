import type { DecryptRequest, DecryptResponse } from '@aws-sdk/client-kms'
import { toBase64 } from '../../core/encoding/base64.ts'
import { keyArnOf, open } from '../ciphertext.ts'
import type { KmsContext } from '../context.ts'
import { KmsError } from '../errors.ts'

/** As the edge has read it. */
type Input = Omit<DecryptRequest, 'CiphertextBlob'> & {
  CiphertextBlob?: Uint8Array<ArrayBuffer>
}

/** On the wire bytes are Base64. */
type Answer = Omit<DecryptResponse, 'Plaintext'> & { Plaintext: string }

/**
 * Decrypt: what a key of this account has encrypted, in the context that it was encrypted in. Which key it
 * was stands in it.
 *
 * @throws ValidationException, InvalidCiphertextException, IncorrectKeyException,
 *   InvalidKeyUsageException, DryRunOperationException, UnsupportedOperationException
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
export async function decrypt(input: Input, ctx: KmsContext): Promise<Answer> {
  const { CiphertextBlob: blob, EncryptionContext: context = {}, KeyId } = input
  const unsupported = input.Recipient ? 'Recipient' : input.DryRunModifiers && 'DryRunModifiers'
  if (unsupported !== undefined) {
    const words = `The local AWS does not know ${unsupported}.`
    throw new KmsError('UnsupportedOperationException', words)
  }
  if (!blob) throw new KmsError('ValidationException', 'CiphertextBlob is missing.')
  if ((input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') {
    throw new KmsError('InvalidKeyUsageException', 'Keys here are symmetric ones.')
  }
  const arn = keyArnOf(blob)
  if (arn === undefined) throw new KmsError('InvalidCiphertextException')
  if (KeyId !== undefined && KeyId !== arn && KeyId !== idOf(arn)) {
    throw new KmsError(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    )
  }
  const plaintext = await open(ctx.materialOf(arn), blob, context)
  if (!plaintext) throw new KmsError('InvalidCiphertextException')
  if (input.DryRun) {
    throw new KmsError(
      'DryRunOperationException',
      'The request would have succeeded, but the DryRun option is set.',
    )
  }
  return {
    KeyId: arn,
    Plaintext: toBase64(plaintext),
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  }
}

/** For the check of who may: the key that the ciphertext names, as its ARN ends. */
export function keyOfCiphertext({ CiphertextBlob }: Input): string {
  const arn = CiphertextBlob && keyArnOf(CiphertextBlob)
  return arn === undefined ? '*' : `key/${idOf(arn)}`
}

function idOf(arn: string): string {
  return arn.split('/').at(-1) ?? ''
}
