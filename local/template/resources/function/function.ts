import type { Role } from '../../../iam/policy/policy.ts'
import type { FunctionConfig } from '../../../lambda/config.ts'
import { defined } from '../../defined.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from '../../resource-types.ts'
import { readEnvironment } from './function-environment.ts'
import { mentionWhatIsNotEmulated } from './function-not-emulated.ts'

export interface ReadFunction {
  name: string
  arn: string
  /** Undefined when it cannot run here: it is there, and whatever invokes it fails. */
  runnable?: Omit<FunctionConfig, 'permissions'>
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export function readFunction(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
  roles: readonly Role[],
): ReadFunction {
  reader.checkNames('FunctionName')
  const named = {
    name: refOf(resource, context),
    arn: findAttribute(resource, 'Arn', context) ?? '',
  }
  const role = reader.requiredReference('Role', roles, 'arn', 'role')
  if (!isForLambda(role)) {
    reader.problem('Role', 'The role defined for the function cannot be assumed by Lambda.')
  }
  const settings = {
    ...named,
    roleArn: role.arn,
    timeoutSeconds: reader.integer('Timeout', { min: 1, max: 900 }) ?? 3,
    environment: readEnvironment(reader),
  }
  mentionWhatIsNotEmulated(reader)
  const source = readSource(reader)
  const handler = readHandler(reader, source)
  const runnable = source !== undefined && handler ? { ...settings, handler, source } : undefined
  return { ...named, ...defined('runnable', runnable) }
}

/** The trust is only looked for, as Lambda does when the function is created; nothing assumes it. */
function isForLambda({ trustPolicy }: Role): boolean {
  return trustPolicy.statements.some(
    ({ effect, principals }) =>
      effect === 'Allow' &&
      typeof principals === 'object' &&
      principals.Service?.includes('lambda.amazonaws.com'),
  )
}

/** The text that stands in the template; any other code is somewhere in AWS. */
function readSource(reader: PropertyReader): string | undefined {
  const packageType = reader.oneOf('PackageType', ['Image', 'Zip']) ?? 'Zip'
  const runtime = packageType === 'Zip' ? reader.requiredString('Runtime') : undefined
  const code = reader.map('Code')
  const source = code?.string('ZipFile')
  code?.pass('ImageUri', 'S3Bucket', 'S3Key', 'S3ObjectStorageMode', 'S3ObjectVersion')
  code?.pass('SourceKMSKeyArn')
  if (runtime !== undefined && !/^nodejs\d+\.x$/.test(runtime)) {
    reader.notEmulated('Runtime', 'only Node.js runs here, so what invokes this function fails')
    return undefined
  }
  if (source === undefined) {
    reader.notEmulated('Code', 'only a ZipFile runs here, so what invokes this function fails')
  }
  return source
}

function readHandler(reader: PropertyReader, source: string | undefined): string | undefined {
  const handler = reader.string('Handler')
  if (source === undefined) return undefined
  if (handler !== undefined && /^index\.[A-Za-z_$][\w$]*$/.test(handler)) return handler
  reader.problem('Handler', 'must be index.<export>: a ZipFile is a file of the name index.')
  return undefined
}
