import type { Runtime } from './core/ports/runtime.ts'
import { keptTable } from './core/store/kept-tables.ts'
import { physicalIdFor } from './template/physical-id.ts'

const idTable = keptTable('installation/ids')

export interface Installation {
  /** Made at a resource's first appearance, the same ever after. */
  physicalId(logicalId: string, type: string): string
  /** Undefined for a resource that never had one. */
  findPhysicalId(logicalId: string, type: string): string | undefined
}

export function createInstallation({ store, random }: Runtime, region: string): Installation {
  const ids = store.table<string>(idTable)
  const findPhysicalId = (logicalId: string, type: string) => ids.get(`${logicalId} ${type}`)
  return {
    findPhysicalId,
    physicalId(logicalId, type) {
      const known = findPhysicalId(logicalId, type)
      if (known !== undefined) return known
      const id = physicalIdFor(type, random, region, logicalId)
      ids.set(`${logicalId} ${type}`, id)
      return id
    },
  }
}
