import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ConsoleFiles } from '../../core/ports/console-files.ts'

/**
 * The console, built from the app's sources when somebody opens it, and again after they changed; the
 * next start finds it (docs/decisions/0174). In a process of its own: Vite sets what this one
 * may have set otherwise, and nobody else's request waits.
 *
 * @param root of the repository.
 */
export function createBuiltConsole(root: string): ConsoleFiles {
  const cache = join(root, 'node_modules', '.cache', 'local-aws-console')
  let building: Promise<void> | undefined

  return async (name) => {
    const folder = join(cache, fingerprint(root))
    if (!existsSync(folder)) {
      await (building ??= buildInto(folder).finally(() => (building = undefined)))
    }
    return new Uint8Array(await readFile(join(folder, name)))
  }

  /** Whole or not at all, since two may start at once. */
  async function buildInto(folder: string): Promise<void> {
    removeOld(cache)
    const draft = `${folder}.${process.pid}.new`
    await run(root, draft)
    await rename(draft, folder).catch((error: unknown) => {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    })
  }
}

/** By what `src` holds, as `local/start.mjs` knows the sources of the local AWS. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const path of [...sources, join(root, 'package-lock.json')]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** @throws Error with what the build said. */
async function run(root: string, outDir: string): Promise<void> {
  const script = join(root, 'infra', 'build', 'console', 'build.mjs')
  const child = spawn(process.execPath, [script, '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (code !== 0) throw new Error(said.trim() || `Its build ended with ${String(code)}`)
}

function removeOld(cache: string): void {
  const dayMs = 86_400_000
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const isOld = Date.now() - statSync(path).mtimeMs > dayMs
    if (isOld) rmSync(path, { recursive: true, force: true })
  }
}
