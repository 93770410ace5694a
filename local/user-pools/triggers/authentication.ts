import type { ClientOfPool, OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { attributesOf, runTrigger } from './run-trigger.ts'

/** Somebody who says who they are. */
interface Arrival extends ClientOfPool {
  /** Undefined where there is no such user and nobody may notice. */
  user: UserRecord | undefined
  /** As it was typed. */
  name: string
}

/**
 * Runs the pool's PreAuthentication trigger, if it has one, before anything of the proof is looked at.
 * For somebody who is not there it runs just so, and is told: what it does must not show outside.
 *
 * @param validationData `ClientMetadata` of InitiateAuth.
 * @returns whether it ran: then look up again whom it may have changed.
 * @throws those of `runTrigger`, each of which ends the sign-in.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html
 */
export async function preAuthentication(
  ctx: Pick<OperationContext, 'invoke'>,
  { pool, client, user, name }: Arrival,
  validationData?: Readonly<Record<string, string>>,
): Promise<boolean> {
  const request = {
    userAttributes: user ? attributesOf(user) : {},
    validationData: validationData ?? null,
    ...(client.preventUserExistenceErrors && { userNotFound: !user }),
  }
  const username = user?.username ?? name
  const call = { source: 'Authentication', clientId: client.id, username, request } as const
  return (await runTrigger(ctx, pool, 'PreAuthentication', call)) !== undefined
}

/** Somebody who has proved all that there was to prove. */
interface Admitted extends ClientOfPool {
  user: UserRecord
  /** Where the pool remembers devices: whether they are at one that it does not know. */
  isAtNewDevice?: boolean
  /** Of RespondToAuthChallenge: that of InitiateAuth comes to the trigger before. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

/**
 * Runs the pool's PostAuthentication trigger, if it has one, before tokens are made.
 *
 * @throws those of `runTrigger`, each of which ends the sign-in.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html
 */
export async function postAuthentication(
  ctx: Pick<OperationContext, 'invoke'>,
  { pool, client, user, isAtNewDevice = false, clientMetadata }: Admitted,
): Promise<void> {
  const request = {
    userAttributes: attributesOf(user),
    newDeviceUsed: isAtNewDevice,
    ...(clientMetadata && { clientMetadata }),
  }
  const { username } = user
  const call = { source: 'Authentication', clientId: client.id, username, request } as const
  await runTrigger(ctx, pool, 'PostAuthentication', call)
}
