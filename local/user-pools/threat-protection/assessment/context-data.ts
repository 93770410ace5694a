import type {
  ContextDataType,
  UserContextDataType,
} from '@aws-sdk/client-cognito-identity-provider'
import { findPlaceFault, parsePlace } from '../../../http/sender.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { AppClientConfig } from '../../config.ts'
import type { OperationContext } from '../../context.ts'

/**
 * For an operation of administrators: it is not the server that signs in, but whom it says. Of
 * `EncodedData`, whose form AWS does not publish, nothing is read.
 *
 * @throws InvalidParameterException for an `X-Local-Place` that says no place.
 */
export function behindServer(
  ctx: OperationContext,
  data: ContextDataType | undefined,
): OperationContext {
  if (!data) return ctx
  const { IpAddress: ipAddress = '', HttpHeaders = [] } = data
  const header = (name: string) =>
    HttpHeaders.find(({ headerName }) => headerName?.toLowerCase() === name)?.headerValue
  const said = header('x-local-place')
  const fault = said === undefined ? undefined : findPlaceFault(said)
  if (fault !== undefined) throw invalidParameter(fault)
  const place = said === undefined ? undefined : parsePlace(said)
  return { ...ctx, sender: { userAgent: header('user-agent'), ipAddress, place } }
}

/**
 * For anybody's operation: the address that comes with it counts only at an app client that has a secret
 * and says so, or everybody could choose one.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html#user-pool-settings-adaptive-authentication-device-fingerprint
 */
export function behindApp(
  ctx: OperationContext,
  { secret, propagatesUserContext = false }: AppClientConfig,
  data: UserContextDataType | undefined,
): OperationContext {
  const ipAddress = data?.IpAddress
  if (!ipAddress || secret === undefined || !propagatesUserContext) return ctx
  return { ...ctx, sender: { userAgent: undefined, ...ctx.sender, ipAddress } }
}
