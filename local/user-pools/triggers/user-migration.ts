import type { ClientOfPool, OperationContext } from '../context.ts'
import {
  readFlag,
  readObject,
  readText,
  readTextMap,
  readTexts,
  unrecognizable,
} from './read-answer.ts'
import { runTrigger } from './run-trigger.ts'

type Texts = Readonly<Record<string, string>>

/** What is known of somebody who is not there. */
export type Newcomer =
  | {
      source: 'Authentication'
      /** In clear: the function proves it. */
      password: string
      /** `ClientMetadata` of InitiateAuth. */
      validationData?: Texts | undefined
    }
  | { source: 'ForgotPassword'; clientMetadata?: Texts | undefined }

const media = ['EMAIL', 'SMS'] as const

/** Somebody as the function knows them. */
export interface Migrated {
  /** `username` is the one to be, where it is among them. */
  attributes: Texts
  isConfirmed: boolean
  isQuiet: boolean
  media: (typeof media)[number][]
  mayTakeAliases: boolean
  hasSmsMfa: boolean
}

/**
 * Runs the pool's UserMigration trigger.
 *
 * @param name as it was typed.
 * @returns undefined for somebody whom the function does not know either.
 * @throws those of `runTrigger`, InvalidLambdaResponseException for what describes no user.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
 */
export async function userMigration(
  ctx: Pick<OperationContext, 'invoke'>,
  { pool, client }: ClientOfPool,
  name: string,
  { source, ...told }: Newcomer,
): Promise<Migrated | undefined> {
  const call = { source, clientId: client.id, username: name, request: requestOf(told) } as const
  const response = await runTrigger(ctx, pool, 'UserMigration', call)
  if (!readObject(response?.userAttributes)) return undefined
  const { finalUserStatus, messageAction, desiredDeliveryMediums } = response ?? {}
  return {
    attributes: readTextMap(response?.userAttributes),
    // Whatever else it says, AWS has them choose another password.
    isConfirmed: readText(finalUserStatus) === 'CONFIRMED',
    isQuiet: isSuppress(readText(messageAction)),
    media: readTexts(desiredDeliveryMediums).map(readMedium),
    mayTakeAliases: readFlag(response?.forceAliasCreation),
    hasSmsMfa: readFlag(response?.enableSMSMFA),
  }
}

function requestOf(told: {
  validationData?: Texts | undefined
  clientMetadata?: Texts | undefined
}): object {
  const { validationData = null, clientMetadata, ...others } = told
  return { ...others, validationData, ...(clientMetadata && { clientMetadata }) }
}

function isSuppress(action: string | undefined): boolean {
  if (action === undefined) return false
  if (action === 'SUPPRESS') return true
  throw unrecognizable()
}

function readMedium(value: string): (typeof media)[number] {
  const found = media.find((medium) => medium === value)
  if (found) return found
  throw unrecognizable()
}
