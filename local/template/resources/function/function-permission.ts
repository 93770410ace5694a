import type { FunctionConfig, FunctionPermission } from '../../../lambda/config.ts'
import { defined } from '../../defined.ts'
import type { PropertyReader } from '../../property-reader.ts'
import type { ReadFunction } from './function.ts'

/** What narrows a permission in ways that nothing here could check. */
const narrowing = {
  EventSourceToken: 'The local AWS checks no token of an event source',
  FunctionUrlAuthType: 'The local AWS has no function URLs',
  InvokedViaFunctionUrl: 'The local AWS has no function URLs',
  PrincipalOrgID: 'The local AWS knows no organizations',
}

/**
 * Who may invoke a function, by its ARN.
 *
 * @returns no permission where it is for another action or account, and so never applies here.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html
 */
export function readFunctionPermission(
  reader: PropertyReader,
  functions: readonly ReadFunction[],
  accountId: string,
): { functionArn: string; permission?: FunctionPermission } {
  for (const [name, reason] of Object.entries(narrowing)) {
    reader.refuse(name, `${reason}, so it would allow more than AWS does.`)
  }
  const functionArn = readFunctionName(reader, functions)
  const action = reader.requiredString('Action')
  const principal = reader.requiredString('Principal')
  const sourceArn = reader.string('SourceArn')
  const sourceAccount = reader.string('SourceAccount') ?? accountId
  if (action !== 'lambda:InvokeFunction' && action !== 'lambda:*') {
    reader.notEmulated('Action', 'functions are invoked, and nothing else is done with them')
    return { functionArn }
  }
  if (sourceAccount !== accountId) {
    reader.notEmulated('SourceAccount', `every caller here is of the account ${accountId}`)
    return { functionArn }
  }
  return { functionArn, permission: { principal, ...defined('sourceArn', sourceArn) } }
}

/** A name or an ARN. */
function readFunctionName(reader: PropertyReader, functions: readonly ReadFunction[]): string {
  const key = reader.string('FunctionName')?.startsWith('arn:') ? 'arn' : 'name'
  return reader.requiredReference('FunctionName', functions, key, 'function').arn
}

/** The functions that can run, each with who may invoke it. */
export function withPermissions(
  functions: readonly ReadFunction[],
  permissions: readonly ReturnType<typeof readFunctionPermission>[],
): FunctionConfig[] {
  return functions.flatMap(({ arn, runnable }) => {
    const own = permissions.filter(({ functionArn }) => functionArn === arn)
    const config = { permissions: own.flatMap(({ permission }) => permission ?? []) }
    return runnable ? [{ ...runnable, ...config }] : []
  })
}
