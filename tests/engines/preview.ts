import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { isLocalBuild } from '../../infra/build/configuration/config-plugin.ts'
import { appUrl, previewArguments, previewEnvironment } from '../e2e/support/stack.ts'

/**
 * Serves the built app with a local AWS of its own.
 *
 * @returns what ends it.
 */
export async function startPreview(): Promise<() => Promise<unknown>> {
  if (!isLocalBuild('dist')) {
    throw new Error('Build the app for the local AWS first: npm run build -- --mode local')
  }
  const preview = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...previewArguments], {
    env: { ...process.env, ...previewEnvironment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(preview, 'close')
  while (!(await fetch(`${appUrl}/config.json`).catch(() => undefined))?.ok) {
    if (preview.exitCode !== null) throw new Error('The preview ended before it was ready.')
    await wait(100)
  }
  return () => {
    preview.kill()
    return ended
  }
}
