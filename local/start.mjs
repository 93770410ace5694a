import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * `npm run local`. Node 20 cannot run TypeScript, so `main.ts` and all it imports become one file,
 * once: the next start finds it by the sources' names, sizes and times.
 */
const local = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'local-aws')

const file = join(cache, `main-${fingerprint()}.mjs`)
if (!existsSync(file)) await bundle()
const { main } = await import(pathToFileURL(file).href)
await main(process.argv.slice(2))

function fingerprint() {
  const hash = createHash('sha256')
  hash.update(process.version)
  for (const path of [...sources(local).sort(), join(root, 'package-lock.json')]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** Dependencies are bundled too: reading one file is quicker than finding a hundred. */
async function bundle() {
  const { build } = await import('rolldown')
  mkdirSync(cache, { recursive: true })
  const draft = `${file}.${process.pid}.new`
  await build({
    input: join(local, 'main.ts'),
    platform: 'node',
    logLevel: 'silent',
    // Its build for Node is CommonJS, which cannot be shaken and needs `require` at run time.
    resolve: { alias: { yaml: join(root, 'node_modules', 'yaml', 'browser', 'index.js') } },
    output: { file: draft, format: 'esm', codeSplitting: false },
  })
  // Two starts at once: each puts its own, whole, in the same place.
  renameSync(draft, file)
  removeOld()
}

function removeOld() {
  const dayMs = 86_400_000
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { force: true })
  }
}
