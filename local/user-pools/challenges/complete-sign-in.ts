import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../context.ts'
import { deviceGroupKey, newDeviceKey } from '../devices/device-names.ts'
import { consumeSession, type SessionKey } from '../sign-in/sessions.ts'
import { recordPass } from '../threat-protection/events/record.ts'
import { protectSignIn } from '../threat-protection/protect-sign-in.ts'
import { postAuthentication } from '../triggers/authentication.ts'
import { apiScope, issueTokens } from '../tokens/issue-tokens.ts'
import { beginChallenge, nextStep } from './next-step.ts'
import type { SignIn } from './sign-in.ts'

/**
 * Tokens for a user who has proved all there is to prove, else the challenge that is next. Call it
 * with no `await` after the proof: it takes the session first, so that one leads to one sign-in.
 */
export async function completeSignIn(
  ctx: OperationContext,
  proven: SignIn,
  session?: SessionKey,
): Promise<InitiateAuthResponse> {
  const signIn = protectSignIn(ctx, proven)
  const step = nextStep(ctx, signIn)
  if (session) consumeSession(ctx, session)
  if (step !== 'done') return beginChallenge(ctx, signIn, step)
  const { pool, device } = signIn
  await postAuthentication(ctx, { ...signIn, isAtNewDevice: pool.devices !== undefined && !device })
  // Who names no device is offered to have this one remembered.
  const DeviceKey = device || !pool.devices ? undefined : newDeviceKey(ctx.random, pool)
  const eventId = signIn.protection?.event.id
  const found = { ...signIn, eventId, scope: apiScope, deviceKey: device?.key ?? DeviceKey }
  const tokens = await issueTokens(ctx, found)
  recordPass(ctx, signIn)
  if (DeviceKey === undefined) return { AuthenticationResult: tokens, ChallengeParameters: {} }
  const NewDeviceMetadata = { DeviceKey, DeviceGroupKey: await deviceGroupKey(ctx, pool) }
  return { AuthenticationResult: { ...tokens, NewDeviceMetadata }, ChallengeParameters: {} }
}
