import { performance } from 'node:perf_hooks'
import type { createClient } from './load.ts'
import type { LocalServer } from './servers.ts'

export interface UsersView {
  firstPageMs: number
  searchMs: number
}

const rounds = 40

/** What the console asks for when its page of users opens, and when somebody looks for a person there. */
export async function measureUsersView(
  client: ReturnType<typeof createClient>,
  { config, adminToken }: LocalServer,
): Promise<UsersView> {
  const list = (input: object) =>
    client.send({
      method: 'POST',
      path: '/_local/calls/ListUsers',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ UserPoolId: config.userPoolId, Limit: 25, ...input }),
    })
  return {
    firstPageMs: await medianMs(() => list({})),
    searchMs: await medianMs(() => list({ Filter: 'email ^= "filler-99"' })),
  }
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times.sort((left, right) => left - right)[rounds / 2] ?? Number.NaN
}
