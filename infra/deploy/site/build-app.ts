import { spawn } from 'node:child_process'
import { DeployProblem } from '../problem.ts'

export interface BuildRequest {
  outDir: string
  /** What the stack says, by the keys of `.env.local`, which it goes before. An empty one counts. */
  settings: ReadonlyMap<string, string>
  signal: AbortSignal
}

/** @throws DeployProblem when the app does not build. */
export type BuildApp = (request: BuildRequest) => Promise<void>

const mostLines = 30

/**
 * Builds by the same command as `npm run build`.
 *
 * @param env of this process; the credentials in it are not the build's affair.
 */
export function createBuild(env: Readonly<Record<string, string | undefined>>): BuildApp {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('AWS_'))
  return async ({ outDir, settings, signal }) => {
    const child = spawn(process.execPath, ['infra/build/build.mjs', '--outDir', outDir], {
      env: {
        ...Object.fromEntries(kept),
        ...Object.fromEntries(settings),
        // Vite would take another one that is set here.
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => (text += part))
    }
    // Interrupted, it fails first, and is gone a little later: until then it may still write.
    child.on('error', () => undefined)
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    signal.throwIfAborted()
    if (code === 0) return
    throw new DeployProblem(
      `The app could not be built.\n${text.trimEnd().split('\n').slice(-mostLines).join('\n')}`,
      'Mend that ("npm run build" shows the same), then run the same command again. The stack is deployed, ' +
        'and the site is as it was.',
    )
  }
}
