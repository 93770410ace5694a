import type { ClientOfPool, OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { readFlag, readText, readTextMap, unrecognizable } from './read-answer.ts'
import { attributesOf, runTrigger } from './run-trigger.ts'

/** A challenge that is over, as the functions are told of it. */
export interface PastChallenge {
  challengeName: string
  challengeResult: boolean
  /** What CreateAuthChallenge called it, for itself. */
  challengeMetadata?: string
}

/** A sign-in whose challenges functions of the pool's decide. */
export interface CustomSignIn extends ClientOfPool {
  /** Undefined where there is no such user and nobody may notice. */
  user: UserRecord | undefined
  /** As it was typed. */
  name: string
  /** The oldest first. */
  history: readonly PastChallenge[]
  /** Of RespondToAuthChallenge. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

export type Decision = 'issue-tokens' | 'fail' | { challengeName: string }

type Texts = Readonly<Record<string, string>>

/** A question that CreateAuthChallenge has made. */
export interface CreatedChallenge {
  /** `ChallengeParameters`. */
  publicParameters: Texts
  /** For VerifyAuthChallengeResponse alone: they never leave. */
  privateParameters: Texts
  metadata: string | undefined
}

/**
 * Asks DefineAuthChallenge what comes next.
 *
 * @throws those of `runTrigger`, InvalidLambdaResponseException where it decides nothing, or
 *   says it in another type.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html
 */
export async function defineAuthChallenge(
  ctx: Pick<OperationContext, 'invoke'>,
  signIn: CustomSignIn,
): Promise<Decision> {
  const asked = { session: told(signIn.history) }
  const response = await run(ctx, 'DefineAuthChallenge', signIn, asked)
  const isFailed = readFlag(response.failAuthentication)
  const isEnough = readFlag(response.issueTokens)
  const challengeName = readText(response.challengeName)
  if (isFailed) return 'fail'
  if (isEnough) return 'issue-tokens'
  if (challengeName !== undefined) return { challengeName }
  throw unrecognizable()
}

/**
 * Has CreateAuthChallenge make the question.
 *
 * @throws those of `runTrigger`, InvalidLambdaResponseException for parameters or metadata that are no
 *   texts.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html
 */
export async function createAuthChallenge(
  ctx: Pick<OperationContext, 'invoke'>,
  signIn: CustomSignIn,
  challengeName: string,
): Promise<CreatedChallenge> {
  const asked = { challengeName, session: told(signIn.history) }
  const response = await run(ctx, 'CreateAuthChallenge', signIn, asked)
  return {
    publicParameters: readTextMap(response.publicChallengeParameters),
    privateParameters: readTextMap(response.privateChallengeParameters),
    metadata: readText(response.challengeMetadata),
  }
}

/**
 * Asks VerifyAuthChallengeResponse whether an answer is right.
 *
 * @throws those of `runTrigger`, InvalidLambdaResponseException for what is neither yes nor no.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html
 */
export async function verifyAuthChallengeResponse(
  ctx: Pick<OperationContext, 'invoke'>,
  signIn: CustomSignIn,
  privateChallengeParameters: Texts,
  challengeAnswer: string,
): Promise<boolean> {
  const asked = { privateChallengeParameters, challengeAnswer }
  const { answerCorrect } = await run(ctx, 'VerifyAuthChallengeResponse', signIn, asked)
  return readFlag(answerCorrect)
}

/** Events have a null where there is no metadata: https://github.com/aws-amplify/aws-sdk-ios/issues/3488. */
function told(history: readonly PastChallenge[]): object[] {
  return history.map((past) => ({ ...past, challengeMetadata: past.challengeMetadata ?? null }))
}

async function run(
  ctx: Pick<OperationContext, 'invoke'>,
  trigger: 'DefineAuthChallenge' | 'CreateAuthChallenge' | 'VerifyAuthChallengeResponse',
  { pool, client, user, name, clientMetadata }: CustomSignIn,
  asked: object,
): Promise<Readonly<Record<string, unknown>>> {
  const request = {
    userAttributes: user ? attributesOf(user) : {},
    ...asked,
    ...(client.preventUserExistenceErrors && { userNotFound: !user }),
    ...(clientMetadata && { clientMetadata }),
  }
  const username = user?.username ?? name
  const call = { source: 'Authentication', clientId: client.id, username, request } as const
  return (await runTrigger(ctx, pool, trigger, call)) ?? {}
}
