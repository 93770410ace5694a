import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { readFlag } from './read-answer.ts'
import { runTrigger } from './run-trigger.ts'
import type { TriggerSource } from './trigger-table.ts'

export interface PreSignUpInput {
  source: TriggerSource<'PreSignUp'>
  clientId: string
  /** As the user is going to be called: `<provider>_<subject>` for someone from a provider. */
  username: string
  /** Those of the user to be: no `sub` among them, since there is no user yet. */
  attributes: Readonly<Record<string, string>>
  validationData?: Readonly<Record<string, string>> | undefined
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

/** What the function wants done with the user to be. Without a trigger, nothing of it. */
export interface PreSignUpAnswer {
  autoConfirmUser: boolean
  autoVerifyEmail: boolean
  autoVerifyPhone: boolean
}

/**
 * Runs the pool's PreSignUp trigger, if it has one.
 *
 * @throws those of `runTrigger`, each of which ends the sign-up.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
 */
export async function preSignUp(
  ctx: Pick<OperationContext, 'invoke'>,
  pool: UserPoolConfig,
  { source, clientId, username, ...input }: PreSignUpInput,
): Promise<PreSignUpAnswer> {
  const call = { source, clientId, username, request: requestOf(source, input) }
  const response = (await runTrigger(ctx, pool, 'PreSignUp', call)) ?? {}
  return {
    autoConfirmUser: readFlag(response.autoConfirmUser),
    autoVerifyEmail: readFlag(response.autoVerifyEmail),
    autoVerifyPhone: readFlag(response.autoVerifyPhone),
  }
}

/**
 * The events of people from a provider have two empty aliases and empty validation data, and an
 * `email_verified` of "false" where the provider said nothing: so one is printed in “Cognito User Pool
 * における Lambda Trigger は Federation 時にどう動くのか” (ap-northeast-1, February 2021).
 */
function requestOf(
  source: PreSignUpInput['source'],
  {
    attributes,
    validationData,
    clientMetadata,
  }: Pick<PreSignUpInput, 'attributes' | 'validationData' | 'clientMetadata'>,
): object {
  const isExternal = source === 'ExternalProvider'
  return {
    userAttributes: {
      ...(isExternal && { 'cognito:email_alias': '', 'cognito:phone_number_alias': '' }),
      ...attributes,
    },
    validationData: validationData ?? (isExternal ? {} : null),
    ...(clientMetadata && { clientMetadata }),
  }
}
