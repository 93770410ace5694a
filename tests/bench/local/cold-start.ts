import { join } from 'node:path'
import { median } from '../web/median.ts'
import { bareServerArgv } from './floors.ts'
import { startPeer, type Peer } from './peers.ts'
import { memoryOf, startLocal, startServer, type Server } from './servers.ts'

const runs = 7

interface Starts {
  ms: number[]
  megabytes: number[]
}

/** Turn by turn, so that what else the machine does meets all alike. */
export async function benchColdStart(
  port: number,
  folder: string,
  peers: { cognitoLocal: Peer | undefined; s3rver: Peer | undefined },
): Promise<void> {
  const { cognitoLocal, s3rver } = peers
  const starters: Record<string, () => Promise<Server>> = {
    'bare HTTP server': () => startServer(bareServerArgv, port, { PORT: String(port) }),
    'this local AWS': () => startLocal(port, join(folder, 'start')),
    ...(cognitoLocal && { 'cognito-local': () => startPeer(cognitoLocal, port) }),
    ...(s3rver && { s3rver: () => startPeer(s3rver, port) }),
  }
  // The first start bundles the sources.
  await (await startLocal(port, join(folder, 'start'))).stop()

  const starts = new Map<string, Starts>()
  for (let run = 0; run < runs; run += 1) {
    for (const [name, start] of Object.entries(starters)) {
      const server = await start()
      const sofar = starts.get(name) ?? { ms: [], megabytes: [] }
      sofar.ms.push(server.startMs)
      sofar.megabytes.push(memoryOf(server).nowMB)
      starts.set(name, sofar)
      await server.stop()
    }
  }

  const ourMs = median(starts.get('this local AWS')?.ms ?? [])
  const rows = [...starts].map(([name, { ms, megabytes }]) => [
    name,
    {
      ms: Math.round(median(ms)),
      'times ours': Math.round((median(ms) / ourMs) * 100) / 100,
      'memory MB': Math.round(median(megabytes)),
    },
  ])
  console.log(`\nCold start to the first answer, median of ${runs}`)
  console.table(Object.fromEntries(rows))
}
