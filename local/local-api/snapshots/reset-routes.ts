import type { Routes } from '../handler.ts'
import { LocalApiError } from '../local-api-error.ts'
import { readJson } from '../read-json.ts'
import { snapshotName } from './snapshot-name.ts'
import { telling, type Snapshots } from './snapshot-routes.ts'

/** With a body, what there is is kept first: when it cannot be, nothing is reset. */
export function resetRoutes(reset: () => Promise<void>, snapshots: Snapshots | undefined): Routes {
  return {
    '/_local/reset': {
      POST: async (request) => {
        const keepAs = request.body === null ? undefined : await readKeepAs(request)
        if (keepAs !== undefined) {
          if (!snapshots) throw new LocalApiError(501, 'Nothing keeps snapshots here.')
          await telling(() => snapshots.save(keepAs))
        }
        await reset()
        return new Response(null, { status: 204 })
      },
    },
  }
}

async function readKeepAs(request: Request): Promise<string | undefined> {
  const { keepAs, ...others } = await readJson(request)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new LocalApiError(400, `A reset has no ${unknown}.`)
  return keepAs === undefined ? undefined : snapshotName(keepAs)
}
