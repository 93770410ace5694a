import { LocalApiError } from '../local-api-error.ts'
import { readJson } from '../read-json.ts'
import type { Routes } from '../handler.ts'
import type { OperationNames } from './check-operation.ts'
import type { Faults } from './faults.ts'
import { presets } from './presets.ts'
import { readFaults } from './read-faults.ts'

const noContent = () => new Response(null, { status: 204 })

export function faultRoutes(faults: Faults, names: OperationNames): Routes {
  return {
    '/_local/faults': {
      GET: () =>
        Response.json({
          faults: faults.list(),
          presets: presets.map(({ name, row }) => ({ name, row })),
        }),
      POST: async (request) => {
        const added = faults.add(readFaults(await readJson(request), names))
        return Response.json({ faults: added }, { status: 201 })
      },
      DELETE: () => {
        faults.clear()
        return noContent()
      },
    },
    '/_local/faults/{id}': {
      DELETE: (_request, _url, id) => {
        if (!faults.remove(id)) throw new LocalApiError(404, 'There is no such fault any more.')
        return noContent()
      },
    },
  }
}
