import type { Tables } from '../../core/store/ordered-store.ts'
import { copyRows, rowsAtOnce } from './log-compaction.ts'
import { openLogDraft, type LogFile } from './log-file.ts'
import type { Slot } from './log-replay.ts'

const tailAtOnceBytes = 512 << 10
const mostSyncs = 4

/** Lets others have their turn; throws when the work is not wanted any more. */
export type Pause = () => Promise<void>

export interface LogInUse {
  folder: string
  /** What others go on reading from and writing to. */
  from: LogFile
  tables: Tables<Slot>
  /** How long `from` was when the tables were so. */
  startedAtBytes: number
  pause: Pause
}

export interface NextLog {
  /** Takes over what was written last, and makes it the one that counts: in one synchronous step. */
  publish(): LogFile
  /** @param since what was written to the log before while this one was made. */
  moveSlots(since: readonly Slot[]): Generator<void>
}

/**
 * Makes the next generation of a log that is in use: what is alive in `tables`, and then the records
 * that were written since, as they are.
 *
 * @throws what the disk says, or `pause`; there is no next log then.
 */
export async function makeNextLog(log: LogInUse): Promise<NextLog> {
  const { folder, from, tables, startedAtBytes, pause } = log
  const slots: Slot[] = []
  const offsets: number[] = []
  const draft = openLogDraft(folder, from.generation + 1)
  const target = draft.file
  let takenOver = startedAtBytes

  function takeOver(mostBytes: number) {
    const length = Math.min(mostBytes, from.size - takenOver)
    if (length > 0) target.append(from.read({ offset: takenOver, length }))
    takenOver += length
  }

  try {
    await inTurns(
      copyRows(tables, target, (slot, offset) => {
        slots.push(slot)
        offsets.push(offset)
      }),
      pause,
    )
    const shift = target.size - startedAtBytes
    // What is on the disk in the log before, is on it here too, up to the last that was written: the
    // first time to the disk is the long one. Whoever writes faster than that is not waited for, but
    // caught up with.
    let mostBytes = tailAtOnceBytes
    for (let syncs = 0; syncs < 2 || from.size - takenOver > mostBytes; syncs += 1) {
      takeOver(mostBytes)
      if (syncs < mostSyncs) await target.sync()
      else mostBytes *= 2
      await pause()
    }

    return {
      publish() {
        try {
          while (takenOver < from.size) takeOver(tailAtOnceBytes)
          draft.publish()
          return target
        } catch (error) {
          draft.discard()
          throw error
        }
      },
      *moveSlots(since) {
        for (const [index, slot] of slots.entries()) {
          Object.assign(slot, { file: target, offset: offsets[index] })
          if (index % rowsAtOnce === rowsAtOnce - 1) yield
        }
        for (const [index, slot] of since.entries()) {
          Object.assign(slot, { file: target, offset: slot.offset + shift })
          if (index % rowsAtOnce === rowsAtOnce - 1) yield
        }
      },
    }
  } catch (error) {
    draft.discard()
    throw error
  }
}

/** @returns what the steps come to. */
export async function inTurns<Result>(
  steps: Generator<void, Result>,
  pause: Pause,
): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await pause()
  }
}
