import { SnapshotError, type Snapshot, type SnapshotFault } from '../../core/ports/states.ts'
import { requestChunks } from '../../http/wire-request.ts'
import type { Handler, Routes } from '../handler.ts'
import { LocalApiError } from '../local-api-error.ts'
import { readJson } from '../read-json.ts'
import { snapshotName } from './snapshot-name.ts'

/** All of them throw SnapshotError. Those that change anything run one after another. */
export interface Snapshots {
  list(): Snapshot[]
  save(name: string): Promise<Snapshot>
  restore(name: string): Promise<void>
  remove(name: string): Promise<void>
  /** Undefined where nothing makes files. */
  read?: (name: string) => Promise<ReadableStream<Uint8Array>>
  write?: (name: string, file: AsyncIterable<Uint8Array>) => Promise<Snapshot>
}

const statusOf: Readonly<Record<SnapshotFault, number>> = {
  unknown: 404,
  taken: 409,
  unreadable: 422,
  'no-room': 507,
  disk: 500,
}

export function snapshotRoutes(snapshots: Snapshots | undefined): Routes {
  const handle =
    (work: (snapshots: Snapshots, ...args: Parameters<Handler>) => Promise<Response>): Handler =>
    async (...args) => {
      if (!snapshots) throw new LocalApiError(501, 'Nothing keeps snapshots here.')
      return telling(() => work(snapshots, ...args))
    }
  return {
    '/_local/snapshots': {
      GET: handle((all) => Promise.resolve(Response.json(all.list().map(describeSnapshot)))),
      POST: handle(async (all, request) => {
        const { name, ...others } = await readJson(request)
        checkNothingElse(others)
        return Response.json(describeSnapshot(await all.save(snapshotName(name))), { status: 201 })
      }),
    },
    '/_local/snapshots/{id}': {
      GET: handle(async ({ read }, _request, _url, id) => {
        if (!read) throw noFiles()
        const name = snapshotName(id)
        return new Response(await read(name), {
          headers: {
            'content-type': 'application/gzip',
            'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.tar.gz`,
          },
        })
      }),
      PUT: handle(async ({ write }, request, _url, id) => {
        if (!write) throw noFiles()
        const written = await write(snapshotName(id), requestChunks(request))
        return Response.json(describeSnapshot(written), { status: 201 })
      }),
      DELETE: handle(async (all, _request, _url, id) => {
        await all.remove(snapshotName(id))
        return new Response(null, { status: 204 })
      }),
    },
    '/_local/snapshots/{id}/restore': {
      POST: handle(async (all, _request, _url, id) => {
        await all.restore(snapshotName(id))
        return new Response(null, { status: 204 })
      }),
    },
  }
}

function describeSnapshot({ savedAtMs, ...snapshot }: Snapshot) {
  return { ...snapshot, savedAt: new Date(savedAtMs).toISOString() }
}

function checkNothingElse(others: Readonly<Record<string, unknown>>): void {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new LocalApiError(400, `A snapshot has no ${unknown}.`)
}

function noFiles(): LocalApiError {
  return new LocalApiError(501, 'A local AWS without Node makes and reads no files.')
}

/** @throws LocalApiError in the place of SnapshotError. */
export async function telling<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SnapshotError)
      throw new LocalApiError(statusOf[error.fault], error.message)
    throw error
  }
}
