/** A key for one message, in clear and as a key of AWS KMS has encrypted it. */
interface DataKey {
  /** 32 bytes. */
  plaintext: Uint8Array<ArrayBuffer>
  ciphertext: Uint8Array<ArrayBuffer>
}

/** Names and values that a decryption has to repeat. They are authenticated, not secret. */
export type EncryptionContext = Readonly<Record<string, string>>

/** @param keyArn of the key that decrypts it again, in the same context. */
export type GenerateDataKey = (keyArn: string, context: EncryptionContext) => Promise<DataKey>
