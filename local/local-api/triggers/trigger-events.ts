import type { InvokeFunction } from '../../core/ports/invoke-function.ts'
import type { Clock } from '../../core/ports/clock.ts'
import { maskJson } from '../requests/mask.ts'

/** An event that a function of a user pool's has been called with. */
interface TriggerEvent {
  /** ISO 8601. */
  at: string
  /** Of the function. */
  arn: string
  /** E.g. `PreSignUp_SignUp`. */
  triggerSource: string
  /** As the function got it; secrets are masked where it is listed, here and in the answer. */
  event: unknown
  /** What it returned; absent until it has, and where it failed. */
  answer?: unknown
  /** Why there is no answer. */
  error?: string
  durationMs?: number
}

export interface TriggerEvents {
  /** Keeps what `invoke` is called with from now on, and what it answers. */
  recorded(invoke: InvokeFunction): InvokeFunction
  /** Newest first; only those of a source when it is given. */
  list(triggerSource?: string): readonly TriggerEvent[]
  clear(): void
}

/** Enough for the flows that somebody has just tried. In memory alone: they are about people. */
const keeps = 100

export function createTriggerEvents(clock: Clock): TriggerEvents {
  const events: TriggerEvent[] = []
  const wallNow = () => clock.wallNow?.() ?? clock.now()
  return {
    recorded: (invoke) => async (arn, event, caller) => {
      const { triggerSource } = event as { triggerSource?: unknown }
      if (typeof triggerSource !== 'string') return invoke(arn, event, caller)
      const at = new Date(clock.now()).toISOString()
      const kept: TriggerEvent = { at, arn, triggerSource, event }
      events.unshift(kept)
      events.splice(keeps)
      const startedMs = wallNow()
      try {
        const answer = await invoke(arn, event, caller)
        kept.answer = answer
        return answer
      } catch (error) {
        kept.error = error instanceof Error ? error.message : String(error)
        throw error
      } finally {
        kept.durationMs = wallNow() - startedMs
      }
    },
    list: (triggerSource) =>
      events
        .filter((one) => triggerSource === undefined || one.triggerSource === triggerSource)
        .map(({ answer, ...one }) => ({
          ...one,
          event: maskJson(one.event),
          ...(answer !== undefined && { answer: maskJson(answer) }),
        })),
    clear: () => void events.splice(0),
  }
}
