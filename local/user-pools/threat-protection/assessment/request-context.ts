import type { Sender } from '../../../http/sender.ts'
import { deviceTypeOf } from '../../sessions/device-type.ts'
import type { RequestContext } from '../model.ts'

export function requestContext(sender: Sender | undefined): RequestContext {
  const { userAgent, ipAddress = '127.0.0.1', place } = sender ?? {}
  const deviceName = deviceTypeOf(userAgent).replace(' / ', ', ')
  return { ipAddress, deviceName, ...(place && { place }) }
}
