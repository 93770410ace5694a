import type { ResourceChange } from '@aws-sdk/client-cloudformation'
import { parseTemplate, type FakeChangeSet, type FakeStack } from './fake-stack.ts'
import { invalid, type QueryRequest } from './query-protocol.ts'

/** The values that the parameters would have, given, kept or by default. */
export function parametersOf(
  request: QueryRequest,
  stack: FakeStack,
  template: string,
): Map<string, string> {
  const declared = parseTemplate(template).Parameters ?? {}
  const values = new Map(
    Object.entries(declared).map(([name, { Default }]) => [name, Default as string | undefined]),
  )
  for (const { ParameterKey = '', ParameterValue, UsePreviousValue } of request.list(
    'Parameters',
  )) {
    if (!Object.hasOwn(declared, ParameterKey)) {
      throw invalid(`Parameters: [${ParameterKey}] do not exist in the template`)
    }
    if (UsePreviousValue === 'true' && !stack.parameters.has(ParameterKey)) {
      throw invalid(
        `Invalid input for parameter key ${ParameterKey}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
      )
    }
    values.set(
      ParameterKey,
      UsePreviousValue === 'true' ? stack.parameters.get(ParameterKey) : ParameterValue,
    )
  }
  const missing = [...values].filter(([, value]) => value === undefined).map(([name]) => name)
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`)
  return values as Map<string, string>
}

/** What would change: nothing when neither template nor parameters do. */
export function resultOf(
  stack: FakeStack,
  type: 'CREATE' | 'UPDATE',
  parameters: ReadonlyMap<string, string>,
  template: string,
): FakeChangeSet['result'] {
  if (type === 'CREATE') {
    const changes = additionsTo(stack, parameters, template)
    return { status: 'CREATE_COMPLETE', changes }
  }
  const changed = [...parameters].filter(([name, value]) => stack.parameters.get(name) !== value)
  if (changed.length === 0 && template === stack.template) {
    return {
      status: 'FAILED',
      reason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
      changes: [],
    }
  }
  if (stack.parameters.get('Hosting') !== parameters.get('Hosting')) {
    const changes = [
      ...additionsTo(stack, parameters, template),
      ...removalsFrom(stack, parameters, template),
    ]
    return { status: 'CREATE_COMPLETE', changes }
  }
  const isProtection = changed.some(([name]) => name === 'DeletionProtection')
  return {
    status: 'CREATE_COMPLETE',
    changes: [
      {
        Action: 'Modify',
        LogicalResourceId: isProtection ? 'UserPool' : 'UserPoolClient',
        ResourceType: isProtection ? 'AWS::Cognito::UserPool' : 'AWS::Cognito::UserPoolClient',
        Replacement: 'False',
        Details: [{ Target: { Attribute: 'Properties', Name: 'CallbackURLs' } }],
      },
    ],
  }
}

function additionsTo(
  { resources }: FakeStack,
  parameters: ReadonlyMap<string, string>,
  template: string,
): ResourceChange[] {
  return Object.entries(parseTemplate(template, parameters).Resources)
    .filter(([name]) => !resources.some(({ logicalId }) => logicalId === name))
    .map(([LogicalResourceId, { Type }]) => ({
      Action: 'Add',
      LogicalResourceId,
      ResourceType: Type,
    }))
}

function removalsFrom(
  { resources }: FakeStack,
  parameters: ReadonlyMap<string, string>,
  template: string,
): ResourceChange[] {
  const wanted = parseTemplate(template, parameters).Resources
  return resources
    .filter(({ logicalId }) => !Object.hasOwn(wanted, logicalId))
    .map(({ logicalId, type, physicalId }) => ({
      Action: 'Remove',
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      PolicyAction: 'Delete',
    }))
}
