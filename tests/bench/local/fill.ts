import { randomBytes } from 'node:crypto'
import { createMemoryBlobs } from '../../../local/core/store/memory-blobs.ts'
import { randomUuid } from '../../../local/core/ports/random.ts'
import { createNodeCrypto } from '../../../local/node/node-crypto.ts'
import { migrations } from '../../../local/migrations.ts'
import { openLogStore } from '../../../local/node/store/log-store.ts'
import { systemClock } from '../../../local/node/system-clock.ts'
import { systemLog } from '../../../local/node/system-log.ts'
import { systemRandom } from '../../../local/node/system-random.ts'
import { createStandIn } from '../../../local/stand-in.ts'
import { createUsers } from '../../../local/user-pools/users/users.ts'
import { readFileSync } from 'node:fs'

/**
 * Puts confirmed people into the data folder of a stopped local AWS, through its own store and user
 * table, each in a transaction of its own. They are like those that sign up, but for the verifier:
 * random bytes of the right length, since nobody signs in as them.
 */
export async function fillWithUsers(folder: string, from: number, to: number): Promise<void> {
  const store = openLogStore(folder, systemLog, migrations)
  const runtime = {
    store,
    clock: systemClock,
    random: systemRandom,
    crypto: createNodeCrypto(),
    blobs: createMemoryBlobs(systemRandom),
    log: systemLog,
  }
  const file = 'infra/template.yaml'
  const standIn = await createStandIn(
    {
      template: { text: readFileSync(file, 'utf8'), file },
      cognitoUrl: 'http://localhost',
      s3Url: 'http://localhost',
      adminToken: '',
      fetch: () => Promise.reject(new Error('Nothing is asked of anybody')),
    },
    runtime,
  )
  const [pool] = standIn.deployment().userPools
  if (!pool) throw new Error('The template has no user pool')

  const users = createUsers(store)
  for (let index = from; index < to; index += 1) {
    const sub = randomUuid(systemRandom)
    const nowMs = systemClock.now()
    store.transaction(() =>
      users.add(pool, {
        poolId: pool.id,
        username: sub,
        sub,
        attributes: { email: `filler-${index}@example.com`, email_verified: 'true' },
        aliases: ['email'],
        status: 'CONFIRMED',
        enabled: true,
        password: {
          saltHex: randomBytes(16).toString('hex'),
          verifierHex: randomBytes(384).toString('hex'),
        },
        createdAtMs: nowMs,
        updatedAtMs: nowMs,
      }),
    )
  }
  await store.close()
}
