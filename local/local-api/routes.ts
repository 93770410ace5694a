import { callRoutes, type CallAws } from './calls/call-routes.ts'
import type { Expiry } from './clock/expiry.ts'
import { objectRoutes, type ObjectPlaces } from './objects/object-routes.ts'
import { clockRoutes } from './clock/clock-routes.ts'
import type { EventStreams } from './event-stream.ts'
import { faultRoutes } from './faults/fault-routes.ts'
import type { OperationNames } from './faults/check-operation.ts'
import type { Faults } from './faults/faults.ts'
import { LocalApiError } from './local-api-error.ts'
import type { MailPages } from './messages/mail-pages.ts'
import { messageRoutes, type ListMessages } from './messages/message-routes.ts'
import type { MovableClock } from './clock/movable-clock.ts'
import type { Routes } from './handler.ts'
import type { RequestLog } from './requests/request-log.ts'
import { requestRoutes } from './requests/request-routes.ts'
import { permissionRoutes, type PermissionParts } from './permissions/permission-routes.ts'
import { snapshotRoutes, type Snapshots } from './snapshots/snapshot-routes.ts'
import { resetRoutes } from './snapshots/reset-routes.ts'
import type { TriggerEvents } from './triggers/trigger-events.ts'
import { triggerRoutes } from './triggers/trigger-routes.ts'

export interface LocalApiParts {
  messages: ListMessages
  mailPages: MailPages
  /** By what they tell of. */
  events: Readonly<Record<'messages' | 'requests', EventStreams>>
  clock: MovableClock
  nextExpiry: () => Expiry | undefined
  requests: RequestLog
  faults: Faults
  /** That faults can be of. */
  operationNames: OperationNames
  triggerEvents: TriggerEvents
  callAws: CallAws
  objects: ObjectPlaces
  snapshots: Snapshots | undefined
  permissions: PermissionParts
  reset: () => Promise<void>
}

/** All that `/_local` answers to. docs/local-api.openapi.json describes each. */
export function localApiRoutes(parts: LocalApiParts): Routes {
  const { messages, mailPages, events, clock, nextExpiry, requests, faults, triggerEvents } = parts
  const { callAws, objects, snapshots, permissions, reset } = parts
  return {
    ...messageRoutes(messages, mailPages),
    '/_local/events': {
      GET: (request, url) => {
        const of = url.searchParams.get('of') ?? 'messages'
        if (of !== 'messages' && of !== 'requests') {
          throw new LocalApiError(400, 'There are events of messages and of requests.')
        }
        return events[of].open(request.headers.get('last-event-id'))
      },
    },
    ...requestRoutes(requests),
    ...faultRoutes(faults, parts.operationNames),
    ...triggerRoutes(triggerEvents),
    ...clockRoutes(clock, nextExpiry),
    ...callRoutes(callAws),
    ...objectRoutes(objects),
    ...permissionRoutes(permissions),
    ...snapshotRoutes(snapshots),
    ...resetRoutes(reset, snapshots),
  }
}
