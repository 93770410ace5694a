import type { DoctorObjects } from '../ports.ts'

export type ObjectAction = keyof DoctorObjects

export type Outcome =
  | { kind: 'done'; etag?: string | undefined }
  /** There is nothing of the kind, which only those are told who may see. */
  | { kind: 'missing' }
  /** `message` only where it tells apart what was refused. */
  | { kind: 'denied'; message: string }
  | { kind: 'failed'; name: string }

/** One request of a person's, and what came of it. */
export async function tryAction(
  objects: DoctorObjects,
  action: ObjectAction,
  key: string,
): Promise<Outcome> {
  try {
    if (action === 'put') return { kind: 'done', etag: await objects.put(key, body) }
    await objects[action](key)
    return { kind: 'done' }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    if (name === 'NoSuchKey') return { kind: 'missing' }
    return name === 'AccessDenied' ? { kind: 'denied', message } : { kind: 'failed', name }
  }
}

const body = 'The doctor was here.'
