import type { Runtime } from '../core/ports/runtime.ts'
import { keptTable } from '../core/store/kept-tables.ts'

/** Since when there has been a bucket: the template does not say, and clients show it. */
export interface BucketDates {
  /** Epoch ms. One that was not seen before is there from now on. */
  of(name: string): number
}

const datesTable = keptTable('s3-bucket-dates')

export function createBucketDates({ clock, store }: Runtime): BucketDates {
  const dates = store.table<number>(datesTable)
  return {
    of(name) {
      const known = dates.get(name)
      if (known !== undefined) return known
      const nowMs = clock.now()
      dates.set(name, nowMs)
      return nowMs
    },
  }
}
