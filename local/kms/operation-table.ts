import type { AwsJsonOperation } from '../http/aws-json.ts'
import { signedOperation } from '../signature-v4/admission.ts'
import type { KmsContext } from './context.ts'
import { decrypt, keyOfCiphertext } from './operations/decrypt.ts'

export const kmsOperations: Readonly<Record<string, AwsJsonOperation<KmsContext>>> = {
  Decrypt: signedOperation(decrypt, keyOfCiphertext, encryptionContextKeys),
}

/** The rest of KMS: keys are the template's, and user pools encrypt by themselves. */
export const unsupportedKmsOperations = [
  'CancelKeyDeletion',
  'ConnectCustomKeyStore',
  'CreateAlias',
  'CreateCustomKeyStore',
  'CreateGrant',
  'CreateKey',
  'Decapsulate',
  'DeleteAlias',
  'DeleteCustomKeyStore',
  'DeleteImportedKeyMaterial',
  'DeriveSharedSecret',
  'DescribeCustomKeyStores',
  'DescribeKey',
  'DisableKey',
  'DisableKeyRotation',
  'DisconnectCustomKeyStore',
  'EnableKey',
  'EnableKeyRotation',
  'Encapsulate',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GenerateRandom',
  'GetKeyLastUsage',
  'GetKeyPolicy',
  'GetKeyRotationStatus',
  'GetParametersForImport',
  'GetPublicKey',
  'ImportKeyMaterial',
  'ListAliases',
  'ListGrants',
  'ListKeyPolicies',
  'ListKeyRotations',
  'ListKeys',
  'ListResourceTags',
  'ListRetirableGrants',
  'PutKeyPolicy',
  'ReEncrypt',
  'ReplicateKey',
  'RetireGrant',
  'RevokeGrant',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'Sign',
  'TagResource',
  'UntagResource',
  'UpdateAlias',
  'UpdateCustomKeyStore',
  'UpdateKeyDescription',
  'UpdatePrimaryRegion',
  'Verify',
  'VerifyMac',
]

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
function encryptionContextKeys({
  EncryptionContext: context = {},
}: {
  EncryptionContext?: Record<string, string> | undefined
}): Record<string, string | readonly string[]> {
  const pairs = Object.entries(context)
  return {
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
    ...(pairs.length > 0 && { 'kms:EncryptionContextKeys': pairs.map(([name]) => name) }),
  }
}
