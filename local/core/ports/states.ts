import type { Runtime } from './runtime.ts'

/** A copy of all that the local AWS remembers, under a name. */
export interface Snapshot {
  name: string
  savedAtMs: number
  /** Of its rows and bodies, whether or not they share their room with others. */
  sizeBytes: number
  /** Of all user pools. */
  people: number
  /** Bodies of objects. */
  objects: number
}

/** The data that a stand-in serves, and the snapshots of what it was. One call at a time. */
export interface States {
  inUse(): State
  list: () => Snapshot[]
  /** While others write; what they write from now on is not in it. @throws SnapshotError */
  save(name: string, savedAtMs: number): Promise<Snapshot>
  /** @throws SnapshotError */
  remove(name: string): Promise<void>
  /** Makes another state ready beside the one in use. @throws SnapshotError */
  stage(name: string): Promise<StagedState>
  /** As a file that `npm run local -- --import` takes. Undefined where nothing can make one. */
  files?: SnapshotFiles
}

type State = Pick<Runtime, 'store' | 'blobs'>

export interface StagedState {
  /** Takes the place of the one in use, which nobody uses any more. When it throws, it did not. */
  use(): Promise<void>
  /** After `use`: what was before is in use again. */
  goBack(): Promise<void>
  /** Nobody goes back any more, or nobody wanted it. */
  end(): Promise<void>
}

export interface SnapshotFiles {
  read(name: string): Promise<ReadableStream<Uint8Array>>
  /** @throws SnapshotError for what is not whole; nothing is kept then. */
  write(name: string, savedAtMs: number, file: AsyncIterable<Uint8Array>): Promise<Snapshot>
}

export type SnapshotFault = 'unknown' | 'taken' | 'unreadable' | 'no-room' | 'disk'

/** Its message is for people. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
  readonly fault: SnapshotFault

  constructor(fault: SnapshotFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}

/** @throws SnapshotError */
export function checkFree(name: string, snapshots: readonly Snapshot[]): void {
  if (snapshots.some((each) => each.name === name)) {
    throw new SnapshotError('taken', `There is a snapshot ${name} already.`)
  }
}

export function unknownSnapshot(name: string): SnapshotError {
  return new SnapshotError('unknown', `There is no snapshot ${name}.`)
}
