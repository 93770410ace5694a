import type { KeyConfig } from '../../kms/config.ts'
import { defined } from '../defined.ts'
import type { LoadContext } from '../load-context.ts'
import type { PropertyReader } from '../property-reader.ts'
import { type EvaluatedResource, findAttribute } from '../resource-types.ts'
import { readPolicyDocument } from './role/policy-document.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html */
export function readKey(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
): KeyConfig {
  reader.pass('BypassPolicyLockoutSafetyCheck', 'Description', 'PendingWindowInDays', 'Tags')
  for (const [name, sentence] of Object.entries(notEmulated)) reader.notEmulated(name, sentence)
  reader.oneOf('KeySpec', ['SYMMETRIC_DEFAULT'])
  reader.oneOf('KeyUsage', ['ENCRYPT_DECRYPT'])
  const policy = reader.has('KeyPolicy') && readPolicyDocument(reader, 'KeyPolicy', 'resource')
  return {
    arn: findAttribute(resource, 'Arn', context) ?? '',
    ...defined('policy', policy || undefined),
  }
}

const notEmulated = {
  Enabled: 'keys are enabled',
  EnableKeyRotation: 'a key stays what it is',
  MultiRegion: 'there is one region',
  Origin: 'the key is made here',
  RotationPeriodInDays: 'a key stays what it is',
}
