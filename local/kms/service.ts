import type { GenerateDataKey } from '../core/ports/data-key.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import type { Service } from '../core/ports/service.ts'
import { createAwsJsonService } from '../http/aws-json.ts'
import { createAdmission } from '../signature-v4/admission.ts'
import type { ResolveCredentials } from '../signature-v4/verify-signature.ts'
import { seal } from './ciphertext.ts'
import type { KeyConfig } from './config.ts'
import type { KmsContext } from './context.ts'
import { decideForKey } from './decide.ts'
import { KmsError } from './errors.ts'
import { createKeyMaterial } from './key-material.ts'
import { kmsOperations, unsupportedKmsOperations } from './operation-table.ts'
import { kmsRequests } from './shapes.ts'

export interface KmsOptions {
  /** Read anew for each request: the template may be edited while the local AWS runs. */
  keys: () => readonly KeyConfig[]
  runtime: Runtime
  region: string
  /** Who may sign. */
  resolveCredentials: ResolveCredentials
}

export interface Kms {
  fetch: Service
  /** For services that encrypt by themselves: nobody’s policy is asked. */
  generateDataKey: GenerateDataKey
  /** Their names, those that are not here among them. */
  operations: readonly string[]
}

/** Key Management Service, as far as functions need it that decrypt what a user pool hands them. */
export function createKms({ keys, runtime, region, resolveCredentials }: KmsOptions): Kms {
  const { random, store, log } = runtime
  const context: KmsContext = {
    materialOf: createKeyMaterial({ store, random }),
    admit: createAdmission({
      service: 'kms',
      runtime,
      region: () => region,
      resolveCredentials,
      decide: (request) =>
        decideForKey(request, keys().find(({ arn }) => arn === request.resource)?.policy),
    }),
  }
  return {
    fetch: createAwsJsonService({
      title: 'AWS KMS',
      targetPrefix: 'TrentService',
      operations: kmsOperations,
      unsupported: unsupportedKmsOperations,
      requestShapes: kmsRequests,
      constraintError: (message) => new KmsError('ValidationException', message),
      context,
      log,
      random,
    }),
    operations: [...Object.keys(kmsOperations), ...unsupportedKmsOperations],
    async generateDataKey(arn, encryptionContext) {
      const plaintext = random.bytes(32)
      const key = { arn, material: context.materialOf(arn) }
      return { plaintext, ciphertext: await seal(random, key, plaintext, encryptionContext) }
    },
  }
}
