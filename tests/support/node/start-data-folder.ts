import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Store } from '../../../local/core/store/store.ts'
import { migrations } from '../../../local/migrations.ts'
import { openDataFolder } from '../../../local/node/store/data-folder.ts'
import { systemRandom } from '../../../local/node/system-random.ts'
import { liveBlobIds } from '../../../local/s3/objects/live-blobs.ts'
import { createStandIn, type StandIn } from '../../../local/stand-in.ts'
import { readFileSync } from 'node:fs'
import type { Facts } from '../../data/facts.ts'
import { createTestClock } from '../core/clock.ts'
import { listen } from './listen.ts'
import { quietLog } from '../core/quiet-log.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { createTestCrypto } from '../core/test-crypto.ts'

export interface StartedFolder {
  standIn: StandIn
  store: Store
  /** Where its services listen, without trailing slash. */
  url: string
  s3Url: string
}

/**
 * A local AWS on a copy of a data folder, a minute after that was written: it has the addresses that
 * it had then in issuers and logins, and listens on free ports.
 */
export async function startDataFolder(folder: string, facts: Facts): Promise<StartedFolder> {
  const copy = join(temporaryFolder(), 'data')
  cpSync(folder, copy, { recursive: true })
  const log = quietLog()
  const data = openDataFolder(copy, { random: systemRandom, log, migrations, liveBlobIds })
  const file = 'infra/template.yaml'
  const standIn = await createStandIn(
    {
      template: { text: readFileSync(file, 'utf8'), file },
      cognitoUrl: facts.cognitoUrl,
      s3Url: facts.s3Url,
      adminToken: 'a-token-of-a-test',
      fetch: () => Promise.reject(new Error('Nothing is asked of anybody')),
    },
    {
      clock: createTestClock(facts.writtenAtMs + 60_000),
      random: systemRandom,
      crypto: createTestCrypto(),
      log,
      store: data.store,
      blobs: data.blobs,
    },
  )
  const cognito = await listen(standIn.cognito)
  const s3 = await listen(standIn.s3)
  onTestFinished(async () => {
    await cognito.close()
    await s3.close()
    await standIn.close()
    await data.close()
  })
  return { standIn, store: data.store, url: cognito.url, s3Url: s3.url }
}
