import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'
import { credentials } from './fake-aws.ts'

export interface DeployProcess {
  /** What it wrote, and the exit code, or the signal that ended it. */
  ended: Promise<{ text: string; code: number | NodeJS.Signals }>
  kill: (signal: NodeJS.Signals) => void
}

/** The command as npm starts it, with credentials from the environment. */
export function startDeployProcess(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DeployProcess {
  const child = spawn(process.execPath, ['infra/deploy/deploy.mjs', ...argv], {
    env: {
      PATH: process.env['PATH'],
      // Without anybody's ~/.aws.
      HOME: temporaryFolder(),
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  }
  const closed = once(child, 'close').then(([code, signal]) => ({
    text,
    code: (code ?? signal) as number | NodeJS.Signals,
  }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
  })
  return { ended: closed, kill: (signal) => void child.kill(signal) }
}
