import type { StackEvent } from '@aws-sdk/client-cloudformation'
import { isOfStack } from './events.ts'
import { plainReason } from './plain-reason.ts'
import type { Session } from '../aws/session.ts'

export interface Progress {
  tell(events: readonly StackEvent[]): void
  /** Moves the time on, where somebody watches. */
  tick(): void
  end(): void
}

const verbs = {
  CREATE: ['creating', 'created', 'could not be created'],
  UPDATE: ['updating', 'updated', 'could not be updated'],
  DELETE: ['deleting', 'deleted', 'could not be deleted'],
  IMPORT: ['importing', 'imported', 'could not be imported'],
  ROLLBACK: ['rolling back', 'rolled back', 'could not be rolled back'],
} as const

const states = ['IN_PROGRESS', 'COMPLETE', 'FAILED'] as const

/**
 * What happens to each resource: a line for each step, and below them, where somebody watches, one
 * that says how far it is.
 *
 * @param total how many resources there are to do, where that is known.
 */
export function createProgress({ terminal, clock }: Session, total: number | undefined): Progress {
  const startedAtMs = clock.now()
  const active = new Set<string>()
  const done = new Set<string>()
  const last = new Map<string, string | undefined>()

  function elapsed(): string {
    const seconds = Math.floor((clock.now() - startedAtMs) / 1000)
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }

  function tick() {
    const count = total === undefined ? `${done.size} done` : `${done.size} of ${total} done`
    const names = active.size > 0 ? `, at work on ${someOf([...active])}` : ''
    terminal.show(`  ${elapsed()}  ${count}${names}`)
  }

  function tellOne(event: StackEvent) {
    const { LogicalResourceId = '', ResourceStatus } = event
    // "Resource creation Initiated" comes as a second event of the same state.
    if (last.get(LogicalResourceId) === ResourceStatus) return
    last.set(LogicalResourceId, ResourceStatus)
    const isUnderWay = ResourceStatus?.endsWith('_IN_PROGRESS') === true
    if (!isOfStack(event)) {
      if (isUnderWay) active.add(LogicalResourceId)
      else active.delete(LogicalResourceId)
      if (!isUnderWay) done.add(LogicalResourceId)
    }
    // The line below says what is under way, so only a log needs to.
    if (terminal.isInteractive && isUnderWay && !isOfStack(event)) return
    terminal.say(`  ${elapsed().padStart(5)}  ${describeEvent(event)}`)
  }

  return {
    tick,
    tell(events) {
      for (const event of events) tellOne(event)
      tick()
    },
    end() {
      terminal.show('')
    },
  }
}

function someOf(names: readonly string[]): string {
  const more = names.length - 3
  return `${names.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function describeEvent(event: StackEvent): string {
  const { LogicalResourceId = '', ResourceType = '', ResourceStatus = '' } = event
  const name = isOfStack(event) ? 'stack' : `${LogicalResourceId} (${ResourceType})`
  const reason =
    ResourceStatus.endsWith('_FAILED') && event.ResourceStatusReason !== undefined
      ? `: ${plainReason(event.ResourceStatusReason)}`
      : ''
  return `${name} ${wordsFor(ResourceStatus)}${reason}`
}

function wordsFor(status: string): string {
  if (status === 'DELETE_SKIPPED') return 'kept'
  if (status.includes('CLEANUP_IN_PROGRESS')) return 'updated, tidying up'
  // UPDATE_ROLLBACK_COMPLETE is a roll-back.
  const verb = status.includes('ROLLBACK') ? 'ROLLBACK' : status.split('_')[0]
  const state = states.findIndex((each) => status.endsWith(each))
  return (verbs as Readonly<Record<string, readonly string[]>>)[verb ?? '']?.[state] ?? status
}
