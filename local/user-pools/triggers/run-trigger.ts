import { checked } from '../../core/ports/checks.ts'
import { isObject } from '../../core/encoding/is-object.ts'
import { FunctionError, type FunctionCaller } from '../../core/ports/invoke-function.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { unrecognizable } from './read-answer.ts'
import { triggers, type Trigger, type TriggerName, type TriggerSource } from './trigger-table.ts'

/**
 * A function has five seconds. AWS may call one again that gave no answer, and says not how often; here
 * it is called once more, so that what it does twice can be seen.
 */
const maxTries = 2

/** By the fault that is no answer of the function's own: the error of Lambda's that Cognito quotes. */
const invocationErrors = {
  'not-found': 'ResourceNotFoundException',
  'not-permitted': 'AccessDeniedException',
  'timed-out': 'Socket timeout while invoking Lambda function',
}

/** What is not the same in each event of a trigger. */
export interface TriggerCall<Name extends TriggerName> {
  source: TriggerSource<Name>
  clientId: string
  username: string
  request: object
  /** Of the event, where the pool may ask for another than the table's. */
  version?: string
  /** As the function finds it, with that version. */
  response?: object
}

/**
 * Has a pool's trigger run, if it has one. The function may change any user meanwhile: look up again
 * what depends on them.
 *
 * @returns `response` of what the function returned, whatever is in it; undefined without a trigger.
 * @throws UserLambdaValidationException with the function's own words when it threw or crashed,
 *   UnexpectedLambdaException when it gave no answer, InvalidLambdaResponseException when the answer
 *   is not an event.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export async function runTrigger<Name extends TriggerName>(
  ctx: Pick<OperationContext, 'invoke' | 'checks'>,
  pool: UserPoolConfig,
  name: Name,
  call: TriggerCall<Name>,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const arn = pool.triggers?.[name]
  if (arn === undefined) return undefined
  return checked(ctx.checks, name, async () => {
    const answer = await invokeWithRetries(ctx, pool, name, arn, eventOf(pool, name, call))
    const response = isObject(answer) ? answer.response : undefined
    if (isObject(response)) return response
    throw unrecognizable()
  })
}

/** `userAttributes` of somebody who is kept. */
export function attributesOf({ sub, status, attributes }: UserRecord): Record<string, string> {
  return { sub, 'cognito:user_status': status, ...attributes }
}

/** A trigger's event as its function gets it. */
export function eventOf<Name extends TriggerName>(
  pool: UserPoolConfig,
  name: Name,
  { source, clientId, username, request, ...call }: TriggerCall<Name>,
): object {
  const { version, response, prefix }: Trigger = { ...triggers[name], ...call }
  return {
    version,
    region: pool.region,
    userPoolId: pool.id,
    userName: username,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
    triggerSource: `${prefix ?? name}_${source}`,
    request,
    response,
  }
}

async function invokeWithRetries(
  ctx: Pick<OperationContext, 'invoke'>,
  pool: UserPoolConfig,
  trigger: TriggerName,
  arn: string,
  event: object,
): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ctx.invoke(arn, event, callerFor(pool))
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error
      if (error.fault === 'timed-out' && tries < maxTries) continue
      throw refusal(trigger, error)
    }
  }
}

/** Who has a pool's functions run. */
export function callerFor(pool: UserPoolConfig): FunctionCaller {
  return { principal: 'cognito-idp.amazonaws.com', sourceArn: pool.arn }
}

function refusal(trigger: TriggerName, { fault, message }: FunctionError): UserPoolError {
  // The full stop is appended whatever the message ends in.
  if (fault === 'threw' || fault === 'crashed') {
    return new UserPoolError(
      'UserLambdaValidationException',
      `${trigger} failed with error ${message}.`,
    )
  }
  return new UserPoolError(
    'UnexpectedLambdaException',
    `${trigger} invocation failed due to error ${invocationErrors[fault]}.`,
  )
}
