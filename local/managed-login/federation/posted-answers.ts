import type { Parameters } from '../../authorization-server/parameters.ts'
import { toBase64Url } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { sweepAfter } from '../../core/store/sweep.ts'

interface PostedRow {
  parameters: [name: string, value: string][]
  expiresAtMs: number
}

/**
 * Answers that a provider's page posted to us from its own site, until the browser has fetched us
 * again: only then does it send its cookies, which are `SameSite=Lax`.
 */
export interface PostedAnswers {
  /** @returns a handle, good once, for half a minute. */
  keep(parameters: Parameters): Promise<string>
  take(handle: string): Promise<Parameters | undefined>
}

const lifetimeMs = 30_000

export function createPostedAnswers({ clock, crypto, random, store }: Runtime): PostedAnswers {
  const rows = store.table<PostedRow>('managed-login/posted-answers')
  const keyOf = async (handle: string) =>
    toHex(await crypto.sha256(new TextEncoder().encode(handle)))

  return {
    async keep(parameters) {
      const handle = toBase64Url(random.bytes(32))
      const key = await keyOf(handle)
      store.transaction(() => {
        sweepAfter(rows, key, (row) => row.expiresAtMs <= clock.now())
        rows.set(key, { parameters: [...parameters], expiresAtMs: clock.now() + lifetimeMs })
      })
      return handle
    },

    async take(handle) {
      const key = await keyOf(handle)
      const row = rows.get(key)
      if (!row) return undefined
      rows.delete(key)
      return clock.now() < row.expiresAtMs ? new Map(row.parameters) : undefined
    },
  }
}
