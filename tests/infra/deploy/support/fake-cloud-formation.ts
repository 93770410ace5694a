import { parametersOf, resultOf } from './fake-change-set.ts'
import {
  planContinuedRollback,
  planCreation,
  planDeletion,
  planUpdate,
  type Ground,
} from './fake-operations.ts'
import {
  createFakeStack,
  parseTemplate,
  record,
  type FakeChangeSet,
  type FakeStack,
} from './fake-stack.ts'
import { invalid, page, QueryError, type QueryRequest, type XmlValue } from './query-protocol.ts'

export interface FakeCloudFormation {
  stacks: FakeStack[]
  /** What the next change set comes to, instead of what the request asks for. */
  nextResult: Partial<FakeChangeSet['result']> & { rejections?: readonly string[] }
  answer(request: QueryRequest): XmlValue
  /** Time goes on. */
  advance(): void
}

const maxBodyBytes = 51_200

/**
 * As much of CloudFormation as a deployment calls, with the rules that decide what a caller may do
 * next. Operations take their steps when time goes on, not when they are asked for.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html
 */
export function createFakeCloudFormation(
  ground: Ground,
  readUploaded: (url: string) => string,
): FakeCloudFormation {
  const stacks: FakeStack[] = []
  const fake: FakeCloudFormation = {
    stacks,
    nextResult: {},
    answer(request) {
      const handler = handlers[request.action]
      if (!handler) throw new QueryError('InvalidAction', `Could not find ${request.action}`)
      return handler(request)
    },
    advance() {
      for (const stack of stacks) {
        for (const changeSet of stack.changeSets) changeSet.status = changeSet.result.status
        stack.script.shift()?.()
      }
    },
  }

  const handlers: Readonly<Record<string, (request: QueryRequest) => XmlValue>> = {
    CreateChangeSet(request) {
      const name = request.text('ChangeSetName')!
      const type = request.text('ChangeSetType') === 'CREATE' ? 'CREATE' : 'UPDATE'
      const stack = stackForChangeSet(type, request.text('StackName')!)
      const template = templateOf(request, stack)
      if (
        !request
          .list('Capabilities')
          .some((each) => Object.values(each)[0]?.startsWith('CAPABILITY_'))
      ) {
        throw new QueryError(
          'InsufficientCapabilitiesException',
          'Requires capabilities : [CAPABILITY_IAM]',
        )
      }
      const parameters = parametersOf(request, stack, template)
      const { rejections = [], ...given } = fake.nextResult
      fake.nextResult = {}
      const changeSet: FakeChangeSet = {
        id: `arn:aws:cloudformation:eu-west-1:123456789012:changeSet/${name}/0f1e2d3c`,
        name,
        type,
        status: 'CREATE_PENDING',
        result: { ...resultOf(stack, type, parameters, template), ...given },
        parameters,
        template,
        rejections,
      }
      stack.changeSets.push(changeSet)
      return { Id: changeSet.id, StackId: stack.id }
    },
    DescribeChangeSet(request) {
      const { changeSet, stack } = findChangeSet(request)
      const [changes, NextToken] = page(changeSet.result.changes, request)
      const isReady = changeSet.status === 'CREATE_COMPLETE'
      return {
        ChangeSetId: changeSet.id,
        ChangeSetName: changeSet.name,
        StackId: stack.id,
        StackName: stack.name,
        Status: changeSet.status,
        StatusReason: changeSet.status === 'FAILED' ? changeSet.result.reason : undefined,
        ExecutionStatus: isReady ? 'AVAILABLE' : 'UNAVAILABLE',
        Changes: isReady
          ? changes.map((change) => ({ Type: 'Resource', ResourceChange: change as XmlValue }))
          : [],
        NextToken: isReady ? NextToken : undefined,
      }
    },
    ExecuteChangeSet(request) {
      const token = request.text('ClientRequestToken')
      if (token && stacks.some(({ executedToken }) => executedToken === token)) return {}
      const { changeSet, stack } = findChangeSet(request)
      if (changeSet.status !== 'CREATE_COMPLETE') {
        throw new QueryError(
          'InvalidChangeSetStatus',
          `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${changeSet.status}]`,
        )
      }
      // "CloudFormation deletes all other change sets associated with the stack".
      stack.changeSets = []
      stack.executedToken = token
      stack.template = changeSet.template
      const touched = changeSet.result.changes
        .filter(({ Action }) => Action !== 'Remove')
        .map(({ LogicalResourceId = '' }) => LogicalResourceId)
      if (changeSet.type === 'CREATE') {
        stack.parameters = changeSet.parameters
        planCreation(stack, ground, {
          retainExceptOnCreate: request.flag('RetainExceptOnCreate'),
        })
      } else {
        planUpdate(stack, ground, touched)
        stack.parameters = changeSet.parameters
      }
      return {}
    },
    DeleteChangeSet(request) {
      const { changeSet, stack } = findChangeSet(request)
      stack.changeSets = stack.changeSets.filter((each) => each !== changeSet)
      return {}
    },
    ListChangeSets(request) {
      const stack = requireStack(request)
      const [changeSets, NextToken] = page(stack.changeSets, request)
      return {
        Summaries: changeSets.map(({ id, name, status }) => ({
          ChangeSetId: id,
          ChangeSetName: name,
          StackId: stack.id,
          Status: status,
        })),
        NextToken,
      }
    },
    DescribeEvents(request) {
      const { changeSet } = findChangeSet(request)
      return {
        OperationEvents: changeSet.rejections.map((reason, index) => ({
          EventId: `validation-${index}`,
          EventType: 'VALIDATION_ERROR',
          LogicalResourceId: 'Bucket',
          ResourceType: 'AWS::S3::Bucket',
          ValidationName: 'NAME_CONFLICT_VALIDATION',
          ValidationStatusReason: reason,
        })),
      }
    },
    DescribeStacks(request) {
      const stack = requireStack(request)
      const secrets = parseTemplate(stack.template || 'Resources: {}').Parameters ?? {}
      return {
        Stacks: [
          {
            StackId: stack.id,
            StackName: stack.name,
            StackStatus: stack.status,
            CreationTime: new Date(ground.now()),
            EnableTerminationProtection: stack.terminationProtection,
            Parameters: [...stack.parameters].map(([ParameterKey, value]) => ({
              ParameterKey,
              ParameterValue: secrets[ParameterKey]?.NoEcho === true ? '****' : value,
            })),
            Outputs: Object.entries(stack.outputs).map(([OutputKey, OutputValue]) => ({
              OutputKey,
              OutputValue,
            })),
          },
        ],
      }
    },
    DescribeStackEvents(request) {
      const [events, NextToken] = page(requireStack(request).events.toReversed(), request)
      return { StackEvents: events as unknown as XmlValue, NextToken }
    },
    ListStackResources(request) {
      const stack = requireStack(request)
      const [resources, NextToken] = page(stack.resources, request)
      return {
        StackResourceSummaries: resources.map(({ logicalId, type, physicalId, status }) => ({
          LogicalResourceId: logicalId,
          PhysicalResourceId: physicalId,
          ResourceType: type,
          ResourceStatus: status,
          LastUpdatedTimestamp: new Date(ground.now()),
        })),
        NextToken,
      }
    },
    GetTemplate: (request) => ({ TemplateBody: requireStack(request).template }),
    DeleteStack(request) {
      const stack = findStack(request.text('StackName')!)
      if (stack === undefined) return {}
      if (stack.terminationProtection) {
        throw invalid(
          `Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`,
        )
      }
      if (stack.status === 'REVIEW_IN_PROGRESS')
        record(stack, 'DELETE_COMPLETE', { nowMs: ground.now() })
      else planDeletion(stack, ground)
      return {}
    },
    ContinueUpdateRollback(request) {
      const stack = requireStack(request)
      if (stack.status !== 'UPDATE_ROLLBACK_FAILED') {
        throw invalid(
          `Stack:${stack.id} is in ${stack.status} state and can not continue rolling back`,
        )
      }
      planContinuedRollback(stack, ground)
      return {}
    },
  }

  /** A name finds no stack that is deleted; an id does. */
  function findStack(name: string): FakeStack | undefined {
    return stacks.findLast(
      (stack) => stack.id === name || (stack.name === name && stack.status !== 'DELETE_COMPLETE'),
    )
  }

  function requireStack(request: QueryRequest): FakeStack {
    const name = request.text('StackName') ?? ''
    const stack = findStack(name)
    if (stack === undefined) throw invalid(`Stack with id ${name} does not exist`)
    return stack
  }

  function findChangeSet(request: QueryRequest) {
    const wanted = request.text('ChangeSetName') ?? ''
    for (const stack of stacks) {
      const changeSet = stack.changeSets.find(({ id, name }) =>
        wanted.startsWith('arn:') ? id === wanted : name === wanted,
      )
      if (changeSet) return { stack, changeSet }
    }
    throw new QueryError('ChangeSetNotFound', `ChangeSet [${wanted}] does not exist`, 404)
  }

  function stackForChangeSet(type: 'CREATE' | 'UPDATE', name: string): FakeStack {
    const stack = findStack(name)
    if (type === 'CREATE') {
      if (stack && stack.status !== 'REVIEW_IN_PROGRESS') {
        throw invalid(
          `Stack [${name}] already exists and cannot be created again with the changeSet.`,
        )
      }
      return stack ?? addStack(name)
    }
    if (stack === undefined) throw invalid(`Stack [${name}] does not exist`)
    if (!/^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.status)) {
      throw invalid(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`)
    }
    return stack
  }

  function addStack(name: string): FakeStack {
    const uuid = `0f1e2d3c-4b5a-6978-8796-${String(stacks.length).padStart(12, '0')}`
    const stack = createFakeStack(
      `arn:aws:cloudformation:eu-west-1:123456789012:stack/${name}/${uuid}`,
      name,
    )
    stacks.push(stack)
    record(stack, 'REVIEW_IN_PROGRESS', { nowMs: ground.now(), reason: 'User Initiated' })
    return stack
  }

  function templateOf(request: QueryRequest, stack: FakeStack): string {
    if (request.flag('UsePreviousTemplate')) return stack.template
    const url = request.text('TemplateURL')
    if (url !== undefined) return readUploaded(url)
    const body = request.text('TemplateBody') ?? ''
    if (Buffer.byteLength(body) > maxBodyBytes) {
      throw invalid(
        "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
      )
    }
    return body
  }
  return fake
}
