import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject } from '../../core/encoding/is-object.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Snapshot } from '../../core/ports/states.ts'
import { syncFile } from '../store/sync-folder.ts'

/**
 * Below a data folder: a folder for each snapshot, named by a random id, with its rows, its bodies and
 * what it is. It has the suffix until it is whole.
 */
export const snapshotsName = 'snapshots'
export const snapshotDraftSuffix = '.new'
const aboutName = 'snapshot.json'

export interface FoundSnapshot {
  /** The path of its folder. */
  path: string
  about: Snapshot
}

/** Of what was cut off nothing is kept. */
export function sweepSnapshots(snapshots: string): void {
  if (!existsSync(snapshots)) return
  for (const name of readdirSync(snapshots)) {
    if (!name.endsWith(snapshotDraftSuffix)) continue
    rmSync(join(snapshots, name), { recursive: true, force: true })
  }
}

/** By name. One that says nothing of itself is told of in the log, and left where it is. */
export function findSnapshots(snapshots: string, log: Log): FoundSnapshot[] {
  const found: FoundSnapshot[] = []
  for (const name of readdirSync(snapshots)) {
    if (name.endsWith(snapshotDraftSuffix)) continue
    const path = join(snapshots, name)
    const about = readAbout(path)
    if (about) found.push({ path, about })
    else log.warn(`${path} is no snapshot that can be read: it is left out.`)
  }
  return found.sort((left, right) => (left.about.name < right.about.name ? -1 : 1))
}

export function writeAbout(path: string, about: Snapshot): void {
  const file = join(path, aboutName)
  writeFileSync(file, JSON.stringify(about), { mode: 0o600 })
  syncFile(file)
}

/** All of it or nothing: cut off, it is swept at the next start. */
export function removeSnapshot(path: string): void {
  const draft = `${path}${snapshotDraftSuffix}`
  renameSync(path, draft)
  rmSync(draft, { recursive: true, force: true })
}

function readAbout(path: string): Snapshot | undefined {
  try {
    const about: unknown = JSON.parse(readFileSync(join(path, aboutName), 'utf8'))
    return isSnapshot(about) ? about : undefined
  } catch {
    return undefined
  }
}

function isSnapshot(value: unknown): value is Snapshot {
  if (!isObject(value) || typeof value['name'] !== 'string') return false
  return ['savedAtMs', 'sizeBytes', 'people', 'objects'].every((name) =>
    Number.isSafeInteger(value[name]),
  )
}
