import type { Routes } from '../handler.ts'
import type { TriggerEvents } from './trigger-events.ts'

export function triggerRoutes(triggerEvents: TriggerEvents): Routes {
  return {
    '/_local/triggers/events': {
      GET: (_request, { searchParams }) =>
        Response.json(triggerEvents.list(searchParams.get('source') ?? undefined)),
    },
  }
}
