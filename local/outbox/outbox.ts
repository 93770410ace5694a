import type { DeliverMessage, Message } from '../core/ports/message.ts'
import { randomUuid } from '../core/ports/random.ts'
import type { Runtime } from '../core/ports/runtime.ts'

export interface StoredMessage extends Message {
  id: string
  /** ISO 8601. */
  sentAt: string
}

/** What SES and SNS would have sent: kept, so that a person, a script or a test can read it. */
export interface Outbox {
  deliver: DeliverMessage
  /** Newest first; only those to this address or number when it is given, whatever its case. */
  list: (to?: string) => StoredMessage[]
  /** Calls `changed` soon after a message was sent. @returns how to stop that. */
  watch: (changed: () => void) => () => void
  /** Tells the watchers that all messages are gone. */
  announceReset: () => void
}

/** More than a person looks through, few enough that reading them all stays quick. */
const keeps = 1000

/** Messages survive the process; beyond the newest 1,000 the oldest go. */
export function createOutbox({ clock, random, store }: Runtime): Outbox {
  /** By a running number of 12 digits, so that key order is the order of sending. */
  const messages = store.table<StoredMessage>('outbox/messages')
  const counters = store.table<number>('outbox/counters')
  const watchers = new Set<() => void>()

  /** A transaction that this is part of is through by then, or was undone. */
  const announce = () =>
    queueMicrotask(() => {
      for (const changed of watchers) changed()
    })

  return {
    deliver({ to, channel, kind, code, link, subject, body }) {
      const sentAt = new Date(clock.now()).toISOString()
      const message = {
        id: randomUuid(random),
        to,
        channel,
        kind,
        code,
        ...(link !== undefined && { link }),
        subject,
        body,
        sentAt,
      }
      store.transaction(() => {
        const number = (counters.get('sent') ?? 0) + 1
        counters.set('sent', number)
        messages.set(keyOf(number), message)
        if (number > keeps) messages.delete(keyOf(number - keeps))
      })
      announce()
    },

    list(to) {
      const wanted = to?.toLowerCase()
      return [...messages.entries()]
        .map(([, message]) => message)
        .filter((message) => wanted === undefined || message.to.toLowerCase() === wanted)
        .reverse()
    },

    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },

    announceReset: announce,
  }
}

function keyOf(number: number): string {
  return String(number).padStart(12, '0')
}
